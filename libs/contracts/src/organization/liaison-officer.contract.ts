import { type Day, IsDay } from '@gongyou/domain';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { Personal } from '../declare/personal';
import { IsIdentifier, IsIdentifierList, IsLongText, IsNested, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

/**
 * The three levels of Party-mass liaison (JX-04, JX-08, JX-14): a full-time officer leads in the district, a part-time officer has
 * charge in the project, and a crew liaison person (联络员, glossary: CrewLiaison) is the right hand in a crew.
 */
export const liaisonLevels = ['district', 'project', 'crew'] as const;
export type LiaisonLevel = (typeof liaisonLevels)[number];

/** Specially full-time posts and those held beside other work (专职, 兼职; JX-01). */
export const liaisonModes = ['fullTime', 'partTime'] as const;
export type LiaisonMode = (typeof liaisonModes)[number];

/** What the training before duty must cover: meaning, rules, duties, methods, procedures and laws of the work (JX-10b). */
export const liaisonTrainingTopics = ['meaning', 'rules', 'duties', 'methods', 'procedures', 'laws'] as const;
export type LiaisonTrainingTopic = (typeof liaisonTrainingTopics)[number];

/** How that training is held (JX-10a, JX-10b): a business briefing by a department, or a discussion. */
export const liaisonTrainingForms = ['businessBriefing', 'discussion'] as const;
export type LiaisonTrainingForm = (typeof liaisonTrainingForms)[number];

const IsTopicList = (): PropertyDecorator => (target, property) =>
  [
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(liaisonTrainingTopics.length),
    IsIn(liaisonTrainingTopics, { each: true }),
  ].forEach((decorate) => decorate(target, property));

/** A duty telephone: digits, with a plus sign, blanks and dashes between them. */
const IsDutyPhone = (): PropertyDecorator => Matches(/^\+?[0-9](?:[ -]?[0-9]){4,18}$/);

/** How far a nominee meets a criterion, 0 to 100; the role definition in force sets the criteria, where it names any (JX-05). */
export class NominationScore {
  @IsShortText(60) criterion!: string;
  @IsInt() @Min(0) @Max(100) score!: number;
}

const personnel = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'] as const;

/**
 * Nominates a person for a post. `officerId` is the person's id on the whole platform (the workerId of whoever is a worker), so that
 * what is erased of a person is erased here too.
 */
@Command({
  name: 'organization.liaison-officer.nominate',
  summary: { zh: '推荐党群工作协理员', en: 'Nominate a Party-mass liaison officer' },
  roles: personnel,
  towards: ['JX-01', 'JX-05', 'JX-08'],
})
export class NominateLiaisonOfficer {
  @IsIdentifier() officerId!: string;
  @IsIn(liaisonLevels) level!: LiaisonLevel;
  @IsIn(liaisonModes) mode!: LiaisonMode;
  /** The district, project or crew that the post belongs to. */
  @IsIdentifier() unitId!: string;
  @IsNestedList(() => NominationScore, 20, 1) scores!: NominationScore[];
  @IsDay() nominatedOn!: Day;
}

/** The Party committee approves the nomination, by the resolution that is kept as evidence; nobody is appointed without (JX-05). */
@Command({
  name: 'organization.liaison-officer.approve-nomination',
  summary: { zh: '党委批准协理员人选', en: 'Approve the nomination of a liaison officer' },
  roles: ['administrator', 'partyAffairsOffice', 'enterpriseSystem'],
  provisions: ['JX-05'],
})
export class ApproveLiaisonNomination {
  @IsIdentifier() officerId!: string;
  /** The Party committee: of the post's own unit or of one above it. */
  @IsIdentifier() partyOrganizationId!: string;
  @IsNested(() => Evidence) resolution!: Evidence;
  @IsDay() approvedOn!: Day;
}

/**
 * The dispatching body appoints the nominee: for a district the personnel department of the Party committee. The two managing units
 * are the two superiors of dual management (JX-08, JX-35).
 */
@Command({
  name: 'organization.liaison-officer.appoint',
  summary: { zh: '委派党群工作协理员', en: 'Appoint a Party-mass liaison officer' },
  roles: personnel,
  provisions: ['JX-36'],
  towards: ['JX-01', 'JX-08', 'JX-35', 'JX-38b'],
})
export class AppointLiaisonOfficer {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() dispatchingUnitId!: string;
  @IsIdentifierList(2) managingUnitIds!: string[];
  @IsDay() effectiveOn!: Day;
  /** The last day of the term; none for a post without one. */
  @IsOptional() @IsDay() termEndsOn?: Day;
  /** When the officer accepted the obligations of the post (JX-38b). */
  @IsDay() obligationsAcceptedOn!: Day;
}

/** Tells which topics a session before duty covered, for one appointee who attended and signed (JX-10a, JX-10b, JX-42). */
@Command({
  name: 'organization.liaison-officer.record-pre-job-training',
  summary: { zh: '登记协理员岗前培训', en: 'Record training of a liaison officer before duty' },
  roles: personnel,
  provisions: ['JX-10a'],
  towards: ['JX-10b', 'JX-13', 'JX-42'],
})
export class RecordLiaisonTraining {
  @IsIdentifier() officerId!: string;
  @IsTopicList() topics!: LiaisonTrainingTopic[];
  @IsIn(liaisonTrainingForms) form!: LiaisonTrainingForm;
  /** Who taught: a department of the company, or the district for its project officers and crew liaison persons. */
  @IsIdentifier() trainerUnitId!: string;
  /** The attendance sheet with the signatures. */
  @IsNested(() => Evidence) attendance!: Evidence;
  @IsDay() trainedOn!: Day;
}

/** Tells of a course held elsewhere, such as the bureau's course for liaison officers (JX-10c). */
@Command({
  name: 'organization.liaison-officer.record-course',
  summary: { zh: '登记协理员外部培训', en: 'Record a course that a liaison officer attended elsewhere' },
  roles: personnel,
  towards: ['JX-10c'],
})
export class RecordLiaisonCourse {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() courseId!: string;
  @IsShortText(100) organiser!: string;
  @IsShortText(100) title!: string;
  @IsDay() fromDay!: Day;
  @IsDay() toDay!: Day;
  @IsInt() @Min(1) @Max(1000) hours!: number;
  @IsOptional() @IsNested(() => Evidence) certificate?: Evidence;
}

/** Puts an appointee on duty, once the training before duty is complete (JX-10a). */
@Command({
  name: 'organization.liaison-officer.put-on-duty',
  summary: { zh: '协理员到岗', en: 'Put a liaison officer on duty' },
  roles: personnel,
  provisions: ['JX-10a'],
})
export class PutLiaisonOfficerOnDuty {
  @IsIdentifier() officerId!: string;
  @IsDay() onDutyFrom!: Day;
}

/**
 * Makes name, duty phone and duties public (三公开, JX-11), by the officer's own consent. The duties shown are those of the role
 * definition in force. A changed name or phone is a new publication.
 */
@Command({
  name: 'organization.liaison-officer.publish-profile',
  summary: { zh: '公开协理员姓名、手机、职责', en: 'Publish name, duty phone and duties of a liaison officer' },
  roles: personnel,
  provisions: ['JX-11'],
})
export class PublishLiaisonProfile {
  @IsIdentifier() officerId!: string;
  /** What tells this publication from another: the platform cannot compare sealed names. */
  @IsIdentifier() publicationId!: string;
  @Personal('name') @IsShortText(50) name!: string;
  @Personal('phone') @IsDutyPhone() phone!: string;
  /** The consent to this publication that the officer signed. */
  @IsNested(() => Evidence) consent!: Evidence;
  @IsDay() consentedOn!: Day;
}

/** Takes the profile back, as an officer may ask at any time; the end of duty does it by itself (JX-11). */
@Command({
  name: 'organization.liaison-officer.withdraw-profile',
  summary: { zh: '撤下协理员公开信息', en: 'Withdraw the published profile of a liaison officer' },
  roles: personnel,
  provisions: ['JX-11'],
})
export class WithdrawLiaisonProfile {
  @IsIdentifier() officerId!: string;
  @IsDay() withdrawnOn!: Day;
}

@Command({
  name: 'organization.liaison-officer.issue-armband',
  summary: { zh: '发放工作袖章', en: 'Issue the armband of a liaison officer' },
  roles: personnel,
  provisions: ['JX-12a'],
})
export class IssueLiaisonArmband {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() armbandNumber!: string;
  @IsDay() issuedOn!: Day;
}

@Command({
  name: 'organization.liaison-officer.return-armband',
  summary: { zh: '交回工作袖章', en: 'Take back the armband of a liaison officer' },
  roles: personnel,
  provisions: ['JX-12a'],
})
export class ReturnLiaisonArmband {
  @IsIdentifier() officerId!: string;
  @IsDay() returnedOn!: Day;
}

/**
 * Puts off the end of a term. The year before must have been assessed where the officer served in it, and by a result that allows a
 * renewal (JX-04).
 */
@Command({
  name: 'organization.liaison-officer.renew-term',
  summary: { zh: '协理员续聘', en: 'Renew the term of a liaison officer' },
  roles: personnel,
  provisions: ['JX-04'],
})
export class RenewLiaisonTerm {
  @IsIdentifier() officerId!: string;
  /** The new last day. */
  @IsDay() termEndsOn!: Day;
  @IsDay() renewedOn!: Day;
}

/**
 * Ends a nomination, an appointment or a duty. The person can be nominated again. Said by the platform itself when a day is closed
 * after the last one of a term (JX-01).
 */
@Command({
  name: 'organization.liaison-officer.relieve',
  summary: { zh: '协理员离任', en: 'Relieve a liaison officer' },
  roles: [...personnel, 'platform'],
  towards: ['JX-01'],
})
export class RelieveLiaisonOfficer {
  @IsIdentifier() officerId!: string;
  @IsDay() relievedOn!: Day;
  @IsLongText(500) reason!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员已推荐', en: 'A liaison officer was nominated' },
  version: 2,
  // The mode was not told apart before: the trial has full-time posts in its districts and part-time ones below (JX-04, JX-07a, JX-07b).
  upcasters: { 1: (data) => ({ ...data, mode: data['level'] === 'district' ? 'fullTime' : 'partTime' }) },
})
export class LiaisonOfficerNominated {
  @IsIdentifier() officerId!: string;
  @IsIn(liaisonLevels) level!: LiaisonLevel;
  @IsIn(liaisonModes) mode!: LiaisonMode;
  @IsIdentifier() unitId!: string;
  @IsNestedList(() => NominationScore, 20, 1) scores!: NominationScore[];
  @IsDay() nominatedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员人选已获党委批准', en: 'The nomination of a liaison officer was approved' },
})
export class LiaisonNominationApproved {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsNested(() => Evidence) resolution!: Evidence;
  @IsDay() approvedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '协理员已委派', en: 'A liaison officer was appointed' } })
