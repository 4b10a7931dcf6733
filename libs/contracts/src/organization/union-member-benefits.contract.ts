import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsCount, IsIdentifier, IsLongText, IsNestedList } from '../fields';

/** What membership brings: something given, such as medical mutual aid, or a right, such as to vote. */
export const memberEntitlementKinds = ['benefit', 'right'] as const;
export type MemberEntitlementKind = (typeof memberEntitlementKinds)[number];

export class MemberEntitlement {
  @IsIdentifier() entitlementId!: string;
  @IsIn(memberEntitlementKinds) kind!: MemberEntitlementKind;
  @IsLongText(500) text!: string;
}

/** Puts a version of what a trade union gives its members into force, for them to see (CC-12c). */
@Command({
  name: 'organization.union-member-benefits.publish',
  summary: { zh: '公布会员权益', en: 'Publish the benefits and rights of union members' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['CC-12c'],
})
export class PublishUnionMemberBenefits {
  @IsIdentifier() massOrganizationId!: string;
  /** One more than the version before. */
  @IsCount(1, 1000) version!: number;
  @IsNestedList(() => MemberEntitlement, 100, 1) entitlements!: MemberEntitlement[];
  @IsDay() inForceFrom!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '会员权益已公布', en: 'The benefits and rights of union members were published' },
})
export class UnionMemberBenefitsPublished {
  @IsIdentifier() massOrganizationId!: string;
  @IsCount(1, 1000) version!: number;
  @IsNestedList(() => MemberEntitlement, 100, 1) entitlements!: MemberEntitlement[];
  @IsDay() inForceFrom!: Day;
}

export const unionMemberBenefitsCommands = { PublishUnionMemberBenefits };
export type UnionMemberBenefitsCommand = CommandOf<typeof unionMemberBenefitsCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const unionMemberBenefitsEvents = { UnionMemberBenefitsPublished };
export type UnionMemberBenefitsEvent = EventOf<typeof unionMemberBenefitsEvents>;
