import { type Day, monthOf } from '@gongyou/domain';
import { STANDING } from './cells.query';
import type { Entry } from './entry';
import type { Count } from './standing-rule';

/** Something that a stream tells of a subject, which may be another one than the stream's own: a union tells of each enterprise it covers. */
export interface Telling<Told> {
  subject: string;
  told: Told;
}

/**
 * How several streams together count for a subject: an enterprise is covered when it is open (its unit tells that) and a union is there
 * for it (the union does). What is remembered of a subject keeps its days, so that what is told late counts from the day it speaks of,
 * and a fact that ends on a day known beforehand, such as a term, ends without an event. Pure.
 */
export interface JoinedRule<
  Event extends { type: string },
  Source extends object,
  Told extends object,
  Facts extends object,
> {
  /** Stands in the keys of what is remembered: never rename one. */
  name: string;
  types: readonly Event['type'][];
  /** What later events of the same stream do not repeat; `undefined` remembers nothing. Throws `BeginningMissing` without its beginning. */
  remember(this: void, source: Source | undefined, event: Event): Source | undefined;
  /** What an event tells, after what is remembered of its stream. */
  tell(this: void, event: Event, source: Source | undefined, before: Source | undefined): Telling<Told>[];
  evolve(this: void, facts: Facts | undefined, told: Told): Facts;
  /** Every day on which the counts can change. */
  daysOf(this: void, facts: Facts): Day[];
  countsOn(this: void, facts: Facts, day: Day): Count[];
}

/** The postings of what was told of a subject: where its counts, day by day, are others than before. */
export function bookFacts<Facts extends object>(
  rule: Pick<JoinedRule<never, never, never, Facts>, 'daysOf' | 'countsOn'>,
  before: Facts | undefined,
  after: Facts,
): Entry[] {
  const steps = new Map<string, Entry>();
  const add = (sign: 1 | -1) => (step: Entry) => {
    const key = [step.day, step.indicator, step.unitId, step.dimension].join('~');
    const amount = (steps.get(key)?.amount ?? 0) + sign * step.amount;
    steps.set(key, { ...step, amount });
  };
  if (before) stepsOf(rule, before).forEach(add(-1));
  stepsOf(rule, after).forEach(add(1));
  return [...steps.values()]
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => Number(a.day > b.day) - Number(a.day < b.day));
}

/** How the counts of a subject change from day to day. */
function stepsOf<Facts extends object>(
  { daysOf, countsOn }: Pick<JoinedRule<never, never, never, Facts>, 'daysOf' | 'countsOn'>,
  facts: Facts,
): Entry[] {
  let standing = new Map<string, Count>();
  return [...new Set(daysOf(facts))].sort().flatMap((day) => {
    const before = standing;
    standing = new Map(countsOn(facts, day).map((count) => [keyOf(count), count]));
    const ended = [...before].map(([, count]) => stepOf(count, day, -(count.amount ?? 1)));
    const begun = [...standing].map(([, count]) => stepOf(count, day, count.amount ?? 1));
    return [...ended, ...begun];
  });
}

const keyOf = ({ indicator, unitId, dimension = '' }: Count): string => [indicator, unitId, dimension].join('~');

const stepOf = ({ indicator, unitId, dimension = '' }: Count, day: Day, amount: number): Entry => ({
  programmeId: STANDING.programmeId,
  organizationId: STANDING.organizationId,
  measureId: '',
  periodMonth: monthOf(day),
  indicator,
  unitId,
  dimension,
  day,
  amount,
});
