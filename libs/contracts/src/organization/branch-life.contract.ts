import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsLongText, IsShortText } from '../fields';
import { partyReporters } from './party-roles';

/** What the life of a branch is made of: 三会一课, theme days, and what is due once a year (PO-04 to PO-07, PD-05). */
export const branchLifeKinds = [
  'membersMeeting',
  'committeeMeeting',
  'partyGroupMeeting',
  'partyLecture',
  'themeDay',
  'organizationLifeMeeting',
  'democraticAppraisal',
  'memberTalks',
  /** Study with class hours that count towards a member's yearly training (PO-07). */
  'training',
  /** The yearly analysis of all designated applicants by a committee (PD-05). */
  'applicantAnalysis',
  /** Study as a matter of course (“两学一做”) and in theme education, beside the meetings above (HM-02f). */
  'studySession',
  /** An activity with crews beyond the above (QD-11). */
  'activity',
] as const;
export type BranchLifeKind = (typeof branchLifeKinds)[number];

/** Who gave a Party lecture, by his post (WZ-15d). */
export const lecturers = ['secretary', 'otherMember', 'guest'] as const;
export type Lecturer = (typeof lecturers)[number];

/** What is kept of one meeting, lecture or activity: counts, never who was there; of a lecture, who gave it. */
class BranchLifeEntry {
  @IsIdentifier() recordId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsIn(branchLifeKinds) kind!: BranchLifeKind;
  @IsDay() heldOn!: Day;
  @IsShortText(200) subject!: string;
  @IsInt() @Min(1) @Max(100_000) present!: number;
  /** Crews that took part (QD-11). */
  @IsIdentifierList(200) crewIds!: string[];
  /** The crew-building task of a programme that it served (QD-11). */
  @IsOptional() @IsIdentifier() crewTaskId?: string;
  @IsOptional() @IsIn(lecturers) lecturer?: Lecturer;
  /** Who gave a lecture; a guest who is no member has none (WZ-15d). */
  @IsOptional() @IsIdentifier() lecturerId?: string;
  /** The mean of the anonymous rating of a lecture, 0 to 100 (WZ-15d). */
  @IsOptional() @IsInt() @Min(0) @Max(100) ratingPercent?: number;
  @IsOptional() @IsInt() @Min(1) @Max(500) classHours?: number;
}

/** Enters what was held into the ledger of a branch (provisions HM-02g, WZ-19b, QD-11). */
@Command({
  name: 'organization.branch-life.record',
  summary: { zh: '登记组织生活', en: 'Record branch life' },
  roles: partyReporters,
  provisions: ['QD-11', 'WZ-15d'],
  towards: ['HM-02f', 'HM-02g', 'WZ-19b'],
})
export class RecordBranchLife extends BranchLifeEntry {}

/** Puts an entry right; the first one stays on record (provision WZ-19b). */
@Command({
  name: 'organization.branch-life.correct',
  summary: { zh: '更正组织生活记录', en: 'Correct a record of branch life' },
  roles: partyReporters,
  towards: ['WZ-19b'],
})
export class CorrectBranchLife extends BranchLifeEntry {
  @IsLongText(500) reason!: string;
}

/** Takes back an entry of what was never held (provision WZ-19b). */
@Command({
  name: 'organization.branch-life.withdraw',
  summary: { zh: '撤回组织生活记录', en: 'Withdraw a record of branch life' },
  roles: partyReporters,
  towards: ['WZ-19b'],
})
export class WithdrawBranchLife {
  @IsIdentifier() recordId!: string;
  @IsLongText(500) reason!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '组织生活已登记', en: 'Branch life was recorded' },
  towards: ['HM-02g', 'WZ-19b'],
})
export class BranchLifeRecorded extends BranchLifeEntry {
  /** The unit of the organization. */
  @IsIdentifier() unitId!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '组织生活记录已更正', en: 'A record of branch life was corrected' },
  towards: ['WZ-19b'],
})
export class BranchLifeCorrected extends BranchLifeEntry {
  @IsLongText(500) reason!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '组织生活记录已撤回', en: 'A record of branch life was withdrawn' },
  towards: ['WZ-19b'],
})
export class BranchLifeWithdrawn {
  @IsIdentifier() recordId!: string;
  @IsLongText(500) reason!: string;
}

export const branchLifeCommands = { RecordBranchLife, CorrectBranchLife, WithdrawBranchLife };
export type BranchLifeCommand = CommandOf<typeof branchLifeCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const branchLifeEvents = { BranchLifeRecorded, BranchLifeCorrected, BranchLifeWithdrawn };
export type BranchLifeEvent = EventOf<typeof branchLifeEvents>;
