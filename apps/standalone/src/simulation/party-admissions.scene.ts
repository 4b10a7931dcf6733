import {
  type AdmissionNotice,
  type AdmissionPaper,
  admissionPapers,
  ApplyForConversion,
  AppointSponsors,
  AssignCultivators,
  type BranchResolution,
  CompleteShortCourse,
  ConcludePoliticalReview,
  DecideAdmissionApproval,
  DecideConversion,
  DesignateApplicant,
  FileAdmissionPapers,
  FilePartyApplication,
  HoldApplicantTalk,
  ListProspectiveMember,
  opinionGivers,
  PassPreReview,
  RecordAdmissionApproval,
  ResolveAdmission,
  ResolveConversion,
  ReviewDesignatedApplicant,
  TakePartyOath,
  TalkBeforeApproval,
} from '@gongyou/contracts';
import { addCalendarMonths, addDays, type Day } from '@gongyou/domain';
import { Hand, type Lane, type Scene } from './act';
import { actsIn, type PlayedMonth } from './months';
import { namedPaper } from '../named-paper';
import { committeeOf, headquartersBranchOf } from './party.scene';
import type { Company, Crew, SimulatedGroup } from './simulated-group';
import { personOf, steadyMember } from './worker-life';

/** Of so many crews one has an applicant. */
const CREWS_OF_AN_APPLICANT = 3;
/** How long ago the oldest application was made, in days: long enough for a full member. */
const OLDEST = 1_350;
/** Talks that are held only after the month that PD-02 gives. */
const TALK_LATE = 0.1;
/** Old enough to have applied at any time in the past that is played. */
const BORN_YEARS_BEFORE = 23;

/**
 * Admissions on their way, one step after another within the times of PD-02 to PD-23. Those who applied long ago are far; what was
 * done before the story began is told in its first month, as the papers that were there.
 */
export const partyAdmissionsScene = (group: SimulatedGroup, month: PlayedMonth): Scene => ({
  title: { zh: '发展党员', en: 'admissions to the Party' },
  lanes: lanesOf(group, month),
});

function* lanesOf(group: SimulatedGroup, month: PlayedMonth): Iterable<Lane> {
  for (const crew of group.crews) {
    if (crew.project.comesAsRoster || crew.index % CREWS_OF_AN_APPLICANT !== 0) continue;
    const applicantId = applicantIn(group, crew);
    if (applicantId !== undefined) yield actsIn(month, admission(group, crew, applicantId));
  }
}

/** One of those who stay, if he was of age when the oldest applications were made. */
function applicantIn(group: SimulatedGroup, crew: Crew): string | undefined {
  const bornUntil = addCalendarMonths(group.beginsOn, -12 * BORN_YEARS_BEFORE);
  for (let place = 3; place < 6; place += 1) {
    if (personOf(group, crew.first + place).bornOn <= bornUntil) return steadyMember(group, crew, place);
  }
  return undefined;
}

function* admission(group: SimulatedGroup, crew: Crew, applicantId: string): Lane {
  const { company } = crew.project;
  const chance = group.chance('admission', crew.index);
  const admissionId = group.id('admission', crew.index + 1);
  const by = new Hand(group.partySystem, admissionId);
  const appliedOn = addDays(group.until, -chance.between(10, OLDEST));
  const after = (days: number): Day => addDays(appliedOn, days);
  const floating = chance.happens(0.7);

  yield by.tells('apply', appliedOn, FilePartyApplication, {
    ...{ admissionId, applicantId, partyOrganizationId: headquartersBranchOf(company) },
    ...{ ageYears: chance.between(19, 45), floating, groups: ['industrialWorker', 'frontLine'], distinctions: [] },
    ...{ employer: 'private', appliedOn },
  });
  const heldOn = after(chance.happens(TALK_LATE) ? 40 : chance.between(6, 26));
  yield by.tells('talk', heldOn, HoldApplicantTalk, { admissionId, heldOn });
  yield by.tells('designate', after(152), DesignateApplicant, {
    ...{ admissionId, recommendedBy: chance.oneOf(['members', 'tradeUnion'] as const), decidedBy: 'branchCommittee' },
    ...{ decidedOn: after(150), recordedWithSuperiorOn: after(152) },
  });
  const cultivatorIds = [1, 2].map((each) => memberOf(company, each));
  yield by.tells('cultivators', after(155), AssignCultivators, { admissionId, cultivatorIds, assignedOn: after(155) });
  for (const [index, reviewedOn] of [after(330), after(510)].entries()) {
    yield by.tells(`review-${index + 1}`, reviewedOn, ReviewDesignatedApplicant, { admissionId, reviewedOn });
  }
  yield* prospective(by, admissionId, company, floating, after(530));
  yield* resolved(by, admissionId, company, after(600));
  yield* converted(by, admissionId, company, addCalendarMonths(after(600), 12));
}

