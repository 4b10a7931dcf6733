import type {
  FloatingMemberCounts,
  FloatingMemberCountsAnswer,
  FloatingMembers,
  FloatingMembersAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { RegisteredFloatingMember } from './floating-member.entity';

const PAGE = 100;

/** Floating members at or below a unit: one by one, and in counts unit by unit. */
@Injectable()
export class FloatingMembersQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: FloatingMembers, sender: Pick<Sender, 'after'>): Promise<FloatingMembersAnswer> {
    const { organization, stage, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredFloatingMember, 'member')
        .where('member.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('member.floatingMemberId > :cursor', { cursor })
        .orderBy('member.floatingMemberId')
        .limit(limit + 1);
      if (stage !== undefined) query.andWhere('member.stage = :stage', { stage });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ floatingMemberId }) => floatingMemberId);
      return { members: rows, nextCursor, position };
    });
  }

  /** Those who left are no longer known at the unit. */
  counts(asked: FloatingMemberCounts, sender: Pick<Sender, 'after'>): Promise<FloatingMemberCountsAnswer> {
    const { organization, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<FloatingMemberCountsAnswer['units']>(
        `SELECT unit_id AS "unitId", count(*) AS known, count(*) FILTER (WHERE stage = 'attached') AS attached,
                count(*) FILTER (WHERE stage = 'declared') AS "notYetAttached"
         FROM floating_member WHERE unit_id = ANY($1) AND unit_id > $2 AND stage <> 'left'
         GROUP BY unit_id ORDER BY unit_id LIMIT $3`,
        [await unitsBelow(tx, organization), cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      return { units: rows, nextCursor, position };
    });
  }
}
