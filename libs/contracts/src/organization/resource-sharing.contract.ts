import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsIdentifier, IsLongText, IsShortText } from '../fields';

/** What projects of a district share (JX-18). */
export const sharedResources = ['trainers', 'materials', 'goods', 'practices'] as const;
export type SharedResource = (typeof sharedResources)[number];

const keepers: readonly Role[] = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'];

/** A project shares something with another project of its district (JX-18). */
@Command({
  name: 'organization.resource-sharing.record',
  summary: { zh: '登记片区资源共享', en: 'Record what a project shared with another of its district' },
  roles: keepers,
  towards: ['JX-18'],
})
export class RecordResourceSharing {
  @IsIdentifier() sharingId!: string;
  @IsIdentifier() districtId!: string;
  @IsIdentifier() fromProjectId!: string;
  @IsIdentifier() toProjectId!: string;
  @IsIn(sharedResources) resource!: SharedResource;
  /** The thing, the subject taught or the practice; it names nobody. */
  @IsShortText(200) description!: string;
  @IsDay() sharedOn!: Day;
}

/** Takes back a record that was wrong. */
@Command({
  name: 'organization.resource-sharing.withdraw',
  summary: { zh: '撤销片区资源共享记录', en: 'Withdraw a record of sharing' },
  roles: keepers,
})
export class WithdrawResourceSharing {
  @IsIdentifier() sharingId!: string;
  @IsLongText(300) reason!: string;
  @IsDay() withdrawnOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '片区资源已共享', en: 'A project shared something with another of its district' },
})
export class ResourceShared {
  @IsIdentifier() sharingId!: string;
  @IsIdentifier() districtId!: string;
  @IsIdentifier() fromProjectId!: string;
  @IsIdentifier() toProjectId!: string;
  @IsIn(sharedResources) resource!: SharedResource;
  @IsShortText(200) description!: string;
  @IsDay() sharedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '片区资源共享记录已撤销', en: 'A record of sharing was withdrawn' },
})
export class ResourceSharingWithdrawn {
  @IsIdentifier() sharingId!: string;
  @IsLongText(300) reason!: string;
  @IsDay() withdrawnOn!: Day;
}

export const resourceSharingCommands = { RecordResourceSharing, WithdrawResourceSharing };
export type ResourceSharingCommand = CommandOf<typeof resourceSharingCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const resourceSharingEvents = { ResourceShared, ResourceSharingWithdrawn };
export type ResourceSharingEvent = EventOf<typeof resourceSharingEvents>;