export class LiaisonOfficerAppointed {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() dispatchingUnitId!: string;
  @IsIdentifierList(2) managingUnitIds!: string[];
  /** Whose role definition the officer was appointed by, and in which version. */
  @IsIdentifier() definedByUnitId!: string;
  @IsInt() @Min(1) definitionVersion!: number;
  /** The treatment that the definition gives the post, from the effective day to the end of duty (JX-36). */
  @IsOptional() @IsShortText(100) treatment?: string;
  @IsDay() effectiveOn!: Day;
  @IsOptional() @IsDay() termEndsOn?: Day;
  @IsDay() obligationsAcceptedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员岗前培训已登记', en: 'Training of a liaison officer before duty was recorded' },
})
export class LiaisonTrainingRecorded {
  @IsIdentifier() officerId!: string;
  @IsTopicList() topics!: LiaisonTrainingTopic[];
  @IsIn(liaisonTrainingForms) form!: LiaisonTrainingForm;
  @IsIdentifier() trainerUnitId!: string;
  @IsNested(() => Evidence) attendance!: Evidence;
  @IsDay() trainedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员外部培训已登记', en: 'A course that a liaison officer attended was recorded' },
})
export class LiaisonCourseAttended {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() courseId!: string;
  @IsShortText(100) organiser!: string;
  @IsShortText(100) title!: string;
  @IsDay() fromDay!: Day;
  @IsDay() toDay!: Day;
  @IsInt() @Min(1) @Max(1000) hours!: number;
  @IsOptional() @IsNested(() => Evidence) certificate?: Evidence;
}

