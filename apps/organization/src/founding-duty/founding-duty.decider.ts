import type {
  FoundingDutyEvent,
  FoundingFactsReported,
  PartyFoundingPlanned,
  PlanPartyFounding,
  ReportFoundingFacts,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** Nothing was told of the unit. */
export interface NotReported {
  stage: 'notReported';
}

export interface Reported {
  stage: 'reported';
  facts: FoundingFactsReported;
  plan?: PartyFoundingPlanned;
}

export type FoundingDutyState = NotReported | Reported;

/** The commands; `unitExists`: the unit is in the organization directory and open. */
export type FoundingDutyWish =
  | { type: 'ReportFoundingFacts'; data: ReportFoundingFacts; unitExists: boolean }
  | { type: 'PlanPartyFounding'; data: PlanPartyFounding };

/**
 * What is known of a unit's duty to found a Party organization (provisions WZ-04a, HM-02a; PO-03). Whether there is a duty follows
 * from these facts by the parameters of the place, when somebody looks: the parameters may change, the facts stay.
 */
export const foundingDuty: Decider<FoundingDutyWish, FoundingDutyEvent, FoundingDutyState> = {
  initialState: { stage: 'notReported' },
  evolve,
  decide,
};

function evolve(state: FoundingDutyState, event: FoundingDutyEvent): FoundingDutyState {
  switch (event.type) {
    case 'FoundingFactsReported':
      return { ...state, stage: 'reported', facts: event.data };
    case 'PartyFoundingPlanned':
      return { ...(state as Reported), plan: event.data };
    default:
      return unknownFact(event);
  }
}

function decide(wish: FoundingDutyWish, state: FoundingDutyState, moment: Moment): FoundingDutyEvent[] {
  switch (wish.type) {
    case 'ReportFoundingFacts':
      return report(wish.data, wish.unitExists, state, moment);
    case 'PlanPartyFounding':
      return plan(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const foundingDutyRefusals = {
  'organization.foundingDuty.unitMissing': {
    zh: '组织单元不存在或已撤销',
    en: 'The unit does not exist, or is closed.',
  },
  'organization.foundingDuty.endsBeforeItBegins': {
    zh: '计划完工日早于开工日',
    en: 'The works end before they begin.',
  },
  'organization.foundingDuty.factsMissing': {
    zh: '须先报告单位建党条件',
    en: 'The facts of the unit have to be reported first.',
  },
  'organization.foundingDuty.plannedDayPast': {
    zh: '计划组建日 {foundingPlannedOn} 已过',
    en: 'The day planned for the founding, {foundingPlannedOn}, has passed already.',
  },
} as const satisfies Record<`organization.foundingDuty.${string}`, Bilingual>;

const refuse: RefuseOf<typeof foundingDutyRefusals> = refuseWith(foundingDutyRefusals);

function report(
  data: ReportFoundingFacts,
  unitExists: boolean,
  state: FoundingDutyState,
  moment: Moment,
): FoundingDutyEvent[] {
  const known = state.stage === 'reported' ? state.facts : undefined;
  if (sameContent(data, known)) return [];
  if (!unitExists) refuse('organization.foundingDuty.unitMissing');
  requireEntryDay(data.countedOn, moment, known?.countedOn);
  if (data.worksUntil !== undefined && data.worksUntil < data.worksFrom) {
    refuse('organization.foundingDuty.endsBeforeItBegins');
  }
  return [{ type: 'FoundingFactsReported', data: { ...data } }];
}

function plan(data: PlanPartyFounding, state: FoundingDutyState, { today }: Moment): FoundingDutyEvent[] {
  if (state.stage === 'notReported') return refuse('organization.foundingDuty.factsMissing');
  const { foundingPlannedOn } = data;
  if (state.plan && sameContent({ ...data, plannedOn: state.plan.plannedOn }, state.plan)) return [];
  if (foundingPlannedOn < today) refuse('organization.foundingDuty.plannedDayPast', { foundingPlannedOn });
  return [{ type: 'PartyFoundingPlanned', data: { ...data, plannedOn: today } }];
}
