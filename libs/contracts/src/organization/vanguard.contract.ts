import { type Day, IsDay } from '@gongyou/domain';
import { ArrayMinSize, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsLongText, IsShortText } from '../fields';
import { partyReporters } from './party-roles';

/** Where Party members go ahead of others: 党员示范岗, 党员突击队, 党员责任区 (WZ-16c, CC-01b, JX-49c). */
export const vanguardKinds = ['modelPost', 'taskForce', 'responsibilityArea'] as const;
export type VanguardKind = (typeof vanguardKinds)[number];

/** Sets up a model post, a task force or a responsibility area (provisions WZ-16c, CC-01b, JX-49c). */
@Command({
  name: 'organization.vanguard.set-up',
  summary: { zh: '设立示范岗、突击队或责任区', en: 'Set up a model post, task force or responsibility area' },
  roles: partyReporters,
  provisions: ['CC-01b'],
  towards: ['WZ-16c', 'JX-49c'],
})
export class SetUpVanguard {
  @IsIdentifier() vanguardId!: string;
  @IsIn(vanguardKinds) kind!: VanguardKind;
  @IsIdentifier() partyOrganizationId!: string;
  @IsIdentifier() unitId!: string;
  @IsIdentifierList(100) @ArrayMinSize(1) memberIds!: string[];
  /** How many of them are industrial workers (CC-01b). */
  @IsInt() @Min(0) @Max(100) workerMembers!: number;
  @IsShortText(100) place!: string;
  @IsShortText(200) task!: string;
  @IsDay() setUpOn!: Day;
  /** The last day that it is meant to stand; none where it stands until it is closed (JX-49c). */
  @IsOptional() @IsDay() plannedUntil?: Day;
}

/** Tells what came of it, in whole numbers since it was set up (provisions WZ-16c, JX-49c). */
@Command({
  name: 'organization.vanguard.report-result',
  summary: { zh: '报告示范岗、突击队或责任区成果', en: 'Report the result of a vanguard' },
  roles: partyReporters,
  provisions: ['JX-49c'],
  towards: ['WZ-16c'],
})
export class ReportVanguardResult {
  @IsIdentifier() vanguardId!: string;
  @IsInt() @Min(0) @Max(10_000) tasksCompleted!: number;
  /** Accidents in its area (党员身边无事故). */
  @IsInt() @Min(0) @Max(10_000) accidents!: number;
  @IsOptional() @IsLongText(500) note?: string;
  @IsDay() reportedOn!: Day;
}

/** Ends it (provision WZ-16c). */
@Command({
  name: 'organization.vanguard.close',
  summary: { zh: '撤销示范岗、突击队或责任区', en: 'Close a vanguard' },
  roles: partyReporters,
  towards: ['WZ-16c'],
})
export class CloseVanguard {
  @IsIdentifier() vanguardId!: string;
  @IsDay() closedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '示范岗、突击队或责任区已设立', en: 'A vanguard was set up' } })
export class VanguardSetUp {
  @IsIdentifier() vanguardId!: string;
  @IsIn(vanguardKinds) kind!: VanguardKind;
  @IsIdentifier() partyOrganizationId!: string;
  @IsIdentifier() unitId!: string;
  @IsIdentifierList(100) memberIds!: string[];
  @IsInt() @Min(0) @Max(100) workerMembers!: number;
  @IsShortText(100) place!: string;
  @IsShortText(200) task!: string;
  @IsDay() setUpOn!: Day;
  @IsOptional() @IsDay() plannedUntil?: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '成果已报告', en: 'The result of a vanguard was reported' } })
export class VanguardResultReported {
  @IsIdentifier() vanguardId!: string;
  @IsInt() @Min(0) @Max(10_000) tasksCompleted!: number;
  @IsInt() @Min(0) @Max(10_000) accidents!: number;
  @IsOptional() @IsLongText(500) note?: string;
  @IsDay() reportedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '示范岗、突击队或责任区已撤销', en: 'A vanguard was closed' } })
export class VanguardClosed {
  @IsIdentifier() vanguardId!: string;
  @IsDay() closedOn!: Day;
}

export const vanguardCommands = { SetUpVanguard, ReportVanguardResult, CloseVanguard };
export type VanguardCommand = CommandOf<typeof vanguardCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const vanguardEvents = { VanguardSetUp, VanguardResultReported, VanguardClosed };
export type VanguardEvent = EventOf<typeof vanguardEvents>;
