import { type Day, IsDay } from '@gongyou/domain';
import { ArrayMinSize, IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsNested, IsNestedList, IsSha256, IsSubsetOf } from '../fields';
import { type EmployerType, employerTypes } from './founding-duty.contract';
import { partyReporters } from './party-roles';

/** How far a person has come on the way to full membership. */
export const admissionStages = [
  'applicant',
  'designatedApplicant',
  'prospectiveMember',
  'preReviewed',
  'awaitingApproval',
  'probationaryMember',
  'awaitingConversionApproval',
  'fullMember',
  'ended',
] as const;
export type AdmissionStage = (typeof admissionStages)[number];

/** The groups that admissions can be counted by (PD-24). A person may belong to several. */
export const admissionGroups = [
  'industrialWorker',
  'youth',
  'farmer',
  'intellectual',
  'frontLine',
  'newField',
] as const;
export type AdmissionGroup = (typeof admissionGroups)[number];

/** What a person was distinguished by when admitted (HM-02d, CC-02c). */
export const distinctions = ['modelWorker', 'craftsmanTitle', 'skillTitle', 'innovation', 'otherHonour'] as const;
export type Distinction = (typeof distinctions)[number];

/** Who speaks for an applicant before the branch decides (PD-03). */
export const recommenders = [
  'members',
  'tradeUnion',
  'youthLeague',
  'womensFederation',
  'otherMassOrganization',
] as const;
export type Recommender = (typeof recommenders)[number];

/** Whose opinions are heard before somebody becomes a prospective member (PD-07). */
export const opinionGivers = ['partyGroup', 'cultivators', 'members', 'masses'] as const;
export type OpinionGiver = (typeof opinionGivers)[number];

/** Where a public notice hangs; a floating person's at both ends of his way (PD-07). */
export const noticePlaces = ['workOrStudy', 'residence', 'outflow', 'inflow'] as const;
export type NoticePlace = (typeof noticePlaces)[number];

export const noticeResults = ['noObjection', 'objectionNotUpheld', 'objectionUpheld'] as const;
export type NoticeResult = (typeof noticeResults)[number];

/** A party sanction within its effect period (PD-08). Asked for, judged, and never kept. */
export const sanctions = ['none', 'warning', 'seriousWarning', 'removalFromPost', 'probationInParty'] as const;
export type Sanction = (typeof sanctions)[number];

/** The six papers of a complete file (PD-23): 入党志愿书, 入党申请书, 入党积极分子培养考察登记表, 政治审查材料, 预备党员教育考察登记表, 转正申请书. */
export const admissionPapers = [
  'admissionForm',
  'application',
  'designatedApplicantRecord',
  'politicalReview',
  'probationRecord',
  'conversionApplication',
] as const;
export type AdmissionPaper = (typeof admissionPapers)[number];

/** What the file of a full member still lacks; all six make it complete (PD-23). */
export const papersMissing = (filed: readonly AdmissionPaper[]): AdmissionPaper[] =>
  admissionPapers.filter((paper) => !filed.includes(paper));

/** Why a file ends without a full member. No reason in words: it would tell of a person. */
export const admissionEndings = ['withdrawn', 'notContinued', 'probationCancelled', 'leftWithoutTransfer'] as const;
export type AdmissionEnding = (typeof admissionEndings)[number];

/** A secret ballot of a branch meeting (PD-13). Members entitled to vote only. */
export class BranchBallot {
  /** Those entitled to vote who should attend (应到会有表决权的正式党员). */
  @IsInt() @Min(1) @Max(10_000) entitled!: number;
  @IsInt() @Min(0) @Max(10_000) present!: number;
  @IsInt() @Min(0) @Max(10_000) yesAtMeeting!: number;
  /** Yes votes of absent members, handed in in writing before the meeting. */
  @IsInt() @Min(0) @Max(10_000) yesInWriting!: number;
  @IsBoolean() secret!: boolean;
}

