import { isDeepStrictEqual } from 'node:util';
import { type Day, type Month, monthOf } from '@gongyou/domain';
import { laterDay } from '../intake/projector';
import type { Booking, Entry } from './entry';
import { STANDING } from './cells.query';
import type { StandingIndicator } from './indicators';

/** What a stream counts for at the moment: one under an indicator, in a unit. */
export interface Count {
  indicator: StandingIndicator;
  unitId: string;
  /** Which part of the indicator: a kind of unit, a group of persons. */
  dimension?: string;
  /** 1 unless told. */
  amount?: number;
  /** The first day on which it counts; the day of the event unless it is later. */
  from?: Day;
  /** The day from which it counts no more, though no event says so: a term runs out. */
  until?: Day;
  /** The day on which it happened, for what is counted by periods: put right later, it is put right on that day. */
  day?: Day;
}

/** How the streams of one kind of aggregate count: what is remembered of their events, and what that counts for. Pure. */
export interface StandingRule<Event extends { type: string }, Facts extends object> {
  /** The event types that change the facts. */
  types: readonly Event['type'][];
  /** Throws `BeginningMissing` for an event without its beginning. */
  evolve(this: void, facts: Facts | undefined, event: Event): Facts;
  /** The day of an event, which may be known only from what is remembered with it. */
  dayOf(this: void, event: Event, facts: Facts): Day;
  counts(this: void, facts: Facts): Count[];
  /** What the event adds to its month for good: that something happened, not that it lasts. `facts` are those before the event. */
  happenings?(this: void, facts: Facts | undefined, event: Event): Count[];
}

/** What is remembered of a stream under a standing rule. */
export interface StandingAccount<Facts extends object = object> {
  facts: Facts;
  /** The latest day that was told of it. */
  day: Day;
}

/**
 * The postings of an event: the difference between what the stream counted for before and what it counts for now. What is told
 * late counts from the day of what was told before it, so that no balance is negative on any day. What happened once is posted on
 * its own day, whenever it is told. A count that will run out is posted with its end, which lies on a day to come.
 */
export function bookStandingEvent<Event extends { type: string }, Facts extends object>(
  { evolve, dayOf, counts, happenings }: StandingRule<Event, Facts>,
  before: StandingAccount<Facts> | undefined,
  event: Event,
): Booking<StandingAccount<Facts>> {
  const facts = evolve(before?.facts, event);
  const told = dayOf(event, facts);
  const day = before ? laterDay(before.day, told) : told;
  const lasting = new Entries();
  const count = (each: Count, sign: 1 | -1): void => {
    const { amount = 1, from = day, until } = each;
    const begin = each.day ?? laterDay(from, day);
    if (until !== undefined && until <= begin) return;
    lasting.post(each, begin, sign * amount);
    if (until !== undefined) lasting.post(each, until, -sign * amount);
  };
  const [was, is] = [before ? counts(before.facts) : [], counts(facts)];
  for (const each of was) count(each, -1);
  for (const each of is) count(each, 1);
  const happened = new Entries();
  for (const each of happenings?.(before?.facts, event) ?? []) happened.post(each, told, each.amount ?? 1);
  // What changes nothing that counts may be told out of order: it holds nothing up.
  const account = { facts, day: before && isDeepStrictEqual(was, is) ? before.day : day };
  return { entries: [...lasting.notNothing(), ...happened.notNothing()], account };
}

/** Entries that agree in everything but their amount are one. */
class Entries {
  private readonly byKey = new Map<string, Entry>();

  post({ indicator, unitId, dimension = '' }: Count, day: Day, amount: number): void {
    const key = [indicator, unitId, dimension, day].join('~');
    const entry = this.byKey.get(key) ?? { ...blank(monthOf(day), day), indicator, unitId, dimension };
    this.byKey.set(key, { ...entry, amount: entry.amount + amount });
  }

  notNothing(): Entry[] {
    return [...this.byKey.values()].filter(({ amount }) => amount !== 0);
  }
}

const blank = (periodMonth: Month, day: Day): Omit<Entry, 'indicator' | 'unitId' | 'dimension'> => ({
  programmeId: STANDING.programmeId,
  organizationId: STANDING.organizationId,
  measureId: '',
  periodMonth,
  day,
  amount: 0,
});
