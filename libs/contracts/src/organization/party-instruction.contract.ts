import { type Day, IsDay } from '@gongyou/domain';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText } from '../fields';
import { partyReporters } from './party-roles';

/** A Party-work instructor (党建工作指导员) sees to Party work in a unit that no organization covers (provision CC-02a). */
@Command({
  name: 'organization.party-instruction.assign',
  summary: { zh: '选派党建工作指导员', en: 'Assign a Party-work instructor' },
  roles: partyReporters,
  towards: ['CC-02a'],
})
export class AssignPartyInstructor {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() instructorId!: string;
  @IsDay() fromDay!: Day;
}

/** He leaves the unit; the day told is his last one there (provision CC-02a). */
@Command({
  name: 'organization.party-instruction.end',
  summary: { zh: '党建工作指导员撤出', en: 'End the work of a Party-work instructor' },
  roles: partyReporters,
  towards: ['CC-02a'],
})
export class EndPartyInstruction {
  @IsIdentifier() unitId!: string;
  @IsDay() lastDay!: Day;
}

/** By when a unit will be covered that is not yet, and why it is not (provision CC-02a). */
@Command({
  name: 'organization.party-instruction.plan-cover',
  summary: { zh: '计划党的工作覆盖', en: 'Plan the coverage of a unit by Party work' },
  roles: partyReporters,
  towards: ['CC-02a'],
})
export class PlanPartyCover {
  @IsIdentifier() unitId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() coverPlannedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党建工作指导员已选派', en: 'An instructor was assigned' } })
export class PartyInstructorAssigned {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() instructorId!: string;
  @IsDay() fromDay!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党建工作指导员已撤出', en: 'An instructor left a unit' } })
export class PartyInstructionEnded {
  @IsIdentifier() unitId!: string;
  @IsDay() lastDay!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党的工作覆盖已计划', en: 'The coverage of a unit was planned' },
})
export class PartyCoverPlanned {
  @IsIdentifier() unitId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() coverPlannedOn!: Day;
  @IsDay() plannedOn!: Day;
}

export const partyInstructionCommands = { AssignPartyInstructor, EndPartyInstruction, PlanPartyCover };
export type PartyInstructionCommand = CommandOf<typeof partyInstructionCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const partyInstructionEvents = { PartyInstructorAssigned, PartyInstructionEnded, PartyCoverPlanned };
export type PartyInstructionEvent = EventOf<typeof partyInstructionEvents>;
