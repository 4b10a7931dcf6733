import { type Day, IsDay, type Sex } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { Personal } from '../declare/personal';
import type { Role } from '../declare/role';
import { IsIdentifier, IsIdentifierList, IsLongText, IsNestedList, IsSha256, IsShortText } from '../fields';
import { IsCodeOf } from './code-tables/code-table';
import { type EducationLevel, educationLevels } from './code-tables/education-levels';
import { type EthnicGroup, ethnicGroups } from './code-tables/ethnic-groups';
import { type IdentityDocumentType, identityDocumentTypes } from './code-tables/identity-document-types';
import { type WorkRole, workRoles } from './code-tables/work-roles';
import { type WorkType, workTypes } from './code-tables/work-types';
import { type EmploymentForm, employmentForms } from './union-membership.contract';

/** Who keeps the register: people in charge, the companies' own systems, and the platform for what follows from events. */
const registrars: Role[] = ['administrator', 'unitOfficer', 'enterpriseSystem', 'platform'];

/**
 * By what paper a person works (RN-03, RN-04): a labour contract, or, where there is no labour relation, a written employment agreement
 * (用工书面协议, 建市〔2022〕59号 Art. 8; for those over the retirement age 用工协议, order 56 of 2026 Art. 6).
 */
export const contractKinds = ['labourContract', 'employmentAgreement'] as const;
export type ContractKind = (typeof contractKinds)[number];

/**
 * Why a stay on a site ended, as far as it says whether a worker was lost (provision QD-48). His own reasons for going are told
 * apart, and without his name (`organization.exit-reason.tell`).
 */
export const exitKinds = ['worksFinished', 'movedToOtherSite', 'voluntary', 'endedByEmployer'] as const;
export type ExitKind = (typeof exitKinds)[number];

/** How old somebody is on the day of a decision: all that is recorded of his age (RN-11, OA-01). */
export const ageGroups = ['juvenile', 'adult', 'overAge'] as const;
export type AgeGroup = (typeof ageGroups)[number];

export const sexes = ['male', 'female'] as const satisfies readonly Sex[];

