import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsShortText } from '../fields';
import { partyReporters } from './party-roles';

/** Taken into the life of the host while the membership stays at home, or moved to the host (QD-09). */
export const attachmentKinds = ['temporaryAttachment', 'membershipTransfer'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** A worker tells himself that he is a floating Party member (流动党员), away from his organization (provision QD-09; PO-08). */
@Command({
  name: 'organization.floating-member.declare',
  summary: { zh: '申报流动党员', en: 'Declare a floating Party member' },
  roles: partyReporters,
  towards: ['QD-09'],
})
export class DeclareFloatingMember {
  @IsIdentifier() floatingMemberId!: string;
  @IsIdentifier() memberId!: string;
  /** Where he works now. */
  @IsIdentifier() unitId!: string;
  /** The organization that keeps his membership, as he names it. */
  @IsShortText(200) homeOrganization!: string;
  @IsDay() awaySince!: Day;
  /** Until when he expects to be away. */
  @IsOptional() @IsDay() awayUntil?: Day;
  @IsDay() declaredOn!: Day;
}

/** He asks a Party organization at his place of work to take him in (provision QD-09). */
@Command({
  name: 'organization.floating-member.request-attachment',
  summary: { zh: '申请编入党组织', en: 'Ask for attachment to a Party organization' },
  roles: partyReporters,
  towards: ['QD-09'],
})
export class RequestAttachment {
  @IsIdentifier() floatingMemberId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsIn(attachmentKinds) kind!: AttachmentKind;
  @IsDay() requestedOn!: Day;
}

/** The organization takes him in (provision QD-09). */
@Command({
  name: 'organization.floating-member.accept-attachment',
  summary: { zh: '接收流动党员', en: 'Accept a floating member' },
  roles: partyReporters,
  towards: ['QD-09'],
})
export class AcceptAttachment {
  @IsIdentifier() floatingMemberId!: string;
  @IsDay() acceptedOn!: Day;
}

/** He leaves the place of work, attached or not (provision QD-09). */
@Command({
  name: 'organization.floating-member.leave',
  summary: { zh: '流动党员离开', en: 'A floating member leaves' },
  roles: partyReporters,
  towards: ['QD-09'],
})
export class LeaveAsFloatingMember {
  @IsIdentifier() floatingMemberId!: string;
  @IsDay() leftOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '流动党员已申报', en: 'A floating member was declared' } })
export class FloatingMemberDeclared {
  @IsIdentifier() floatingMemberId!: string;
  @IsIdentifier() memberId!: string;
  @IsIdentifier() unitId!: string;
  @IsShortText(200) homeOrganization!: string;
  @IsDay() awaySince!: Day;
  @IsOptional() @IsDay() awayUntil?: Day;
  @IsDay() declaredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '已申请编入党组织', en: 'Attachment was asked for' } })
export class AttachmentRequested {
  @IsIdentifier() floatingMemberId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsIn(attachmentKinds) kind!: AttachmentKind;
  @IsDay() requestedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '流动党员已编入', en: 'A floating member was attached' } })
export class FloatingMemberAttached {
  @IsIdentifier() floatingMemberId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsIn(attachmentKinds) kind!: AttachmentKind;
  @IsDay() acceptedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '流动党员已离开', en: 'A floating member left' } })
export class FloatingMemberLeft {
  @IsIdentifier() floatingMemberId!: string;
  @IsDay() leftOn!: Day;
}

export const floatingMemberCommands = {
  DeclareFloatingMember,
  RequestAttachment,
  AcceptAttachment,
  LeaveAsFloatingMember,
};
export type FloatingMemberCommand = CommandOf<typeof floatingMemberCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const floatingMemberEvents = {
  FloatingMemberDeclared,
  AttachmentRequested,
  FloatingMemberAttached,
  FloatingMemberLeft,
};
export type FloatingMemberEvent = EventOf<typeof floatingMemberEvents>;
