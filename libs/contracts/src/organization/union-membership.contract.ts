import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsShortText } from '../fields';

/** Every form of employment may join (HM-03g, CC-12b); `flexible` and `platform` are the new forms (新就业形态). */
export const employmentForms = ['direct', 'dispatched', 'subcontracted', 'flexible', 'platform'] as const;
export type EmploymentForm = (typeof employmentForms)[number];
/** A form, or that nobody told one: how workers on site are counted. */
export const toldEmploymentForms = [...employmentForms, 'notTold'] as const;
export type ToldEmploymentForm = (typeof toldEmploymentForms)[number];

/** The new forms (新就业形态), whose workers are to be organised as far as possible (CC-12b). */
export const newEmploymentForms: readonly EmploymentForm[] = ['flexible', 'platform'];

/** A worker becomes a member by his own consent: from a collective admission, or by himself. */
@Command({
  name: 'organization.union-membership.begin',
  summary: { zh: '职工加入工会', en: 'Begin a worker’s union membership' },
  roles: ['administrator', 'unitOfficer', 'platform'],
  towards: ['CC-12a', 'CC-12c', 'HM-03g'],
})
export class BeginUnionMembership {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() massOrganizationId!: string;
  /** Where he works. */
  @IsIdentifier() unitId!: string;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsDay() consentedOn!: Day;
  @IsDay() beganOn!: Day;
  /** The collective admission he was admitted by; none for one who joined by himself. */
  @IsOptional() @IsIdentifier() admissionId?: string;
}

/** Membership goes with the worker: from one union to the next, without a day between (CC-12c). */
@Command({
  name: 'organization.union-membership.transfer',
  summary: { zh: '转移会员关系', en: 'Transfer a worker’s union membership' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  towards: ['CC-12c'],
})
export class TransferUnionMembership {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() toMassOrganizationId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsDay() transferredOn!: Day;
}

/** Gives a member his card; after a transfer or a loss another one (CC-12a). */
@Command({
  name: 'organization.union-membership.issue-card',
  summary: { zh: '发放会员证', en: 'Issue a member card' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  provisions: ['CC-12a'],
})
export class IssueUnionMemberCard {
  @IsIdentifier() workerId!: string;
  @IsShortText(50) membershipNumber!: string;
  @IsDay() issuedOn!: Day;
}

/** A worker leaves the union; nobody but he decides that. */
@Command({
  name: 'organization.union-membership.end',
  summary: { zh: '职工退会', en: 'End a worker’s union membership' },
  roles: ['administrator', 'unitOfficer'],
})
export class EndUnionMembership {
  @IsIdentifier() workerId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() endedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '职工已加入工会', en: 'A worker became a union member' },
})
export class UnionMembershipBegan {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() massOrganizationId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsDay() consentedOn!: Day;
  @IsDay() beganOn!: Day;
  @IsOptional() @IsIdentifier() admissionId?: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '会员关系已转移', en: 'A union membership was transferred' },
})
export class UnionMembershipTransferred {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() fromMassOrganizationId!: string;
  @IsIdentifier() toMassOrganizationId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsDay() transferredOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '职工已退会', en: 'A worker left the union' },
})
export class UnionMembershipEnded {
  @IsIdentifier() workerId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() endedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '会员证已发放', en: 'A member card was issued' },
})
export class UnionMemberCardIssued {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() massOrganizationId!: string;
  @IsShortText(50) membershipNumber!: string;
  @IsDay() issuedOn!: Day;
}

export const unionMembershipCommands = {
  BeginUnionMembership,
  TransferUnionMembership,
  IssueUnionMemberCard,
  EndUnionMembership,
};
export type UnionMembershipCommand = CommandOf<typeof unionMembershipCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const unionMembershipEvents = {
  UnionMembershipBegan,
  UnionMembershipTransferred,
  UnionMemberCardIssued,
  UnionMembershipEnded,
};
export type UnionMembershipEvent = EventOf<typeof unionMembershipEvents>;
