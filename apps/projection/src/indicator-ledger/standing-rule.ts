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
  /** The day on which it happened, for what is counted by periods: put right later, it is put right on that day. That of the event unless told. */
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
  const told = dayOf(event, facts);
  const day = before ? laterDay(before.day, told) : told;
  const entries = new Map<string, Entry>();
  const count = ({ indicator, unitId, dimension = '', amount = 1, day: on = day }: Count, sign: 1 | -1): void => {
    const key = [indicator, unitId, dimension, on].join('~');
    const entry = entries.get(key) ?? { ...blank(monthOf(on), on), indicator, unitId, dimension };
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
