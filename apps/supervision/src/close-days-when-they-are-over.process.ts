import { setTimeout as pause } from 'node:timers/promises';
import { calendarId, CloseDay } from '@gongyou/contracts';
import { addDays, type Day, dayOfInstant, daysBetween } from '@gongyou/domain';
import { Caller, requestHeaders } from '@gongyou/messaging';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CalendarHandling } from './calendar/calendar.aggregate';

/** What the closing of days takes from outside. */
export interface DayClosingSettings {
  /** What time it is. */
  clock: () => Date;
  /** The operator's word that days up to this one are over, needed when more than `MOST_UNATTENDED_DAYS` are to be closed. */
  closeDaysThrough?: Day | undefined;
}

export const DAY_CLOSING_SETTINGS = Symbol('what the closing of days takes from outside');

/**
 * A closed day is closed for ever, and what was due on it becomes overdue. A wrong clock must not close years, and on one
 * machine every clock is wrong together; so after a longer pause a person has to say that the calendar is right.
 */
export const MOST_UNATTENDED_DAYS = 62;

const LOOK_EVERY_MS = 60_000;
const TRY_AGAIN_MS = 5_000;

/**
 * Closes every day of the platform's calendar once it is over in Asia/Shanghai, those that were missed first. The very first
 * start closes yesterday. Several instances do no harm: a day is closed once.
 */
@Injectable()
export class CloseDaysWhenTheyAreOver implements OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private toldAbout: Day | undefined;
  private readonly logger = new Logger(CloseDaysWhenTheyAreOver.name);

  constructor(
    private readonly calendar: CalendarHandling,
    private readonly caller: Caller,
    @Inject(DAY_CLOSING_SETTINGS) private readonly settings: DayClosingSettings,
  ) {}

  /** Looks now, and then once a minute. */
  start(): void {
    this.running ??= this.run();
  }

  /** Before the service stops taking commands: the one that is under way is still answered. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Closes what is over and not yet closed, oldest first. Answers the days it closed. */
  async closeMissingDays(): Promise<Day[]> {
    const yesterday = addDays(dayOfInstant(this.settings.clock()), -1);
    const first = (await this.firstMissingDay()) ?? yesterday;
    if (!this.mayClose(first, yesterday)) return [];
    const closed: Day[] = [];
    for (let day = first; day <= yesterday && !this.stopping.signal.aborted; day = addDays(day, 1)) {
      await this.caller.command(CloseDay, { day }, { [requestHeaders.idempotencyKey]: `close-${day}` });
      closed.push(day);
    }
    return closed;
  }

  private async firstMissingDay(): Promise<Day | undefined> {
    const { state } = await this.calendar.state(calendarId);
    return state.stage === 'kept' ? addDays(state.lastDay, 1) : undefined;
  }

  private mayClose(first: Day, last: Day): boolean {
    const missing = daysBetween(first, last) + 1;
    const { closeDaysThrough } = this.settings;
    if (missing <= MOST_UNATTENDED_DAYS || (closeDaysThrough !== undefined && last <= closeDaysThrough)) return true;
    if (this.toldAbout !== last) {
      this.logger.error(
        `${missing} days (${first} to ${last}) are not closed. Is the clock right? If it is, start once with CLOSE_DAYS_THROUGH=${last}.`,
      );
    }
    this.toldAbout = last;
    return false;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await pause(await this.look(), undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Answers after how many milliseconds to look again. */
  private async look(): Promise<number> {
    try {
      const closed = await this.closeMissingDays();
      if (closed.length > 0) this.logger.log(`closed ${closed.length} day(s), through ${closed.at(-1)}`);
      return LOOK_EVERY_MS;
    } catch (error) {
      this.logger.warn(`days could not be closed and will be tried again: ${(error as Error).message}`);
      return TRY_AGAIN_MS;
    }
  }
}
