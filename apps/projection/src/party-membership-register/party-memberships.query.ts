import type { PartyMemberships, PartyMembershipsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { rowsWith } from '../database/read-rows';
import { RegisteredPartyDues } from '../party-dues-register/party-dues.entity';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { duesStandingOn } from './dues-standing';
import { RegisteredPartyMembership } from './party-membership.entity';

const PAGE = 100;

/** The memberships that the branches at or below a unit keep, each with its dues. */
@Injectable()
export class PartyMembershipsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: PartyMemberships, sender: Pick<Sender, 'after'>): Promise<PartyMembershipsAnswer> {
    const { organization, asOfDay, partyOrganization, standing, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredPartyMembership, 'membership')
        .where('membership.branchUnitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('membership.memberId > :cursor', { cursor })
        .orderBy('membership.memberId')
        .limit(limit + 1);
      if (partyOrganization !== undefined) {
        query.andWhere('membership.partyOrganizationId = :partyOrganization', { partyOrganization });
      }
      if (standing !== undefined) query.andWhere('membership.standing = :standing', { standing });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ memberId }) => memberId);
      const assessed = await rowsWith(tx, RegisteredPartyDues, 'memberId', new Set(rows.map((row) => row.memberId)));
      const duesOf = new Map(assessed.map((dues) => [dues.memberId, dues]));
      const memberships = rows.map(({ branchUnitId: _branchUnitId, ...membership }) => ({
        ...membership,
        ...duesStandingOn(duesOf.get(membership.memberId), asOfDay),
      }));
      return { memberships, nextCursor, position };
    });
  }
}
