import type { StandingBreakdown, StandingBreakdownAnswer } from '@gongyou/contracts';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { standingCellsOf } from '../indicator-ledger/cells.query';
import { behind, clocksOf } from '../reading/as-of';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { crewsBelowAsOf, unitNamesAsOf, unitsDirectlyBelowAsOf } from '../unit-register/unit-tree';
import { lineOf } from './standing-indicators.query';
import { countsOf } from './standing-line';
import { standingLines } from './standing-lines';

const PAGE = 100;
/** No line that everybody is shown is computed. */
const NOTHING: ReadonlyMap<string, number> = new Map();

/** One standing indicator of the units directly below a unit, or of all crews below it, at any point on both clocks (QD-03). */
@Injectable()
export class StandingBreakdownQuery {
  constructor(private readonly reading: Reading) {}

  /** Throws a `notFound` problem for an indicator that there is not. */
  answer(asked: StandingBreakdown, sender: Pick<Sender, 'after'>): Promise<StandingBreakdownAnswer> {
    const { organization, indicator, level, asOfDay, asOfPosition, cursor = '', limit = PAGE } = asked;
    const line = standingLines.find((each) => each.indicator === indicator && each.within === undefined);
    if (!line) throw indicatorUnknown(indicator);
    return this.reading.snapshot(behind(sender, asOfPosition), async ({ tx, position: newest }) => {
      const asOf = await clocksOf(tx, { asOfDay, asOfPosition }, newest);
      const page = { unitId: organization, after: cursor, limit: limit + 1 };
      const found =
        level === 'crews' ? await crewsBelowAsOf(tx, page, asOf) : await unitsDirectlyBelowAsOf(tx, page, asOf);
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      const unitIds = rows.map(({ unitId }) => unitId);
      const indicators = countsOf(line).map((count) => count.indicator);
      const cells = await standingCellsOf(tx, { unitIds, indicators }, asOf, newest);
      const names = await unitNamesAsOf(tx, unitIds, asOf);
      return {
        asOf,
        units: rows.map(({ unitId, kind }) => ({
          ...{ unitId, name: names.get(unitId) ?? unitId, kind },
          line: lineOf(line, {
            ...{ organization: unitId, asOf, computed: NOTHING },
            cells: cells.filter((cell) => cell.unitId === unitId),
          }),
        })),
        nextCursor,
      };
    });
  }
}

const indicatorUnknown = (indicator: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'reporting.indicatorUnknown',
    { zh: '没有该指标', en: 'There is no such standing indicator.' },
    { indicator },
  );
