import type { Figure, FigureEvent, LeadingGroupReport, LeadingGroupReportAnswer, TargetLine } from '@gongyou/contracts';
import { day, type Day, period } from '@gongyou/domain';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { figureKeyOf } from '../indicator-ledger/figure-key';
import { recomputeBalances } from '../indicator-ledger/recompute-balances';
import { ExampleGroup } from '../testing/example-group';
import { EventsInMemory } from '../testing/events-in-memory';
import { RunningReadModels } from '../testing/running-read-models';

interface Asked {
  organization?: string;
  period?: string;
  asOfDay?: string;
  asOfPosition?: number;
}

describe('The leading-group report', () => {
  let models: RunningReadModels;
  let group: ExampleGroup;

  beforeEach(async () => {
    group = new ExampleGroup(new EventsInMemory()).found();
    models = await RunningReadModels.start(group.log);
  });

  afterEach(() => models.stop());

  async function answer(asked: Asked = {}): Promise<LeadingGroupReportAnswer> {
    await models.caughtUp();
    const { organization = 'cccc', asOfDay, asOfPosition } = asked;
    return models.reports.report(
      {
        programme: 'reform',
        organization,
        period: period(asked.period ?? '2026'),
        ...(asOfDay !== undefined && { asOfDay: day(asOfDay) }),
        ...(asOfPosition !== undefined && { asOfPosition }),
      },
      {},
    );
  }

  const report = async (asked: Asked = {}): Promise<LeadingGroupReport> => (await answer(asked)).report;

  const target = async (provisionId: string, asked: Asked = {}): Promise<TargetLine> =>
    (await report(asked)).parts[0]!.measures.flatMap(({ targets }) => targets).find(
      (line) => line.provisionId === provisionId,
    )!;

  /** All postings behind a figure, page by page. */
  async function opened({ figure }: Figure, limit = 3): Promise<FigureEvent[]> {
    const events: FigureEvent[] = [];
    let cursor: string | undefined;
    do {
      const page = await models.figureEvents.answer(
        figureKeyOf(figure),
        { ...(cursor !== undefined && { cursor }), limit },
        {},
      );
      events.push(...page.events);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return events;
  }

  describe('counts tasks', () => {
    beforeEach(() => {
      group.plan('t1');
      group.plan('t2', { ownerUnitId: 'project-1' });
      group.plan('t3', { dueOn: day('2027-01-31') });
      group.report('t1', 40, '2026-11-05');
      group.complete('t2', '2026-11-06');
      group.accept('t2', '2026-11-08');
    });

    it('that fall due in the period', async () => {
      expect(valuesOf((await report()).totals)).toEqual({
        planned: 2,
        done: 1,
        overdue: 0,
        returned: 0,
        awaitingAcceptance: 0,
        progressReports: 1,
        progressPercentPoints: 140,
      });
      expect((await report({ period: '2027' })).totals.planned.value).toBe(1);
      expect((await report({ period: '2026-10' })).totals.planned.value).toBe(0);
    });

    it('by measure and by lead department', async () => {
      const { parts, leadDepartments } = await report();
      expect(parts[0]!.measures.map(({ measureId, tasks }) => [measureId, tasks.planned.value])).toEqual([
        ['wages', 2],
        ['reports', 0],
      ]);
      expect(
        leadDepartments.map(({ departmentId, measures, tasks }) => [departmentId, measures, tasks.planned.value]),
      ).toEqual([
        ['personnel', 1, 2],
        ['union-office', 1, 0],
      ]);
    });

    it('of a unit and those below it, when it is about that unit', async () => {
      expect((await report({ organization: 'company-a' })).totals.planned.value).toBe(2);
      expect((await report({ organization: 'project-1' })).totals.planned.value).toBe(1);
      expect((await report({ organization: 'company-b' })).totals.planned.value).toBe(0);
      expect((await report({ organization: 'project-1' })).adoptedBy.unitId).toBe('cccc');
    });

    it('as of any day', async () => {
      expect((await report({ asOfDay: '2026-11-07' })).totals).toMatchObject({
        done: { value: 0 },
        awaitingAcceptance: { value: 1 },
      });
      expect((await report({ asOfDay: '2026-11-01' })).totals.planned.value).toBe(0);
    });

    it('as of any position, whatever was recorded since', async () => {
      const position = group.log.head;
      const before = await answer();
      group.report('t1', 90, '2026-11-04');
      expect((await report()).totals.progressPercentPoints.value).toBe(190);
      expect(await answer({ asOfPosition: position })).toEqual(before);
    });

    it('so that each figure opens to the very events behind it', async () => {
      const { totals } = await report();
      expect((await opened(totals.done)).map(({ type, amount, stream }) => [type, amount, stream])).toEqual([
        ['TaskAccepted', 1, 'task-t2'],
      ]);
      const [event] = await opened(totals.progressReports);
      expect(event).toMatchObject({
        position: 9,
        day: '2026-11-05',
        unitId: 'company-a',
        data: { progressPercent: 40 },
      });
    });

    it('and keeps a withdrawn task as its posting and the reversal', async () => {
      group.withdraw('t1', '2026-11-09');
      const { totals } = await report();
      expect(totals.planned.value).toBe(1);
      expect((await opened(totals.planned)).map(({ type, amount }) => [type, amount])).toEqual([
        ['TaskPlanned', 1],
        ['TaskPlanned', 1],
        ['TaskWithdrawn', -1],
      ]);
    });
  });

  describe('rolls up along the tree', () => {
    beforeEach(() => {
      group.plan('t1', { ownerUnitId: 'project-1' });
      group.move('project-1', 'company-b', '2026-11-15');
    });

    it('as it stood on the day', async () => {
      expect((await report({ organization: 'company-a', asOfDay: '2026-11-14' })).totals.planned.value).toBe(1);
      expect((await report({ organization: 'company-b', asOfDay: '2026-11-14' })).totals.planned.value).toBe(0);
      expect((await report({ organization: 'company-a', asOfDay: '2026-11-15' })).totals.planned.value).toBe(0);
      expect((await report({ organization: 'company-b', asOfDay: '2026-11-15' })).totals.planned.value).toBe(1);
    });

    it('to the district of projects that a project belonged to at the time (JX-06)', async () => {
      group.unit('northwest', 'projectDistrict', 'cccc');
      group.move('project-1', 'northwest', '2026-11-18');
      const planned = async (asOf: object) =>
        (await report({ organization: 'northwest', ...asOf })).totals.planned.value;
      expect(await planned({ asOfDay: '2026-11-17' })).toBe(0);
      expect(await planned({ asOfDay: '2026-11-18' })).toBe(1);
      expect(await planned({ asOfDay: '2026-11-18', asOfPosition: group.log.head - 1 })).toBe(0);
    });

    it('as it was known at the position', async () => {
      const before = group.log.head - 1;
      expect((await report({ organization: 'company-a', asOfPosition: before })).totals.planned.value).toBe(1);
    });

    it('without the move that would close a ring', async () => {
      group.move('company-b', 'project-1', '2026-11-16');
      expect((await report({ organization: 'company-b' })).totals.planned.value).toBe(1);
      expect((await report({ organization: 'project-1' })).adoptedBy.unitId).toBe('cccc');
    });
  });

  it('calls units and departments as they were at its position', async () => {
    const before = group.log.head;
    group.rename('cccc', '新名称', '2026-11-10');
    group.remap('personnel', 'project-1', '2026-11-10');
    const now = await report();
    const then = await report({ asOfPosition: before });
    expect([then.organization.name, now.organization.name]).toEqual(['单位 cccc', '新名称']);
    const unitOf = ({ parts }: LeadingGroupReport) => parts[0]!.measures[0]!.leadDepartments[0]!.unitId;
    expect([unitOf(then), unitOf(now)]).toEqual(['company-a', 'project-1']);
  });

  describe('tells what changed since the last issued report', () => {
    it('as all, while none was issued', async () => {
      group.plan('t1');
      const { since, changes, totals } = await report();
      expect(since).toBeNull();
      expect(changes).toEqual(totals);
    });

    it('as the postings that came between', async () => {
      group.plan('t1');
      const first = await answer();
      group.issueReport('2026', first.report.asOf as { day: Day; position: number }, first.sha256);
      group.report('t1', 40, '2026-11-05');
      group.plan('t2');
      const { since, changes } = await report();
      expect(since).toEqual({ period: '2026', ...first.report.asOf, reportSha256: first.sha256 });
      expect(valuesOf(changes)).toMatchObject({ planned: 1, progressReports: 1, progressPercentPoints: 40 });
      expect((await opened(changes.planned)).map(({ stream }) => stream)).toEqual(['task-t2']);
      expect(await answer({ asOfPosition: first.report.asOf.position })).toEqual(first);
    });
  });

  describe('sets returned values against targets', () => {
    it('as nothing while nothing was returned', async () => {
      expect(await target('CC-13b')).toMatchObject({
        source: 'none',
        numerator: null,
        valueHundredths: null,
        attained: null,
      });
    });

    it('for a rate, as the counts of all units in the latest month', async () => {
      group.returnIndicator('accountRate', '2026-09', 1, 2);
      group.returnIndicator('accountRate', '2026-10', 94, 100);
      group.returnIndicator('accountRate', '2026-10', 20, 20, { unitId: 'company-b' });
      expect(await target('CC-13b')).toMatchObject({
        source: 'returned',
        numerator: { value: 114 },
        denominator: { value: 120 },
        valueHundredths: 9500,
        attained: false,
      });
    });

    it('corrected by reversing postings, which the figure shows', async () => {
      group.returnIndicator('accountRate', '2026-10', 94, 100);
      const before = group.log.head;
      group.correctIndicator('accountRate', '2026-10', [94, 100], [100, 100], '2026-11-12');
      const line = await target('CC-13b');
      expect(line).toMatchObject({ valueHundredths: 10_000, attained: true });
      expect((await opened(line.numerator!)).map(({ type, amount }) => [type, amount])).toEqual([
        ['IndicatorReturned', 94],
        ['IndicatorReturnCorrected', -94],
        ['IndicatorReturnCorrected', 100],
      ]);
      expect(await target('CC-13b', { asOfPosition: before })).toMatchObject({
        valueHundredths: 9400,
        attained: false,
      });
      expect(await target('CC-13b', { asOfDay: '2026-11-11' })).toMatchObject({ valueHundredths: 9400 });
    });

    it('for an increase, against the period before', async () => {
      group.returnIndicator('trainingSpent', '2026-09', 100_000_00);
      group.returnIndicator('trainingSpent', '2026-10', 100_000_01);
      expect(await target('CC-13x', { period: '2026-10' })).toMatchObject({
        valueHundredths: 100_000_01,
        previousHundredths: 100_000_00,
        attained: true,
      });
      expect(await target('CC-13x', { period: '2026-09' })).toMatchObject({ previousHundredths: null, attained: null });
      expect(await target('CC-13x', { period: '2026' })).toMatchObject({ valueHundredths: 200_000_01 });
    });

    it('for the programme as a whole, outside any measure', async () => {
      expect((await report()).targets).toEqual([
        expect.objectContaining({ provisionId: 'CC-OG1', measureId: null, source: 'none', valueHundredths: null }),
      ]);
      group.returnIndicator('highlySkilledShare', '2026-10', 33, 100);
      const [line] = (await report()).targets;
      expect(line).toMatchObject({
        target: 33,
        by: '2026-12-31',
        source: 'returned',
        valueHundredths: 3300,
        attained: true,
      });
      expect((await opened(line!.numerator!)).map(({ type }) => type)).toEqual(['IndicatorReturned']);
    });

    it('tells a returned nought from nothing', async () => {
      group.returnIndicator('accountRate', '2026-10', 0, 7);
      expect(await target('CC-13b')).toMatchObject({
        source: 'returned',
        numerator: { value: 0 },
        valueHundredths: 0,
        attained: false,
      });
    });
  });

  describe('counts recurring duties from their tasks', () => {
    it('as owed for the periods that ended since the adoption', async () => {
      expect(await target('CC-16a', { asOfDay: '2026-10-30' })).toMatchObject({
        source: 'computed',
        numerator: { value: 0 },
        attained: null,
      });
      expect(await target('CC-16a', { asOfDay: '2026-10-31' })).toMatchObject({ valueHundredths: 0, attained: false });
    });

    it('as attained when each of them has its accepted task', async () => {
      group.planDuty('d10', period('2026-10'), 'company-b', '2026-10-31');
      group.complete('d10', '2026-11-03');
      group.accept('d10', '2026-11-04');
      expect(await target('CC-16a', { asOfDay: '2026-11-29' })).toMatchObject({ valueHundredths: 100, attained: true });
      expect(await target('CC-16a', { asOfDay: '2026-11-30' })).toMatchObject({
        valueHundredths: 100,
        attained: false,
      });
    });

    it('only for the unit that was given them, when it is about a unit below', async () => {
      group.planDuty('d10', period('2026-10'), 'company-b', '2026-10-31');
      const asOfDay = '2026-11-20';
      expect(await target('CC-16a', { organization: 'company-a', asOfDay })).toMatchObject({ source: 'none' });
      expect(await target('CC-16a', { organization: 'company-b', asOfDay })).toMatchObject({
        source: 'computed',
        attained: false,
      });
    });
  });

  describe('is refused', () => {
    it.each([
      ['before the adoption', { asOfDay: '2026-09-30' }, 'reporting.beforeAdoption', 'notFound'],
      ['at a position before the adoption', { asOfPosition: 4 }, 'reporting.beforeAdoption', 'notFound'],
      ['for a unit that nobody has set up', { organization: 'nowhere' }, 'reporting.notAdopted', 'notFound'],
    ] as const)('%s', async (_, asked, code, kind) => {
      await expect(answer(asked)).rejects.toMatchObject({ code, kind });
    });

    it('for a programme that was never published', async () => {
      await models.caughtUp();
      const asked = { programme: 'nothing', organization: 'cccc', period: period('2026') };
      await expect(models.reports.report(asked, {})).rejects.toMatchObject({ code: 'reporting.programmeUnknown' });
    });

    it('for a position that is not taken in yet, with the one that is', async () => {
      const head = group.log.head;
      await expect(answer({ asOfPosition: head + 1 })).rejects.toMatchObject({
        code: 'reporting.notYetThere',
        kind: 'unavailable',
        detail: { position: head, wanted: head + 1 },
      });
    });
  });

  it('has the same bytes after the read models were dropped and filled again', async () => {
    writeHistory(group, [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4, 3, 3, 8, 3, 2, 7]);
    const before = await answer();
    await models.dataSource.query('DROP SCHEMA projection CASCADE');
    group.log.record('DayClosed', 'calendar-platform', { day: '2026-11-20' });
    expect(await answer({ asOfPosition: before.report.asOf.position })).toEqual(before);
    expect(canonicalize(before.report)).toHaveLength(
      canonicalize((await answer({ asOfPosition: before.report.asOf.position })).report)!.length,
    );
  });

  it('has only figures that are the sum of their postings, in any history and on both clocks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(1_000_000), { minLength: 5, maxLength: 25 }),
        fc.nat(30),
        fc.constantFrom('cccc', 'company-a'),
        async (choices, back, organization) => {
          writeHistory(group, choices);
          await models.caughtUp();
          const asOfPosition = Math.max(group.log.head - back, 5);
          const asOfDay = `2026-11-${String(1 + (choices[0]! % 30)).padStart(2, '0')}`;
          const figures = figuresOf(await report({ organization, asOfPosition, asOfDay }));
          for (const figure of figures) {
            const { value, events, nextCursor } = await models.figureEvents.answer(
              figureKeyOf(figure.figure),
              { limit: 500 },
              {},
            );
            expect(nextCursor).toBeNull();
            expect([value, events.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([figure.value, figure.value]);
          }
          expect(await recomputeBalances(models.dataSource.manager)).toEqual([]);
        },
      ),
      { seed: 20261120, numRuns: 12 },
    );
  });

  it('rests on balances whose falsification is found', async () => {
    group.plan('t1');
    await models.caughtUp();
    await models.dataSource.query("UPDATE balance SET amount = amount + 1 WHERE indicator = 'tasksPlanned'");
    expect(await recomputeBalances(models.dataSource.manager)).toEqual([
      {
        organizationId: 'cccc',
        programmeId: 'reform',
        periodMonth: '2026-11',
        indicator: 'tasksPlanned',
        measureId: 'wages',
        unitId: 'company-a',
        dimension: '',
        kept: 2,
        recomputed: 1,
      },
    ]);
  });
});

