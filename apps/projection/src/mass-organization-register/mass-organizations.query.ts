import type { MassOrganizationList, MassOrganizationListAnswer, MassOrganizationRow } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { RegisteredMassOrganization } from './mass-organization.entity';

const PAGE = 100;

/** Mass organizations hosted at or below a unit, in the order of their ids. */
@Injectable()
export class MassOrganizationsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: MassOrganizationList, sender: Pick<Sender, 'after'>): Promise<MassOrganizationListAnswer> {
    const { organization, kind, form, stage, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredMassOrganization, 'each')
        .where('each.hostUnitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('each.massOrganizationId > :cursor', { cursor })
        .orderBy('each.massOrganizationId')
        .limit(limit + 1);
      if (kind !== undefined) query.andWhere('each.kind = :kind', { kind });
      if (form !== undefined) query.andWhere('each.form = :form', { form });
      if (stage !== undefined) query.andWhere('each.stage = :stage', { stage });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, (each) => each.massOrganizationId);
      return { massOrganizations: rows.map(rowOf), nextCursor, position };
    });
  }
}

const rowOf = (organization: RegisteredMassOrganization): MassOrganizationRow => ({
  ...organization,
  chairBranchPost: organization.officers.find(({ post }) => post === 'chair')?.branchPost ?? null,
});
