import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsIdentifierList, IsLongText, IsNested, IsSubsetOf } from '../fields';
import { HoldsRequests, type LoggedRequest } from './matter.contract';

/** Who visits a crew that he is stationed with: the manager who answers for it (QD-41), or a Party member who guides it (QD-10). */
export const crewSupportRoles = ['stationedManager', 'stationedPartyMember'] as const;
export type CrewSupportRole = (typeof crewSupportRoles)[number];

/** The help that was given (QD-41: coordinate, guide, follow up). */
export const crewHelp = [
  'coordination',
  'guidance',
  'followUp',
  'safety',
  'quality',
  'training',
  'rights',
  'living',
  'partyWork',
] as const;
export type CrewHelp = (typeof crewHelp)[number];

/** A visit to a crew. Lists and numbers only: a request becomes a matter, and nobody's words are kept. */
export class CrewSupportVisit {
  @IsIdentifier() visitId!: string;
  /** The support of the crew, or the stationing with it, that the visit belongs to. */
  @IsIdentifier() assignmentId!: string;
  @IsDay() visitedOn!: Day;
  @IsOptional() @IsCount(1, 1440) minutes?: number;
  @IsSubsetOf(crewHelp) helpGiven!: CrewHelp[];
  /** Each is raised as a matter with a time limit; its owner is whoever visits, where nobody else is named. */
  @HoldsRequests() requests!: LoggedRequest[];
  /** Matters of earlier visits that were followed up. */
  @IsIdentifierList(50) followedUpMatterIds!: string[];
}

const keepers: readonly Role[] = ['administrator', 'unitOfficer', 'enterpriseSystem'];

/** A stationed manager or Party member writes down a visit to his crew (QD-10, QD-41). */
@Command({
  name: 'organization.crew-support-log.record-visit',
  summary: { zh: '登记进驻走访', en: 'Record a visit to a crew that one is stationed with' },
  roles: keepers,
  towards: ['QD-10', 'QD-41'],
})
export class RecordCrewSupportVisit {
  @IsIdentifier() unitId!: string;
  @IsNested(() => CrewSupportVisit) visit!: CrewSupportVisit;
}

/** Takes back a visit that was wrong. Matters that it raised stay until they are withdrawn themselves. */
@Command({
  name: 'organization.crew-support-log.withdraw-visit',
  summary: { zh: '撤销进驻走访记录', en: 'Withdraw a visit to a crew' },
  roles: keepers,
})
export class WithdrawCrewSupportVisit {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() visitId!: string;
  /** The day of the visit, which tells the month of the log that holds it. */
  @IsDay() visitedOn!: Day;
  @IsLongText(300) reason!: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '进驻走访已登记', en: 'A visit to a crew was recorded' } })
export class CrewSupportVisitRecorded {
  @IsIdentifier() unitId!: string;
  @IsIn(crewSupportRoles) role!: CrewSupportRole;
  /** Who is stationed with the crew, by opaque id. */
  @IsIdentifier() stationedId!: string;
  @IsNested(() => CrewSupportVisit) visit!: CrewSupportVisit;
}

@DomainEvent({ context: 'organization', summary: { zh: '进驻走访记录已撤销', en: 'A visit to a crew was withdrawn' } })
export class CrewSupportVisitWithdrawn {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() visitId!: string;
  @IsIdentifier() assignmentId!: string;
  @IsDay() visitedOn!: Day;
  @IsLongText(300) reason!: string;
}

export const crewSupportLogCommands = { RecordCrewSupportVisit, WithdrawCrewSupportVisit };
export type CrewSupportLogCommand = CommandOf<typeof crewSupportLogCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const crewSupportLogEvents = { CrewSupportVisitRecorded, CrewSupportVisitWithdrawn };
export type CrewSupportLogEvent = EventOf<typeof crewSupportLogEvents>;
