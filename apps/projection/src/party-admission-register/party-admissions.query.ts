import { papersMissing, type PartyAdmissions, type PartyAdmissionsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { RegisteredPartyAdmission } from './party-admission.entity';

const PAGE = 100;

/** The register of admissions at or below a unit. */
@Injectable()
export class PartyAdmissionsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: PartyAdmissions, sender: Pick<Sender, 'after'>): Promise<PartyAdmissionsAnswer> {
    const { organization, stage, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredPartyAdmission, 'admission')
        .where('admission.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('admission.admissionId > :cursor', { cursor })
        .orderBy('admission.admissionId')
        .limit(limit + 1);
      if (stage !== undefined) query.andWhere('admission.stage = :stage', { stage });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ admissionId }) => admissionId);
      const admissions = rows.map(({ admissionId, applicantId, partyOrganizationId, unitId, ...admission }) => ({
        ...{ admissionId, applicantId, partyOrganizationId, unitId },
        stage: admission.stage,
        stageSince: admission.stageSince,
        groups: admission.groups,
        limits: admission.limits,
        probationEndsOn: admission.probationEndsOn,
        standingFrom: admission.standingFrom,
        papersMissing: admission.stage === 'fullMember' ? papersMissing(admission.papers) : [],
      }));
      return { admissions, nextCursor, position };
    });
  }
}