/** Why a person's data is erased (PIPL Art. 47). */
export const erasureReasons = ['asked-by-the-person', 'purpose-ended', 'consent-withdrawn'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** For what personal data may be looked at in the clear; each look is recorded with one of these. */
export const lookPurposes = [
  'identityCheck',
  'contractSigning',
  'wagePayment',
  'insurance',
  'accident',
  'grievance',
  'inspection',
] as const;
export type LookPurpose = (typeof lookPurposes)[number];

/** As many registrations as one person can come to have by mistake, and sites as he can work on in a life. */
const MOST_REGISTRATIONS = 20;
const MOST_SITES = 1_000;

/** As it stands on the document, without spaces; some hold Chinese characters. */
export const IsDocumentNumber = (): PropertyDecorator => (target, property) => {
  IsString()(target, property);
  Matches(/^[\p{L}\p{N}()（）-]{1,40}$/u)(target, property);
};

export const IsPhone = (): PropertyDecorator => (target, property) => {
  IsString()(target, property);
  Matches(/^\+?[0-9]{5,15}$/)(target, property);
};

/**
 * Registers a person, once whatever the project (provisions CC-13c, WZ-17c; RN-02, LC-07, DS-04). Safe to repeat. Refused with the
 * earlier `workerId` when the document is registered already: that one is used from then on.
 */
@Command({
  name: 'organization.worker.register',
  summary: { zh: '实名登记', en: 'Register a worker in real name' },
  roles: registrars,
  towards: ['CC-13c', 'WZ-17c'],
})
export class RegisterWorker {
  /** Chosen by the sender; opaque, and never a personal number. */
  @IsIdentifier() workerId!: string;
  /** The unit that registers, and answers for the register entry. */
  @IsIdentifier() organizationId!: string;
  @Personal('name') @IsShortText(50) name!: string;
  @IsCodeOf(identityDocumentTypes) identityDocumentType!: IdentityDocumentType;
  @Personal('identityNumber') @IsDocumentNumber() identityNumber!: string;
  /** Told by the number of a resident identity card, and needed with every other document. */
  @IsOptional() @IsIn(sexes) sex?: Sex;
  @IsOptional() @Personal('birthDay') @IsDay() birthDay?: Day;
  @Personal('ethnicGroup') @IsCodeOf(ethnicGroups) ethnicGroup!: EthnicGroup;
  @IsCodeOf(educationLevels) education!: EducationLevel;
  @Personal('phone') @IsPhone() phone!: string;
  @Personal('address') @IsShortText(200) registeredAddress!: string;
  @Personal('address') @IsShortText(200) presentAddress!: string;
  @IsDay() registeredOn!: Day;
}

/** A contract that the worker has signed himself. Kept by the employer; the register holds its kind and its term. */
@Command({
  name: 'organization.worker.record-contract',
  summary: { zh: '登记劳动合同或用工书面协议', en: 'Record a worker’s labour contract or employment agreement' },
  roles: registrars,
  towards: ['CC-13c', 'CC-15a', 'JX-63'],
})
export class RecordContract {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() contractId!: string;
  @IsIn(contractKinds) kind!: ContractKind;
  /** The unit that employs him. */
  @IsIdentifier() employerUnitId!: string;
  @IsDay() signedOn!: Day;
  @IsDay() startsOn!: Day;
  /** Its last day; left out when it is open-ended or ends with the work. */
  @IsOptional() @IsDay() endsOn?: Day;
  /** Agreed flexible late retirement: until then he is not over-age (OA-10). */
  @IsOptional() @IsDay() lateRetirementUntil?: Day;
  /** In what form he is employed by it (JX-63; LC-07). No rule treats one form worse than another. */
  @IsOptional() @IsIn(employmentForms) employmentForm?: EmploymentForm;
}

@Command({
  name: 'organization.worker.end-contract',
  summary: { zh: '登记合同终止', en: 'Record the end of a worker’s contract' },
  roles: registrars,
})
export class EndContract {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() contractId!: string;
  /** Its last day. */
  @IsDay() endedOn!: Day;
}

/** Basic safety training (基本安全培训), which everybody has before he enters a site (RN-03). */
@Command({
  name: 'organization.worker.record-safety-training',
  summary: { zh: '登记基本安全培训', en: 'Record a worker’s basic safety training' },
  roles: registrars,
  towards: ['CC-13c'],
})
export class RecordSafetyTraining {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() trainingId!: string;
  /** The unit that trained him. */
  @IsIdentifier() organizationId!: string;
  @IsInt() @Min(1) @Max(500) hours!: number;
  @IsDay() trainedOn!: Day;
}

/** Lets a worker on to a site, into one crew of it (RN-03, RN-11, DS-06; provisions CC-13c, WZ-17c). */
@Command({
  name: 'organization.worker.enter-site',
  summary: { zh: '进场', en: 'Let a worker enter a site' },
  roles: registrars,
  towards: ['CC-13c', 'WZ-17c', 'CC-13f'],
})
export class EnterSite {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() projectId!: string;
  @IsIdentifier() crewId!: string;
  @IsCodeOf(workTypes) workType!: WorkType;
  @IsCodeOf(workRoles) workRole!: WorkRole;
  @IsDay() enteredOn!: Day;
  /** For those under 18: the day of the health check that they need before work (Labour Law Art. 65). Its result stays with the employer. */
  @IsOptional() @IsDay() juvenileHealthCheckOn?: Day;
}

/** Moves a worker to another crew of the same site, or to another work type. */
@Command({
  name: 'organization.worker.transfer',
  summary: { zh: '班组调动', en: 'Transfer a worker to another crew of the site' },
  roles: registrars,
  towards: ['QD-03'],
})
export class TransferWorker {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() projectId!: string;
  @IsIdentifier() crewId!: string;
  @IsCodeOf(workTypes) workType!: WorkType;
  @IsCodeOf(workRoles) workRole!: WorkRole;
  /** His first day in the new crew. */
  @IsDay() transferredOn!: Day;
}

@Command({
  name: 'organization.worker.leave-site',
  summary: { zh: '退场', en: 'Record that a worker leaves a site' },
  roles: registrars,
  towards: ['QD-48'],
})
export class LeaveSite {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() projectId!: string;
  /** His last day on the roster of the site. */
  @IsDay() leftOn!: Day;
  @IsOptional() @IsIn(exitKinds) exitKind?: ExitKind;
}

/** Puts register entries right. What is left out stays; what was recorded before stays readable in the ledger until the person is erased. */
@Command({
  name: 'organization.worker.correct',
  summary: { zh: '更正实名登记', en: 'Correct a worker’s registration' },
  roles: registrars,
})
export class CorrectWorker {
  @IsIdentifier() workerId!: string;
  @IsOptional() @Personal('name') @IsShortText(50) name?: string;
  /** Given together with the number, never alone. */
  @IsOptional() @IsCodeOf(identityDocumentTypes) identityDocumentType?: IdentityDocumentType;
  @IsOptional() @Personal('identityNumber') @IsDocumentNumber() identityNumber?: string;
  @IsOptional() @IsIn(sexes) sex?: Sex;
  @IsOptional() @Personal('birthDay') @IsDay() birthDay?: Day;
  @IsOptional() @Personal('ethnicGroup') @IsCodeOf(ethnicGroups) ethnicGroup?: EthnicGroup;
  @IsOptional() @IsCodeOf(educationLevels) education?: EducationLevel;
  @IsOptional() @Personal('phone') @IsPhone() phone?: string;
  @IsOptional() @Personal('address') @IsShortText(200) registeredAddress?: string;
  @IsOptional() @Personal('address') @IsShortText(200) presentAddress?: string;
  /** Tells nothing personal. */
  @IsLongText(500) reason!: string;
  /** Who approved it: an account or a post. */
  @IsShortText(100) approvedBy!: string;
  @IsDay() correctedOn!: Day;
}

/** One registration of a person, and the identity that it holds: the ledger's keyed hash of document type and number. */
export class Registration {
  @IsIdentifier() workerId!: string;
  @IsSha256() identityKey!: string;
}

/** Puts right that one person was registered twice, under two documents: the duplicate ends, and what it did counts for the other. */
@Command({
  name: 'organization.worker.merge',
  summary: { zh: '合并重复登记', en: 'Merge a duplicate registration into the person’s other one' },
  roles: ['administrator', 'platform'],
})
export class MergeWorker {
  /** The duplicate. */
  @IsIdentifier() workerId!: string;
  @IsIdentifier() intoWorkerId!: string;
  @IsLongText(500) reason!: string;
  @IsShortText(100) approvedBy!: string;
  @IsDay() mergedOn!: Day;
}

/** For the platform itself: tells the registration that lives on of the duplicate that ended in it. */
@Command({
  name: 'organization.worker.take-over-duplicate',
  summary: { zh: '承接重复登记', en: 'Take over a duplicate registration' },
  roles: ['platform'],
})
export class TakeOverDuplicate {
  @IsIdentifier() workerId!: string;
  /** The duplicate, and those that ended in it before. */
  @IsNestedList(() => Registration, MOST_REGISTRATIONS, 1) registrations!: Registration[];
  /** The sites that they worked on. */
  @IsIdentifierList(MOST_SITES) projectIds!: string[];
  @IsDay() mergedOn!: Day;
}

/**
 * Erases a person's data: his key is destroyed, and nothing personal that was recorded can be read again (PIPL Art. 47; PI-07, PI-08).
 * What law says must be kept - the labour ledger of the sites he worked on - is kept apart under a key of its own, locked to storage.
 */
@Command({
  name: 'organization.worker.erase',
  summary: { zh: '删除个人信息', en: 'Erase a worker’s personal data' },
  roles: ['administrator', 'platform'],
})
export class EraseWorker {
  @IsIdentifier() workerId!: string;
  @IsIn(erasureReasons) reason!: ErasureReason;
  @IsDay() erasedOn!: Day;
}

/** Ends the keeping of what law demanded, once its term has run. */
@Command({
  name: 'organization.worker.destroy-kept-record',
  summary: { zh: '销毁依法留存的记录', en: 'Destroy the record that law demanded to keep' },
  roles: ['administrator', 'platform'],
})
export class DestroyKeptRecord {
  @IsIdentifier() workerId!: string;
  /** When the last of his sites was completed, and when all wages there were settled: the term runs from the later day (WG-18). */
  @IsDay() completedOn!: Day;
  @IsDay() settledOn!: Day;
  @IsDay() destroyedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '身份已占用', en: 'An identity was taken by a registration' },
})
export class WorkerIdentityTaken {
  @IsSha256() identityKey!: string;
  @IsIdentifier() workerId!: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '身份已释放', en: 'An identity was given free' } })
