import type { CrewDisclosures, CrewDisclosuresAnswer } from '@gongyou/contracts';
import { type Day, isDay } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { badCursor, pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { standsBelow } from '../unit-register/unit-tree';
import { CrewDisclosureRecord } from './crew-disclosure.entity';

const PAGE = 100;

/** What was disclosed to the crews at or below a unit, the latest first (QD-30). */
@Injectable()
export class CrewDisclosuresQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, subject, unanswered, cursor, limit = PAGE }: CrewDisclosures,
    sender: Pick<Sender, 'after'>,
  ): Promise<CrewDisclosuresAnswer> {
    const before = cursor === undefined ? undefined : placeOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(CrewDisclosureRecord, 'disclosure')
        .where(...(await standsBelow(tx, 'disclosure.unit_id', organization)))
        .orderBy('disclosure.postedOn', 'DESC')
        .addOrderBy('disclosure.disclosureId', 'DESC')
        .limit(limit + 1);
      if (subject !== undefined) query.andWhere('disclosure.subject = :subject', { subject });
      if (unanswered === 'true') query.andWhere('disclosure.unanswered > 0');
      if (before)
        query.andWhere('(disclosure.posted_on, disclosure.disclosure_id) < (:on::date, :disclosureId)', before);
      const { rows, nextCursor } = pageOf(
        await query.getMany(),
        limit,
        ({ postedOn, disclosureId }) => `${postedOn}.${disclosureId}`,
      );
      const names = await unitNamesOf(
        tx,
        rows.map(({ unitId }) => unitId),
      );
      const disclosures = rows.map(({ unanswered: _, ...row }) => ({
        ...row,
        unitName: names.get(row.unitId) ?? row.unitId,
      }));
      return { disclosures, nextCursor, position };
    });
  }
}

function placeOf(cursor: string): { on: Day; disclosureId: string } {
  const [on, disclosureId, ...more] = cursor.split('.');
  if (!isDay(on) || !disclosureId || more.length > 0) throw badCursor();
  return { on, disclosureId };
}
