import {
  type AdoptCrewBuildingPlan,
  type CrewBuildingPlanAdopted,
  type CrewBuildingPlanCommand,
  type CrewBuildingPlanEvent,
  crewGoalKinds,
  type RecordCrewGoalResult,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type Month, monthOf, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import type { CrewLife } from '../crew/crew-life';

/** The plans that a crew has had, by their ids, each with the values that its goals have reached by month. */
export interface CrewBuildingState {
  plans: ReadonlyMap<string, { adopted: CrewBuildingPlanAdopted; values: ReadonlyMap<string, number> }>;
}

/** The commands, with what must be known of the crew; one that was never formed is `undefined`. */
export type CrewBuildingPlanWish =
  | {
      type: 'AdoptCrewBuildingPlan';
      data: AdoptCrewBuildingPlan;
      crew?: CrewLife | undefined;
    }
  | Exclude<CrewBuildingPlanCommand, { type: 'AdoptCrewBuildingPlan' }>;

/** The rules of a crew's plans of crew building: one at a time, with goals of quality, efficiency and skill (CC-10a). */
export const crewBuildingPlan: Decider<CrewBuildingPlanWish, CrewBuildingPlanEvent, CrewBuildingState> = {
  initialState: { plans: new Map() },

  evolve({ plans }, event) {
    const { planId } = event.data;
    switch (event.type) {
      case 'CrewBuildingPlanAdopted':
        return { plans: new Map(plans).set(planId, { adopted: event.data, values: new Map() }) };
      case 'CrewGoalResultRecorded': {
        const { goalId, month, valueHundredths } = event.data;
        const plan = plans.get(planId)!;
        const values = new Map(plan.values).set(valueKey(goalId, month), valueHundredths);
        return { plans: new Map(plans).set(planId, { ...plan, values }) };
      }
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    switch (wish.type) {
      case 'AdoptCrewBuildingPlan':
        return adopt(wish, state, moment);
      case 'RecordCrewGoalResult':
        return recordResult(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const crewBuildingPlanRefusals = {
  'organization.crewBuildingPlan.crewNotFormed': { zh: '班组尚未组建', en: 'The crew was never formed.' },
  'organization.crewBuildingPlan.crewDissolved': {
    zh: '班组已于 {dissolvedOn} 解散',
    en: 'The crew was dissolved on {dissolvedOn}.',
  },
  'organization.crewBuildingPlan.adoptedOtherwise': {
    zh: '该编号的计划已制定，内容不同',
    en: 'A plan with this id was adopted already, with other content.',
  },
  'organization.crewBuildingPlan.endsBeforeItBegins': {
    zh: '截止日早于开始日 {fromDay}',
    en: 'It cannot end before it begins on {fromDay}.',
  },
  'organization.crewBuildingPlan.otherPlanHolds': {
    zh: '该期间班组已有计划 {planId}',
    en: 'The crew has the plan {planId} for some of these days.',
  },
  'organization.crewBuildingPlan.goalKindMissing': {
    zh: '计划须有“{kind}”类指标（质量、效率、技能各至少一项）',
    en: 'The plan has no goal of the kind {kind}; it needs quality, efficiency and skill.',
  },
  'organization.crewBuildingPlan.goalNamedTwice': {
    zh: '指标 {goalId} 重复',
    en: 'The goal {goalId} is named twice.',
  },
  'organization.crewBuildingPlan.planUnknown': { zh: '班组没有计划 {planId}', en: 'The crew has no plan {planId}.' },
  'organization.crewBuildingPlan.goalUnknown': { zh: '计划没有指标 {goalId}', en: 'The plan has no goal {goalId}.' },
  'organization.crewBuildingPlan.monthOutsidePlan': {
    zh: '{month} 不在计划期间（{fromDay} 至 {untilDay}）',
    en: '{month} lies outside the plan, from {fromDay} to {untilDay}.',
  },
  'organization.crewBuildingPlan.monthNotBegun': {
    zh: '{month} 尚未开始',
    en: 'The month {month} had not begun on the day given.',
  },
  'organization.crewBuildingPlan.valueDiffers': {
    zh: '{month} 的结果已登记为另一数值；如须更正请说明原因',
    en: 'Another value was recorded for {month}; give the reason to put it right.',
  },
  'organization.crewBuildingPlan.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
} as const satisfies Record<`organization.crewBuildingPlan.${string}`, Bilingual>;

const refuse: RefuseOf<typeof crewBuildingPlanRefusals> = refuseWith(crewBuildingPlanRefusals);

function adopt(
  { data, crew }: CrewBuildingPlanWish & { type: 'AdoptCrewBuildingPlan' },
  { plans }: CrewBuildingState,
  moment: Moment,
): CrewBuildingPlanEvent[] {
  const { unitId, planId, goals, measures, adoptedOn, fromDay, untilDay } = data;
  const known = plans.get(planId);
  if (known) {
    return sameContent(data, known.adopted) ? [] : refuse('organization.crewBuildingPlan.adoptedOtherwise');
  }
  notInFuture(adoptedOn, moment);
  if (!crew) return refuse('organization.crewBuildingPlan.crewNotFormed');
  const { dissolvedOn } = crew;
  if (dissolvedOn !== null) refuse('organization.crewBuildingPlan.crewDissolved', { dissolvedOn });
  if (untilDay < fromDay) refuse('organization.crewBuildingPlan.endsBeforeItBegins', { fromDay });
  for (const { adopted } of plans.values()) {
    if (fromDay <= adopted.untilDay && adopted.fromDay <= untilDay) {
      refuse('organization.crewBuildingPlan.otherPlanHolds', { planId: adopted.planId });
    }
  }
  for (const kind of crewGoalKinds) {
    if (!goals.some((goal) => goal.kind === kind)) refuse('organization.crewBuildingPlan.goalKindMissing', { kind });
  }
  goals.forEach(({ goalId }, index) => {
    if (goals.findIndex((each) => each.goalId === goalId) !== index) {
      refuse('organization.crewBuildingPlan.goalNamedTwice', { goalId });
    }
  });
  return [
    {
      type: 'CrewBuildingPlanAdopted',
      data: { unitId, planId, goals, measures, adoptedOn, fromDay, untilDay },
    },
  ];
}

function recordResult(
  data: RecordCrewGoalResult,
  { plans }: CrewBuildingState,
  moment: Moment,
): CrewBuildingPlanEvent[] {
  const { unitId, planId, goalId, month, valueHundredths, recordedOn, correctionReason } = data;
  const plan = plans.get(planId);
  if (!plan) return refuse('organization.crewBuildingPlan.planUnknown', { planId });
  const { goals, fromDay, untilDay } = plan.adopted;
  if (!goals.some((goal) => goal.goalId === goalId)) refuse('organization.crewBuildingPlan.goalUnknown', { goalId });
  const before = plan.values.get(valueKey(goalId, month));
  if (before === valueHundredths) return [];
  if (month < monthOf(fromDay) || month > monthOf(untilDay)) {
    refuse('organization.crewBuildingPlan.monthOutsidePlan', { month, fromDay, untilDay });
  }
  notInFuture(recordedOn, moment);
  if (month > monthOf(recordedOn)) refuse('organization.crewBuildingPlan.monthNotBegun', { month });
  if (before !== undefined && correctionReason === undefined) {
    refuse('organization.crewBuildingPlan.valueDiffers', { month });
  }
  return [
    {
      type: 'CrewGoalResultRecorded',
      data: { unitId, planId, goalId, month, valueHundredths, recordedOn, correctionReason },
    },
  ];
}

const valueKey = (goalId: string, month: Month): string => `${goalId}~${month}`;

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.crewBuildingPlan.dayInFuture', { on });
}