/** 发展对象: the committee of the branch, the consent above, the notice, then all that the pre-review asks for (PD-07 to PD-11). */
function* prospective(by: Hand, admissionId: string, company: Company, floating: boolean, decidedOn: Day): Lane {
  const at = (days: number): Day => addDays(decidedOn, days);
  const notice = (place: AdmissionNotice['place']): AdmissionNotice => ({ place, from: at(4), to: at(20) });
  yield by.tells('list', at(22), ListProspectiveMember, {
    ...{ admissionId, opinionsHeard: [...opinionGivers], committeeDecidedOn: decidedOn, superiorConsentedOn: at(3) },
    notices: floating ? [notice('outflow'), notice('inflow')] : [notice('workOrStudy')],
    ...{ noticeResult: 'noObjection', listedOn: at(22) },
  });
  yield by.tells('sponsors', at(24), AppointSponsors, {
    admissionId,
    sponsors: [1, 2].map((each) => ({ memberId: memberOf(company, each), sanction: 'none' })),
    appointedOn: at(24),
  });
  yield by.tells('political-review', at(40), ConcludePoliticalReview, {
    ...{ admissionId, passed: true, conclusionSha256: paperOf(admissionId, '政治审查结论') },
    ...{ registeredHomeAsked: true, residenceAsked: true, concludedOn: at(40) },
  });
  yield by.tells('course', at(50), CompleteShortCourse, {
    ...{ admissionId, heldBy: 'basicCommittee', courseDays: 3, classHours: 24, byVideo: false, completedOn: at(50) },
  });
  yield by.tells('pre-review', at(55), PassPreReview, {
    ...{ admissionId, opinionSha256: paperOf(admissionId, '预审意见'), passedOn: at(55) },
  });
}

/** The branch meeting, the approval within three months, the oath within one (PD-12 to PD-19). */
function* resolved(by: Hand, admissionId: string, company: Company, meetingOn: Day): Lane {
  const at = (days: number): Day => addDays(meetingOn, days);
  const resolution = resolutionOn(admissionId, '接收决议');
  yield by.tells('resolve', meetingOn, ResolveAdmission, { admissionId, resolution, meetingOn });
  yield by.tells('approval-talk', at(14), TalkBeforeApproval, { admissionId, talkedOn: at(14) });
  yield by.tells('approve', at(30), DecideAdmissionApproval, {
    ...{ admissionId, approvingOrganizationId: committeeOf(company), approved: true },
    ...{ discussedOneByOne: true, specialCase: false, decidedOn: at(30) },
  });
  yield by.tells('record', at(36), RecordAdmissionApproval, { admissionId, recordedOn: at(36) });
  yield by.tells('oath', at(50), TakePartyOath, { admissionId, takenOn: at(50) });
}

/** @param probationEndsOn a year after the branch meeting (PD-20) */
function* converted(by: Hand, admissionId: string, company: Company, probationEndsOn: Day): Lane {
  const at = (days: number): Day => addDays(probationEndsOn, days);
  const resolution = resolutionOn(admissionId, '转正决议');
  yield by.tells('conversion', at(-5), ApplyForConversion, { admissionId, appliedOn: at(-5) });
  yield by.tells('resolve-conversion', at(8), ResolveConversion, { admissionId, resolution, meetingOn: at(8) });
  yield by.tells('decide-conversion', at(40), DecideConversion, {
    ...{ admissionId, approvingOrganizationId: committeeOf(company), approved: true, decidedOn: at(40) },
  });
  const papers: AdmissionPaper[] = [...admissionPapers];
  yield by.tells('papers', at(60), FileAdmissionPapers, {
    ...{ admissionId, papers, keptIn: 'memberFile', electronic: true, filedOn: at(60) },
  });
}

const memberOf = (company: Company, number: number): string => `${company.unitId}-member-${number}`;

const paperOf = (admissionId: string, paper: string): string => namedPaper(`${admissionId}-${paper}.pdf`).sha256;

const resolutionOn = (admissionId: string, paper: string): BranchResolution => ({
  ballot: { entitled: 12, present: 11, yesAtMeeting: 11, yesInWriting: 1, secret: true },
  statesConduct: true,
  signedBySecretary: true,
  paperSha256: paperOf(admissionId, paper),
});
