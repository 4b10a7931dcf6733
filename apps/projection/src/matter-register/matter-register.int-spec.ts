import {
  MatterAnswered,
  MatterAnswerPassedOn,
  MatterClosed,
  MatterEscalated,
  type MatterLevel,
  MatterOwnerAssigned,
  MatterRaised,
  type Matters,
  type MatterStation,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { StandingIndicatorsQuery } from '../standing-indicators/standing-indicators.query';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleLiaison } from '../testing/example-liaison';
import { RunningReadModels } from '../testing/running-read-models';
import { figureKeyOf } from '../indicator-ledger/figure-key';
import { MatterDetailsQuery } from './matter-details.query';
import { MattersQuery } from './matters.query';

describe('The register of matters', () => {
  let models: RunningReadModels;
  let company: ExampleLiaison;
  let matters: MattersQuery;

  beforeEach(async () => {
    company = new ExampleLiaison(new EventsInMemory()).found();
    models = await RunningReadModels.start(company.log);
    matters = new MattersQuery(models.reading);
  });

  afterEach(() => models.stop());

  const settled = () => ({ after: company.log.head });
  const station = (level: MatterLevel, unitId: string, dueOn: string, ownerId?: string): MatterStation => ({
    ...{ level, unitId, limit: { dueOn: day(dueOn), provisional: false } },
    ...(ownerId !== undefined && { ownerId }),
  });
  const raise = (matterId: string, dueOn = '2026-11-05', ownerId = 'c1', change: Partial<MatterRaised> = {}) =>
    company.log.record(MatterRaised, `matter-${matterId}`, {
      ...{ matterId, unitId: 'crew-1', kind: 'wage', subject: 'payLate', raisedOn: day('2026-11-02') },
      ...{ origin: { source: 'talk', recordId: 'w1' }, station: station('crew', 'crew-1', dueOn, ownerId), ...change },
    });
  const escalate = (matterId: string, fromLevel: MatterLevel, to: MatterStation, on: string) =>
    company.log.record(MatterEscalated, `matter-${matterId}`, {
      ...{ matterId, fromLevel, reason: 'beyondItsMeans', station: to, escalatedOn: day(on) },
    });
  const answer = (matterId: string, level: MatterLevel, on: string, dueOn: string) =>
    company.log.record(MatterAnswered, `matter-${matterId}`, {
      ...{ matterId, level, answer: 'planned', measure: '二十五日前发放', plannedFor: day('2026-11-25') },
      ...{ inTime: true, limit: { dueOn: day(dueOn), provisional: false }, answeredOn: day(on) },
    });
  const ids = async (asked: Partial<Matters> = {}) =>
    (await matters.answer({ organization: 'company', ...asked }, settled())).matters.map(({ matterId }) => matterId);

  it('tells each hop of a matter up to the company and of its answer back down to the crew (JX-14)', async () => {
    raise('m1');
    escalate('m1', 'crew', station('project', 'project-1', '2026-11-10', 'p1'), '2026-11-03');
    escalate('m1', 'project', station('company', 'company', '2026-11-18', 'x1'), '2026-11-04');
    answer('m1', 'company', '2026-11-10', '2026-11-12');
    for (const [fromLevel, to] of [
      ['company', station('project', 'project-1', '2026-11-16', 'p1')],
      ['project', station('crew', 'crew-1', '2026-11-17', 'c1')],
    ] as const) {
      const passedOn = day('2026-11-12');
      company.log.record(MatterAnswerPassedOn, 'matter-m1', { matterId: 'm1', fromLevel, station: to, passedOn });
    }
    company.log.record(MatterClosed, 'matter-m1', { matterId: 'm1', told: 'meeting', toldOn: day('2026-11-13') });
    const permitted: (readonly string[])[] = [];
    const details = new MatterDetailsQuery(models.reading, company.log);
    const answered = await details.answer('m1', settled(), (units) => Promise.resolve(void permitted.push(units)));
    expect(answered.matter).toEqual({
      ...{ matterId: 'm1', unitId: 'crew-1', unitName: '单位 crew-1', kind: 'wage', subject: 'payLate' },
      ...{ source: 'talk', recordId: 'w1', raisedOn: '2026-11-02', stage: 'closed', level: 'crew' },
      ...{ levelUnitId: 'crew-1', ownerId: 'c1', dueOn: '2026-11-17', dueProvisional: false },
      ...{ answeredOn: '2026-11-10', answeredLevel: 'company', answer: 'planned', measure: '二十五日前发放' },
      ...{ plannedFor: '2026-11-25', inTime: true, told: 'meeting', closedOn: '2026-11-13' },
      hops: [
        ['up', 'crew', 'project', 'project-1', '2026-11-03', 'beyondItsMeans'],
        ['up', 'project', 'company', 'company', '2026-11-04', 'beyondItsMeans'],
        ['down', 'company', 'project', 'project-1', '2026-11-12', null],
        ['down', 'project', 'crew', 'crew-1', '2026-11-12', null],
      ].map(([direction, fromLevel, level, unitId, on, reason]) => ({
        ...{ direction, fromLevel, level, unitId, on, reason },
      })),
    });
    expect(answered.history.map(({ type }) => type)).toEqual([
      ...['MatterRaised', 'MatterEscalated', 'MatterEscalated', 'MatterAnswered'],
      ...['MatterAnswerPassedOn', 'MatterAnswerPassedOn', 'MatterClosed'],
    ]);
    expect(new Set(permitted[0])).toEqual(new Set(['crew-1', 'project-1', 'company']));
    await expect(details.answer('m2', {}, () => Promise.resolve())).rejects.toThrow('organization.matterUnknown');
  });

  it('lists matters by stage, kind, level, owner and the record they come from (JX-40, JX-56b)', async () => {
    raise('m1');
    raise('m2', '2026-11-05', 'c2', { kind: 'board', subject: 'water', origin: { source: 'round', recordId: 'w2' } });
    escalate('m2', 'crew', station('project', 'project-1', '2026-11-10', 'p1'), '2026-11-03');
    raise('m3');
    answer('m3', 'crew', '2026-11-03', '2026-11-05');
    expect(await ids()).toEqual(['m1', 'm2', 'm3']);
    expect(await ids({ organization: 'project-2' })).toEqual([]);
    expect(await ids({ stage: 'answered' })).toEqual(['m3']);
    expect(await ids({ kind: 'board' })).toEqual(['m2']);
    expect(await ids({ level: 'project' })).toEqual(['m2']);
    expect(await ids({ owner: 'p1' })).toEqual(['m2']);
    expect(await ids({ record: 'w1' })).toEqual(['m1', 'm3']);
    const first = await matters.answer({ organization: 'company', limit: 2 }, {});
    expect([first.matters.length, first.nextCursor]).toEqual([2, 'm2']);
    expect(await ids({ cursor: 'm2' })).toEqual(['m3']);
  });

  it('flags open matters from the day after their time limit, unanswered or not passed on (JX-14)', async () => {
    raise('m1', '2026-11-05');
    raise('m2', '2026-11-05');
    answer('m2', 'crew', '2026-11-03', '2026-11-06');
    raise('m3', '2026-11-01');
    answer('m3', 'crew', '2026-11-03', '2026-11-05');
    company.log.record(MatterClosed, 'matter-m3', { matterId: 'm3', told: 'talk', toldOn: day('2026-11-04') });
    expect(await ids({ overdueOn: day('2026-11-05') })).toEqual([]);
    expect(await ids({ overdueOn: day('2026-11-06') })).toEqual(['m1']);
    expect(await ids({ overdueOn: day('2026-11-07') })).toEqual(['m1', 'm2']);
  });

  it('tells the platform what a closed day finds overdue below the highest level (JX-14)', async () => {
    raise('m1', '2026-11-05');
    raise('m2', '2026-11-06');
    raise('m3', '2026-11-05');
    escalate('m3', 'crew', station('company', 'company', '2026-11-05'), '2026-11-03');
    raise('m4', '2026-11-05');
    answer('m4', 'crew', '2026-11-03', '2026-11-05');
    const found = async (closedDay: string, cursor?: string) =>
      (await matters.toEscalate({ closedDay: day(closedDay), ...(cursor !== undefined && { cursor }) }, settled()))
        .matterIds;
    expect(await found('2026-11-04')).toEqual([]);
    expect(await found('2026-11-05')).toEqual(['m1']);
    expect(await found('2026-11-06')).toEqual(['m1', 'm2']);
    expect(await found('2026-11-06', 'm1')).toEqual(['m2']);
  });

  it('lists the matters that nobody owns, or whose officer was relieved since he was named (JX-15)', async () => {
    company.serve('d1', 'district', 'district');
    company.serve('p1', 'project', 'project-1');
    const assign = (matterId: string, level: MatterLevel, ownerId: string, on: string) =>
      company.log.record(MatterOwnerAssigned, `matter-${matterId}`, { matterId, level, ownerId, assignedOn: day(on) });
    raise('m1');
    raise('m2');
    escalate('m2', 'crew', station('project', 'project-1', '2026-11-10'), '2026-11-03');
    raise('m3');
    escalate('m3', 'crew', station('project', 'project-1', '2026-11-10', 'p1'), '2026-11-03');
    raise('m4', '2026-11-05', 'd1');
    expect(await ids({ ownerless: 'true' })).toEqual(['m2']);
    company.relieve('p1', '2026-11-05');
    company.relieve('d1', '2026-11-05');
    expect(await ids({ ownerless: 'true' })).toEqual(['m2', 'm3', 'm4']);
    assign('m2', 'project', 'p2', '2026-11-06');
    assign('m3', 'project', 'd1', '2026-11-05');
    assign('m4', 'crew', 'd1', '2026-11-06');
    expect(await ids({ ownerless: 'true' })).toEqual(['m3']);
    answer('m3', 'project', '2026-11-06', '2026-11-10');
    const back = {
      matterId: 'm3',
      fromLevel: 'project',
      station: station('crew', 'crew-1', '2026-11-10', 'd1'),
    } as const;
    company.log.record(MatterAnswerPassedOn, 'matter-m3', { ...back, passedOn: day('2026-11-09') });
    expect(await ids({ ownerless: 'true' })).toEqual(['m3']);
    company.log.record(MatterClosed, 'matter-m3', { matterId: 'm3', told: 'talk', toldOn: day('2026-11-10') });
    expect(await ids({ ownerless: 'true' })).toEqual([]);
  });

  it('shows in the standing indicators how many are owned, at which level, and for how long, open to the events (JX-14, JX-15)', async () => {
    raise('m1');
    raise('m2');
    escalate('m2', 'crew', station('project', 'project-1', '2026-11-10'), '2026-11-05');
    const indicators = async (asOfDay: string) => {
      const asked = { organization: 'district', asOfDay: day(asOfDay) };
      const answered = await new StandingIndicatorsQuery(models.reading).answer(asked, settled());
      return new Map(answered.indicators.map((line) => [line.indicator, line]));
    };
    const before = await indicators('2026-11-04');
    expect(before.get('mattersWithOwnerRate')).toMatchObject({ shareBasisPoints: 10_000, attained: true });
    const after = await indicators('2026-11-05');
    expect(after.get('mattersWithOwnerRate')).toMatchObject({
      ...{ shareBasisPoints: 5_000, attained: false, target: { provisionId: 'JX-15', leastBasisPoints: 10_000 } },
    });
    expect(after.get('openMattersAtProject')!.numerator.value).toBe(1);
    const { numerator } = after.get('matterDaysAtCrew')!;
    expect(numerator.value).toBe(3);
    const { events } = await models.figureEvents.answer(figureKeyOf(numerator.figure), {}, {});
    expect(events.map(({ type, amount }) => [type, amount])).toEqual([['MatterEscalated', 3]]);
  });
});
