import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsShortText } from '../fields';

/** 兼职 beside his own work, or 挂职: seconded for a time. */
export const postingModes = ['partTime', 'seconded'] as const;
export type PostingMode = (typeof postingModes)[number];

export const postingGrades = ['excellent', 'competent', 'notCompetent'] as const;
export type PostingGrade = (typeof postingGrades)[number];

/** A worker takes a post in a mass organization for a term (HM-03a, CC-03b). */
@Command({
  name: 'organization.mass-organization-posting.begin',
  summary: { zh: '产业工人到群团组织挂职或兼职', en: 'Post a worker to a mass organization' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  provisions: ['HM-03a'],
  towards: ['CC-03b'],
})
export class BeginPosting {
  @IsIdentifier() postingId!: string;
  @IsIdentifier() workerId!: string;
  @IsIdentifier() massOrganizationId!: string;
  @IsShortText(100) post!: string;
  @IsIn(postingModes) mode!: PostingMode;
  @IsDay() beginsOn!: Day;
  /** The last day of the term. */
  @IsDay() endsOn!: Day;
}

/** What the posted worker did is judged by the organization. */
@Command({
  name: 'organization.mass-organization-posting.assess',
  summary: { zh: '考核挂职兼职工作', en: 'Assess a posting' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['CC-03b'],
})
export class AssessPosting {
  @IsIdentifier() postingId!: string;
  @IsIn(postingGrades) grade!: PostingGrade;
  @IsLongText(1000) note!: string;
  @IsDay() assessedOn!: Day;
}

/** Ends a posting before its term is over. */
@Command({
  name: 'organization.mass-organization-posting.end',
  summary: { zh: '提前结束挂职兼职', en: 'End a posting early' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class EndPosting {
  @IsIdentifier() postingId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() endedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '产业工人已到群团组织任职', en: 'A worker was posted to a mass organization' },
  provisions: ['HM-03a'],
})
export class PostingBegan {
  @IsIdentifier() postingId!: string;
  @IsIdentifier() workerId!: string;
  @IsIdentifier() massOrganizationId!: string;
  /** The unit that the mass organization stands at. */
  @IsIdentifier() unitId!: string;
  @IsShortText(100) post!: string;
  @IsIn(postingModes) mode!: PostingMode;
  @IsDay() beginsOn!: Day;
  @IsDay() endsOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '挂职兼职已考核', en: 'A posting was assessed' } })
export class PostingAssessed {
  @IsIdentifier() postingId!: string;
  @IsIn(postingGrades) grade!: PostingGrade;
  @IsLongText(1000) note!: string;
  @IsDay() assessedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '挂职兼职已提前结束', en: 'A posting ended early' } })
export class PostingEnded {
  @IsIdentifier() postingId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() endedOn!: Day;
}

export const massOrganizationPostingCommands = { BeginPosting, AssessPosting, EndPosting };
export type MassOrganizationPostingCommand = CommandOf<typeof massOrganizationPostingCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const massOrganizationPostingEvents = { PostingBegan, PostingAssessed, PostingEnded };
export type MassOrganizationPostingEvent = EventOf<typeof massOrganizationPostingEvents>;
