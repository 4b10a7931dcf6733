import type {
  AssignPartyInstructor,
  EndPartyInstruction,
  PartyCoverPlanned,
  PartyInstructionEvent,
  PartyInstructorAssigned,
  PlanPartyCover,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** What Party work a unit has where no organization covers it. */
export interface PartyInstructionState {
  instructor?: PartyInstructorAssigned;
  /** The last day of the last instructor who left. */
  lastDay?: Day;
  plan?: PartyCoverPlanned;
}

/** The commands; `unitOpen`: the unit exists and was not closed. */
export type PartyInstructionWish =
  | { type: 'AssignPartyInstructor'; data: AssignPartyInstructor; unitOpen: boolean }
  | { type: 'EndPartyInstruction'; data: EndPartyInstruction }
  | { type: 'PlanPartyCover'; data: PlanPartyCover; unitOpen: boolean };

/** Party work in a unit that no organization covers: its instructor, or the day by which it will be covered (CC-02a). */
export const partyInstruction: Decider<PartyInstructionWish, PartyInstructionEvent, PartyInstructionState> = {
  initialState: {},
  evolve,
  decide,
};

function evolve(state: PartyInstructionState, event: PartyInstructionEvent): PartyInstructionState {
  switch (event.type) {
    case 'PartyInstructorAssigned':
      return { ...state, instructor: event.data };
    case 'PartyInstructionEnded': {
      const { instructor: _instructor, ...rest } = state;
      return { ...rest, lastDay: event.data.lastDay };
    }
    case 'PartyCoverPlanned':
      return { ...state, plan: event.data };
    default:
      return unknownFact(event);
  }
}

function decide(wish: PartyInstructionWish, state: PartyInstructionState, moment: Moment): PartyInstructionEvent[] {
  switch (wish.type) {
    case 'AssignPartyInstructor':
      return assign(wish.data, wish.unitOpen, state, moment);
    case 'EndPartyInstruction':
      return end(wish.data, state, moment);
    case 'PlanPartyCover':
      return planCover(wish.data, wish.unitOpen, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const partyInstructionRefusals = {
  'organization.partyInstruction.unitMissing': {
    zh: '组织单元不存在或已撤销',
    en: 'The unit does not exist, or is closed.',
  },
  'organization.partyInstruction.noInstructor': {
    zh: '该单元没有党建工作指导员',
    en: 'The unit has no Party-work instructor.',
  },
  'organization.partyInstruction.plannedDayPast': {
    zh: '计划覆盖日 {coverPlannedOn} 已过',
    en: 'The day planned for the coverage, {coverPlannedOn}, has passed already.',
  },
} as const satisfies Record<`organization.partyInstruction.${string}`, Bilingual>;

const refuse: RefuseOf<typeof partyInstructionRefusals> = refuseWith(partyInstructionRefusals);

/** One instructor follows the other without the first being ended. */
function assign(
  data: AssignPartyInstructor,
  unitOpen: boolean,
  { instructor, lastDay }: PartyInstructionState,
  moment: Moment,
): PartyInstructionEvent[] {
  if (sameContent(data, instructor)) return [];
  if (!unitOpen) refuse('organization.partyInstruction.unitMissing');
  requireEntryDay(data.fromDay, moment, instructor?.fromDay ?? lastDay);
  return [{ type: 'PartyInstructorAssigned', data: { ...data } }];
}

function end(
  { unitId, lastDay }: EndPartyInstruction,
  state: PartyInstructionState,
  moment: Moment,
): PartyInstructionEvent[] {
  if (!state.instructor) {
    return state.lastDay === lastDay ? [] : refuse('organization.partyInstruction.noInstructor');
  }
  requireEntryDay(lastDay, moment, state.instructor.fromDay);
  return [{ type: 'PartyInstructionEnded', data: { unitId, lastDay } }];
}

function planCover(
  data: PlanPartyCover,
  unitOpen: boolean,
  { plan }: PartyInstructionState,
  { today }: Moment,
): PartyInstructionEvent[] {
  if (plan && sameContent({ ...data, plannedOn: plan.plannedOn }, plan)) return [];
  if (!unitOpen) refuse('organization.partyInstruction.unitMissing');
  const { coverPlannedOn } = data;
  if (coverPlannedOn < today) refuse('organization.partyInstruction.plannedDayPast', { coverPlannedOn });
  return [{ type: 'PartyCoverPlanned', data: { ...data, plannedOn: today } }];
}
