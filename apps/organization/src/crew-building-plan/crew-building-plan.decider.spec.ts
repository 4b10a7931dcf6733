import type { AdoptCrewBuildingPlan, CrewBuildingPlanEvent, CrewGoal, RecordCrewGoalResult } from '@gongyou/contracts';
import type { Day, Month } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { CrewLife } from '../crew/crew-life';
import { crewBuildingPlan, type CrewBuildingPlanWish } from './crew-building-plan.decider';

const given = specify(crewBuildingPlan);
const day = (text: string) => text as Day;
/** The day on which commands arrive. */
const TODAY = day('2026-11-20');
const TOMORROW = day('2026-11-21');

const crew: CrewLife = { formedOn: day('2026-01-05'), dissolvedOn: null };
const goal = (goalId: string, kind: CrewGoal['kind']): CrewGoal => ({
  ...{ goalId, kind, title: goalId, measuredIn: '%', op: '>=', targetHundredths: 9800 },
});
const goals = [goal('yield', 'quality'), goal('output', 'efficiency'), goal('skilled', 'skill')];
const plan: AdoptCrewBuildingPlan = {
  ...{ unitId: 'formwork-crew', planId: 'plan-2026', goals, measures: ['师带徒'], adoptedOn: day('2026-01-08') },
  ...{ fromDay: day('2026-01-10'), untilDay: day('2026-10-20') },
};
const adopt = (change: Partial<AdoptCrewBuildingPlan> = {}, of: CrewLife | undefined = crew): CrewBuildingPlanWish => ({
  type: 'AdoptCrewBuildingPlan',
  data: { ...plan, ...change },
  crew: of,
});
const adopted = (change: Partial<AdoptCrewBuildingPlan> = {}): CrewBuildingPlanEvent => ({
  type: 'CrewBuildingPlanAdopted',
  data: { ...plan, ...change },
});
const result = (month: string, change: Partial<RecordCrewGoalResult> = {}): RecordCrewGoalResult => ({
  ...{ unitId: 'formwork-crew', planId: 'plan-2026', goalId: 'yield', month: month as Month },
  ...{ valueHundredths: 9876, recordedOn: TODAY, ...change },
});
const record = (month: string, change?: Partial<RecordCrewGoalResult>): CrewBuildingPlanWish => ({
  type: 'RecordCrewGoalResult',
  data: result(month, change),
});
const recorded = (month: string, change?: Partial<RecordCrewGoalResult>): CrewBuildingPlanEvent => ({
  type: 'CrewGoalResultRecorded',
  data: result(month, change),
});

describe('A plan of crew building', () => {
  it('has goals of quality, efficiency and skill (CC-10a)', () => given().when(adopt()).then(adopted()));
  it.each(['quality', 'efficiency', 'skill'] as const)('is none without a goal of %s (CC-10a)', (kind) => {
    const others = [
      ...goals.filter((each) => each.kind !== kind),
      goal('more', kind === 'skill' ? 'quality' : 'skill'),
    ];
    given()
      .when(adopt({ goals: others }))
      .thenRefused('organization.crewBuildingPlan.goalKindMissing', { kind });
  });
  it('names each goal once', () =>
    given()
      .when(adopt({ goals: [...goals, goal('yield', 'skill')] }))
      .thenRefused('organization.crewBuildingPlan.goalNamedTwice', { goalId: 'yield' }));
  it('is adopted once', () => {
    given(adopted(), recorded('2026-10')).when(adopt()).thenNothing();
    given(adopted())
      .when(adopt({ measures: ['别的'] }))
      .thenRefused('organization.crewBuildingPlan.adoptedOtherwise');
  });
  it('lasts a day at least', () => {
    given()
      .when(adopt({ untilDay: plan.fromDay }))
      .then(adopted({ untilDay: plan.fromDay }));
    given()
      .when(adopt({ untilDay: day('2026-01-09') }))
      .thenRefused('organization.crewBuildingPlan.endsBeforeItBegins', { fromDay: '2026-01-10' });
  });
  it.each([
    ['2026-10-20', '2026-12-31', false],
    ['2026-10-21', '2026-12-31', true],
    ['2026-01-06', '2026-01-10', false],
    ['2026-01-06', '2026-01-09', true],
  ])('from %s to %s follows another only without a day in common', (fromDay, untilDay, open) => {
    const next = { planId: 'plan-next', fromDay: day(fromDay), untilDay: day(untilDay) };
    const asked = given(adopted()).when(adopt(next));
    if (open) asked.then(adopted(next));
    else asked.thenRefused('organization.crewBuildingPlan.otherPlanHolds', { planId: 'plan-2026' });
  });
  it('is of a crew that stands, and adopted today at the latest', () => {
    given()
      .when({ type: 'AdoptCrewBuildingPlan', data: plan })
      .thenRefused('organization.crewBuildingPlan.crewNotFormed');
    given()
      .when(adopt({}, { ...crew, dissolvedOn: day('2026-11-01') }))
      .thenRefused('organization.crewBuildingPlan.crewDissolved');
    given()
      .when(adopt({ adoptedOn: TODAY }))
      .then(adopted({ adoptedOn: TODAY }));
    given()
      .when(adopt({ adoptedOn: TOMORROW }))
      .thenRefused('organization.crewBuildingPlan.dayInFuture');
  });
});

describe('A result under a goal', () => {
  it.each([
    ['2025-12', false],
    ['2026-01', true],
    ['2026-10', true],
    ['2026-11', false],
  ])('of %s lies within the plan: %s (CC-10a)', (month, within) => {
    const asked = given(adopted()).when(record(month));
    if (within) asked.then(recorded(month));
    else asked.thenRefused('organization.crewBuildingPlan.monthOutsidePlan', { month });
  });
  it('is of a month that has begun', () => {
    given(adopted())
      .when(record('2026-10', { recordedOn: day('2026-10-01') }))
      .then(recorded('2026-10', { recordedOn: day('2026-10-01') }));
    given(adopted())
      .when(record('2026-10', { recordedOn: day('2026-09-30') }))
      .thenRefused('organization.crewBuildingPlan.monthNotBegun', { month: '2026-10' });
  });
  it('is recorded once; another value needs a reason', () => {
    given(adopted(), recorded('2026-10')).when(record('2026-10')).thenNothing();
    given(adopted(), recorded('2026-10'))
      .when(record('2026-10', { valueHundredths: 9700 }))
      .thenRefused('organization.crewBuildingPlan.valueDiffers', { month: '2026-10' });
    const corrected = { valueHundredths: 9700, correctionReason: '漏计返修' };
    given(adopted(), recorded('2026-10')).when(record('2026-10', corrected)).then(recorded('2026-10', corrected));
  });
  it('is of a goal of a plan that the crew has', () => {
    given(adopted())
      .when(record('2026-10', { goalId: 'other' }))
      .thenRefused('organization.crewBuildingPlan.goalUnknown', { goalId: 'other' });
    given().when(record('2026-10')).thenRefused('organization.crewBuildingPlan.planUnknown', { planId: 'plan-2026' });
  });
});
