import { type CalendarEvent, calendarEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { upsertRows } from '../database/write-rows';
import { laterDay, type Projector, type Recorded } from '../intake/projector';
import { LastClosedDay } from './last-closed-day.entity';

/** Keeps the last day that was closed. */
@Injectable()
export class CalendarProjector implements Projector<CalendarEvent> {
  readonly name = 'calendar';
  readonly types = Object.keys(calendarEvents);

  async project(events: readonly Recorded<CalendarEvent>[], tx: EntityManager): Promise<void> {
    const known = await tx.findOneBy(LastClosedDay, { id: 1 });
    const day = events.reduce((last, { data }) => laterDay<string>(last, data.day), known?.day ?? '');
    await upsertRows(tx, LastClosedDay, [{ id: 1, day }]);
  }
}