/** What the written resolution of a branch says beside the figures of its ballot (PD-14). The paper stays with the branch. */
export class BranchResolution {
  @IsNested(() => BranchBallot) ballot!: BranchBallot;
  /** It tells of the person's conduct. */
  @IsBoolean() statesConduct!: boolean;
  @IsBoolean() signedBySecretary!: boolean;
  @IsSha256() paperSha256!: string;
}

/** A public notice, first and last day on display. */
export class AdmissionNotice {
  @IsIn(noticePlaces) place!: NoticePlace;
  @IsDay() from!: Day;
  @IsDay() to!: Day;
}

/** A member asked to be a sponsor (入党介绍人). */
export class SponsorCandidate {
  @IsIdentifier() memberId!: string;
  @IsIn(sanctions) sanction!: Sanction;
}

/** Hands in an application for membership (provision HM-02b; PD-01). */
@Command({
  name: 'organization.party-admission.file-application',
  summary: { zh: '递交入党申请', en: 'File an application for Party membership' },
  roles: partyReporters,
  towards: ['HM-02b', 'HM-02c', 'HM-02d', 'CC-02b', 'CC-02c'],
})
export class FilePartyApplication {
  /** Chosen by the sender and meaning nothing: it stands in the stream's name. */
  @IsIdentifier() admissionId!: string;
  /** The worker's `workerId`, or an identifier chosen for a cadre who is no worker. */
  @IsIdentifier() applicantId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  /** Where a temporary organization keeps the file: the applicant's formal organization, which alone can admit (PD-15). */
  @IsOptional() @IsIdentifier() formalOrganizationId?: string;
  /** Years of age completed on the day of the application. Judged and not kept. */
  @IsInt() @Min(0) @Max(150) ageYears!: number;
  /** Works away from his registered home (流动人员): noticed and asked about at both places (PD-07, PD-09). */
  @IsBoolean() floating!: boolean;
  @IsSubsetOf(admissionGroups) groups!: AdmissionGroup[];
  @IsSubsetOf(distinctions) distinctions!: Distinction[];
  @IsIn(employerTypes) employer!: EmployerType;
  @IsDay() appliedOn!: Day;
}

