import type { Figure, PeriodIndicatorLine, PeriodIndicators, PeriodIndicatorsAnswer } from '@gongyou/contracts';
import { addMonths, type Day, lastDay, type Month, monthsBetween } from '@gongyou/domain';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Cell, cellsAsOf, STANDING } from '../indicator-ledger/cells.query';
import { figureIdOf } from '../indicator-ledger/figure-key';
import { recordedDayOf } from '../intake/recorded-day';
import { type AsOf, behind } from '../reading/as-of';
import { Reading } from '../reading/reading';
import { roundedShareOf } from '../reading/share';
import { unitNamesAsOf, unitsBelowAsOf } from '../unit-register/unit-tree';
import { type PeriodCount, type PeriodLine, periodLines } from './period-lines';

/** What happened in a unit and all below it in some months, and in as many months before. */
@Injectable()
export class PeriodIndicatorsQuery {
  constructor(private readonly reading: Reading) {}

  /** Throws an `invalid` problem for months that are not in order, and for two cuts at once. */
  answer(asked: PeriodIndicators, sender: Pick<Sender, 'after'>): Promise<PeriodIndicatorsAnswer> {
    const { organization, from, to, contractor, employmentForm, asOfPosition } = asked;
    if (from > to) throw monthsOutOfOrder();
    if (contractor !== undefined && employmentForm !== undefined) throw twoCuts();
    return this.reading.snapshot(behind(sender, asOfPosition), async ({ tx, position: newest }) => {
      const position = asOfPosition ?? newest;
      const today = await recordedDayOf(tx, position);
      const lines = periodLines(asked);
      const ground = (months: { from: Month; to: Month }): Promise<Ground> =>
        groundOf(tx, { organization, ...months, position, today, lines }, newest);
      const period = await ground({ from, to });
      const before = await ground(monthsBefore(from, to));
      const names = await unitNamesAsOf(tx, [organization], period.asOf);
      return {
        organization: { unitId: organization, name: names.get(organization) ?? organization },
        period: { from, to },
        asOf: period.asOf,
        indicators: lines.map((line) => lineOf(line, period, before)),
      };
    });
  }
}

const monthsBefore = (from: Month, to: Month): { from: Month; to: Month } => ({
  from: addMonths(from, monthsBetween(to, from) - 1),
  to: addMonths(from, -1),
});

/** A period, and what is posted for it. */
export interface Ground {
  organization: string;
  from: Month;
  to: Month;
  asOf: AsOf;
  ofPeriod: readonly Cell[];
  atEnd: readonly Cell[];
}

interface Wanted extends Pick<Ground, 'organization' | 'from' | 'to'> {
  position: number;
  /** The newest day that is known. */
  today: Day | undefined;
  lines: readonly PeriodLine[];
}

async function groundOf(
  tx: EntityManager,
  { organization, from, to, position, today, lines }: Wanted,
  newest: number,
): Promise<Ground> {
  const end = lastDay(to);
  const asOf = { day: today !== undefined && today < end ? today : end, position };
  const unitIds = await unitsBelowAsOf(tx, organization, asOf);
  const counts = lines.flatMap(({ counted, outOf = [] }) => [...counted, ...outOf]);
  const scope = (of: PeriodCount['of']) => ({
    ...{ ...STANDING, unitIds },
    indicators: counts.filter((each) => each.of === of).map(({ indicator }) => indicator),
  });
  return {
    ...{ organization, from, to, asOf },
    ofPeriod: await cellsAsOf(tx, { ...scope('period'), from, to }, asOf, newest),
    atEnd: await cellsAsOf(tx, scope('end'), asOf, newest),
  };
}

/** A line with its figures. Pure. */
export function lineOf(
  { indicator, title, counted, outOf, target }: PeriodLine,
  period: Ground,
  before: Ground,
): PeriodIndicatorLine {
  const now = sharesOf({ counted, outOf }, period);
  const then = sharesOf({ counted, outOf }, before);
  const { share } = now;
  const earlier = then.share;
  return {
    indicator,
    title,
    counted: now.counted,
    outOf: now.outOf,
    shareBasisPoints: basisPointsOf(now.share),
    before: { value: sumOf(then.counted), shareBasisPoints: basisPointsOf(then.share) },
    target: target ?? null,
    attained: target && share && earlier ? share.upper * earlier.lower > earlier.upper * share.lower : null,
  };
}

interface Share {
  upper: number;
  lower: number;
}

function sharesOf({ counted, outOf }: Pick<PeriodLine, 'counted'> & { outOf: PeriodCount[] | undefined }, of: Ground) {
  const upper = counted.map((each) => figureOf(each, of));
  const lower = outOf?.map((each) => figureOf(each, of)) ?? null;
  const share: Share | null = lower && sumOf(lower) > 0 ? { upper: sumOf(upper), lower: sumOf(lower) } : null;
  return { counted: upper, outOf: lower, share };
}

const sumOf = (figures: readonly Figure[]): number => figures.reduce((sum, { value }) => sum + value, 0);

const basisPointsOf = (share: Share | null): number | null => share && roundedShareOf(share.upper, share.lower);

function figureOf({ indicator, dimension, of }: PeriodCount, ground: Ground): Figure {
  const { organization, from, to, asOf, ofPeriod, atEnd } = ground;
  const months = of === 'period' ? { from, to } : {};
  const part = dimension === undefined ? {} : { dimension };
  const figure = figureIdOf({ v: 1, indicator, organization, ...part, ...months, asOf });
  const value = (of === 'period' ? ofPeriod : atEnd)
    .filter((cell) => cell.indicator === indicator && (dimension === undefined || cell.dimension === dimension))
    .reduce((sum, { amount }) => sum + amount, 0);
  return { figure, value };
}

const monthsOutOfOrder = (): PlatformProblem =>
  new PlatformProblem('invalid', 'reporting.monthsOutOfOrder', {
    zh: '起始月份晚于截止月份',
    en: 'The first month is after the last one.',
  });

const twoCuts = (): PlatformProblem =>
  new PlatformProblem('invalid', 'reporting.oneCutAtATime', {
    zh: '用人单位与用工形式不能同时指定',
    en: 'Ask for an employer or for a form of employment, not for both.',
  });
