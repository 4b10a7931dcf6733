import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsCount, IsIdentifier, IsNested, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';
import { employmentForms, type EmploymentForm } from './union-membership.contract';

/** How a worker said that he wants to join: by his own hand on paper, or himself on his phone. */
export const consentWays = ['signedForm', 'ownPhone'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** A version of rules of admission, as the unit that they hold for published it. */
export class RulesInForce {
  @IsIdentifier() unitId!: string;
  @IsCount(1, 1000) version!: number;
}

/** Opens a collective admission (集体入会, CC-12a) of a union that is active. */
@Command({
  name: 'organization.collective-union-admission.open',
  summary: { zh: '组织集体入会', en: 'Open a collective union admission' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  provisions: ['CC-12a'],
  towards: ['CC-12d'],
})
export class OpenCollectiveAdmission {
  @IsIdentifier() admissionId!: string;
  /** The trade union that the workers join. */
  @IsIdentifier() massOrganizationId!: string;
  /** The unit at which they are gathered. */
  @IsIdentifier() unitId!: string;
  /** The documents that the admission rests on, such as 总工发〔2021〕12号 (CC-12d). */
  @IsShortText(300) basis!: string;
  @IsDay() openedOn!: Day;
}

/** One worker's own yes. Joining is collective, consent is each worker's own (UN-07). */
@Command({
  name: 'organization.collective-union-admission.record-consent',
  summary: { zh: '登记职工本人入会意愿', en: 'Record a worker’s own consent to join' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  provisions: ['CC-12a'],
})
export class RecordUnionConsent {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() workerId!: string;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsIn(consentWays) givenBy!: ConsentWay;
  /** The signed form; needed when the consent was given on paper. */
  @IsOptional() @IsNested(() => Evidence) form?: Evidence;
  @IsDay() consentedOn!: Day;
}

/** One worker's own no, also after he had said yes: each may decline, and need not say why. */
@Command({
  name: 'organization.collective-union-admission.record-decline',
  summary: { zh: '登记职工不参加集体入会', en: 'Record that a worker declines to join' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  provisions: ['CC-12a'],
})
export class RecordUnionDecline {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() declinedOn!: Day;
}

/** The ceremony is held; each who consented, and nobody else, is admitted. */
@Command({
  name: 'organization.collective-union-admission.hold',
  summary: { zh: '举行集体入会仪式', en: 'Hold the ceremony of a collective admission' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  provisions: ['CC-12a'],
})
export class HoldCollectiveAdmission {
  @IsIdentifier() admissionId!: string;
  @IsDay() heldOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '集体入会已开始', en: 'A collective union admission was opened' },
})
export class CollectiveAdmissionOpened {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() massOrganizationId!: string;
  @IsIdentifier() unitId!: string;
  @IsShortText(300) basis!: string;
  /** The rules of admission that were in force: whose, and which version (CC-12d); none where nobody had published any. */
  @IsOptional() @IsNested(() => RulesInForce) rules?: RulesInForce;
  @IsDay() openedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '职工本人已同意入会', en: 'A worker consented to join the union' },
})
export class WorkerConsentedToJoin {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() workerId!: string;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsIn(consentWays) givenBy!: ConsentWay;
  @IsOptional() @IsNested(() => Evidence) form?: Evidence;
  @IsDay() consentedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '职工不参加集体入会', en: 'A worker declined to join the union' },
})
export class WorkerDeclinedToJoin {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() declinedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '集体入会仪式已举行', en: 'The ceremony of a collective admission was held' },
})
export class CollectiveAdmissionHeld {
  @IsIdentifier() admissionId!: string;
  @IsDay() heldOn!: Day;
}

/** One worker of a collective admission, admitted by his own consent; his membership starts from here. */
@DomainEvent({
  context: 'organization',
  summary: { zh: '职工已被吸收入会', en: 'A worker was admitted to the union' },
})
export class WorkerAdmittedToUnion {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() massOrganizationId!: string;
  @IsIdentifier() unitId!: string;
  @IsIdentifier() workerId!: string;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsDay() consentedOn!: Day;
  @IsDay() admittedOn!: Day;
}

export const collectiveUnionAdmissionCommands = {
  OpenCollectiveAdmission,
  RecordUnionConsent,
  RecordUnionDecline,
  HoldCollectiveAdmission,
};
export type CollectiveUnionAdmissionCommand = CommandOf<typeof collectiveUnionAdmissionCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const collectiveUnionAdmissionEvents = {
  CollectiveAdmissionOpened,
  WorkerConsentedToJoin,
  WorkerDeclinedToJoin,
  CollectiveAdmissionHeld,
  WorkerAdmittedToUnion,
};
export type CollectiveUnionAdmissionEvent = EventOf<typeof collectiveUnionAdmissionEvents>;
