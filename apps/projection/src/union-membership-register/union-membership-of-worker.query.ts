import type { MemberEntitlement, UnionMembershipOfWorker, UnionMembershipOfWorkerAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

type Membership = NonNullable<UnionMembershipOfWorkerAnswer['membership']>;

/** A worker's union membership, and what it gives him (CC-12c). */
@Injectable()
export class UnionMembershipOfWorkerQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, worker, asOfDay }: UnionMembershipOfWorker,
    sender: Pick<Sender, 'after'>,
  ): Promise<UnionMembershipOfWorkerAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const [member] = await tx.query<Omit<Membership, 'unions' | 'entitlements'>[]>(
        `SELECT worker_id AS "workerId", mass_organization_id AS "massOrganizationId", unit_id AS "unitId",
           employment_form AS "employmentForm", member_since AS "memberSince", ended_on AS "endedOn",
           membership_number AS "membershipNumber", card_issued_on AS "cardIssuedOn"
         FROM union_member WHERE worker_id = $1 AND unit_id = ANY($2)`,
        [worker, await unitsBelow(tx, organization)],
      );
      if (!member) return { membership: null, position };
      const unions = await tx.query<Membership['unions']>(
        `SELECT mass_organization_id AS "massOrganizationId", unit_id AS "unitId", from_day AS "fromDay"
         FROM union_membership_stay WHERE worker_id = $1 ORDER BY from_position`,
        [worker],
      );
      const hasLeft = member.endedOn !== null && member.endedOn <= asOfDay;
      const entitlements = hasLeft ? [] : await entitlementsOf(tx, member.massOrganizationId, asOfDay);
      return { membership: { ...member, unions, entitlements }, position };
    });
  }
}

async function entitlementsOf(
  tx: EntityManager,
  massOrganizationId: string,
  asOfDay: string,
): Promise<MemberEntitlement[]> {
  const [version] = await tx.query<{ entitlements: MemberEntitlement[] }[]>(
    `SELECT entitlements FROM union_member_benefits_version
     WHERE mass_organization_id = $1 AND in_force_from <= $2 ORDER BY version DESC LIMIT 1`,
    [massOrganizationId, asOfDay],
  );
  return version?.entitlements ?? [];
}
