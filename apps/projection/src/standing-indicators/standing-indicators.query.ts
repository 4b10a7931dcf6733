import type {
  Figure,
  StandingIndicatorLine,
  StandingIndicators,
  StandingIndicatorsAnswer,
  StandingTrend,
  StandingTrendAnswer,
} from '@gongyou/contracts';
import { addDays, day, monthsOf, periodOf, periodRange } from '@gongyou/domain';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Cell, cellsAsOf, STANDING } from '../indicator-ledger/cells.query';
import { computedFigures } from '../indicator-ledger/computed-figures';
import { figureIdOf } from '../indicator-ledger/figure-key';
import { isComputed, ledgerIndicators } from '../indicator-ledger/indicators';
import { type AsOf, behind, clocksOf, FIRST_DAY, FIRST_YEAR } from '../reading/as-of';
import type { BothClocks } from '../reading/both-clocks';
import { Reading } from '../reading/reading';
import { roundedShareOf } from '../reading/share';
import { unitNamesAsOf, unitsBelowAsOf } from '../unit-register/unit-tree';
import { partyLines } from './party-lines';
import { countsOf, type StandingCount, type StandingLine } from './standing-line';
import { standingLines } from './standing-lines';

/** What a reader is shown: figures of the Party only who may read them. */
export interface ShownTo {
  partyFigures: boolean;
}

const YEARS = 5;

/** How things stand in a unit and all below it, at any point on both clocks. */
@Injectable()
export class StandingIndicatorsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, asOfDay, asOfPosition }: StandingIndicators,
    sender: Pick<Sender, 'after'>,
    shown: ShownTo = { partyFigures: false },
  ): Promise<StandingIndicatorsAnswer> {
    return this.reading.snapshot(behind(sender, asOfPosition), async ({ tx, position: newest }) => {
      const asOf = await clocksOf(tx, { asOfDay, asOfPosition }, newest);
      return {
        organization: await namedAsOf(tx, organization, asOf),
        asOf,
        indicators: await linesAsOf(tx, linesShown(shown), organization, asOf, newest),
      };
    });
  }

  /** Throws a `notFound` problem for an indicator that there is not, or that the reader is not shown. */
  trend(
    { organization, indicator, asOfDay, asOfPosition, years = YEARS }: StandingTrend,
    sender: Pick<Sender, 'after'>,
    shown: ShownTo = { partyFigures: false },
  ): Promise<StandingTrendAnswer> {
    const lines = linesShown(shown).filter((line) => line.indicator === indicator);
    if (lines.length === 0) throw new PlatformProblem('notFound', 'reporting.noSuchIndicator', texts.noSuchIndicator);
    return this.reading.snapshot(behind(sender, asOfPosition), async ({ tx, position: newest }) => {
      const asOf = await clocksOf(tx, { asOfDay, asOfPosition }, newest);
      const lastYear = Number(asOf.day.slice(0, 4));
      const points: StandingTrendAnswer['points'] = [];
      for (let year = Math.max(FIRST_YEAR, lastYear - years + 1); year <= lastYear; year += 1) {
        const yearEnd = day(`${year}-12-31`);
        const until = { ...asOf, day: yearEnd < asOf.day ? yearEnd : asOf.day };
        const [line] = await linesAsOf(tx, lines, organization, until, newest);
        points.push({ year: String(year), asOfDay: until.day, line: line! });
      }
      return { organization: await namedAsOf(tx, organization, asOf), asOfPosition: asOf.position, points };
    });
  }
}

const texts = {
  noSuchIndicator: { zh: '没有这个指标，或者您无权查看', en: 'There is no such indicator, or you may not see it.' },
};

const linesShown = ({ partyFigures }: ShownTo): readonly StandingLine[] =>
  partyFigures ? [...standingLines, ...partyLines] : standingLines;

async function namedAsOf(
  tx: EntityManager,
  unitId: string,
  asOf: BothClocks,
): Promise<{ unitId: string; name: string }> {
  return { unitId, name: (await unitNamesAsOf(tx, [unitId], asOf)).get(unitId) ?? unitId };
}

interface Ground {
  organization: string;
  asOf: AsOf;
  /** With their months where a line counts within a period. */
  cells: readonly (Pick<Cell, 'indicator' | 'dimension' | 'amount'> & Partial<Pick<Cell, 'periodMonth'>>)[];
  /** The values of figures that are no sum of postings, by their indicator. */
  computed: ReadonlyMap<string, number>;
}

async function linesAsOf(
  tx: EntityManager,
  lines: readonly StandingLine[],
  organization: string,
  asOf: AsOf,
  newest: number,
): Promise<StandingIndicatorLine[]> {
  const unitIds = await unitsBelowAsOf(tx, organization, asOf);
  const indicators = [...new Set(lines.flatMap(countsOf).map(({ indicator }) => indicator))];
  const cells = await cellsAsOf(tx, { ...STANDING, unitIds, indicators }, asOf, newest);
  const find = computedFigures(tx, unitIds, asOf);
  const computed = new Map<string, number>();
  for (const indicator of indicators.filter(isComputed)) computed.set(indicator, (await find(indicator)).length);
  return lines.map((line) => lineOf(line, { organization, asOf, cells, computed }));
}

/** A line with its figures. Pure. */
export function lineOf(line: StandingLine, ground: Ground): StandingIndicatorLine {
  const { indicator, title, area, target, within } = line;
  const { unit } = ledgerIndicators[line.numerator.indicator];
  const numerator = figureOf(line.numerator, within, ground);
  const denominator = line.denominator ? figureOf(line.denominator, within, ground) : null;
  const share = denominator && denominator.value > 0 ? { upper: numerator.value, lower: denominator.value } : null;
  return {
    indicator,
    title,
    area,
    ...(unit && { unit }),
    ...(within !== undefined && { period: periodOf(ground.asOf.day, within) }),
    numerator,
    denominator,
    shareBasisPoints: share && roundedShareOf(share.upper, share.lower),
    target: target ?? null,
    attained: share && target ? share.upper * 10_000 >= target.leastBasisPoints * share.lower : null,
  };
}

function figureOf(
  { indicator, dimension }: StandingCount,
  within: StandingLine['within'],
  { organization, asOf, cells, computed }: Ground,
): Figure {
  const period = within === undefined ? undefined : periodOf(asOf.day, within);
  // All that was known, less what happened before the period: the same position, and the day before it begins.
  const from = period && periodRange(period).from;
  const since = from && from > FIRST_DAY && { day: addDays(from, -1), position: asOf.position };
  const figure = figureIdOf({
    v: 1,
    indicator,
    organization,
    ...(dimension !== undefined && { dimension }),
    asOf,
    ...(since && { since }),
  });
  if (isComputed(indicator)) return { figure, value: computed.get(indicator)! };
  const months = period && new Set<string>(monthsOf(period));
  const value = cells
    .filter((cell) => cell.indicator === indicator && (dimension === undefined || cell.dimension === dimension))
    .filter((cell) => months === undefined || months.has(cell.periodMonth ?? ''))
    .reduce((sum, { amount }) => sum + amount, 0);
  return { figure, value };
}
