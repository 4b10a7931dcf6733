import type { Figure, TaskFigures } from '@gongyou/contracts';
import type { Month } from '@gongyou/domain';
import type { Cell } from '../indicator-ledger/cells.query';
import { figureIdOf, type ProgrammeFigureKey } from '../indicator-ledger/figure-key';
import type { ProgrammeIndicator } from '../indicator-ledger/indicators';

/** What all figures of a report share. */
export type FigureGround = Pick<
  ProgrammeFigureKey,
  'programme' | 'adopter' | 'organization' | 'from' | 'to' | 'asOf' | 'since'
>;

/** Which part of the whole a figure is of. */
export interface FigurePart {
  measure?: string;
  /** A department and the measures that it leads. */
  department?: { departmentId: string; measureIds: readonly string[] };
  dimension?: string;
  from?: Month;
  to?: Month;
}

/** Adds cells up to figures, each under the id that opens to its postings. */
export class Figures {
  private readonly cells = new Map<string, Cell[]>();

  constructor(
    private readonly ground: FigureGround,
    cells: readonly Cell[],
  ) {
    for (const cell of cells) {
      const alike = this.cells.get(cell.indicator);
      if (alike) alike.push(cell);
      else this.cells.set(cell.indicator, [cell]);
    }
  }

  figure(indicator: ProgrammeIndicator, part: FigurePart = {}): Figure {
    const { measure, department, dimension, from = this.ground.from, to = this.ground.to } = part;
    const key: ProgrammeFigureKey = {
      v: 1,
      ...this.ground,
      ...{ indicator, from, to },
      ...(measure !== undefined && { measure }),
      ...(department !== undefined && { department: department.departmentId }),
      ...(dimension !== undefined && { dimension }),
    };
    return { figure: figureIdOf(key), value: this.value(indicator, { ...part, from, to }) };
  }

  value(indicator: ProgrammeIndicator, part: FigurePart & { from: Month; to: Month }): number {
    return this.of(indicator, part).reduce((sum, { amount }) => sum + amount, 0);
  }

  /** The months, in order, in which something stands under an indicator. */
  months(indicator: ProgrammeIndicator, part: FigurePart & { from: Month; to: Month }): Month[] {
    const sums = new Map<Month, number>();
    for (const { periodMonth, amount } of this.of(indicator, part)) {
      sums.set(periodMonth as Month, (sums.get(periodMonth as Month) ?? 0) + amount);
    }
    return [...sums.keys()].filter((month) => sums.get(month) !== 0).sort();
  }

  private of(
    indicator: ProgrammeIndicator,
    { measure, department, dimension, from, to }: FigurePart & { from: Month; to: Month },
  ): Cell[] {
    return (this.cells.get(indicator) ?? []).filter(
      (cell) =>
        cell.periodMonth >= from &&
        cell.periodMonth <= to &&
        (measure === undefined || cell.measureId === measure) &&
        (department === undefined || department.measureIds.includes(cell.measureId)) &&
        (dimension === undefined || cell.dimension === dimension),
    );
  }
}

/** How the tasks of a part stand. */
export const taskFigures = (figures: Figures, part: FigurePart = {}): TaskFigures => ({
  planned: figures.figure('tasksPlanned', part),
  done: figures.figure('tasksDone', part),
  overdue: figures.figure('tasksOverdue', part),
  returned: figures.figure('tasksReturned', part),
  awaitingAcceptance: figures.figure('tasksAwaitingAcceptance', part),
  progressReports: figures.figure('progressReports', part),
  progressPercentPoints: figures.figure('progressPercentPoints', part),
});
