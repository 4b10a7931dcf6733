import type { PartyOrganizations, PartyOrganizationsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelowUnlessAll } from '../unit-register/unit-tree';
import { RegisteredPartyOrganization } from './party-organization.entity';

const PAGE = 100;

/** Party organizations that belong to a unit or one below it, or cover one. */
@Injectable()
export class PartyOrganizationsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: PartyOrganizations, sender: Pick<Sender, 'after'>): Promise<PartyOrganizationsAnswer> {
    const { organization, kind, founding, dissolved, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredPartyOrganization, 'organization')
        .where(
          `(:below::text[] IS NULL OR organization.unitId = ANY(:below) OR organization.partyOrganizationId IN
             (SELECT coverage.party_organization_id FROM party_coverage coverage WHERE coverage.unit_id = ANY(:below)))`,
          { below: await unitsBelowUnlessAll(tx, organization) },
        )
        .andWhere('organization.partyOrganizationId > :cursor', { cursor })
        .orderBy('organization.partyOrganizationId')
        .limit(limit + 1);
      if (kind !== undefined) query.andWhere('organization.kind = :kind', { kind });
      if (founding !== undefined) query.andWhere('organization.founding = :founding', { founding });
      if (dissolved !== undefined) {
        query.andWhere(`organization.dissolvedOn IS ${dissolved === 'true' ? 'NOT NULL' : 'NULL'}`);
      }
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, (last) => last.partyOrganizationId);
      return { organizations: rows, nextCursor, position };
    });
  }
}