export class WorkerIdentityFreed {
  @IsSha256() identityKey!: string;
  @IsIdentifier() workerId!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '工人已实名登记', en: 'A worker was registered in real name' },
  person: 'workerId',
  towards: ['CC-13c', 'WZ-17c'],
})
export class WorkerRegistered {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() organizationId!: string;
  @Personal('name') @IsShortText(50) name!: string;
  @IsCodeOf(identityDocumentTypes) identityDocumentType!: IdentityDocumentType;
  @Personal('identityNumber') @IsDocumentNumber() identityNumber!: string;
  @IsSha256() identityKey!: string;
  @IsIn(sexes) sex!: Sex;
  @Personal('birthDay') @IsDay() birthDay!: Day;
  @Personal('ethnicGroup') @IsCodeOf(ethnicGroups) ethnicGroup!: EthnicGroup;
  @IsCodeOf(educationLevels) education!: EducationLevel;
  @Personal('phone') @IsPhone() phone!: string;
  @Personal('address') @IsShortText(200) registeredAddress!: string;
  @Personal('address') @IsShortText(200) presentAddress!: string;
  @IsDay() registeredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '合同已登记', en: 'A worker’s contract was recorded' } })
export class ContractRecorded {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() contractId!: string;
  @IsIn(contractKinds) kind!: ContractKind;
  @IsIdentifier() employerUnitId!: string;
  @IsDay() signedOn!: Day;
  @IsDay() startsOn!: Day;
  @IsOptional() @IsDay() endsOn?: Day;
  @IsOptional() @IsDay() lateRetirementUntil?: Day;
  @IsOptional() @IsIn(employmentForms) employmentForm?: EmploymentForm;
}

