import type { FoundingDutyEvent, PartyInstructionEvent } from '@gongyou/contracts';
import { addDays } from '@gongyou/domain';
import type { StandingRule } from './standing-rule';

interface InstructionFacts {
  unitId: string;
  hasInstructor: boolean;
}

const counts: StandingRule<never, InstructionFacts>['counts'] = ({ unitId, hasInstructor }) =>
  hasInstructor ? [{ indicator: 'partyInstructions', unitId }] : [];

type InstructionEvent = Extract<PartyInstructionEvent, { type: 'PartyInstructorAssigned' | 'PartyInstructionEnded' }>;

/** A unit counts while a Party-work instructor sees to it, his last day included (CC-02a). */
export const partyInstructionsRule: StandingRule<InstructionEvent, InstructionFacts> = {
  types: ['PartyInstructorAssigned', 'PartyInstructionEnded'],
  // The day told of an end is the last one of it.
  dayOf: ({ type, data }) => (type === 'PartyInstructorAssigned' ? data.fromDay : addDays(data.lastDay, 1)),
  evolve: (_, { type, data }) => ({ unitId: data.unitId, hasInstructor: type === 'PartyInstructorAssigned' }),
  counts,
};

type FoundingPlan = Extract<FoundingDutyEvent, { type: 'PartyFoundingPlanned' }>;

/** A unit that plans to found counts while the plan names an instructor for the time until then (HM-02a). */
export const foundingPlansRule: StandingRule<FoundingPlan, InstructionFacts> = {
  types: ['PartyFoundingPlanned'],
  dayOf: ({ data }) => data.plannedOn,
  evolve: (_, { data }) => ({ unitId: data.unitId, hasInstructor: data.instructorId !== undefined }),
  counts,
};
