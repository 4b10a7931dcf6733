import type { UnionMembers, UnionMembersAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { amongUnits, unitsBelowUnlessAll } from '../unit-register/unit-tree';

/** How many workers at or below a unit are union members, by form of employment. */
@Injectable()
export class UnionMembersQuery {
  constructor(private readonly reading: Reading) {}

  answer({ organization }: UnionMembers, sender: Pick<Sender, 'after'>): Promise<UnionMembersAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const byEmploymentForm = await tx.query<UnionMembersAnswer['byEmploymentForm']>(
        `SELECT employment_form AS "employmentForm", count(*)::int AS members FROM union_member
         WHERE ${amongUnits('unit_id', '$1')} AND ended_on IS NULL GROUP BY employment_form ORDER BY employment_form`,
        [await unitsBelowUnlessAll(tx, organization)],
      );
      return { byEmploymentForm, position };
    });
  }
}
