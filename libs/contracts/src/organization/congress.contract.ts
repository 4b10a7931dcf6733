import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** The bodies in which industrial workers are to have a fitting share of the seats (HM-04a, CC-03a). */
export const congressKinds = [
  'workersCongress',
  'massOrganizationCongress',
  'massOrganizationCommittee',
  'partyCongress',
  'peoplesCongress',
  'politicalConsultativeConference',
] as const;
export type CongressKind = (typeof congressKinds)[number];

export const congressLevels = ['project', 'enterprise', 'county', 'city', 'province', 'national'] as const;
export type CongressLevel = (typeof congressLevels)[number];

/** What a delegate does at work. The front line are workers in crews and teams. */
export const delegateCategories = ['frontLine', 'technical', 'management', 'other'] as const;
export type DelegateCategory = (typeof delegateCategories)[number];

/** What is put before a workers' congress. A matter of vital interest (HM-04i) takes effect only once it was passed. */
export const congressMatters = [
  'payScheme',
  'workingTime',
  'welfare',
  'layOffs',
  'safety',
  'collectiveContract',
  'other',
] as const;
export type CongressMatter = (typeof congressMatters)[number];

/** One who holds a seat. */
export class CongressDelegate {
  @IsIdentifier() workerId!: string;
  @IsIn(delegateCategories) category!: DelegateCategory;
  /** Whether he is an industrial worker, whatever his form of employment. */
  @IsBoolean() industrialWorker!: boolean;
}

/** Sets up a term of a congress with its seats. */
@Command({
  name: 'organization.congress.open-term',
  summary: { zh: '登记代表大会届次', en: 'Open a term of a congress' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['HM-04a', 'HM-04f', 'CC-03a'],
})
export class OpenCongressTerm {
  @IsIdentifier() congressId!: string;
  @IsIn(congressKinds) kind!: CongressKind;
  @IsIn(congressLevels) level!: CongressLevel;
  @IsIdentifier() unitId!: string;
  @IsShortText(100) name!: string;
  @IsInt() @Min(1) @Max(10_000) seats!: number;
  /** All who work for the unit when the term begins. */
  @IsInt() @Min(1) @Max(1_000_000) staffCount!: number;
  /** The term before, whose share of workers this one is compared with. */
  @IsOptional() @IsIdentifier() previousCongressId?: string;
  @IsDay() beginsOn!: Day;
  @IsDay() endsOn!: Day;
}

/** Puts delegates into seats; may be told in several parts. */
@Command({
  name: 'organization.congress.seat-delegates',
  summary: { zh: '登记代表', en: 'Seat delegates' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['HM-04a', 'CC-03a'],
})
export class SeatDelegates {
  @IsIdentifier() congressId!: string;
  @IsNestedList(() => CongressDelegate, 500, 1) delegates!: CongressDelegate[];
  @IsDay() seatedOn!: Day;
}

/** A delegate's seat falls vacant: he has left the unit, or was recalled by those who elected him. */
@Command({
  name: 'organization.congress.vacate-seat',
  summary: { zh: '代表资格终止', en: 'Vacate a delegate’s seat' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class VacateSeat {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() vacatedOn!: Day;
}

/** A session was held; without two thirds of the delegates there is none (UN-08). */
@Command({
  name: 'organization.congress.hold-session',
  summary: { zh: '召开代表大会会议', en: 'Hold a session of a congress' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['HM-04f'],
})
export class HoldCongressSession {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() sessionId!: string;
  @IsInt() @Min(1) @Max(10_000) delegatesPresent!: number;
  @IsNestedList(() => Evidence, 20) minutes!: Evidence[];
  @IsDay() heldOn!: Day;
}

/** A matter was voted on in a session; passed by more than half of all delegates, present or not (UN-08). */
@Command({
  name: 'organization.congress.vote',
  summary: { zh: '登记职代会决议表决', en: 'Record a vote of a congress' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['HM-04i'],
})
export class VoteInCongress {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() sessionId!: string;
  @IsIdentifier() resolutionId!: string;
  @IsIn(congressMatters) matter!: CongressMatter;
  @IsBoolean() vitalInterest!: boolean;
  @IsShortText(300) title!: string;
  @IsInt() @Min(0) @Max(10_000) votesFor!: number;
  @IsInt() @Min(0) @Max(10_000) votesAgainst!: number;
  @IsInt() @Min(0) @Max(10_000) abstaining!: number;
}

/** Delegates make a proposal in a session (CC-03c). */
@Command({
  name: 'organization.congress.make-proposal',
  summary: { zh: '登记代表提案', en: 'Record a proposal of delegates' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['CC-03c'],
})
export class MakeCongressProposal {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() sessionId!: string;
  @IsIdentifier() proposalId!: string;
  @IsShortText(300) title!: string;
  /** The delegates who made it. */
  @IsIdentifierList(50) proposerIds!: string[];
  @IsDay() madeOn!: Day;
}

/** What became of a proposal that delegates made (CC-03c). */
@Command({
  name: 'organization.congress.answer-proposal',
  summary: { zh: '办复代表提案', en: 'Answer a proposal of delegates' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['CC-03c'],
})
export class AnswerCongressProposal {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() sessionId!: string;
  @IsIdentifier() proposalId!: string;
  @IsShortText(300) title!: string;
  @IsBoolean() adopted!: boolean;
  @IsDay() answeredOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '代表大会届次已登记', en: 'A term of a congress was opened' },
})
export class CongressTermOpened {
  @IsIdentifier() congressId!: string;
  @IsIn(congressKinds) kind!: CongressKind;
  @IsIn(congressLevels) level!: CongressLevel;
  @IsIdentifier() unitId!: string;
  @IsShortText(100) name!: string;
  @IsInt() @Min(1) @Max(10_000) seats!: number;
  @IsInt() @Min(1) @Max(1_000_000) staffCount!: number;
  @IsOptional() @IsIdentifier() previousCongressId?: string;
  @IsDay() beginsOn!: Day;
  @IsDay() endsOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '代表已登记', en: 'Delegates were seated' } })
export class DelegatesSeated {
  @IsIdentifier() congressId!: string;
  @IsNestedList(() => CongressDelegate, 500, 1) delegates!: CongressDelegate[];
  @IsDay() seatedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '代表资格已终止', en: 'A delegate’s seat fell vacant' } })
export class SeatVacated {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() vacatedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '代表大会会议已召开', en: 'A session of a congress was held' },
})
export class CongressSessionHeld {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() sessionId!: string;
  @IsInt() @Min(1) @Max(10_000) delegates!: number;
  @IsInt() @Min(1) @Max(10_000) delegatesPresent!: number;
  @IsNestedList(() => Evidence, 20) minutes!: Evidence[];
  @IsDay() heldOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '决议已通过', en: 'A congress passed a resolution' } })
