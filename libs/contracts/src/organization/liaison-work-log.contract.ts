import { type Day, IsDay } from '@gongyou/domain';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsCount, IsIdentifier, IsIdentifierList, IsLongText, IsNested, IsShortText, IsSubsetOf } from '../fields';
import { HoldsRequests, type LoggedRequest } from './matter.contract';

/** What an officer did (JX-13, JX-19, JX-34, JX-37, JX-40, JX-52); a round (JX-56b) collects what the teams ask for. */
export const liaisonActivities = [
  'visit',
  'talk',
  'round',
  'training',
  'guidance',
  'check',
  'care',
  'mediation',
  'hearing',
  'proposal',
] as const;
export type LiaisonActivity = (typeof liaisonActivities)[number];

/** For whom it was done, by category: never a person by name (JX-40, JX-52). */
export const liaisonBeneficiaries = ['workers', 'crewLeaders', 'projectOfficers', 'crewLiaisons', 'project'] as const;
export type LiaisonBeneficiary = (typeof liaisonBeneficiaries)[number];

/** What was spoken about. A closed list: nothing that a person thinks or says is ever kept (JX-16, JX-40). */
export const liaisonTopics = [
  'wages',
  'board',
  'safety',
  'work',
  'skills',
  'health',
  'family',
  'rights',
  'other',
] as const;
export type LiaisonTopic = (typeof liaisonTopics)[number];

/** What came of it (JX-19). */
export const liaisonWorkResults = ['settled', 'mattersOpened', 'toBeFollowedUp', 'handedOver'] as const;
export type LiaisonWorkResult = (typeof liaisonWorkResults)[number];

/** What a district officer found when he guided or checked a subordinate (JX-13): about the work, never about the person. */
export const liaisonFindings = [
  'inOrder',
  'workLogIncomplete',
  'visitsTooFew',
  'mattersLate',
  'answersNotPassedOn',
  'boardOutdated',
  'trainingNeeded',
] as const;
export type LiaisonFinding = (typeof liaisonFindings)[number];

const IsTopics = (): PropertyDecorator => (target, property) =>
  [IsArray(), ArrayMaxSize(liaisonTopics.length), IsIn(liaisonTopics, { each: true })].forEach((decorate) =>
    decorate(target, property),
  );

/**
 * An entry of the work log (写实手册). Apart from the place it holds lists and numbers only, so that no opinion of a person can be
 * written down; a request that calls for an answer is a matter of its own, named by its id.
 */
export class LiaisonWorkEntry {
  @IsIdentifier() entryId!: string;
  @IsDay() workedOn!: Day;
  @IsIn(liaisonActivities) activity!: LiaisonActivity;
  /** One of the kinds of work of the role definition, where it names any (JX-71). */
  @IsOptional() @IsIdentifier() workKindId?: string;
  /** The duties and rights of the role definition that were carried out or used (JX-37, JX-38a). */
  @IsIdentifierList(20) dutyIds!: string[];
  @IsIdentifierList(20) rightIds!: string[];
  @IsIn(liaisonBeneficiaries) beneficiary!: LiaisonBeneficiary;
  /** The crew, project or district it was done for. */
  @IsIdentifier() unitId!: string;
  @IsShortText(100) place!: string;
  @IsInt() @Min(0) @Max(10_000) personsPresent!: number;
  @IsTopics() topics!: LiaisonTopic[];
  @IsInt() @Min(0) @Max(1_000) requestsRaised!: number;
  /** Matters that were opened from those requests by commands of their own. */
  @IsIdentifierList(100) matterIds!: string[];
  /** Those of the requests that the platform raises as matters (JX-40, JX-52, JX-56b, JX-70). */
  @IsOptional() @HoldsRequests() requests?: LoggedRequest[];
  /** How long it took (JX-71). */
  @IsOptional() @IsCount(1, 1440) minutes?: number;
  @IsOptional() @IsIn(liaisonWorkResults) result?: LiaisonWorkResult;
  /** The officer who was trained, guided or checked (JX-13). */
  @IsOptional() @IsIdentifier() subordinateId?: string;
  @IsOptional() @IsSubsetOf(liaisonFindings) findings?: LiaisonFinding[];
}

/** Writes an entry into the work log of an officer on duty (JX-19, JX-34, JX-40, JX-52, JX-70). */
@Command({
  name: 'organization.liaison-work-log.record',
  summary: { zh: '登记写实手册', en: 'Record an entry of the liaison work log' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  provisions: ['JX-56b'],
  towards: ['JX-13', 'JX-19', 'JX-34', 'JX-37', 'JX-40', 'JX-52', 'JX-70', 'JX-71'],
})
export class RecordLiaisonWork {
  @IsIdentifier() officerId!: string;
  @IsNested(() => LiaisonWorkEntry) entry!: LiaisonWorkEntry;
}

/** Takes back an entry that was wrong; the summary loses it again. */
@Command({
  name: 'organization.liaison-work-log.withdraw-entry',
  summary: { zh: '撤销写实手册记录', en: 'Withdraw an entry of the liaison work log' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
})
export class WithdrawLiaisonWork {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() entryId!: string;
  /** The day of the entry, which tells the month of the log that holds it. */
  @IsDay() workedOn!: Day;
  @IsLongText(300) reason!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '写实手册已登记', en: 'Liaison work was recorded' },
  version: 2,
  upcasters: { 1: asItWas },
})
export class LiaisonWorkRecorded {
  @IsIdentifier() officerId!: string;
  /** The unit of the post that the officer held. */
  @IsIdentifier() postUnitId!: string;
  @IsNested(() => LiaisonWorkEntry) entry!: LiaisonWorkEntry;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '写实手册记录已撤销', en: 'An entry of liaison work was withdrawn' },
  version: 2,
  upcasters: { 1: asItWas },
})
export class LiaisonWorkWithdrawn {
  @IsIdentifier() officerId!: string;
  /** The unit of the post that the officer held. */
  @IsIdentifier() postUnitId!: string;
  /** The entry as it stood, so that every figure can be taken back. */
  @IsNested(() => LiaisonWorkEntry) entry!: LiaisonWorkEntry;
  @IsLongText(300) reason!: string;
}

/** An entry of version 1 told neither time nor result, and named its matters only: what it did not tell stays untold. */
function asItWas(data: Record<string, unknown>): Record<string, unknown> {
  return data;
}

export const liaisonWorkLogCommands = { RecordLiaisonWork, WithdrawLiaisonWork };
export type LiaisonWorkLogCommand = CommandOf<typeof liaisonWorkLogCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonWorkLogEvents = { LiaisonWorkRecorded, LiaisonWorkWithdrawn };
export type LiaisonWorkLogEvent = EventOf<typeof liaisonWorkLogEvents>;
