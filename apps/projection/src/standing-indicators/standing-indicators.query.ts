import type { Figure, StandingIndicatorLine, StandingIndicators, StandingIndicatorsAnswer } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Cell, cellsAsOf, STANDING } from '../indicator-ledger/cells.query';
import { figureIdOf } from '../indicator-ledger/figure-key';
import { recordedDayOf } from '../intake/recorded-day';
import type { BothClocks } from '../reading/both-clocks';
import { Reading } from '../reading/reading';
import { unitNamesAsOf, unitsBelowAsOf } from '../unit-register/unit-tree';
import { countsOf, type StandingCount, type StandingLine, standingLines } from './standing-lines';

/** How things stand in a unit and all below it, at any point on both clocks. */
@Injectable()
export class StandingIndicatorsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, asOfDay, asOfPosition }: StandingIndicators,
    sender: Pick<Sender, 'after'>,
  ): Promise<StandingIndicatorsAnswer> {
    const after = asOfPosition === undefined ? sender.after : Math.max(asOfPosition, sender.after ?? 0);
    return this.reading.snapshot({ after }, async ({ tx, position: newest }) => {
      const asOf = await clocksOf(tx, { asOfDay, asOfPosition }, newest);
      const unitIds = await unitsBelowAsOf(tx, organization, asOf);
      const cells = await cellsAsOf(tx, { ...STANDING, unitIds, indicators: shownIndicators }, asOf, newest);
      const names = await unitNamesAsOf(tx, [organization], asOf);
      return {
        organization: { unitId: organization, name: names.get(organization) ?? organization },
        asOf,
        indicators: standingLines.map((line) => lineOf(line, { organization, asOf, cells })),
      };
    });
  }
}

const shownIndicators = [...new Set(standingLines.flatMap(countsOf).map(({ indicator }) => indicator))];

/** Without a position what is known now; without a day the one on which the event at that position was recorded. */
export async function clocksOf(
  tx: EntityManager,
  { asOfDay, asOfPosition }: { asOfDay: Day | undefined; asOfPosition: number | undefined },
  newest: number,
): Promise<BothClocks & { day: Day }> {
  const position = asOfPosition ?? newest;
  return { day: asOfDay ?? (await recordedDayOf(tx, position)) ?? BEFORE_ALL, position };
}

/** Before the first event there is no day to take. */
const BEFORE_ALL = '0001-01-01' as Day;

interface Ground {
  organization: string;
  asOf: BothClocks & { day: Day };
  cells: readonly Pick<Cell, 'indicator' | 'dimension' | 'amount'>[];
}

/** A line with its figures. Pure. */
export function lineOf({ indicator, title, target, ...counts }: StandingLine, ground: Ground): StandingIndicatorLine {
  const numerator = figureOf(counts.numerator, ground);
  const denominator = counts.denominator ? figureOf(counts.denominator, ground) : null;
  const share = denominator && denominator.value > 0 ? { upper: numerator.value, lower: denominator.value } : null;
  return {
    indicator,
    title,
    numerator,
    denominator,
    shareBasisPoints: share && Math.floor((20_000 * share.upper + share.lower) / (2 * share.lower)),
    target: target ?? null,
    attained: share && target ? share.upper * 10_000 >= target.leastBasisPoints * share.lower : null,
  };
}

function figureOf({ indicator, dimension }: StandingCount, { organization, asOf, cells }: Ground): Figure {
  const figure = figureIdOf({ v: 1, indicator, organization, ...(dimension !== undefined && { dimension }), asOf });
  const value = cells
    .filter((cell) => cell.indicator === indicator && (dimension === undefined || cell.dimension === dimension))
    .reduce((sum, { amount }) => sum + amount, 0);
  return { figure, value };
}
