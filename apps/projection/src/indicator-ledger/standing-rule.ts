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
}

/** How the streams of one kind of aggregate count: what is remembered of their events, and what that counts for. Pure. */
export interface StandingRule<Event extends { type: string }, Facts extends object> {
  /** The event types that change the facts. */
  types: readonly Event['type'][];
  /** Throws `BeginningMissing` for an event without its beginning. */
  evolve(this: void, facts: Facts | undefined, event: Event): Facts;
  dayOf(this: void, event: Event): Day;
  counts(this: void, facts: Facts): Count[];
}

/** What is remembered of a stream under a standing rule. */
export interface StandingAccount<Facts extends object = object> {
  facts: Facts;
  /** The latest day that was told of it. */
  day: Day;
}

/**
 * The postings of an event: the difference between what the stream counted for before and what it counts for now. What is told
 * late counts from the day of what was told before it, so that no balance is negative on any day.
 */
export function bookStandingEvent<Event extends { type: string }, Facts extends object>(
  { evolve, dayOf, counts }: StandingRule<Event, Facts>,
  before: StandingAccount<Facts> | undefined,
  event: Event,
): Booking<StandingAccount<Facts>> {
  const facts = evolve(before?.facts, event);
  const day = before ? laterDay(before.day, dayOf(event)) : dayOf(event);
  const entries = new Map<string, Entry>();
  const count = ({ indicator, unitId, dimension = '', amount = 1 }: Count, sign: 1 | -1): void => {
    const key = [indicator, unitId, dimension].join('~');
    const entry = entries.get(key) ?? { ...blank(monthOf(day), day), indicator, unitId, dimension };
    entries.set(key, { ...entry, amount: entry.amount + sign * amount });
  };
  for (const each of before ? counts(before.facts) : []) count(each, -1);
  for (const each of counts(facts)) count(each, 1);
  return { entries: [...entries.values()].filter(({ amount }) => amount !== 0), account: { facts, day } };
}

const blank = (periodMonth: Month, day: Day): Omit<Entry, 'indicator' | 'unitId' | 'dimension'> => ({
  programmeId: STANDING.programmeId,
  organizationId: STANDING.organizationId,
  measureId: '',
  periodMonth,
  day,
  amount: 0,
});
