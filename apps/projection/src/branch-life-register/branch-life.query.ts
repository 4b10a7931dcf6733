import type { BranchLife, BranchLifeAnswer } from '@gongyou/contracts';
import { isDay } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { badCursor, pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { BranchLifeEntry } from './branch-life.entity';

const PAGE = 100;

/** The ledger of branch life, in the order of days and ids. */
@Injectable()
export class BranchLifeQuery {
  constructor(private readonly reading: Reading) {}

  /** Who gave a lecture is shown only to those who may know who is a Party member. */
  answer(
    asked: BranchLife,
    sender: Pick<Sender, 'after'>,
    shown: { lecturerIds: boolean } = { lecturerIds: false },
  ): Promise<BranchLifeAnswer> {
    const { organization, partyOrganization, kind, withCrews, crew, from, to, limit = PAGE } = asked;
    const after = asked.cursor === undefined ? undefined : placeOf(asked.cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(BranchLifeEntry, 'entry')
        .where('entry.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .orderBy('entry.heldOn')
        .addOrderBy('entry.recordId')
        .limit(limit + 1);
      if (partyOrganization !== undefined) {
        query.andWhere('entry.partyOrganizationId = :partyOrganization', { partyOrganization });
      }
      if (kind !== undefined) query.andWhere('entry.kind = :kind', { kind });
      if (withCrews !== undefined) {
        query.andWhere('entry.withCrews = :withCrews', { withCrews: withCrews === 'true' });
      }
      if (crew !== undefined) {
        query.andWhere('entry.withCrews AND CAST(entry.crewIds AS jsonb) @> to_jsonb(CAST(:crew AS text))', { crew });
      }
      if (from !== undefined) query.andWhere('entry.heldOn >= :from', { from });
      if (to !== undefined) query.andWhere('entry.heldOn <= :to', { to });
      if (after) query.andWhere('(entry.held_on, entry.record_id) > (:heldOn::date, :recordId)', after);
      const { rows, nextCursor } = pageOf(
        await query.getMany(),
        limit,
        ({ heldOn, recordId }) => `${heldOn}.${recordId}`,
      );
      const records = rows.map(({ withCrews: _withCrews, lecturerId, ...entry }) => ({
        ...entry,
        lecturerId: shown.lecturerIds ? lecturerId : null,
      }));
      return { records, nextCursor, position };
    });
  }
}

function placeOf(cursor: string): { heldOn: string; recordId: string } {
  const heldOn = cursor.slice(0, 10);
  if (!isDay(heldOn) || cursor[10] !== '.') throw badCursor();
  return { heldOn, recordId: cursor.slice(11) };
}
