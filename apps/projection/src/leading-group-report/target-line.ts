import type { Figure, ProgrammeDuty, ProgrammeItem, ProgrammeTarget, TargetLine } from '@gongyou/contracts';
import {
  lastDay,
  type Month,
  monthOf,
  type Period,
  type PeriodKind,
  periodOf,
  periodRange,
  previousPeriod,
} from '@gongyou/domain';
import type { Figures } from './figures';
import { attains, hundredthsOf, isShare, type TargetValue, targetValue } from './target-value';

/** What a target is set against. */
export interface TargetGround {
  /** The measure that sets it; null for the programme as a whole. */
  measureId: string | null;
  period: Period;
  asOfDay: string;
  adoptedOn: string;
  /** Whether the report is about the adopter itself, who owes every duty, or about a unit below, which owes those it was given. */
  isAdopter: boolean;
  /** As of the report; the cells reach back over the period before. */
  figures: Figures;
}

/** A target of the programme and the value that stands against it in the period. */
export function targetLine(
  { provisionId, target }: ProgrammeItem & { target: ProgrammeTarget },
  duty: ProgrammeDuty | undefined,
  ground: TargetGround,
): TargetLine {
  return {
    provisionId,
    measureId: ground.measureId,
    indicator: target.indicator,
    op: target.op,
    target: target.value ?? null,
    unit: target.unit,
    by: target.by ?? null,
    every: target.period ?? null,
    stated: target.stated,
    ...(duty && isCountedFrom(target) ? computed(target, duty, ground) : returned(target, ground)),
  };
}

type Standing = Pick<
  TargetLine,
  'source' | 'numerator' | 'denominator' | 'valueHundredths' | 'previousHundredths' | 'attained'
>;

const NOTHING: Standing = {
  source: 'none',
  numerator: null,
  denominator: null,
  valueHundredths: null,
  previousHundredths: null,
  attained: null,
};

/** A target that is a frequency is counted from the duty's tasks; how many people or teams a duty names is returned by hand. */
const isCountedFrom = ({ stated, unit }: ProgrammeTarget): boolean => stated === 'frequency' || unit === 'times';

function computed(
  target: ProgrammeTarget,
  { dutyId, measureId, period: every }: ProgrammeDuty,
  ground: TargetGround,
): Standing {
  const { figures, period, isAdopter } = ground;
  const part = { measure: measureId, dimension: dutyId };
  const months = monthsOfPeriod(period);
  if (!isAdopter && figures.months('dutiesOpened', { ...part, ...months }).length === 0) return NOTHING;
  const numerator = figures.figure('dutiesDone', part);
  const value = targetValue(target.unit, numerator.value, null)!;
  const owed = isAdopter ? periodsOwed(every, ground) : openedAndEnded(part, ground);
  // Nobody has failed in a period that is not over. Done more often than owed is as good as done.
  const isOpen = owed === 0 && numerator.value === 0;
  const op = target.op === '==' ? '>=' : target.op;
  const attained = isOpen ? null : attains({ ...target, op }, value, null, Math.max(owed, 1));
  return { ...NOTHING, source: 'computed', numerator, valueHundredths: hundredthsOf(value), attained };
}

/** How many of the duty's periods fall due in the report's, have ended by its day, and ended after the programme was adopted. */
function periodsOwed(every: PeriodKind, { period, asOfDay, adoptedOn }: TargetGround): number {
  const { from, to } = periodRange(period);
  let owed = 0;
  for (let each = periodOf(to, every); ; each = previousPeriod(each)) {
    const ends = periodRange(each).to;
    if (ends < from) return owed;
    if (ends <= to && ends <= asOfDay && ends >= adoptedOn) owed += 1;
  }
}

/** How many tasks of the duty the unit was given in months that have ended. */
function openedAndEnded(
  part: { measure: string; dimension: string },
  { figures, period, asOfDay }: TargetGround,
): number {
  const ended = figures
    .months('dutiesOpened', { ...part, ...monthsOfPeriod(period) })
    .filter((month) => lastDay(month) <= asOfDay);
  return ended.reduce((sum, month) => sum + figures.value('dutiesOpened', { ...part, from: month, to: month }), 0);
}

function returned(target: ProgrammeTarget, ground: TargetGround): Standing {
  const now = standingIn(target, ground.period, ground.figures);
  if (!now) return NOTHING;
  const before = target.op === 'increase' || target.op === 'decrease' ? previousValue(target, ground) : null;
  return {
    source: 'returned',
    numerator: now.numerator,
    denominator: now.denominator,
    valueHundredths: now.value && hundredthsOf(now.value),
    previousHundredths: before && hundredthsOf(before),
    attained: attains(target, now.value, before, now.periods),
  };
}

const previousValue = (target: ProgrammeTarget, { period, figures }: TargetGround): TargetValue | null =>
  standingIn(target, previousPeriod(period), figures)?.value ?? null;

/** What was returned for a period. */
interface ReturnedValue {
  numerator: Figure;
  denominator: Figure | null;
  value: TargetValue | null;
  /** Over how many of the target's own periods it is summed. */
  periods: number;
}

/** A flow is the sum of what was returned for the period's months; a state is what was returned for the latest of them. */
function standingIn(target: ProgrammeTarget, period: Period, figures: Figures): ReturnedValue | null {
  const part = { dimension: target.indicator };
  const whole = monthsOfPeriod(period);
  const months = figures.months('indicatorReturns', { ...part, ...whole });
  const latest = months.at(-1);
  if (latest === undefined) return null;
  const hasDenominator = figures.months('indicatorDenominator', { ...part, ...whole }).length > 0;
  const sums = isFlow(target, hasDenominator);
  const span = sums ? whole : { from: latest, to: latest };
  const numerator = figures.figure('indicatorNumerator', { ...part, ...span });
  const lower = figures.figure('indicatorDenominator', { ...part, ...span });
  const denominator = lower.value === 0 ? null : lower;
  return {
    numerator,
    denominator,
    value: targetValue(target.unit, numerator.value, denominator?.value ?? null),
    periods: sums ? periodsIn(months, target) : 1,
  };
}

/** Units of things that are counted one after the other. */
const flowUnits = ['count', 'times', 'CNY'];
const recurring = ['month', 'quarter', 'year', 'round', 'term'];

const isFlow = ({ unit, period }: ProgrammeTarget, hasDenominator: boolean): boolean =>
  !isShare(unit) &&
  !hasDenominator &&
  unit !== 'boolean' &&
  (flowUnits.includes(unit) || (period !== undefined && recurring.includes(period)));

function periodsIn(months: readonly Month[], { period }: ProgrammeTarget): number {
  if (period !== 'month' && period !== 'quarter' && period !== 'year') return 1;
  return new Set(months.map((month) => periodOf(lastDay(month), period))).size;
}

const monthsOfPeriod = (period: Period): { from: Month; to: Month } => {
  const { from, to } = periodRange(period);
  return { from: monthOf(from), to: monthOf(to) };
};