export class CongressResolutionPassed {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() sessionId!: string;
  @IsIdentifier() resolutionId!: string;
  @IsIn(congressMatters) matter!: CongressMatter;
  @IsBoolean() vitalInterest!: boolean;
  @IsShortText(300) title!: string;
  /** All delegates, present or not: of these more than half said yes. */
  @IsInt() @Min(1) @Max(10_000) delegates!: number;
  @IsInt() @Min(0) @Max(10_000) votesFor!: number;
  @IsInt() @Min(0) @Max(10_000) votesAgainst!: number;
  @IsInt() @Min(0) @Max(10_000) abstaining!: number;
}

@DomainEvent({ context: 'organization', summary: { zh: '决议未获通过', en: 'A congress did not pass a resolution' } })
export class CongressResolutionRejected {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() sessionId!: string;
  @IsIdentifier() resolutionId!: string;
  @IsIn(congressMatters) matter!: CongressMatter;
  @IsBoolean() vitalInterest!: boolean;
  @IsShortText(300) title!: string;
  @IsInt() @Min(1) @Max(10_000) delegates!: number;
  @IsInt() @Min(0) @Max(10_000) votesFor!: number;
  @IsInt() @Min(0) @Max(10_000) votesAgainst!: number;
  @IsInt() @Min(0) @Max(10_000) abstaining!: number;
}

@DomainEvent({ context: 'organization', summary: { zh: '代表提案已提出', en: 'Delegates made a proposal' } })
export class CongressProposalMade {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() sessionId!: string;
  @IsIdentifier() proposalId!: string;
  @IsShortText(300) title!: string;
  @IsIdentifierList(50) proposerIds!: string[];
  @IsDay() madeOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '代表提案已办复', en: 'A proposal of delegates was answered' } })
export class CongressProposalAnswered {
  @IsIdentifier() congressId!: string;
  @IsIdentifier() sessionId!: string;
  @IsIdentifier() proposalId!: string;
  @IsShortText(300) title!: string;
  @IsBoolean() adopted!: boolean;
  @IsDay() answeredOn!: Day;
}

export const congressCommands = {
  OpenCongressTerm,
  SeatDelegates,
  VacateSeat,
  HoldCongressSession,
  VoteInCongress,
  MakeCongressProposal,
  AnswerCongressProposal,
};
export type CongressCommand = CommandOf<typeof congressCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const congressEvents = {
  CongressTermOpened,
  DelegatesSeated,
  SeatVacated,
  CongressSessionHeld,
  CongressResolutionPassed,
  CongressResolutionRejected,
  CongressProposalMade,
  CongressProposalAnswered,
};
export type CongressEvent = EventOf<typeof congressEvents>;
