import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsShortText } from '../fields';
import { partyReporters } from './party-roles';

/** How a member came into the branch: admitted there, or with a transfer of his membership (HM-02f). */
export const membershipOrigins = ['admitted', 'transferredIn'] as const;
export type MembershipOrigin = (typeof membershipOrigins)[number];

/** How a membership travels: in the national system, or with a letter of introduction (PO-09). */
export const transferWays = ['system', 'letter'] as const;
export type TransferWay = (typeof transferWays)[number];

/** Posts that able worker members are brought into: head of a primary Party organization, or management (HM-02e). */
export const memberPosts = ['branchSecretary', 'deputySecretary', 'management'] as const;
export type MemberPost = (typeof memberPosts)[number];

/** Registers a member with the branch that keeps his membership (provision HM-02f). */
@Command({
  name: 'organization.party-membership.register',
  summary: { zh: '登记党员组织关系', en: 'Register a Party membership' },
  roles: partyReporters,
  towards: ['HM-02f'],
})
export class RegisterPartyMembership {
  @IsIdentifier() memberId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  /** Where he works: a project, a department, a company. */
  @IsIdentifier() unitId!: string;
  @IsBoolean() industrialWorker!: boolean;
  @IsIn(membershipOrigins) origin!: MembershipOrigin;
  /** For a membership that was transferred in: the organization that kept it before, as its letter names it. */
  @IsOptional() @IsShortText(200) fromOrganization?: string;
  @IsDay() registeredOn!: Day;
}

/** The membership goes to another organization; it stays here until that one has it (provision HM-02f; PO-09). */
@Command({
  name: 'organization.party-membership.transfer-out',
  summary: { zh: '转出党员组织关系', en: 'Transfer a Party membership out' },
  roles: partyReporters,
  towards: ['HM-02f'],
})
export class TransferPartyMembershipOut {
  @IsIdentifier() memberId!: string;
  @IsShortText(200) toOrganization!: string;
  @IsIn(transferWays) way!: TransferWay;
  /** The day of the letter, or of the entry in the system. */
  @IsDay() issuedOn!: Day;
}

/** The other organization has received the membership (provision HM-02f). */
@Command({
  name: 'organization.party-membership.confirm-receipt',
  summary: { zh: '确认对方接收组织关系', en: 'Confirm that a membership was received' },
  roles: partyReporters,
  towards: ['HM-02f'],
})
export class ConfirmMembershipReceipt {
  @IsIdentifier() memberId!: string;
  @IsDay() receivedOn!: Day;
}

/** Ends a membership. Why is not asked: it would tell of a person (provision HM-02f). */
@Command({
  name: 'organization.party-membership.end',
  summary: { zh: '终止党员组织关系', en: 'End a Party membership' },
  roles: partyReporters,
  towards: ['HM-02f'],
})
export class EndPartyMembership {
  @IsIdentifier() memberId!: string;
  @IsDay() endedOn!: Day;
}

/** A worker member takes up a post (provision HM-02e). */
@Command({
  name: 'organization.party-membership.take-up-post',
  summary: { zh: '登记工人党员任职', en: 'Record the post of a worker member' },
  roles: partyReporters,
  provisions: ['HM-02e'],
})
export class TakeUpMemberPost {
  @IsIdentifier() memberId!: string;
  @IsIdentifier() postId!: string;
  @IsIn(memberPosts) post!: MemberPost;
  /** The unit in which the post is. */
  @IsIdentifier() unitId!: string;
  @IsDay() fromDay!: Day;
}

/** He leaves it; the day told is the last one in the post (provision HM-02e). */
@Command({
  name: 'organization.party-membership.leave-post',
  summary: { zh: '登记工人党员离任', en: 'Record that a worker member left a post' },
  roles: partyReporters,
  provisions: ['HM-02e'],
})
export class LeaveMemberPost {
  @IsIdentifier() memberId!: string;
  @IsIdentifier() postId!: string;
  @IsDay() lastDay!: Day;
}

/** An item of the six inclusions is done for a worker member (六纳入; provision JX-30). */
@Command({
  name: 'organization.party-membership.settle-inclusion',
  summary: { zh: '登记“六纳入”完成事项', en: 'Settle an item of the six inclusions' },
  roles: partyReporters,
  towards: ['JX-30'],
})
export class SettleInclusion {
  @IsIdentifier() memberId!: string;
  /** The unit whose checklist holds for the member: the one that he works in, or one above it. */
  @IsIdentifier() checklistUnitId!: string;
  @IsIdentifier() itemId!: string;
  @IsDay() settledOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党员组织关系已登记', en: 'A membership was registered' } })
export class PartyMembershipRegistered {
  @IsIdentifier() memberId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  /** The unit of that organization. */
  @IsIdentifier() branchUnitId!: string;
  @IsIdentifier() unitId!: string;
  @IsBoolean() industrialWorker!: boolean;
  @IsIn(membershipOrigins) origin!: MembershipOrigin;
  @IsOptional() @IsShortText(200) fromOrganization?: string;
  @IsDay() registeredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党员组织关系已转出', en: 'A membership was transferred out' } })
export class PartyMembershipTransferredOut {
  @IsIdentifier() memberId!: string;
  @IsShortText(200) toOrganization!: string;
  @IsIn(transferWays) way!: TransferWay;
  @IsDay() issuedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '对方已接收组织关系', en: 'A membership was received' } })
export class MembershipReceiptConfirmed {
  @IsIdentifier() memberId!: string;
  @IsDay() receivedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党员组织关系已终止', en: 'A membership was ended' } })
export class PartyMembershipEnded {
  @IsIdentifier() memberId!: string;
  @IsDay() endedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '工人党员已任职', en: 'A worker member took up a post' } })
export class MemberPostTakenUp {
  @IsIdentifier() memberId!: string;
  @IsIdentifier() postId!: string;
  @IsIn(memberPosts) post!: MemberPost;
  @IsIdentifier() unitId!: string;
  @IsDay() fromDay!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '工人党员已离任', en: 'A worker member left a post' } })
export class MemberPostLeft {
  @IsIdentifier() memberId!: string;
  @IsIdentifier() postId!: string;
  @IsDay() lastDay!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '“六纳入”事项已完成', en: 'An item of the six inclusions was settled' },
})
export class InclusionSettled {
  @IsIdentifier() memberId!: string;
  @IsIdentifier() checklistUnitId!: string;
  @IsIdentifier() itemId!: string;
  @IsDay() settledOn!: Day;
}

export const partyMembershipCommands = {
  RegisterPartyMembership,
  TransferPartyMembershipOut,
  ConfirmMembershipReceipt,
  EndPartyMembership,
  TakeUpMemberPost,
  LeaveMemberPost,
  SettleInclusion,
};
export type PartyMembershipCommand = CommandOf<typeof partyMembershipCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const partyMembershipEvents = {
  PartyMembershipRegistered,
  PartyMembershipTransferredOut,
  MembershipReceiptConfirmed,
  PartyMembershipEnded,
  MemberPostTakenUp,
  MemberPostLeft,
  InclusionSettled,
};
export type PartyMembershipEvent = EventOf<typeof partyMembershipEvents>;
