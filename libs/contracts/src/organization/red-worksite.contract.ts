import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsLongText, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';
import { partyReporters } from './party-roles';

/** What is entered at the start of a Red Worksite (WZ-19a): 活动场地, 制度, 标识, 党员. */
export const redWorksiteEntries = ['venue', 'rules', 'signage', 'members'] as const;
export type RedWorksiteEntry = (typeof redWorksiteEntries)[number];

/** Whoever checks an entry is another than whoever filled it. */
const checkers: Role[] = ['administrator', 'leadingGroupOffice', 'leadDepartment', 'inspector', 'partyAffairsOffice'];
const enrollers: Role[] = [...partyReporters, 'administrator', 'leadDepartment', 'unitOfficer'];

class RedWorksiteAsEnrolled {
  /** The project. */
  @IsIdentifier() unitId!: string;
  /** Its Party branch, where it is founded already. */
  @IsOptional() @IsIdentifier() partyOrganizationId?: string;
  @IsDay() enrolledOn!: Day;
  /** The last day for all four entries; the text names none, so the enrolment says it. */
  @IsDay() dueOn!: Day;
}

class RedWorksiteEntryAsFilled {
  @IsIdentifier() unitId!: string;
  @IsIn(redWorksiteEntries) entry!: RedWorksiteEntry;
  /** Where the venue is, which rules hold, what the signs say. No person is named. */
  @IsLongText(1000) content!: string;
  /** How many Party members there are; with the entry of members only. */
  @IsOptional() @IsCount(1, 10_000) partyMembers?: number;
  @IsNestedList(() => Evidence, 20, 1) evidence!: Evidence[];
  @IsDay() filledOn!: Day;
}

class EndOfEnrolment {
  @IsIdentifier() unitId!: string;
  @IsShortText(500) reason!: string;
  @IsDay() withdrawnOn!: Day;
}

/** Enrols a project as a Red Worksite to be, which opens the checklist of four entries (provision WZ-19a). */
@Command({
  name: 'organization.red-worksite.enrol',
  summary: { zh: '登记创建红色工地', en: 'Enrol a Red Worksite' },
  roles: enrollers,
  provisions: ['WZ-19a'],
})
export class EnrolRedWorksite extends RedWorksiteAsEnrolled {}

/** Fills an entry of the checklist; one that was sent back is filled again (provision WZ-19a). */
@Command({
  name: 'organization.red-worksite.fill-entry',
  summary: { zh: '录入红色工地创建信息', en: 'Fill an entry of a Red Worksite' },
  roles: enrollers,
  provisions: ['WZ-19a'],
})
export class FillRedWorksiteEntry extends RedWorksiteEntryAsFilled {}

/** Finds an entry complete (provision WZ-19a). With the fourth the creation is complete. */
@Command({
  name: 'organization.red-worksite.pass-entry',
  summary: { zh: '红色工地创建信息核查通过', en: 'Pass an entry of a Red Worksite' },
  roles: checkers,
  provisions: ['WZ-19a'],
})
export class PassRedWorksiteEntry {
  @IsIdentifier() unitId!: string;
  @IsIn(redWorksiteEntries) entry!: RedWorksiteEntry;
  @IsDay() checkedOn!: Day;
}

/** Finds an entry wanting: it must be filled again (provision WZ-19a). */
@Command({
  name: 'organization.red-worksite.send-back-entry',
  summary: { zh: '退回红色工地创建信息', en: 'Send back an entry of a Red Worksite' },
  roles: checkers,
  provisions: ['WZ-19a'],
})
export class SendBackRedWorksiteEntry {
  @IsIdentifier() unitId!: string;
  @IsIn(redWorksiteEntries) entry!: RedWorksiteEntry;
  @IsLongText(500) reason!: string;
  @IsDay() checkedOn!: Day;
}

/** The project is no longer to become a Red Worksite. */
@Command({
  name: 'organization.red-worksite.withdraw-enrolment',
  summary: { zh: '撤回红色工地创建', en: 'Withdraw the enrolment of a Red Worksite' },
  roles: enrollers,
})
export class WithdrawRedWorksiteEnrolment extends EndOfEnrolment {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '红色工地创建已登记', en: 'A Red Worksite was enrolled' },
  provisions: ['WZ-19a'],
})
export class RedWorksiteEnrolled extends RedWorksiteAsEnrolled {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '红色工地创建信息已录入', en: 'An entry of a Red Worksite was filled' },
  provisions: ['WZ-19a'],
})
export class RedWorksiteEntryFilled extends RedWorksiteEntryAsFilled {
  /** Who told it, so that another one checks it. */
  @IsShortText(100) filledBy!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '红色工地创建信息已核查通过', en: 'An entry of a Red Worksite passed' },
  provisions: ['WZ-19a'],
})
export class RedWorksiteEntryPassed {
  @IsIdentifier() unitId!: string;
  @IsIn(redWorksiteEntries) entry!: RedWorksiteEntry;
  @IsDay() checkedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '红色工地创建信息已退回', en: 'An entry of a Red Worksite was sent back' },
  provisions: ['WZ-19a'],
})
export class RedWorksiteEntrySentBack {
  @IsIdentifier() unitId!: string;
  @IsIn(redWorksiteEntries) entry!: RedWorksiteEntry;
  @IsLongText(500) reason!: string;
  @IsDay() checkedOn!: Day;
}

/** All four entries are filled and checked. Whether the worksite is worthy of its name is for an evaluation to say. */
@DomainEvent({
  context: 'organization',
  summary: { zh: '红色工地创建信息已齐全', en: 'The creation of a Red Worksite is complete' },
  provisions: ['WZ-19a'],
})
export class RedWorksiteCreationCompleted {
  @IsIdentifier() unitId!: string;
  @IsDay() completedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '红色工地创建已撤回', en: 'The enrolment of a Red Worksite was withdrawn' },
})
export class RedWorksiteEnrolmentWithdrawn extends EndOfEnrolment {}

export const redWorksiteCommands = {
  EnrolRedWorksite,
  FillRedWorksiteEntry,
  PassRedWorksiteEntry,
  SendBackRedWorksiteEntry,
  WithdrawRedWorksiteEnrolment,
};
export type RedWorksiteCommand = CommandOf<typeof redWorksiteCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const redWorksiteEvents = {
  RedWorksiteEnrolled,
  RedWorksiteEntryFilled,
  RedWorksiteEntryPassed,
  RedWorksiteEntrySentBack,
  RedWorksiteCreationCompleted,
  RedWorksiteEnrolmentWithdrawn,
};
export type RedWorksiteEvent = EventOf<typeof redWorksiteEvents>;
