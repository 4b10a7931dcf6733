import type { MorningMeetingExceptions, MorningMeetingExceptionsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { standsBelow } from '../unit-register/unit-tree';
import { SiteStint } from '../worker-register/worker.entity';
import { heldAgainstRoster } from './held-against-roster';
import { MorningMeeting } from './morning-meeting.entity';

const PAGE = 100;

/** The morning meetings of a day at or below a unit, each crew's held against its roster of that day (HS-09). */
@Injectable()
export class MorningMeetingExceptionsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, day, cursor, limit = PAGE }: MorningMeetingExceptions,
    sender: Pick<Sender, 'after'>,
  ): Promise<MorningMeetingExceptionsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(MorningMeeting, 'meeting')
        .select('meeting.unit_id', 'unitId')
        .distinct(true)
        .where(...(await standsBelow(tx, 'meeting.unit_id', organization)))
        .andWhere('meeting.held_on = :day', { day })
        .orderBy('meeting.unit_id')
        .limit(limit + 1);
      if (cursor !== undefined) query.andWhere('meeting.unit_id > :cursor', { cursor });
      const { rows, nextCursor } = pageOf(await query.getRawMany<{ unitId: string }>(), limit, ({ unitId }) => unitId);
      const unitIds = rows.map(({ unitId }) => unitId);
      const meetings = await meetingsOf(tx, unitIds, day);
      const roster = await rosterOf(tx, unitIds, day);
      const names = await unitNamesOf(tx, unitIds);
      const crews = unitIds.map((unitId) => ({
        ...{ unitId, unitName: names.get(unitId) ?? unitId },
        ...heldAgainstRoster(
          meetings.filter((each) => each.unitId === unitId),
          roster.filter(({ crewId }) => crewId === unitId),
        ),
      }));
      return { crews, nextCursor, position };
    });
  }
}

const meetingsOf = (tx: EntityManager, unitIds: string[], day: string): Promise<MorningMeeting[]> =>
  tx
    .createQueryBuilder(MorningMeeting, 'meeting')
    .where('meeting.unitId = ANY(:unitIds) AND meeting.heldOn = :day', { unitIds, day })
    .getMany();

const rosterOf = (tx: EntityManager, unitIds: string[], day: string): Promise<SiteStint[]> =>
  tx
    .createQueryBuilder(SiteStint, 'stay')
    .where('stay.crewId = ANY(:unitIds) AND stay.fromDay <= :day', { unitIds, day })
    .andWhere('(stay.untilDay IS NULL OR stay.untilDay >= :day)')
    .getMany();