@DomainEvent({ context: 'organization', summary: { zh: '合同已终止', en: 'A worker’s contract ended' } })
export class ContractEnded {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() contractId!: string;
  @IsDay() endedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '基本安全培训已登记', en: 'A worker’s basic safety training was recorded' },
})
export class SafetyTrainingRecorded {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() trainingId!: string;
  /** The unit that trained him. */
  @IsIdentifier() organizationId!: string;
  @IsInt() @Min(1) @Max(500) hours!: number;
  @IsDay() trainedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '工人已进场', en: 'A worker entered a site' },
  towards: ['CC-13c', 'WZ-17c', 'CC-13f'],
})
export class WorkerEnteredSite {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() projectId!: string;
  @IsIdentifier() crewId!: string;
  @IsCodeOf(workTypes) workType!: WorkType;
  @IsCodeOf(workRoles) workRole!: WorkRole;
  /** The contract that was in force. */
  @IsIdentifier() contractId!: string;
  /** On the day of entry. */
  @IsIn(ageGroups) ageGroup!: AgeGroup;
  @IsDay() enteredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '工人已调班组', en: 'A worker was transferred' } })
export class WorkerTransferred {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() projectId!: string;
  @IsIdentifier() fromCrewId!: string;
  @IsIdentifier() crewId!: string;
  @IsCodeOf(workTypes) workType!: WorkType;
  @IsCodeOf(workRoles) workRole!: WorkRole;
  /** On the day of the transfer. */
  @IsIn(ageGroups) ageGroup!: AgeGroup;
  @IsDay() transferredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '工人已退场', en: 'A worker left a site' } })
export class WorkerLeftSite {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() projectId!: string;
  @IsIdentifier() crewId!: string;
  @IsDay() leftOn!: Day;
  @IsOptional() @IsIn(exitKinds) exitKind?: ExitKind;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '实名登记已更正', en: 'A worker’s registration was corrected' },
  person: 'workerId',
})
export class WorkerCorrected {
  @IsIdentifier() workerId!: string;
  @IsOptional() @Personal('name') @IsShortText(50) name?: string;
  @IsOptional() @IsCodeOf(identityDocumentTypes) identityDocumentType?: IdentityDocumentType;
  @IsOptional() @Personal('identityNumber') @IsDocumentNumber() identityNumber?: string;
  @IsOptional() @IsSha256() identityKey?: string;
  /** The identity that was taken by mistake, and is given free. */
  @IsOptional() @IsSha256() replacedIdentityKey?: string;
  @IsOptional() @IsIn(sexes) sex?: Sex;
  @IsOptional() @Personal('birthDay') @IsDay() birthDay?: Day;
  @IsOptional() @Personal('ethnicGroup') @IsCodeOf(ethnicGroups) ethnicGroup?: EthnicGroup;
  @IsOptional() @IsCodeOf(educationLevels) education?: EducationLevel;
  @IsOptional() @Personal('phone') @IsPhone() phone?: string;
  @IsOptional() @Personal('address') @IsShortText(200) registeredAddress?: string;
  @IsOptional() @Personal('address') @IsShortText(200) presentAddress?: string;
  @IsLongText(500) reason!: string;
  @IsShortText(100) approvedBy!: string;
  @IsDay() correctedOn!: Day;
}