/** Somebody sent by the branch talks with the applicant, within a month (PD-02). */
@Command({
  name: 'organization.party-admission.hold-talk',
  summary: { zh: '与申请人谈话', en: 'Talk with an applicant' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class HoldApplicantTalk {
  @IsIdentifier() admissionId!: string;
  @IsDay() heldOn!: Day;
}

/** The branch decides on a recommended applicant and tells the superior committee (PD-03). */
@Command({
  name: 'organization.party-admission.designate-applicant',
  summary: { zh: '确定入党积极分子', en: 'Designate an applicant' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class DesignateApplicant {
  @IsIdentifier() admissionId!: string;
  @IsIn(recommenders) recommendedBy!: Recommender;
  @IsIn(['branchCommittee', 'branchMeeting']) decidedBy!: 'branchCommittee' | 'branchMeeting';
  @IsDay() decidedOn!: Day;
  /** When it was put on record with the superior committee (备案). */
  @IsDay() recordedWithSuperiorOn!: Day;
}

/** One or two full members guide the applicant (PD-04). */
@Command({
  name: 'organization.party-admission.assign-cultivators',
  summary: { zh: '指定培养联系人', en: 'Assign cultivators' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class AssignCultivators {
  @IsIdentifier() admissionId!: string;
  @IsIdentifierList(10) cultivatorIds!: string[];
  @IsDay() assignedOn!: Day;
}

/** The branch looks at the designated applicant, every half year (PD-05). What it found stays in its papers. */
@Command({
  name: 'organization.party-admission.review-applicant',
  summary: { zh: '考察入党积极分子', en: 'Review a designated applicant' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class ReviewDesignatedApplicant {
  @IsIdentifier() admissionId!: string;
  @IsDay() reviewedOn!: Day;
}

/** The person moves and the papers go with him; the time counts without a break (PD-06, PD-22, PD-27). */
@Command({
  name: 'organization.party-admission.transfer',
  summary: { zh: '转接发展党员材料', en: 'Hand an admission over to another organization' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class TransferPartyAdmission {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() toPartyOrganizationId!: string;
  /** The new organization has the papers and has checked them. */
  @IsBoolean() papersChecked!: boolean;
  @IsDay() transferredOn!: Day;
}

/** All that makes a designated applicant a prospective member (发展对象), after at least a year (PD-07). */
@Command({
  name: 'organization.party-admission.list-prospective-member',
  summary: { zh: '列为发展对象', en: 'List a prospective member' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class ListProspectiveMember {
  @IsIdentifier() admissionId!: string;
  @IsSubsetOf(opinionGivers) opinionsHeard!: OpinionGiver[];
  @IsDay() committeeDecidedOn!: Day;
  @IsOptional() @IsDay() superiorConsentedOn?: Day;
  @IsNestedList(() => AdmissionNotice, 4) notices!: AdmissionNotice[];
  @IsOptional() @IsIn(noticeResults) noticeResult?: NoticeResult;
  @IsDay() listedOn!: Day;
}

/** Two full members sponsor the prospective member (PD-08). */
@Command({
  name: 'organization.party-admission.appoint-sponsors',
  summary: { zh: '确定入党介绍人', en: 'Appoint sponsors' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class AppointSponsors {
  @IsIdentifier() admissionId!: string;
  @IsNestedList(() => SponsorCandidate, 10) sponsors!: SponsorCandidate[];
  @IsDay() appointedOn!: Day;
}

/** The political review ends in a written conclusion (PD-09). */
@Command({
  name: 'organization.party-admission.conclude-political-review',
  summary: { zh: '形成政治审查结论', en: 'Conclude the political review' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class ConcludePoliticalReview {
  @IsIdentifier() admissionId!: string;
  @IsBoolean() passed!: boolean;
  /** The hash of the written conclusion, which stays with the organization. */
  @IsSha256() conclusionSha256!: string;
  /** The organizations asked about a floating person: at his registered home, and at his residence. */
  @IsBoolean() registeredHomeAsked!: boolean;
  @IsBoolean() residenceAsked!: boolean;
  /** When departments of the county reviewed it jointly. */
  @IsOptional() @IsDay() jointReviewOn?: Day;
  @IsDay() concludedOn!: Day;
}

/** A short course of the basic committee or a county department (PD-10). */
@Command({
  name: 'organization.party-admission.complete-short-course',
  summary: { zh: '完成短期集中培训', en: 'Complete the short course' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class CompleteShortCourse {
  @IsIdentifier() admissionId!: string;
  @IsIn(['basicCommittee', 'countyDepartment']) heldBy!: 'basicCommittee' | 'countyDepartment';
  @IsInt() @Min(1) @Max(365) courseDays!: number;
  @IsInt() @Min(1) @Max(1_000) classHours!: number;
  /** By video, where face to face is not possible. */
  @IsBoolean() byVideo!: boolean;
  @IsDay() completedOn!: Day;
}

/** The superior looks over all papers before the branch meeting and gives out the form (PD-11). */
@Command({
  name: 'organization.party-admission.pass-pre-review',
  summary: { zh: '通过上级预审', en: 'Pass the pre-review of the superior' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class PassPreReview {
  @IsIdentifier() admissionId!: string;
  @IsSha256() opinionSha256!: string;
  /** When it is known that the person leaves the unit. */
  @IsOptional() @IsDay() leavesUnitOn?: Day;
  /** The organization that let a special case go without the short course (PD-10). */
  @IsOptional() @IsIdentifier() courseWaivedBy?: string;
  @IsDay() passedOn!: Day;
}

/** The branch meeting votes on admitting one person (PD-12, PD-13, PD-14). */
@Command({
  name: 'organization.party-admission.resolve-admission',
  summary: { zh: '支部大会讨论接收预备党员', en: 'Resolve on an admission in the branch meeting' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class ResolveAdmission {
  @IsIdentifier() admissionId!: string;
  @IsNested(() => BranchResolution) resolution!: BranchResolution;
  @IsDay() meetingOn!: Day;
}

/** A general branch, or a basic committee under a township or street committee, deliberates and passes it on (PD-15). */
@Command({
  name: 'organization.party-admission.deliberate',
  summary: { zh: '审议接收预备党员', en: 'Deliberate on an admission' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class DeliberateAdmission {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsDay() deliberatedOn!: Day;
}

/** Somebody sent by the superior talks with the person before it approves (PD-16). */
@Command({
  name: 'organization.party-admission.talk-before-approval',
  summary: { zh: '审批前谈话', en: 'Talk before the approval' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class TalkBeforeApproval {
  @IsIdentifier() admissionId!: string;
  @IsDay() talkedOn!: Day;
}

/** A Party committee discusses the one person and decides (PD-15, PD-17, PD-18). */
@Command({
  name: 'organization.party-admission.decide-approval',
  summary: { zh: '审批预备党员', en: 'Decide on the approval of a probationary member' },
  roles: partyReporters,
  towards: ['HM-02b', 'CC-02b'],
})
export class DecideAdmissionApproval {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() approvingOrganizationId!: string;
  @IsBoolean() approved!: boolean;
  /** The committee discussed it together, and each person by himself (PD-17). */
  @IsBoolean() discussedOneByOne!: boolean;
  /** A special case has six months and not three (PD-18). */
  @IsBoolean() specialCase!: boolean;
  @IsDay() decidedOn!: Day;
}

/** Puts the approval on record with the superior organization department (PD-18). */
@Command({
  name: 'organization.party-admission.record-approval',
  summary: { zh: '审批备案', en: 'Put an approval on record' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class RecordAdmissionApproval {
  @IsIdentifier() admissionId!: string;
  @IsDay() recordedOn!: Day;
}

/** The probationary member takes the oath, generally within a month (PD-19). */
@Command({
  name: 'organization.party-admission.take-oath',
  summary: { zh: '入党宣誓', en: 'Take the oath' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class TakePartyOath {
  @IsIdentifier() admissionId!: string;
  @IsDay() takenOn!: Day;
}

/** Lengthens the probation once, by 6 to 12 months (PD-20). */
@Command({
  name: 'organization.party-admission.extend-probation',
  summary: { zh: '延长预备期', en: 'Extend the probation' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class ExtendProbation {
  @IsIdentifier() admissionId!: string;
  @IsInt() @Min(1) @Max(60) months!: number;
  @IsNested(() => BranchResolution) resolution!: BranchResolution;
  @IsDay() meetingOn!: Day;
}

/** The probationary member asks to become a full member (PD-21). */
@Command({
  name: 'organization.party-admission.apply-for-conversion',
  summary: { zh: '递交转正申请', en: 'Apply for conversion' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class ApplyForConversion {
  @IsIdentifier() admissionId!: string;
  @IsDay() appliedOn!: Day;
}

/** The organization that a probationary member moved to puts off the discussion, at most 6 months (PD-22). */
@Command({
  name: 'organization.party-admission.postpone-conversion',
  summary: { zh: '推迟讨论转正', en: 'Put off the discussion of a conversion' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class PostponeConversion {
  @IsIdentifier() admissionId!: string;
  @IsDay() postponedUntil!: Day;
  @IsDay() decidedOn!: Day;
}

/** The branch meeting votes on the conversion (PD-13, PD-21). */
@Command({
  name: 'organization.party-admission.resolve-conversion',
  summary: { zh: '支部大会讨论转正', en: 'Resolve on a conversion in the branch meeting' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class ResolveConversion {
  @IsIdentifier() admissionId!: string;
  @IsNested(() => BranchResolution) resolution!: BranchResolution;
  @IsDay() meetingOn!: Day;
}

/** The Party committee decides on the conversion (PD-21). */
@Command({
  name: 'organization.party-admission.decide-conversion',
  summary: { zh: '审批转正', en: 'Decide on a conversion' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class DecideConversion {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() approvingOrganizationId!: string;
  @IsBoolean() approved!: boolean;
  @IsDay() decidedOn!: Day;
}

/** Puts papers into the file of the full member (PD-23). */
@Command({
  name: 'organization.party-admission.file-papers',
  summary: { zh: '归档党员材料', en: 'File the papers of a full member' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class FileAdmissionPapers {
  @IsIdentifier() admissionId!: string;
  @IsSubsetOf(admissionPapers) @ArrayMinSize(1) papers!: AdmissionPaper[];
  /** Into the personnel file, or a party-member file where there is none. */
  @IsIn(['personnelFile', 'memberFile']) keptIn!: 'personnelFile' | 'memberFile';
  @IsBoolean() electronic!: boolean;
  @IsDay() filedOn!: Day;
}

/** Ends an admission that does not lead to a full member. */
@Command({
  name: 'organization.party-admission.end',
  summary: { zh: '终止发展', en: 'End an admission' },
  roles: partyReporters,
  towards: ['HM-02b'],
})
export class EndPartyAdmission {
  @IsIdentifier() admissionId!: string;
  @IsIn(admissionEndings) ending!: AdmissionEnding;
  @IsDay() endedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '入党申请已递交', en: 'A Party application was filed' },
  towards: ['HM-02b'],
})
export class PartyApplicationFiled {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() applicantId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  /** The unit of that organization. */
  @IsIdentifier() unitId!: string;
  @IsOptional() @IsIdentifier() formalOrganizationId?: string;
  @IsBoolean() floating!: boolean;
  @IsSubsetOf(admissionGroups) groups!: AdmissionGroup[];
  @IsSubsetOf(distinctions) distinctions!: Distinction[];
  @IsIn(employerTypes) employer!: EmployerType;
  @IsDay() appliedOn!: Day;
  @IsDay() talkDueOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '已与申请人谈话', en: 'An applicant was talked with' } })
export class ApplicantTalkHeld {
  @IsIdentifier() admissionId!: string;
  @IsDay() heldOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '入党积极分子已确定', en: 'An applicant was designated' } })
export class ApplicantDesignated {
  @IsIdentifier() admissionId!: string;
  @IsIn(recommenders) recommendedBy!: Recommender;
  @IsIn(['branchCommittee', 'branchMeeting']) decidedBy!: 'branchCommittee' | 'branchMeeting';
  @IsDay() decidedOn!: Day;
  @IsDay() recordedWithSuperiorOn!: Day;
  @IsDay() reviewDueOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '培养联系人已指定', en: 'Cultivators were assigned' } })
export class CultivatorsAssigned {
  @IsIdentifier() admissionId!: string;
  @IsIdentifierList(2) cultivatorIds!: string[];
  @IsDay() assignedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '入党积极分子已考察', en: 'An applicant was reviewed' } })
export class DesignatedApplicantReviewed {
  @IsIdentifier() admissionId!: string;
  @IsDay() reviewedOn!: Day;
  @IsDay() reviewDueOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '发展党员材料已转接', en: 'An admission was handed over' } })
export class PartyAdmissionTransferred {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() fromPartyOrganizationId!: string;
  @IsIdentifier() toPartyOrganizationId!: string;
  /** The unit of the new organization. */
  @IsIdentifier() unitId!: string;
  @IsDay() transferredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '已列为发展对象', en: 'A prospective member was listed' } })
export class ProspectiveMemberListed {
  @IsIdentifier() admissionId!: string;
  @IsSubsetOf(opinionGivers) opinionsHeard!: OpinionGiver[];
  @IsDay() committeeDecidedOn!: Day;
  @IsOptional() @IsDay() superiorConsentedOn?: Day;
  @IsNestedList(() => AdmissionNotice, 4) notices!: AdmissionNotice[];
  @IsOptional() @IsIn(noticeResults) noticeResult?: NoticeResult;
  @IsDay() listedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '入党介绍人已确定', en: 'Sponsors were appointed' } })
export class SponsorsAppointed {
  @IsIdentifier() admissionId!: string;
  @IsIdentifierList(2) sponsorIds!: string[];
  @IsDay() appointedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '政治审查已有结论', en: 'The political review was concluded' } })
export class PoliticalReviewConcluded {
  @IsIdentifier() admissionId!: string;
  @IsBoolean() passed!: boolean;
  @IsSha256() conclusionSha256!: string;
  @IsOptional() @IsDay() jointReviewOn?: Day;
  @IsDay() concludedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '短期集中培训已完成', en: 'The short course was completed' } })
export class ShortCourseCompleted {
  @IsIdentifier() admissionId!: string;
  @IsIn(['basicCommittee', 'countyDepartment']) heldBy!: 'basicCommittee' | 'countyDepartment';
  @IsInt() @Min(1) @Max(365) courseDays!: number;
  @IsInt() @Min(1) @Max(1_000) classHours!: number;
  @IsBoolean() byVideo!: boolean;
  @IsDay() completedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '已通过上级预审', en: 'The pre-review was passed' } })
export class PreReviewPassed {
  @IsIdentifier() admissionId!: string;
  @IsSha256() opinionSha256!: string;
  @IsOptional() @IsIdentifier() courseWaivedBy?: string;
  @IsDay() passedOn!: Day;
  @IsDay() meetingDueOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '支部大会通过接收', en: 'The branch resolved to admit' } })
export class AdmissionResolved {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsNested(() => BranchResolution) resolution!: BranchResolution;
  @IsDay() meetingOn!: Day;
  @IsDay() approvalDueOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '支部大会未通过接收', en: 'The branch voted an admission down' },
})
export class AdmissionVotedDown {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsNested(() => BranchResolution) resolution!: BranchResolution;
  @IsDay() meetingOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '接收预备党员已审议', en: 'An admission was deliberated on' } })
export class AdmissionDeliberated {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsDay() deliberatedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '审批前已谈话', en: 'The talk before approval was held' } })
export class ApprovalTalkHeld {
  @IsIdentifier() admissionId!: string;
  @IsDay() talkedOn!: Day;
}

/** Carries all that admissions are counted by, so that a figure can be posted from this one event (CC-02b). */
@DomainEvent({
  context: 'organization',
  summary: { zh: '预备党员已审批', en: 'A probationary member was admitted' },
  towards: ['CC-02b', 'HM-02c', 'HM-02d'],
})
export class ProbationaryMemberAdmitted {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() unitId!: string;
  @IsIdentifier() approvingOrganizationId!: string;
  @IsSubsetOf(admissionGroups) groups!: AdmissionGroup[];
  @IsSubsetOf(distinctions) distinctions!: Distinction[];
  @IsIn(employerTypes) employer!: EmployerType;
  @IsDay() approvedOn!: Day;
  @IsDay() probationFrom!: Day;
  @IsDay() probationEndsOn!: Day;
  @IsDay() oathDueOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '接收预备党员未获批准', en: 'An admission was not approved' } })
export class AdmissionNotApproved {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() approvingOrganizationId!: string;
  @IsDay() decidedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '审批已备案', en: 'An approval was put on record' } })
export class AdmissionApprovalRecorded {
  @IsIdentifier() admissionId!: string;
  @IsDay() recordedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '已入党宣誓', en: 'The oath was taken' } })
export class PartyOathTaken {
  @IsIdentifier() admissionId!: string;
  @IsDay() takenOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '预备期已延长', en: 'A probation was extended' } })
export class ProbationExtended {
  @IsIdentifier() admissionId!: string;
  @IsInt() @Min(1) @Max(60) months!: number;
  @IsNested(() => BranchResolution) resolution!: BranchResolution;
  @IsDay() meetingOn!: Day;
  @IsDay() probationEndsOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '转正申请已递交', en: 'Conversion was applied for' } })
export class ConversionAppliedFor {
  @IsIdentifier() admissionId!: string;
  @IsDay() appliedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '转正讨论已推迟', en: 'A conversion was put off' } })
export class ConversionPostponed {
  @IsIdentifier() admissionId!: string;
  @IsDay() postponedUntil!: Day;
  @IsDay() decidedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '支部大会通过转正', en: 'The branch resolved to convert' } })
export class ConversionResolved {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsNested(() => BranchResolution) resolution!: BranchResolution;
  @IsDay() meetingOn!: Day;
  @IsDay() approvalDueOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '支部大会未通过转正', en: 'The branch voted a conversion down' },
})
export class ConversionVotedDown {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsNested(() => BranchResolution) resolution!: BranchResolution;
  @IsDay() meetingOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '预备党员已转正', en: 'A full member was converted' },
  towards: ['HM-02b'],
})
export class FullMemberConverted {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() unitId!: string;
  @IsIdentifier() approvingOrganizationId!: string;
  @IsDay() decidedOn!: Day;
  /** From this day the Party standing (党龄) is counted. */
  @IsDay() standingFrom!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '转正未获批准', en: 'A conversion was not approved' } })
export class ConversionNotApproved {
  @IsIdentifier() admissionId!: string;
  @IsIdentifier() approvingOrganizationId!: string;
  @IsDay() decidedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党员材料已归档', en: 'Papers of a full member were filed' } })
export class AdmissionPapersFiled {
  @IsIdentifier() admissionId!: string;
  @IsSubsetOf(admissionPapers) papers!: AdmissionPaper[];
  @IsIn(['personnelFile', 'memberFile']) keptIn!: 'personnelFile' | 'memberFile';
  @IsBoolean() electronic!: boolean;
  @IsDay() filedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '发展已终止', en: 'An admission was ended' } })
export class PartyAdmissionEnded {
  @IsIdentifier() admissionId!: string;
  @IsIn(admissionEndings) ending!: AdmissionEnding;
  @IsDay() endedOn!: Day;
}

export const partyAdmissionCommands = {
  FilePartyApplication,
  HoldApplicantTalk,
  DesignateApplicant,
  AssignCultivators,
  ReviewDesignatedApplicant,
  TransferPartyAdmission,
  ListProspectiveMember,
  AppointSponsors,
  ConcludePoliticalReview,
  CompleteShortCourse,
  PassPreReview,
  ResolveAdmission,
  DeliberateAdmission,
  TalkBeforeApproval,
  DecideAdmissionApproval,
  RecordAdmissionApproval,
  TakePartyOath,
  ExtendProbation,
  ApplyForConversion,
  PostponeConversion,
  ResolveConversion,
  DecideConversion,
  FileAdmissionPapers,
  EndPartyAdmission,
};
export type PartyAdmissionCommand = CommandOf<typeof partyAdmissionCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const partyAdmissionEvents = {
  PartyApplicationFiled,
  ApplicantTalkHeld,
  ApplicantDesignated,
  CultivatorsAssigned,
  DesignatedApplicantReviewed,
  PartyAdmissionTransferred,
  ProspectiveMemberListed,
  SponsorsAppointed,
  PoliticalReviewConcluded,
  ShortCourseCompleted,
  PreReviewPassed,
  AdmissionResolved,
  AdmissionVotedDown,
  AdmissionDeliberated,
  ApprovalTalkHeld,
  ProbationaryMemberAdmitted,
  AdmissionNotApproved,
  AdmissionApprovalRecorded,
  PartyOathTaken,
  ProbationExtended,
  ConversionAppliedFor,
  ConversionPostponed,
  ConversionResolved,
  ConversionVotedDown,
  FullMemberConverted,
  ConversionNotApproved,
  AdmissionPapersFiled,
  PartyAdmissionEnded,
};
export type PartyAdmissionEvent = EventOf<typeof partyAdmissionEvents>;
