import type { BranchBallot, BranchResolution, PartyAdmissionCommand, PartyAdmissionEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { PartyAdmissionWish } from '../party-admission/party-admission.decider';
import type { PartyBodies, PartyBody } from '../party-organization/party-body';

export const day = (text: string) => text as Day;
const sha256 = 'c'.repeat(64);
export const admissionId = 'admission-1';
const id = { admissionId };

export const branch: PartyBody = {
  unitId: 'bay-bridge',
  kind: 'branch',
  founding: 'independent',
  setting: 'workUnit',
  superiorId: 'committee',
  hasCommittee: true,
  conditionsMet: false,
  dissolved: false,
};
export const committee: PartyBody = { ...branch, unitId: 'harbour', kind: 'committee', superiorId: undefined };

/** The branch that keeps the file, the committee above it, and a branch to move to, unless a specification says otherwise. */
export const bodiesWith = (changed: Readonly<Record<string, PartyBody>> = {}): PartyBodies =>
  new Map(
    Object.entries({ branch, committee, 'other-branch': { ...branch, unitId: 'north-tunnel' }, ...changed } as Record<
      string,
      PartyBody
    >),
  );

type Data<T extends PartyAdmissionCommand['type']> = Extract<PartyAdmissionCommand, { type: T }>['data'];
/** A command with some of its content changed, and the organizations as they are to be known. */
const commandWith =
  <T extends PartyAdmissionCommand['type']>(type: T, usual: Data<T>) =>
  (changed: Partial<Data<T>> = {}, bodies?: Readonly<Record<string, PartyBody>>): PartyAdmissionWish =>
    ({ type, data: { ...usual, ...changed }, bodies: bodiesWith(bodies) }) as unknown as PartyAdmissionWish;

/** 14 entitled, 12 present, 10 yes with one in writing: passed. */
const passingBallot: BranchBallot = { entitled: 14, present: 12, yesAtMeeting: 9, yesInWriting: 1, secret: true };
export const resolution = (
  ballot: Partial<BranchBallot> = {},
  changed: Partial<BranchResolution> = {},
): BranchResolution => ({
  ballot: { ...passingBallot, ...ballot },
  statesConduct: true,
  signedBySecretary: true,
  paperSha256: sha256,
  ...changed,
});

const application = {
  ...id,
  applicantId: 'worker-1',
  partyOrganizationId: 'branch',
  floating: false,
  groups: ['industrialWorker'] as 'industrialWorker'[],
  distinctions: ['skillTitle'] as 'skillTitle'[],
  employer: 'stateOwned' as const,
  appliedOn: day('2024-10-31'),
};
const notices = [{ place: 'workOrStudy' as const, from: day('2026-05-19'), to: day('2026-05-25') }];
export const listing = {
  ...id,
  opinionsHeard: ['partyGroup', 'cultivators', 'members', 'masses'] as (
    'partyGroup' | 'cultivators' | 'members' | 'masses'
  )[],
  committeeDecidedOn: day('2026-05-12'),
  superiorConsentedOn: day('2026-05-18'),
  notices,
  noticeResult: 'noObjection' as const,
  listedOn: day('2026-05-26'),
};

export const fileApplication = commandWith('FilePartyApplication', { ...application, ageYears: 18 });
export const talk = commandWith('HoldApplicantTalk', { ...id, heldOn: day('2024-11-15') });
export const designate = commandWith('DesignateApplicant', {
  ...id,
  recommendedBy: 'members',
  decidedBy: 'branchCommittee',
  decidedOn: day('2025-05-12'),
  recordedWithSuperiorOn: day('2025-05-14'),
});
export const assignCultivators = commandWith('AssignCultivators', {
  ...id,
  cultivatorIds: ['member-1', 'member-2'],
  assignedOn: day('2025-05-14'),
});
export const review = commandWith('ReviewDesignatedApplicant', { ...id, reviewedOn: day('2025-08-31') });
export const transfer = commandWith('TransferPartyAdmission', {
  ...id,
  toPartyOrganizationId: 'other-branch',
  papersChecked: true,
  transferredOn: day('2025-12-01'),
});
export const list = commandWith('ListProspectiveMember', listing);
const sponsor = (memberId: string) => ({ memberId, sanction: 'none' as const });
export const appointSponsors = commandWith('AppointSponsors', {
  ...id,
  sponsors: [sponsor('member-1'), sponsor('member-2')],
  appointedOn: day('2026-05-27'),
});
export const concludeReview = commandWith('ConcludePoliticalReview', {
  ...id,
  passed: true,
  conclusionSha256: sha256,
  registeredHomeAsked: false,
  residenceAsked: false,
  concludedOn: day('2026-06-01'),
});
export const completeCourse = commandWith('CompleteShortCourse', {
  ...id,
  heldBy: 'basicCommittee',
  courseDays: 3,
  classHours: 20,
  byVideo: false,
  completedOn: day('2026-06-05'),
});
export const preReview = commandWith('PassPreReview', { ...id, opinionSha256: sha256, passedOn: day('2026-06-10') });
export const resolve = commandWith('ResolveAdmission', {
  ...id,
  resolution: resolution(),
  meetingOn: day('2026-06-20'),
});
export const deliberate = commandWith('DeliberateAdmission', {
  ...id,
  partyOrganizationId: 'committee',
  deliberatedOn: day('2026-06-25'),
});
export const talkBeforeApproval = commandWith('TalkBeforeApproval', { ...id, talkedOn: day('2026-06-28') });
export const approve = commandWith('DecideAdmissionApproval', {
  ...id,
  approvingOrganizationId: 'committee',
  approved: true,
  discussedOneByOne: true,
  specialCase: false,
  decidedOn: day('2026-07-01'),
});
export const recordApproval = commandWith('RecordAdmissionApproval', { ...id, recordedOn: day('2026-07-03') });
export const takeOath = commandWith('TakePartyOath', { ...id, takenOn: day('2026-08-01') });
export const extend = commandWith('ExtendProbation', {
  ...id,
  months: 6,
  resolution: resolution(),
  meetingOn: day('2027-06-20'),
});
export const applyForConversion = commandWith('ApplyForConversion', { ...id, appliedOn: day('2027-06-15') });
export const postpone = commandWith('PostponeConversion', {
  ...id,
  postponedUntil: day('2027-12-20'),
  decidedOn: day('2027-06-20'),
});
export const resolveConversion = commandWith('ResolveConversion', {
  ...id,
  resolution: resolution(),
  meetingOn: day('2027-06-20'),
});
export const decideConversion = commandWith('DecideConversion', {
  ...id,
  approvingOrganizationId: 'committee',
  approved: true,
  decidedOn: day('2027-07-20'),
});
export const filePapers = commandWith('FileAdmissionPapers', {
  ...id,
  papers: ['admissionForm', 'application', 'designatedApplicantRecord', 'politicalReview', 'probationRecord'],
  keptIn: 'memberFile',
  electronic: true,
  filedOn: day('2027-08-01'),
});
export const end = commandWith('EndPartyAdmission', { ...id, ending: 'withdrawn', endedOn: day('2026-11-01') });

// The events of a usual life, in their order.
export const applied = (changed: Partial<typeof application & { formalOrganizationId: string }> = {}) =>
  ({
    type: 'PartyApplicationFiled',
    data: { ...application, ...changed, unitId: 'bay-bridge', talkDueOn: day('2024-11-30') },
  }) satisfies PartyAdmissionEvent;
export const talked: PartyAdmissionEvent = { type: 'ApplicantTalkHeld', data: { ...id, heldOn: day('2024-11-15') } };
export const designated = (decidedOn = '2025-05-12'): PartyAdmissionEvent => ({
  type: 'ApplicantDesignated',
  data: {
    ...id,
    recommendedBy: 'members',
    decidedBy: 'branchCommittee',
    decidedOn: day(decidedOn),
    recordedWithSuperiorOn: day('2025-05-14'),
    reviewDueOn: day('2025-11-12'),
  },
});
export const cultivators: PartyAdmissionEvent = {
  type: 'CultivatorsAssigned',
  data: { ...id, cultivatorIds: ['member-1', 'member-2'], assignedOn: day('2025-05-14') },
};
export const listed: PartyAdmissionEvent = { type: 'ProspectiveMemberListed', data: listing };
export const sponsors: PartyAdmissionEvent = {
  type: 'SponsorsAppointed',
  data: { ...id, sponsorIds: ['member-1', 'member-2'], appointedOn: day('2026-05-27') },
};
export const reviewConcluded = (passed = true): PartyAdmissionEvent => ({
  type: 'PoliticalReviewConcluded',
  data: { ...id, passed, conclusionSha256: sha256, concludedOn: day('2026-06-01') },
});
export const courseCompleted: PartyAdmissionEvent = {
  type: 'ShortCourseCompleted',
  data: {
    ...id,
    heldBy: 'basicCommittee',
    courseDays: 3,
    classHours: 20,
    byVideo: false,
    completedOn: day('2026-06-05'),
  },
};
export const preReviewed: PartyAdmissionEvent = {
  type: 'PreReviewPassed',
  data: { ...id, opinionSha256: sha256, passedOn: day('2026-06-10'), meetingDueOn: day('2026-07-10') },
};
export const resolved = (meetingOn = '2026-06-20', approvalDueOn = '2026-09-20'): PartyAdmissionEvent => ({
  type: 'AdmissionResolved',
  data: {
    ...id,
    partyOrganizationId: 'branch',
    resolution: resolution(),
    meetingOn: day(meetingOn),
    approvalDueOn: day(approvalDueOn),
  },
});
export const approvalTalk: PartyAdmissionEvent = {
  type: 'ApprovalTalkHeld',
  data: { ...id, talkedOn: day('2026-06-28') },
};
export const admitted: PartyAdmissionEvent = {
  type: 'ProbationaryMemberAdmitted',
  data: {
    ...id,
    unitId: 'bay-bridge',
    approvingOrganizationId: 'committee',
    groups: ['industrialWorker'],
    distinctions: ['skillTitle'],
    employer: 'stateOwned',
    approvedOn: day('2026-07-01'),
    probationFrom: day('2026-06-20'),
    probationEndsOn: day('2027-06-20'),
    oathDueOn: day('2026-08-01'),
  },
};
export const extended: PartyAdmissionEvent = {
  type: 'ProbationExtended',
  data: {
    ...id,
    months: 6,
    resolution: resolution(),
    meetingOn: day('2027-06-20'),
    probationEndsOn: day('2027-12-20'),
  },
};
export const conversionApplied: PartyAdmissionEvent = {
  type: 'ConversionAppliedFor',
  data: { ...id, appliedOn: day('2027-06-15') },
};
export const conversionResolved: PartyAdmissionEvent = {
  type: 'ConversionResolved',
  data: {
    ...id,
    partyOrganizationId: 'branch',
    resolution: resolution(),
    meetingOn: day('2027-06-20'),
    approvalDueOn: day('2027-09-20'),
  },
};
export const converted: PartyAdmissionEvent = {
  type: 'FullMemberConverted',
  data: {
    ...id,
    unitId: 'bay-bridge',
    approvingOrganizationId: 'committee',
    decidedOn: day('2027-07-20'),
    standingFrom: day('2027-06-20'),
  },
};
export const moved = (transferredOn: string): PartyAdmissionEvent => ({
  type: 'PartyAdmissionTransferred',
  data: {
    ...id,
    fromPartyOrganizationId: 'branch',
    toPartyOrganizationId: 'other-branch',
    unitId: 'north-tunnel',
    transferredOn: day(transferredOn),
  },
});

export const asDesignated = [applied(), talked, designated(), cultivators];
export const asProspective = [...asDesignated, listed];
export const asPreReviewed = [...asProspective, sponsors, reviewConcluded(), courseCompleted, preReviewed];
export const asAwaitingApproval = [...asPreReviewed, resolved(), approvalTalk];
export const asProbationary = [...asAwaitingApproval, admitted];
export const asFullMember = [...asProbationary, conversionApplied, conversionResolved, converted];