@DomainEvent({ context: 'organization', summary: { zh: '协理员已到岗', en: 'A liaison officer took up duty' } })
export class LiaisonOfficerPutOnDuty {
  @IsIdentifier() officerId!: string;
  @IsDay() onDutyFrom!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员信息已公开', en: 'The profile of a liaison officer was published' },
  person: 'officerId',
})
export class LiaisonProfilePublished {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() publicationId!: string;
  @Personal('name') @IsShortText(50) name!: string;
  @Personal('phone') @IsDutyPhone() phone!: string;
  @IsNested(() => Evidence) consent!: Evidence;
  @IsDay() consentedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员公开信息已撤下', en: 'The profile of a liaison officer was withdrawn' },
})
export class LiaisonProfileWithdrawn {
  @IsIdentifier() officerId!: string;
  @IsDay() withdrawnOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '工作袖章已发放', en: 'An armband was issued' } })
export class LiaisonArmbandIssued {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() armbandNumber!: string;
  @IsDay() issuedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '工作袖章已交回', en: 'An armband was returned' } })
export class LiaisonArmbandReturned {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() armbandNumber!: string;
  @IsDay() returnedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员已续聘', en: 'The term of a liaison officer was renewed' },
})
export class LiaisonTermRenewed {
  @IsIdentifier() officerId!: string;
  @IsDay() termEndsOn!: Day;
  /** The year whose assessment the renewal rests on; none where the officer did not serve in the year before. */
  @IsOptional() @IsInt() @Min(2000) @Max(2199) assessedYear?: number;
  @IsDay() renewedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '协理员已离任', en: 'A liaison officer was relieved' } })
