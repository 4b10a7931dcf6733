import {
  type CrewBuilding,
  type CrewBuildingPlanEvent,
  type CrewDisclosureEvent,
  type CrewDisclosures,
  type CrewEvent,
  ExitReasonTold,
  type ManagerPromotionEvent,
  ProductionModeSet,
} from '@gongyou/contracts';
import { day, month } from '@gongyou/domain';
import { CrewBuildingQuery } from '../crew-building-register/crew-building.query';
import { CrewDisclosuresQuery } from '../crew-disclosure-register/crew-disclosures.query';
import { ExitReasonsQuery } from '../exit-reason-register/exit-reasons.query';
import { ManagerServiceQuery } from '../manager-service-register/manager-service.query';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';

type Told = CrewEvent | CrewDisclosureEvent | CrewBuildingPlanEvent | ManagerPromotionEvent;
type DataOf<Type extends Told['type']> = Extract<Told, { type: Type }>['data'];

describe('The registers of what a crew lives through', () => {
  let models: RunningReadModels;
  let log: EventsInMemory;

  const tell = <Type extends Told['type']>(stream: string, type: Type, data: DataOf<Type>): number =>
    log.record(type, stream, data);

  beforeAll(async () => {
    log = new EventsInMemory();
    const group = new ExampleGroup(log);
    group.unit('cccc', 'group');
    group.unit('plant', 'company', 'cccc');
    group.unit('workshop', 'department', 'plant');
    group.unit('highway', 'company', 'cccc');
    group.unit('bridge', 'project', 'highway');
    for (const [crew, parent] of Object.entries({
      casting: 'workshop',
      curing: 'plant',
      rebar: 'bridge',
      pile: 'bridge',
    })) {
      group.unit(crew, 'crew', parent);
      tell(`crew-${crew}`, 'CrewFormed', { unitId: crew, trade: '020', formedOn: day('2026-01-05') });
    }
    const mode = (unitId: string, productionMode: 'factory' | 'site') =>
      log.record(ProductionModeSet, `unit-${unitId}`, { unitId, productionMode, setOn: day('2026-01-05') });
    mode('cccc', 'site');
    mode('plant', 'factory');
    models = await RunningReadModels.start(log);
  });

  afterAll(() => models.stop());

  describe('hold what was disclosed', () => {
    const post = (
      disclosureId: string,
      unitId: string,
      postedOn: string,
      subject: 'wageSheet' | 'penalty' = 'wageSheet',
    ) =>
      tell(`crewDisclosure-${disclosureId}`, 'CrewDisclosurePosted', {
        ...{ disclosureId, unitId, subject, title: '十月份工资表', sha256: 'ab'.repeat(32) },
        ...(subject === 'wageSheet' && { month: month('2026-10') }),
        ...{ postedOn: day(postedOn), objectionsUntil: day('2026-11-30') },
      });
    const object = (disclosureId: string, objectionId: string) =>
      tell(`crewDisclosure-${disclosureId}`, 'DisclosureObjectionRaised', {
        ...{ disclosureId, objectionId, workerId: 'wang', objection: '少记两个工', inTime: true },
        raisedOn: day('2026-11-06'),
      });

    beforeAll(async () => {
      post('d1', 'rebar', '2026-11-05');
      post('d2', 'pile', '2026-11-05', 'penalty');
      post('d3', 'casting', '2026-11-07');
      object('d1', 'o1');
      object('d1', 'o2');
      object('d3', 'o1');
      for (const objectionId of ['o1', 'o2']) {
        tell('crewDisclosure-d1', 'DisclosureObjectionAnswered', {
          ...{ disclosureId: 'd1', objectionId, isUpheld: objectionId === 'o1', answer: '补记两个工' },
          answeredOn: day('2026-11-08'),
        });
      }
      await models.caughtUp();
    });

    const answer = (asked: Partial<CrewDisclosures> = {}) =>
      new CrewDisclosuresQuery(models.reading).answer({ organization: 'cccc', ...asked }, {});
    const ids = async (asked?: Partial<CrewDisclosures>) =>
      (await answer(asked)).disclosures.map(({ disclosureId }) => disclosureId);

    it('to the crews at or below a unit, the latest first (QD-30)', async () => {
      expect(await ids()).toEqual(['d3', 'd2', 'd1']);
      expect(await ids({ organization: 'highway' })).toEqual(['d2', 'd1']);
    });
    it('by subject, and where an objection waits for its answer (QD-30)', async () => {
      expect(await ids({ subject: 'penalty' })).toEqual(['d2']);
      expect(await ids({ unanswered: 'true' })).toEqual(['d3']);
    });
    it('with the objections received and answered (QD-30)', async () => {
      const { disclosures } = await answer({ organization: 'rebar' });
      expect(disclosures).toEqual([
        {
          ...{ disclosureId: 'd1', unitId: 'rebar', unitName: '单位 rebar', subject: 'wageSheet', month: '2026-10' },
          ...{ title: '十月份工资表', sha256: 'ab'.repeat(32), postedOn: '2026-11-05', objectionsUntil: '2026-11-30' },
          objections: ['o1', 'o2'].map((objectionId) => ({
            ...{ objectionId, workerId: 'wang', objection: '少记两个工', inTime: true, raisedOn: '2026-11-06' },
            ...{ answer: '补记两个工', isUpheld: objectionId === 'o1', answeredOn: '2026-11-08' },
          })),
        },
      ]);
    });
    it('page by page', async () => {
      const { disclosures, nextCursor } = await answer({ limit: 2 });
      expect(disclosures.map(({ disclosureId }) => disclosureId)).toEqual(['d3', 'd2']);
      expect(await ids({ cursor: nextCursor! })).toEqual(['d1']);
      expect(() => answer({ cursor: '2026-11-05' })).toThrow('reporting.badCursor');
    });
  });

  describe('hold the service of a manager', () => {
    const service = (organization: string, manager = 'zhao') =>
      new ManagerServiceQuery(models.reading).answer({ organization, manager }, {});
    const support = (unitId: string, assignmentId: string, managerId: string, fromDay: string) =>
      tell(`crew-${unitId}`, 'CrewSupportAssigned', {
        ...{ unitId, assignmentId, managerId, duties: ['每周到班组'], fromDay: day(fromDay) },
      });
    const assess = (assessmentId: string, grade: 'excellent' | 'competent', assessedOn: string) =>
      tell('crew-rebar', 'CrewSupportAssessed', {
        ...{ unitId: 'rebar', assignmentId: 's1', assessmentId, managerId: 'zhao', grade, note: '三件实事' },
        assessedOn: day(assessedOn),
      });
    const served = [{ unitId: 'rebar', assignmentId: 's1', fromDay: day('2026-03-02'), grade: 'excellent' as const }];
    const promote = (promotionId: string, promotedOn: string) =>
      tell(`managerPromotion-${promotionId}`, 'ManagerPromoted', {
        ...{ promotionId, managerId: 'zhao', organizationId: 'highway', fromPost: '副部长', toPost: '部长', served },
        promotedOn: day(promotedOn),
      });

    beforeAll(async () => {
      support('rebar', 's1', 'zhao', '2026-03-02');
      support('casting', 's1', 'zhao', '2026-06-01');
      support('pile', 's1', 'qian', '2026-03-02');
      assess('a2', 'excellent', '2026-07-10');
      assess('a1', 'competent', '2026-04-10');
      tell('crew-rebar', 'CrewSupportEnded', {
        ...{ unitId: 'rebar', assignmentId: 's1', reason: '轮换', endedOn: day('2026-09-30') },
      });
      promote('p1', '2026-11-02');
      promote('p0', '2026-10-02');
      tell('managerPromotion-p0', 'ManagerPromotionWithdrawn', {
        ...{ promotionId: 'p0', reason: '误记', approvedBy: '组织部', withdrawnOn: day('2026-10-05') },
      });
      tell('crew-casting', 'CrewDissolved', { unitId: 'casting', reason: '停产', dissolvedOn: day('2026-10-31') });
      await models.caughtUp();
    });

    it('with his assignments and how each was assessed, the latest first (QD-14)', async () => {
      const { supports } = await service('cccc');
      expect(supports.map(({ unitId, fromDay, endedOn }) => [unitId, fromDay, endedOn])).toEqual([
        ['casting', '2026-06-01', '2026-10-31'],
        ['rebar', '2026-03-02', '2026-09-30'],
      ]);
      expect(supports[1]!.assessments.map(({ grade, assessedOn }) => [grade, assessedOn])).toEqual([
        ['excellent', '2026-07-10'],
        ['competent', '2026-04-10'],
      ]);
    });
    it('with the promotions that it counted for (QD-14)', async () => {
      const { promotions } = await service('cccc');
      expect(promotions.map(({ promotionId, withdrawnOn }) => [promotionId, withdrawnOn])).toEqual([
        ['p1', null],
        ['p0', '2026-10-05'],
      ]);
      expect(promotions[0]!.served).toEqual(served);
    });
    it('of the part of the tree that is asked for', async () => {
      expect(await service('plant')).toMatchObject({ supports: [{ unitId: 'casting' }], promotions: [] });
      expect(await service('cccc', 'qian')).toMatchObject({ supports: [{ unitId: 'pile', assessments: [] }] });
    });
  });

  describe('hold the plans of crew building', () => {
    const goal = (goalId: string, kind: 'quality' | 'efficiency' | 'skill', op: '>=' | '<=' = '>=') => ({
      ...{ goalId, kind, title: goalId, measuredIn: '%', op, targetHundredths: 9_800 },
    });
    const goals = [goal('yield', 'quality'), goal('waste', 'efficiency', '<='), goal('skilled', 'skill')];
    const adopt = (unitId: string, planId: string, fromDay: string, untilDay: string) =>
      tell(`crewBuilding-${unitId}`, 'CrewBuildingPlanAdopted', {
        ...{ unitId, planId, goals, measures: ['师带徒'], adoptedOn: day('2026-01-08') },
        ...{ fromDay: day(fromDay), untilDay: day(untilDay) },
      });
    const reach = (goalId: string, of: string, valueHundredths: number) =>
      tell('crewBuilding-curing', 'CrewGoalResultRecorded', {
        ...{ unitId: 'curing', planId: 'plan-2026', goalId, month: month(of), valueHundredths },
        recordedOn: day('2026-11-03'),
      });

    beforeAll(async () => {
      adopt('curing', 'plan-2026', '2026-01-01', '2026-10-31');
      adopt('rebar', 'plan-2026', '2026-01-01', '2026-12-31');
      reach('yield', '2026-10', 9_799);
      reach('yield', '2026-09', 9_800);
      reach('waste', '2026-10', 9_800);
      reach('yield', '2026-10', 9_801);
      await models.caughtUp();
    });

    const answer = (asked: Partial<CrewBuilding> = {}) =>
      new CrewBuildingQuery(models.reading).answer({ organization: 'cccc', day: day('2026-10-31'), ...asked }, {});
    const found = async (asked?: Partial<CrewBuilding>) =>
      (await answer(asked)).crews.map(({ unitId, productionMode }) => `${unitId} ${productionMode}`);

    it('of the crews that stand, by how the nearest unit that says so produces (CC-10a)', async () => {
      // The casting crew is dissolved.
      expect(await found()).toEqual(['curing factory', 'pile site', 'rebar site']);
      expect(await found({ productionMode: 'factory' })).toEqual(['curing factory']);
      expect(await found({ organization: 'highway', productionMode: 'factory' })).toEqual([]);
    });
    it('and tell which crews have none on a day (CC-10a)', async () => {
      expect(await found({ planned: 'false' })).toEqual(['pile site']);
      expect(await found({ planned: 'true' })).toEqual(['curing factory', 'rebar site']);
      expect(await found({ planned: 'false', productionMode: 'factory', day: day('2026-11-01') })).toEqual([
        'curing factory',
      ]);
    });
    it('with the results under each goal, as they were put right (CC-10a)', async () => {
      const { crews } = await answer({ organization: 'curing' });
      expect(crews[0]!.plan).toMatchObject({ planId: 'plan-2026', untilDay: '2026-10-31', measures: ['师带徒'] });
      expect(crews[0]!.plan!.goals.map(({ goalId, results }) => [goalId, results])).toEqual([
        [
          'yield',
          [
            { month: '2026-09', valueHundredths: 9_800, attained: true },
            { month: '2026-10', valueHundredths: 9_801, attained: true },
          ],
        ],
        ['waste', [{ month: '2026-10', valueHundredths: 9_800, attained: true }]],
        ['skilled', []],
      ]);
    });
    it('page by page', async () => {
      const { crews, nextCursor } = await answer({ limit: 1 });
      expect([crews.map(({ unitId }) => unitId), nextCursor]).toEqual([['curing'], 'curing']);
      expect(await found({ cursor: 'curing' })).toEqual(['pile site', 'rebar site']);
    });
  });

  it('tell why workers left of a group that is large enough, and of no single crew that is not (QD-48)', async () => {
    const tellReason = (unitId: string, answerId: string, of: string) =>
      log.record(ExitReasonTold, `exitReasons-${unitId}~${of}`, { unitId, answerId, month: month(of), reason: 'pay' });
    for (const answerId of ['a1', 'a2', 'a3', 'a4']) tellReason('rebar', answerId, '2026-10');
    tellReason('pile', 'a5', '2026-10');
    tellReason('pile', 'a6', '2026-09');
    await models.caughtUp();
    const answer = (organization: string, from: string) =>
      new ExitReasonsQuery(models.reading).answer({ organization, from: month(from), to: month('2026-10') }, {});
    expect(await answer('rebar', '2026-10')).toMatchObject({ answers: null, reasons: [], rarer: null });
    expect(await answer('highway', '2026-10')).toMatchObject({ answers: 5, reasons: [{ reason: 'pay', answers: 5 }] });
    expect(await answer('cccc', '2026-09')).toMatchObject({ answers: 6 });
  });
});
