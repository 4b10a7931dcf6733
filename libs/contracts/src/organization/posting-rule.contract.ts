import { type Day, IsDay } from '@gongyou/domain';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsNested, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** Puts a unit's rule on part-time and seconded posts of workers in its mass organizations into force (CC-03b). */
@Command({
  name: 'organization.posting-rule.issue',
  summary: { zh: '印发挂职兼职制度', en: 'Issue a rule on workers’ posts in mass organizations' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  provisions: ['CC-03b'],
})
export class IssuePostingRule {
  @IsIdentifier() unitId!: string;
  @IsShortText(100) documentNumber!: string;
  @IsShortText(200) title!: string;
  @IsNested(() => Evidence) text!: Evidence;
  @IsDay() inForceFrom!: Day;
}

/** Takes the rule back; another one can follow. */
@Command({
  name: 'organization.posting-rule.repeal',
  summary: { zh: '废止挂职兼职制度', en: 'Repeal a rule on workers’ posts in mass organizations' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class RepealPostingRule {
  @IsIdentifier() unitId!: string;
  @IsLongText(500) reason!: string;
  /** The first day without it. */
  @IsDay() repealedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '挂职兼职制度已印发', en: 'A rule on workers’ posts in mass organizations was issued' },
})
export class PostingRuleIssued {
  @IsIdentifier() unitId!: string;
  @IsShortText(100) documentNumber!: string;
  @IsShortText(200) title!: string;
  @IsNested(() => Evidence) text!: Evidence;
  @IsDay() inForceFrom!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '挂职兼职制度已废止', en: 'A rule on workers’ posts in mass organizations was repealed' },
})
export class PostingRuleRepealed {
  @IsIdentifier() unitId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() repealedOn!: Day;
}

export const postingRuleCommands = { IssuePostingRule, RepealPostingRule };
export type PostingRuleCommand = CommandOf<typeof postingRuleCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const postingRuleEvents = { PostingRuleIssued, PostingRuleRepealed };
export type PostingRuleEvent = EventOf<typeof postingRuleEvents>;
