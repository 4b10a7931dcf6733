import type { Figure, StandingIndicatorLine, StandingIndicators, StandingIndicatorsAnswer } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { type Cell, cellsAsOf, STANDING } from '../indicator-ledger/cells.query';
import { figureIdOf } from '../indicator-ledger/figure-key';
import { BEFORE_ALL, recordedDayOf } from '../intake/recorded-day';
import type { BothClocks } from '../reading/both-clocks';
import { Reading } from '../reading/reading';
import { unitNamesAsOf, unitsBelowAsOf } from '../unit-register/unit-tree';
import { type StandingCount, type StandingLine, standingLines } from './standing-lines';

/** How things stand in a unit and all below it, at any point on both clocks. */
@Injectable()
export class StandingIndicatorsQuery {
  constructor(private readonly reading: Reading) {}

  /** Without `asOfPosition` what is known now; without `asOfDay` the day on which the event at that position was recorded. */
  answer(
    { organization, asOfDay, asOfPosition }: StandingIndicators,
    sender: Pick<Sender, 'after'>,
  ): Promise<StandingIndicatorsAnswer> {
    const after = asOfPosition === undefined ? sender.after : Math.max(asOfPosition, sender.after ?? 0);
    return this.reading.snapshot({ after }, async ({ tx, position: newest }) => {
      const position = asOfPosition ?? newest;
      const asOf = { day: asOfDay ?? (await recordedDayOf(tx, position)) ?? BEFORE_ALL, position };
      const unitIds = await unitsBelowAsOf(tx, organization, asOf);
      const cells = await cellsAsOf(tx, { ...STANDING, unitIds }, asOf, newest);
      const names = await unitNamesAsOf(tx, [organization], asOf);
      return {
        organization: { unitId: organization, name: names.get(organization) ?? organization },
        asOf,
        indicators: standingLines.map((line) => lineOf(line, { organization, asOf, cells })),
      };
    });
  }
}

interface Ground {
  organization: string;
  asOf: BothClocks & { day: Day };
  cells: readonly Cell[];
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