const valuesOf = (figures: object): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, (figure as Figure).value]));

/** Every figure that stands anywhere in a report, once. */
function figuresOf(report: LeadingGroupReport): Figure[] {
  const found = new Map<string, Figure>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('figure' in part) found.set((part as Figure).figure, part as Figure);
    else Object.values(part).forEach(visit);
  };
  visit(report);
  return [...found.values()];
}

/** A history of tasks and returns that the numbers choose; days run in any order. */
function writeHistory(group: ExampleGroup, choices: readonly number[]): void {
  const start = group.log.head;
  const tasks: string[] = [];
  choices.forEach((choice, index) => {
    const on = `2026-11-${String(1 + (Math.floor(choice / 7) % 30)).padStart(2, '0')}`;
    const task = tasks[choice % Math.max(tasks.length, 1)];
    const act = choice % 10;
    if (task === undefined || act < 2) {
      const id = `t${start}-${index}`;
      tasks.push(id);
      const ownerUnitId = ['company-a', 'company-b', 'project-1'][Math.floor(choice / 3) % 3]!;
      if (act === 0) group.planDuty(id, period('2026-11'), ownerUnitId);
      else group.plan(id, { ownerUnitId, plannedOn: day(on), dueOn: day(choice % 2 ? '2026-11-30' : '2026-12-31') });
    } else if (act < 5) group.report(task, Math.floor(choice / 11) % 101, on);
    else if (act === 5) group.complete(task, on);
    else if (act === 6) group.accept(task, on);
    else if (act === 7) group.sendBack(task, on, choice % 3 ? '2026-11-30' : '2026-12-15');
    else if (act === 8) group.withdraw(task, on);
    else
      group.returnIndicator('accountRate', `2026-1${choice % 3}`, choice % 50, 50, { unitId: `company-${start}`, on });
    if (choice % 13 === 0) group.issueReport('2026', { day: day(on), position: group.log.head }, 'ab'.repeat(32));
    if (choice % 17 === 0) group.move('project-1', choice % 2 ? 'company-a' : 'company-b', on);
  });
}
