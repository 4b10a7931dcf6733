import {
  ContractRecorded,
  CrewFormed,
  CrewMeetingHeld,
  type EmploymentForm,
  type ExitKind,
  type FigureEvent,
  type PeriodIndicatorLine,
  type PeriodIndicators,
  UnitEstablished,
  type UnitKind,
  WorkerEnteredSite,
  WorkerLeftSite,
  WorkerTransferred,
} from '@gongyou/contracts';
import { day, month } from '@gongyou/domain';
import { figureKeyOf } from '../indicator-ledger/figure-key';
import { IndicatorLedgerProjector } from '../indicator-ledger/indicator-ledger.projector';
import { recomputeBalances } from '../indicator-ledger/recompute-balances';
import { EventsInMemory } from '../testing/events-in-memory';
import { RunningReadModels } from '../testing/running-read-models';
import { UnitRegisterProjector } from '../unit-register/unit-register.projector';
import { PeriodIndicatorsQuery } from './period-indicators.query';

describe('What happened in an organization in some months', () => {
  const log = new EventsInMemory();
  let models: RunningReadModels;

  const unit = (unitId: string, kind: UnitKind, parentId?: string) =>
    log.record(UnitEstablished, `unit-${unitId}`, {
      ...{ unitId, kind, name: unitId, establishedOn: day('2020-01-01') },
      ...(parentId !== undefined && { parentId }),
    });
  const work = { workType: '020', workRole: '20', ageGroup: 'adult' } as const;
  const enter = (workerId: string, crewId: string, on: string, employmentForm: EmploymentForm, employer: string) => {
    log.record(ContractRecorded, `worker-${workerId}`, {
      ...{ workerId, contractId: `c-${workerId}`, kind: 'labourContract', employerUnitId: employer, employmentForm },
      ...{ signedOn: day('2026-01-01'), startsOn: day('2026-01-01') },
    });
    again(workerId, crewId, on);
  };
  const again = (workerId: string, crewId: string, on: string) =>
    log.record(WorkerEnteredSite, `worker-${workerId}`, {
      ...{ ...work, workerId, projectId: 'bridge', crewId, contractId: `c-${workerId}`, enteredOn: day(on) },
    });
  const leave = (workerId: string, crewId: string, on: string, exitKind?: ExitKind) =>
    log.record(WorkerLeftSite, `worker-${workerId}`, {
      ...{ workerId, projectId: 'bridge', crewId, leftOn: day(on) },
      ...(exitKind !== undefined && { exitKind }),
    });
  const meet = (unitId: string, on: string) =>
    log.record(CrewMeetingHeld, `crew-${unitId}`, {
      ...{ unitId, meetingId: `m-${on}`, memberCount: 9, presentCount: 8, matters: [], heldOn: day(on) },
    });

  beforeAll(async () => {
    unit('cccc', 'group');
    unit('bridge', 'project', 'cccc');
    for (const crew of ['rebar', 'formwork']) {
      unit(crew, 'crew', 'bridge');
      log.record(CrewFormed, `crew-${crew}`, { unitId: crew, trade: '020', formedOn: day('2026-01-01') });
    }
    for (const on of ['2026-09-30', '2026-10-08', '2026-10-30']) meet('rebar', on);
    meet('formwork', '2026-10-31');

    enter('w-1', 'rebar', '2026-08-01', 'direct', 'cccc');
    enter('w-2', 'rebar', '2026-08-01', 'direct', 'cccc');
    enter('w-3', 'rebar', '2026-08-01', 'subcontracted', 'labour');
    enter('w-4', 'rebar', '2026-08-01', 'subcontracted', 'labour');
    leave('w-4', 'rebar', '2026-09-15', 'endedByEmployer');
    enter('w-5', 'formwork', '2026-10-01', 'subcontracted', 'labour');
    log.record(WorkerTransferred, 'worker-w-1', {
      ...{ ...work, workerId: 'w-1', projectId: 'bridge', fromCrewId: 'rebar', crewId: 'formwork' },
      transferredOn: day('2026-10-10'),
    });
    leave('w-2', 'rebar', '2026-10-20', 'worksFinished');
    leave('w-3', 'rebar', '2026-10-30', 'voluntary');
    leave('w-5', 'formwork', '2026-10-31', 'voluntary');
    again('w-4', 'rebar', '2026-10-25');
    models = await RunningReadModels.start(log, [new UnitRegisterProjector(), new IndicatorLedgerProjector()]);
    await models.caughtUp();
  });

  afterAll(() => models.stop());

  const line = async (indicator: string, asked: Partial<PeriodIndicators> = {}): Promise<PeriodIndicatorLine> => {
    const october = { organization: 'cccc', from: month('2026-10'), to: month('2026-10') };
    const { indicators } = await new PeriodIndicatorsQuery(models.reading).answer({ ...october, ...asked }, {});
    return indicators.find((each) => each.indicator === indicator)!;
  };
  const values = async (indicator: string, asked?: Partial<PeriodIndicators>) => {
    const { counted, outOf } = await line(indicator, asked);
    return [counted, outOf].map((figures) => figures?.map(({ value }) => value) ?? null);
  };
  const opened = async (figure: string): Promise<[string, number, string][]> =>
    (await models.figureEvents.answer(figureKeyOf(figure), {}, {})).events.map((event: FigureEvent) => [
      ...([event.type, event.amount, event.day] as [string, number, string]),
    ]);

  it('counts the crews that held a meeting in the month, and opens to the meetings (QD-30)', async () => {
    const { counted, before } = await line('crewsThatMet');
    expect([counted[0]!.value, before.value]).toEqual([2, 1]);
    expect(await opened(counted[0]!.figure)).toEqual([
      ['CrewMeetingHeld', 1, '2026-10-08'],
      ['CrewMeetingHeld', 1, '2026-10-31'],
    ]);
    expect(await values('crewsThatMet', { organization: 'formwork' })).toEqual([[1], null]);
  });

  it('counts entries, those of workers who came back, and exits (QD-48)', async () => {
    expect(await values('workerEntries')).toEqual([[2], null]);
    expect(await values('workerReEntries')).toEqual([[1], null]);
    // Who stands on the roster on the last day of October leaves in November.
    expect(await values('workerExits')).toEqual([[2], null]);
    expect(await values('workerExits', { to: month('2026-11') })).toEqual([[3], null]);
    expect(await values('voluntaryExits', { to: month('2026-11') })).toEqual([[2], null]);
  });

  it('gives the rates of retention and turnover, which add up to 100 percent (QD-48)', async () => {
    const [kept, lost] = [await line('workerRetentionRate'), await line('workerTurnoverRate')];
    expect([kept.shareBasisPoints, lost.shareBasisPoints]).toEqual([7_500, 2_500]);
    expect(kept.counted.map(({ value }) => value)).toEqual([3]);
    expect(kept.outOf!.map(({ value }) => value)).toEqual([3, 1]);
    expect(await opened(kept.outOf![1]!.figure)).toEqual([['WorkerLeftSite', 1, '2026-10-31']]);
  });

  it('wants the retention to grow from one period to the next (QD-48)', async () => {
    // September: three of four were kept. October: three of four again.
    const { target, before, attained } = await line('workerRetentionRate');
    expect([target, before.shareBasisPoints, attained]).toEqual([
      { provisionId: 'QD-48', op: 'increase' },
      7_500,
      false,
    ]);
    const november = { from: month('2026-11'), to: month('2026-11') };
    expect(await line('workerRetentionRate', november)).toMatchObject({ shareBasisPoints: 6_667, attained: false });
    const september = { from: month('2026-09'), to: month('2026-09') };
    expect(await line('workerRetentionRate', september)).toMatchObject({ shareBasisPoints: 7_500, attained: false });
    const july = { from: month('2026-07'), to: month('2026-07') };
    expect(await line('workerRetentionRate', july)).toMatchObject({ shareBasisPoints: null, attained: null });
  });

  it('gives them for each crew: who was transferred is kept by the crew that he is in (QD-48)', async () => {
    expect(await values('workerRetentionRate', { organization: 'rebar' })).toEqual([[1], [1, 1]]);
    expect(await values('workerRetentionRate', { organization: 'formwork' })).toEqual([[2], [2, 0]]);
  });

  it('gives them for each employer (QD-48)', async () => {
    expect(await values('workerRetentionRate', { contractor: 'labour' })).toEqual([[2], [2, 1]]);
    expect(await values('workerRetentionRate', { contractor: 'cccc' })).toEqual([[1], [1, 0]]);
  });

  it('gives them for each form of employment (JX-63)', async () => {
    expect(await values('workerTurnoverRate', { employmentForm: 'subcontracted' })).toEqual([[1], [2, 1]]);
    expect(await values('workerTurnoverRate', { employmentForm: 'direct' })).toEqual([[0], [1, 0]]);
  });

  it('gives them over several months, against as many before', async () => {
    const quarter = { from: month('2026-09'), to: month('2026-11') };
    const { counted, outOf, before } = await line('workerRetentionRate', quarter);
    expect([counted, outOf!].map((each) => each.map(({ value }) => value))).toEqual([[2], [2, 3]]);
    // June to August: four came, and nobody went.
    expect(before).toEqual({ value: 4, shareBasisPoints: 10_000 });
  });

  it('tells what was known at a position', async () => {
    const last = log.head;
    expect(await values('workerEntries', { asOfPosition: last - 1 })).toEqual([[1], null]);
    expect(await values('workerEntries', { asOfPosition: last })).toEqual([[2], null]);
  });

  it('takes months in their order, and one cut at a time', async () => {
    await expect(line('workerExits', { from: month('2026-11') })).rejects.toMatchObject({
      code: 'reporting.monthsOutOfOrder',
    });
    await expect(line('workerExits', { contractor: 'cccc', employmentForm: 'direct' })).rejects.toMatchObject({
      code: 'reporting.oneCutAtATime',
    });
  });

  it('is kept as what the postings add up to', async () => {
    expect(await recomputeBalances(models.dataSource.manager)).toEqual([]);
  });
});