export class LiaisonOfficerRelieved {
  @IsIdentifier() officerId!: string;
  @IsDay() relievedOn!: Day;
  @IsLongText(500) reason!: string;
}

export const liaisonOfficerCommands = {
  NominateLiaisonOfficer,
  ApproveLiaisonNomination,
  AppointLiaisonOfficer,
  RecordLiaisonTraining,
  RecordLiaisonCourse,
  PutLiaisonOfficerOnDuty,
  PublishLiaisonProfile,
  WithdrawLiaisonProfile,
  IssueLiaisonArmband,
  ReturnLiaisonArmband,
  RenewLiaisonTerm,
  RelieveLiaisonOfficer,
};
export type LiaisonOfficerCommand = CommandOf<typeof liaisonOfficerCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonOfficerEvents = {
  LiaisonOfficerNominated,
  LiaisonNominationApproved,
  LiaisonOfficerAppointed,
  LiaisonTrainingRecorded,
  LiaisonCourseAttended,
  LiaisonOfficerPutOnDuty,
  LiaisonProfilePublished,
  LiaisonProfileWithdrawn,
  LiaisonArmbandIssued,
  LiaisonArmbandReturned,
  LiaisonTermRenewed,
  LiaisonOfficerRelieved,
};
export type LiaisonOfficerEvent = EventOf<typeof liaisonOfficerEvents>;