/** A correction: the registration was a second one of a person that is registered as `intoWorkerId`. */
@DomainEvent({
  context: 'organization',
  summary: { zh: '重复登记已合并', en: 'A duplicate registration was merged' },
})
export class WorkerMerged {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() intoWorkerId!: string;
  /** This one, and those that ended in it before. */
  @IsNestedList(() => Registration, MOST_REGISTRATIONS, 1) registrations!: Registration[];
  /** The sites that they worked on. */
  @IsIdentifierList(MOST_SITES) projectIds!: string[];
  @IsLongText(500) reason!: string;
  @IsShortText(100) approvedBy!: string;
  @IsDay() mergedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '重复登记已承接', en: 'A duplicate registration was taken over' },
})
export class DuplicateTakenOver {
  @IsIdentifier() workerId!: string;
  @IsNestedList(() => Registration, MOST_REGISTRATIONS, 1) registrations!: Registration[];
  @IsIdentifierList(MOST_SITES) projectIds!: string[];
  @IsDay() mergedOn!: Day;
}

/** Somebody saw personal data of a worker in the clear. Recorded before it was shown; who and when stand in the envelope. */
@DomainEvent({ context: 'organization', summary: { zh: '个人信息被查看', en: 'Personal data was viewed' } })
export class PersonalDataViewed {
  @IsIdentifier() workerId!: string;
  @IsIn(lookPurposes) purpose!: LookPurpose;
}

/** The person was given what is held of him (PIPL Art. 45; PI-08). */
@DomainEvent({ context: 'organization', summary: { zh: '个人信息已提供本人', en: 'Personal data was exported' } })
export class PersonalDataExported {
  @IsIdentifier() workerId!: string;
}

/** What of an erased person law says must be kept, sealed under a key that outlives his own: no query reads it. */
@DomainEvent({
  context: 'organization',
  summary: { zh: '依法留存的记录已封存', en: 'What law demands to keep of an erased person was locked away' },
  person: 'keptRecordId',
})
export class LegalRecordKept {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() keptRecordId!: string;
  @Personal('name') @IsShortText(50) name!: string;
  @Personal('identityNumber') @IsDocumentNumber() identityNumber!: string;
  @Personal('phone') @IsPhone() phone!: string;
  @Personal('address') @IsShortText(200) registeredAddress!: string;
  @Personal('address') @IsShortText(200) presentAddress!: string;
}

/** Something that outlives an erasure, and why. */
export class KeptByLaw {
  @IsIn(['labourLedger']) what!: 'labourLedger';
  /** The law that demands it. */
  @IsShortText(200) basis!: string;
  /** Years that it is kept after completion of the works and settlement of all wages, whichever is later (WG-18). */
  @IsInt() @Min(1) @Max(100) yearsAfterSettlement!: number;
  /** The sites that it is about. */
  @IsIdentifierList(MOST_SITES) projectIds!: string[];
}

@DomainEvent({ context: 'organization', summary: { zh: '个人信息已删除', en: 'A worker’s personal data was erased' } })
export class WorkerErased {
  @IsIdentifier() workerId!: string;
  @IsIn(erasureReasons) reason!: ErasureReason;
  @IsNestedList(() => KeptByLaw, 10) kept!: KeptByLaw[];
  /** Who holds what is kept; absent when nothing is. */
  @IsOptional() @IsIdentifier() keptRecordId?: string;
  /** This one and its duplicates: their keys are destroyed, and their identities given free. */
  @IsNestedList(() => Registration, MOST_REGISTRATIONS, 1) registrations!: Registration[];
  @IsDay() erasedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '依法留存的记录已销毁', en: 'The record that law demanded to keep was destroyed' },
})
export class KeptRecordDestroyed {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() keptRecordId!: string;
  @IsDay() completedOn!: Day;
  @IsDay() settledOn!: Day;
  @IsDay() destroyedOn!: Day;
}

export const workerCommands = {
  RegisterWorker,
  RecordContract,
  EndContract,
  RecordSafetyTraining,
  EnterSite,
  TransferWorker,
  LeaveSite,
  CorrectWorker,
  MergeWorker,
  TakeOverDuplicate,
  EraseWorker,
  DestroyKeptRecord,
};
export type WorkerCommand = CommandOf<typeof workerCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const workerEvents = {
  WorkerRegistered,
  ContractRecorded,
  ContractEnded,
  SafetyTrainingRecorded,
  WorkerEnteredSite,
  WorkerTransferred,
  WorkerLeftSite,
  WorkerCorrected,
  WorkerMerged,
  DuplicateTakenOver,
  LegalRecordKept,
  WorkerErased,
  KeptRecordDestroyed,
};
export type WorkerEvent = EventOf<typeof workerEvents>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const personalDataEvents = { PersonalDataViewed, PersonalDataExported };
export type PersonalDataEvent = EventOf<typeof personalDataEvents>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const workerIdentityEvents = { WorkerIdentityTaken, WorkerIdentityFreed };
export type WorkerIdentityEvent = EventOf<typeof workerIdentityEvents>;
