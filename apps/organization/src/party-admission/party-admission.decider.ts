import {
  type AdmissionPaper,
  type AdmissionStage,
  type PartyAdmissionCommand,
  type PartyAdmissionEvent,
  type PartyApplicationFiled,
} from '@gongyou/contracts';
import {
  addCalendarMonths,
  type Bilingual,
  compareDays,
  type Day,
  type RefuseOf,
  refuseWith,
  sameContent,
} from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';
import { type PartyBodies, type PartyBody, deliberates } from '../party-organization/party-body';
import {
  requireBody,
  requireDeliberating,
  requireMayAdmit,
  requireMayApprove,
  requireStepAllowed,
} from './admission-powers';
import { isPassed, requireValidResolution } from './branch-ballot';
import { requireListing } from './prospective-member';

/** Nobody has applied under this id. */
export interface NotFiled {
  stage: 'notFiled';
}

/** The file of one person. What was done is in `said`: the last entry of each kind. */
export interface AdmissionFile {
  stage: AdmissionStage;
  filed: PartyApplicationFiled;
  /** The organization that keeps it now, and its unit. */
  partyOrganizationId: string;
  unitId: string;
  /** The day on which the stage began: nothing in it can be before that. */
  since: Day;
  said: { [Event in PartyAdmissionEvent as Event['type']]?: Event['data'] };
  /** In the file of the full member so far. */
  papers: readonly AdmissionPaper[];
}

export type PartyAdmissionState = NotFiled | AdmissionFile;

/** A command, with the Party organizations that it has to do with: the keeper of the file, and those that the command names. */
export type PartyAdmissionWish = PartyAdmissionCommand & { bodies: PartyBodies };

/**
 * The way of one person from the application to full membership, by the rules of 2026 (《中国共产党发展党员工作细则》;
 * provision HM-02b; PD-01 to PD-23, PD-27). Every step is an entry; what a step rests on is asked when it is taken.
 */
export const partyAdmission: Decider<PartyAdmissionWish, PartyAdmissionEvent, PartyAdmissionState> = {
  initialState: { stage: 'notFiled' },
  evolve,
  decide,
};

function evolve(state: PartyAdmissionState, event: PartyAdmissionEvent): PartyAdmissionState {
  if (event.type === 'PartyApplicationFiled') {
    const { partyOrganizationId, unitId, appliedOn } = event.data;
    const said = { [event.type]: event.data };
    const filed = event.data;
    return { stage: 'applicant', filed, partyOrganizationId, unitId, since: appliedOn, said, papers: [] };
  }
  const before = state as AdmissionFile;
  const file: AdmissionFile = { ...before, said: { ...before.said, [event.type]: event.data } };
  switch (event.type) {
    case 'ApplicantDesignated':
      return { ...file, stage: 'designatedApplicant', since: event.data.recordedWithSuperiorOn };
    case 'PartyAdmissionTransferred':
      return { ...file, partyOrganizationId: event.data.toPartyOrganizationId, unitId: event.data.unitId };
    case 'ProspectiveMemberListed':
      return { ...file, stage: 'prospectiveMember', since: event.data.listedOn };
    case 'PreReviewPassed':
      return { ...file, stage: 'preReviewed', since: event.data.passedOn };
    case 'AdmissionResolved':
      return { ...file, stage: 'awaitingApproval', since: event.data.meetingOn };
    case 'AdmissionVotedDown':
      return { ...file, stage: 'prospectiveMember', since: event.data.meetingOn };
    case 'ProbationaryMemberAdmitted':
      return { ...file, stage: 'probationaryMember', since: event.data.approvedOn };
    case 'AdmissionNotApproved':
      return { ...file, stage: 'prospectiveMember', since: event.data.decidedOn };
    case 'ConversionResolved':
      return { ...file, stage: 'awaitingConversionApproval', since: event.data.meetingOn };
    case 'ConversionVotedDown':
      return { ...file, stage: 'probationaryMember', since: event.data.meetingOn };
    case 'FullMemberConverted':
      return { ...file, stage: 'fullMember', since: event.data.decidedOn };
    case 'ConversionNotApproved':
      return { ...file, stage: 'probationaryMember', since: event.data.decidedOn };
    case 'AdmissionPapersFiled':
      return { ...file, papers: [...file.papers, ...event.data.papers] };
    case 'PartyAdmissionEnded':
      return { ...file, stage: 'ended', since: event.data.endedOn };
    case 'ApplicantTalkHeld':
    case 'CultivatorsAssigned':
    case 'DesignatedApplicantReviewed':
    case 'SponsorsAppointed':
    case 'PoliticalReviewConcluded':
    case 'ShortCourseCompleted':
    case 'AdmissionDeliberated':
    case 'ApprovalTalkHeld':
    case 'AdmissionApprovalRecorded':
    case 'PartyOathTaken':
    case 'ProbationExtended':
    case 'ConversionAppliedFor':
    case 'ConversionPostponed':
      return file;
    default:
      return unknownFact(event);
  }
}

/** A step: the entry it makes, and what must hold for it. An entry that is on record already is not judged again. */
interface Step {
  event: PartyAdmissionEvent;
  /** The day of the step. */
  on: Day;
  from: readonly AdmissionStage[];
  /** The days of what it follows within its stage, where that happened. */
  follows?: readonly (Day | undefined)[];
  /** Whatever else the step rests on. Throws `Refusal`. */
  judge?: () => void;
}

function decide(wish: PartyAdmissionWish, state: PartyAdmissionState, moment: Moment): PartyAdmissionEvent[] {
  if (wish.type === 'FilePartyApplication') return fileApplication(wish, state, moment);
  if (state.stage === 'notFiled') return refuse('organization.partyAdmission.unknown');
  const { event, on, from, follows = [], judge } = stepOf(wish, state);
  if (sameContent(event.data, state.said[event.type])) return [];
  if (!from.includes(state.stage)) refuse('organization.partyAdmission.notAtThisStage', { stage: state.stage });
  for (const earlierOn of [state.since, ...follows]) requireEntryDay(on, moment, earlierOn);
  if (wish.type !== 'TransferPartyAdmission' && wish.type !== 'EndPartyAdmission') {
    requireStepAllowed(wish.type, requireBody(state.partyOrganizationId, wish.bodies));
  }
  judge?.();
  return [event];
}

function stepOf(wish: Exclude<PartyAdmissionWish, { type: 'FilePartyApplication' }>, file: AdmissionFile): Step {
  switch (wish.type) {
    case 'HoldApplicantTalk': {
      const { admissionId, heldOn } = wish.data;
      return { event: { type: 'ApplicantTalkHeld', data: { admissionId, heldOn } }, on: heldOn, from: ['applicant'] };
    }
    case 'DesignateApplicant':
      return designate(wish, file);
    case 'AssignCultivators':
      return assignCultivators(wish, file);
    case 'ReviewDesignatedApplicant': {
      const { admissionId, reviewedOn } = wish.data;
      const reviewDueOn = addCalendarMonths(reviewedOn, REVIEW_MONTHS);
      const data = { admissionId, reviewedOn, reviewDueOn };
      return {
        event: { type: 'DesignatedApplicantReviewed', data },
        on: reviewedOn,
        from: ['designatedApplicant'],
        follows: [file.said.DesignatedApplicantReviewed?.reviewedOn],
      };
    }
    case 'TransferPartyAdmission':
      return transfer(wish, file);
    case 'ListProspectiveMember':
      return {
        event: { type: 'ProspectiveMemberListed', data: { ...wish.data } },
        on: wish.data.listedOn,
        from: ['designatedApplicant'],
        judge: () => {
          if (!file.said.CultivatorsAssigned) refuse('organization.partyAdmission.cultivatorsMissing');
          requireListing(wish.data, file.said.ApplicantDesignated!.decidedOn, file.filed.floating);
        },
      };
    case 'AppointSponsors':
      return appointSponsors(wish, file);
    case 'ConcludePoliticalReview':
      return concludePoliticalReview(wish, file);
    case 'CompleteShortCourse':
      return completeShortCourse(wish);
    case 'PassPreReview':
      return passPreReview(wish, file);
    case 'ResolveAdmission':
      return resolveAdmission(wish, file);
    case 'DeliberateAdmission':
      return deliberate(wish, file);
    case 'TalkBeforeApproval': {
      const { admissionId, talkedOn } = wish.data;
      const event: PartyAdmissionEvent = { type: 'ApprovalTalkHeld', data: { admissionId, talkedOn } };
      return { event, on: talkedOn, from: ['awaitingApproval'] };
    }
    case 'DecideAdmissionApproval':
      return decideApproval(wish, file);
    case 'RecordAdmissionApproval': {
      const { admissionId, recordedOn } = wish.data;
      const event: PartyAdmissionEvent = { type: 'AdmissionApprovalRecorded', data: { admissionId, recordedOn } };
      return { event, on: recordedOn, from: ['probationaryMember'] };
    }
    case 'TakePartyOath': {
      const { admissionId, takenOn } = wish.data;
      return {
        event: { type: 'PartyOathTaken', data: { admissionId, takenOn } },
        on: takenOn,
        from: ['probationaryMember'],
      };
    }
    case 'ExtendProbation':
      return extendProbation(wish, file);
    case 'ApplyForConversion': {
      const { admissionId, appliedOn } = wish.data;
      const event: PartyAdmissionEvent = { type: 'ConversionAppliedFor', data: { admissionId, appliedOn } };
      return { event, on: appliedOn, from: ['probationaryMember'] };
    }
    case 'PostponeConversion':
      return postponeConversion(wish, file);
    case 'ResolveConversion':
      return resolveConversion(wish, file);
    case 'DecideConversion':
      return decideConversion(wish, file);
    case 'FileAdmissionPapers':
      return filePapers(wish, file);
    case 'EndPartyAdmission': {
      const { admissionId, ending, endedOn } = wish.data;
      return {
        event: { type: 'PartyAdmissionEnded', data: { admissionId, ending, endedOn } },
        on: endedOn,
        from: unfinished,
        judge: () => {
          const isMember = membershipStages.includes(file.stage);
          if ((ending === 'probationCancelled') !== isMember) refuse('organization.partyAdmission.endingDoesNotFit');
        },
      };
    }
    default:
      return unknownWish(wish);
  }
}

export const partyAdmissionRefusals = {
  'organization.partyAdmission.alreadyFiled': {
    zh: '该编号的入党申请已经登记，内容不同',
    en: 'An application with this id was filed already, with other content.',
  },
  'organization.partyAdmission.unknown': { zh: '没有这份发展党员档案', en: 'There is no such admission.' },
  'organization.partyAdmission.underAge': {
    zh: '申请入党须年满 {needed} 周岁',
    en: 'An applicant must have completed {needed} years of age.',
  },
  'organization.partyAdmission.notAtThisStage': {
    zh: '当前阶段（{stage}）不能进行此步骤',
    en: 'This step cannot be taken at the stage {stage}.',
  },
  'organization.partyAdmission.talkMissing': {
    zh: '党组织尚未派人与申请人谈话',
    en: 'Nobody sent by the branch has talked with the applicant.',
  },
  'organization.partyAdmission.committeeDecides': {
    zh: '设支部委员会的，由支部委员会研究决定；不设的，由支部大会研究决定',
    en: 'Where there is a branch committee it decides; where there is none, the branch meeting does.',
  },
  'organization.partyAdmission.recordedBeforeDecided': {
    zh: '备案不能早于研究决定',
    en: 'It cannot be put on record before it was decided.',
  },
  'organization.partyAdmission.cultivatorsOneOrTwo': {
    zh: '须指定一至两名正式党员作培养联系人',
    en: 'One or two full members are assigned as cultivators.',
  },
  'organization.partyAdmission.ownSupporter': {
    zh: '本人不能作自己的培养联系人或入党介绍人',
    en: 'Nobody is his own cultivator or sponsor.',
  },
  'organization.partyAdmission.cultivatorsMissing': {
    zh: '尚未指定培养联系人',
    en: 'No cultivators have been assigned.',
  },
  'organization.partyAdmission.samePlace': {
    zh: '材料已在该党组织',
    en: 'That Party organization keeps the file already.',
  },
  'organization.partyAdmission.papersNotChecked': {
    zh: '接收党组织须对转来的材料严格审查',
    en: 'The new organization must have checked the papers.',
  },
  'organization.partyAdmission.twoSponsors': {
    zh: '须有两名正式党员作入党介绍人',
    en: 'Two full members are sponsors.',
  },
  'organization.partyAdmission.sponsorSanctioned': {
    zh: '受留党察看处分尚未恢复权利的，不能作入党介绍人；其他党纪处分影响期内的，不宜作入党介绍人',
    en: 'A member under a Party sanction whose effect has not ended is no sponsor.',
  },
  'organization.partyAdmission.floatingNotAskedAbout': {
    zh: '流动人员的政治审查须征求户籍所在地和居住地党组织意见',
    en: 'For a floating person the organizations of the registered home and of the residence are asked.',
  },
  'organization.partyAdmission.courseTooShort': {
    zh: '短期集中培训一般不少于 3 天或者 24 个学时',
    en: 'The short course lasts at least 3 days or 24 class hours.',
  },
  'organization.partyAdmission.sponsorsMissing': { zh: '尚未确定入党介绍人', en: 'There are no sponsors.' },
  'organization.partyAdmission.politicalReviewMissing': {
    zh: '未经政治审查或者政治审查不合格的，不能发展入党',
    en: 'Without a political review that was passed nobody is admitted.',
  },
  'organization.partyAdmission.courseMissing': {
    zh: '未经培训的，除个别特殊情况外，不能发展入党',
    en: 'Without the short course nobody is admitted, but for a special case.',
  },
  'organization.partyAdmission.leavesTheUnit': {
    zh: '三个月内将离开工作、学习单位的（{leavesUnitOn}），一般不办理接收预备党员手续',
    en: 'Somebody who leaves the unit within three months ({leavesUnitOn}) is generally not processed.',
  },
  'organization.partyAdmission.preReviewOutlived': {
    zh: '预审合格后一个月内（{meetingDueOn} 前）须提交支部大会讨论，请重新预审',
    en: 'The branch meeting is due within a month of the pre-review, by {meetingDueOn}; pass the pre-review again.',
  },
  'organization.partyAdmission.deliberationMissing': {
    zh: '须先经党总支或者所属基层党委审议',
    en: 'The general branch or basic committee above must deliberate first.',
  },
  'organization.partyAdmission.approvalTalkMissing': {
    zh: '审批前须派人同发展对象谈话',
    en: 'Somebody of the superior talks with the person before the approval.',
  },
  'organization.partyAdmission.notOneByOne': {
    zh: '须集体讨论、逐个表决',
    en: 'The committee discusses together, and each person by himself.',
  },
  'organization.partyAdmission.approvalTooLate': {
    zh: '审批期限 {approvalDueOn} 已过，须重新提交支部大会讨论',
    en: 'The time for the approval ended on {approvalDueOn}; the branch has to resolve again.',
  },
  'organization.partyAdmission.extendedBefore': {
    zh: '预备期只能延长一次',
    en: 'A probation is extended once only.',
  },
  'organization.partyAdmission.extensionMonths': {
    zh: '延长预备期不少于 6 个月、不超过 12 个月',
    en: 'A probation is extended by 6 to 12 months.',
  },
  'organization.partyAdmission.probationNotOver': {
    zh: '预备期至 {probationEndsOn} 届满',
    en: 'The probation ends on {probationEndsOn}.',
  },
  'organization.partyAdmission.votedDown': {
    zh: '支部大会表决未超过应到会有表决权人数的半数',
    en: 'Not more than half of those who should attend voted for it.',
  },
  'organization.partyAdmission.didNotMove': {
    zh: '只有转来的预备党员可以推迟讨论转正',
    en: 'Only the conversion of a probationary member who moved can be put off.',
  },
  'organization.partyAdmission.postponedTooFar': {
    zh: '推迟讨论不超过 6 个月（至 {latestOn}）',
    en: 'The discussion is put off by 6 months at most, to {latestOn}.',
  },
  'organization.partyAdmission.conversionNotAppliedFor': {
    zh: '本人尚未提出书面转正申请',
    en: 'The probationary member has not applied for conversion.',
  },
  'organization.partyAdmission.endingDoesNotFit': {
    zh: '终止的原因与所处阶段不符',
    en: 'This ending does not fit the stage: a probation is cancelled, anything earlier is not.',
  },
} as const satisfies Record<`organization.partyAdmission.${string}`, Bilingual>;

const refuse: RefuseOf<typeof partyAdmissionRefusals> = refuseWith(partyAdmissionRefusals);

type Of<Type extends PartyAdmissionWish['type']> = Extract<PartyAdmissionWish, { type: Type }>;

const YEARS_OF_AGE = 18; // PD-01
const TALK_MONTHS = 1; // PD-02
const REVIEW_MONTHS = 6; // PD-05
const COURSE = { days: 3, classHours: 24 }; // PD-10
const LEAVING_MONTHS = 3; // PD-11
const MEETING_MONTHS = 1; // PD-12
const APPROVAL_MONTHS = 3; // PD-18, PD-21
const SPECIAL_APPROVAL_MONTHS = 6; // PD-18
const OATH_MONTHS = 1; // PD-19
const PROBATION_MONTHS = 12; // PD-20
const EXTENSION = { least: 6, most: 12 }; // PD-20
const POSTPONEMENT_MONTHS = 6; // PD-22

const unfinished: readonly AdmissionStage[] = [
  'applicant',
  'designatedApplicant',
  'prospectiveMember',
  'preReviewed',
  'awaitingApproval',
  'probationaryMember',
  'awaitingConversionApproval',
];
const membershipStages: readonly AdmissionStage[] = ['probationaryMember', 'awaitingConversionApproval'];

function fileApplication(
  { data, bodies }: Of<'FilePartyApplication'>,
  state: PartyAdmissionState,
  moment: Moment,
): PartyAdmissionEvent[] {
  const { ageYears, ...kept } = data;
  if (state.stage !== 'notFiled') {
    const { unitId: _unitId, talkDueOn: _talkDueOn, ...filed } = state.filed;
    if (sameContent(kept, filed)) return [];
    return refuse('organization.partyAdmission.alreadyFiled');
  }
  requireEntryDay(data.appliedOn, moment);
  if (ageYears < YEARS_OF_AGE) refuse('organization.partyAdmission.underAge', { needed: YEARS_OF_AGE });
  const { unitId } = requireBody(data.partyOrganizationId, bodies);
  if (data.formalOrganizationId !== undefined) requireBody(data.formalOrganizationId, bodies);
  const talkDueOn = addCalendarMonths(data.appliedOn, TALK_MONTHS);
  return [{ type: 'PartyApplicationFiled', data: { ...kept, unitId, talkDueOn } }];
}

function designate({ data, bodies }: Of<'DesignateApplicant'>, file: AdmissionFile): Step {
  const { decidedOn, recordedWithSuperiorOn, decidedBy } = data;
  const reviewDueOn = addCalendarMonths(decidedOn, REVIEW_MONTHS);
  return {
    event: { type: 'ApplicantDesignated', data: { ...data, reviewDueOn } },
    on: recordedWithSuperiorOn,
    from: ['applicant'],
    judge: () => {
      if (decidedOn > recordedWithSuperiorOn) refuse('organization.partyAdmission.recordedBeforeDecided');
      const talk = file.said.ApplicantTalkHeld;
      if (!talk || talk.heldOn > decidedOn) refuse('organization.partyAdmission.talkMissing');
      const { hasCommittee } = requireBody(file.partyOrganizationId, bodies);
      if ((decidedBy === 'branchCommittee') !== hasCommittee) refuse('organization.partyAdmission.committeeDecides');
    },
  };
}

function assignCultivators({ data }: Of<'AssignCultivators'>, { filed }: AdmissionFile): Step {
  const { cultivatorIds } = data;
  return {
    event: { type: 'CultivatorsAssigned', data: { ...data } },
    on: data.assignedOn,
    from: ['designatedApplicant'],
    judge: () => {
      const different = new Set(cultivatorIds).size;
      if (different !== cultivatorIds.length || different < 1 || different > 2) {
        refuse('organization.partyAdmission.cultivatorsOneOrTwo');
      }
      if (cultivatorIds.includes(filed.applicantId)) refuse('organization.partyAdmission.ownSupporter');
    },
  };
}

/** The time of cultivation and of probation goes on: nothing in the file begins again (PD-06, PD-22). */
function transfer({ data, bodies }: Of<'TransferPartyAdmission'>, file: AdmissionFile): Step {
  const { admissionId, toPartyOrganizationId, papersChecked, transferredOn } = data;
  // Told again, the file is where it was to go; its own last entry is the answer then.
  const told = file.said.PartyAdmissionTransferred;
  const repeated = told?.toPartyOrganizationId === toPartyOrganizationId && told.transferredOn === transferredOn;
  return {
    event: {
      type: 'PartyAdmissionTransferred',
      data: repeated
        ? told
        : {
            admissionId,
            fromPartyOrganizationId: file.partyOrganizationId,
            toPartyOrganizationId,
            unitId: requireBody(toPartyOrganizationId, bodies).unitId,
            transferredOn,
          },
    },
    on: transferredOn,
    from: ['applicant', 'designatedApplicant', 'prospectiveMember', 'probationaryMember'],
    follows: [told?.transferredOn],
    judge: () => {
      if (toPartyOrganizationId === file.partyOrganizationId) refuse('organization.partyAdmission.samePlace');
      if (!papersChecked) refuse('organization.partyAdmission.papersNotChecked');
    },
  };
}

function appointSponsors({ data }: Of<'AppointSponsors'>, { filed }: AdmissionFile): Step {
  const { admissionId, sponsors, appointedOn } = data;
  const sponsorIds = sponsors.map(({ memberId }) => memberId);
  return {
    event: { type: 'SponsorsAppointed', data: { admissionId, sponsorIds, appointedOn } },
    on: appointedOn,
    from: ['prospectiveMember'],
    judge: () => {
      if (sponsorIds.length !== 2 || sponsorIds[0] === sponsorIds[1]) refuse('organization.partyAdmission.twoSponsors');
      if (sponsorIds.includes(filed.applicantId)) refuse('organization.partyAdmission.ownSupporter');
      if (sponsors.some(({ sanction }) => sanction !== 'none')) refuse('organization.partyAdmission.sponsorSanctioned');
    },
  };
}

function concludePoliticalReview({ data }: Of<'ConcludePoliticalReview'>, { filed }: AdmissionFile): Step {
  const { admissionId, passed, conclusionSha256, jointReviewOn, concludedOn } = data;
  return {
    event: {
      type: 'PoliticalReviewConcluded',
      data: { admissionId, passed, conclusionSha256, jointReviewOn, concludedOn },
    },
    on: concludedOn,
    from: ['prospectiveMember'],
    judge: () => {
      if (filed.floating && !(data.registeredHomeAsked && data.residenceAsked)) {
        refuse('organization.partyAdmission.floatingNotAskedAbout');
      }
    },
  };
}

function completeShortCourse({ data }: Of<'CompleteShortCourse'>): Step {
  return {
    event: { type: 'ShortCourseCompleted', data: { ...data } },
    on: data.completedOn,
    from: ['prospectiveMember'],
    judge: () => {
      if (data.courseDays < COURSE.days && data.classHours < COURSE.classHours) {
        refuse('organization.partyAdmission.courseTooShort');
      }
    },
  };
}

function passPreReview({ data }: Of<'PassPreReview'>, { said }: AdmissionFile): Step {
  const { admissionId, opinionSha256, courseWaivedBy, passedOn, leavesUnitOn } = data;
  const meetingDueOn = addCalendarMonths(passedOn, MEETING_MONTHS);
  return {
    event: { type: 'PreReviewPassed', data: { admissionId, opinionSha256, courseWaivedBy, passedOn, meetingDueOn } },
    on: passedOn,
    from: ['prospectiveMember', 'preReviewed'],
    follows: [
      said.SponsorsAppointed?.appointedOn,
      said.PoliticalReviewConcluded?.concludedOn,
      said.ShortCourseCompleted?.completedOn,
    ],
    judge: () => {
      if (!said.SponsorsAppointed) refuse('organization.partyAdmission.sponsorsMissing');
      if (!said.PoliticalReviewConcluded?.passed) refuse('organization.partyAdmission.politicalReviewMissing');
      if (!said.ShortCourseCompleted && courseWaivedBy === undefined) {
        refuse('organization.partyAdmission.courseMissing');
      }
      if (leavesUnitOn !== undefined && leavesUnitOn <= addCalendarMonths(passedOn, LEAVING_MONTHS)) {
        refuse('organization.partyAdmission.leavesTheUnit', { leavesUnitOn });
      }
    },
  };
}

function resolveAdmission({ data, bodies }: Of<'ResolveAdmission'>, file: AdmissionFile): Step {
  const { resolution, meetingOn } = data;
  const vote = { ...data, partyOrganizationId: file.partyOrganizationId };
  const approvalDueOn = addCalendarMonths(meetingOn, APPROVAL_MONTHS);
  return {
    event: isPassed(resolution.ballot)
      ? { type: 'AdmissionResolved', data: { ...vote, approvalDueOn } }
      : { type: 'AdmissionVotedDown', data: vote },
    on: meetingOn,
    // A resolution that nobody approved in time is taken again.
    from: ['preReviewed', 'awaitingApproval'],
    judge: () => {
      requireMayAdmit(requireBody(file.partyOrganizationId, bodies), file.filed.formalOrganizationId);
      const { meetingDueOn } = file.said.PreReviewPassed!;
      if (file.stage === 'preReviewed' && meetingOn > meetingDueOn) {
        refuse('organization.partyAdmission.preReviewOutlived', { meetingDueOn });
      }
      requireValidResolution(resolution);
    },
  };
}

function deliberate({ data, bodies }: Of<'DeliberateAdmission'>, file: AdmissionFile): Step {
  return {
    event: { type: 'AdmissionDeliberated', data: { ...data } },
    on: data.deliberatedOn,
    from: ['awaitingApproval'],
    judge: () => {
      const body = requireBody(data.partyOrganizationId, bodies);
      if (superiorIdOf(file, bodies) !== data.partyOrganizationId) {
        refuse('organization.partyAdmission.deliberationMissing');
      }
      requireDeliberating(body);
    },
  };
}

function decideApproval({ data, bodies }: Of<'DecideAdmissionApproval'>, file: AdmissionFile): Step {
  const { admissionId, approvingOrganizationId, approved, decidedOn } = data;
  const { groups, distinctions, employer } = file.filed;
  // Told again of one who is admitted, the day of his branch meeting is still on record.
  const probationFrom = file.said.AdmissionResolved?.meetingOn ?? decidedOn;
  const admitted: PartyAdmissionEvent = {
    type: 'ProbationaryMemberAdmitted',
    data: {
      admissionId,
      unitId: file.unitId,
      approvingOrganizationId,
      groups,
      distinctions,
      employer,
      approvedOn: decidedOn,
      probationFrom,
      probationEndsOn: addCalendarMonths(probationFrom, PROBATION_MONTHS),
      oathDueOn: addCalendarMonths(decidedOn, OATH_MONTHS),
    },
  };
  const declined: PartyAdmissionEvent = {
    type: 'AdmissionNotApproved',
    data: { admissionId, approvingOrganizationId, decidedOn },
  };
  return {
    event: approved ? admitted : declined,
    on: decidedOn,
    from: ['awaitingApproval'],
    follows: [file.said.AdmissionDeliberated?.deliberatedOn, file.said.ApprovalTalkHeld?.talkedOn],
    judge: () => {
      requireMayApprove(requireBody(approvingOrganizationId, bodies));
      requireDeliberation(file, bodies);
      const { ApprovalTalkHeld: talk } = file.said;
      if (!talk || talk.talkedOn < probationFrom) refuse('organization.partyAdmission.approvalTalkMissing');
      if (!data.discussedOneByOne) refuse('organization.partyAdmission.notOneByOne');
      const months = data.specialCase ? SPECIAL_APPROVAL_MONTHS : APPROVAL_MONTHS;
      requireInTime(decidedOn, addCalendarMonths(probationFrom, months));
    },
  };
}

function extendProbation({ data, bodies }: Of<'ExtendProbation'>, file: AdmissionFile): Step {
  const { months, resolution, meetingOn } = data;
  const { ProbationExtended: extended, ProbationaryMemberAdmitted: admitted } = file.said;
  const endsOn = admitted?.probationEndsOn ?? meetingOn;
  return {
    event: {
      type: 'ProbationExtended',
      data: { ...data, probationEndsOn: addCalendarMonths(endsOn, months) },
    },
    on: meetingOn,
    from: ['probationaryMember'],
    judge: () => {
      if (extended) refuse('organization.partyAdmission.extendedBefore');
      if (months < EXTENSION.least || months > EXTENSION.most) refuse('organization.partyAdmission.extensionMonths');
      requireProbationOver(endsOn, meetingOn);
      requireMayAdmit(requireBody(file.partyOrganizationId, bodies), file.filed.formalOrganizationId);
      requireValidResolution(resolution);
      if (!isPassed(resolution.ballot)) refuse('organization.partyAdmission.votedDown');
    },
  };
}

function postponeConversion({ data }: Of<'PostponeConversion'>, file: AdmissionFile): Step {
  return {
    event: { type: 'ConversionPostponed', data: { ...data } },
    on: data.decidedOn,
    from: ['probationaryMember'],
    judge: () => {
      const { ProbationaryMemberAdmitted: admitted, PartyAdmissionTransferred: moved } = file.said;
      if (!moved || moved.transferredOn < admitted!.approvedOn) refuse('organization.partyAdmission.didNotMove');
      const latestOn = addCalendarMonths(probationEndOf(file)!, POSTPONEMENT_MONTHS);
      if (data.postponedUntil > latestOn) refuse('organization.partyAdmission.postponedTooFar', { latestOn });
    },
  };
}

function resolveConversion({ data, bodies }: Of<'ResolveConversion'>, file: AdmissionFile): Step {
  const { resolution, meetingOn } = data;
  const vote = { ...data, partyOrganizationId: file.partyOrganizationId };
  const approvalDueOn = addCalendarMonths(meetingOn, APPROVAL_MONTHS);
  return {
    event: isPassed(resolution.ballot)
      ? { type: 'ConversionResolved', data: { ...vote, approvalDueOn } }
      : { type: 'ConversionVotedDown', data: vote },
    on: meetingOn,
    from: ['probationaryMember', 'awaitingConversionApproval'],
    follows: [file.said.ConversionAppliedFor?.appliedOn],
    judge: () => {
      requireMayAdmit(requireBody(file.partyOrganizationId, bodies), file.filed.formalOrganizationId);
      if (!file.said.ConversionAppliedFor) refuse('organization.partyAdmission.conversionNotAppliedFor');
      requireProbationOver(probationEndOf(file)!, meetingOn);
      requireValidResolution(resolution);
    },
  };
}

function decideConversion({ data, bodies }: Of<'DecideConversion'>, file: AdmissionFile): Step {
  const { admissionId, approvingOrganizationId, approved, decidedOn } = data;
  // Standing counts from the end of the probation, however late the decision (PD-21, PD-22).
  const standingFrom = probationEndOf(file) ?? decidedOn;
  return {
    event: approved
      ? {
          type: 'FullMemberConverted',
          data: { admissionId, unitId: file.unitId, approvingOrganizationId, decidedOn, standingFrom },
        }
      : { type: 'ConversionNotApproved', data: { admissionId, approvingOrganizationId, decidedOn } },
    on: decidedOn,
    from: ['awaitingConversionApproval'],
    judge: () => {
      requireMayApprove(requireBody(approvingOrganizationId, bodies));
      requireInTime(decidedOn, file.said.ConversionResolved!.approvalDueOn);
    },
  };
}

/** A paper that is in the file already is not filed again. */
function filePapers({ data }: Of<'FileAdmissionPapers'>, { papers, said }: AdmissionFile): Step {
  const news = data.papers.filter((paper) => !papers.includes(paper));
  const filed = news.length === 0 ? said.AdmissionPapersFiled! : { ...data, papers: news };
  return { event: { type: 'AdmissionPapersFiled', data: filed }, on: data.filedOn, from: ['fullMember'] };
}

/** The end of the probation, as extended; none before the approval. */
const probationEndOf = ({ said }: AdmissionFile): Day | undefined =>
  said.ProbationExtended?.probationEndsOn ?? said.ProbationaryMemberAdmitted?.probationEndsOn;

function requireDeliberation(file: AdmissionFile, bodies: PartyBodies): void {
  const superiorId = superiorIdOf(file, bodies);
  const superior: PartyBody | undefined = superiorId === undefined ? undefined : bodies.get(superiorId);
  if (!superior || !deliberates(superior)) return;
  const { AdmissionDeliberated: deliberated, AdmissionResolved: resolved } = file.said;
  if (!deliberated || compareDays(deliberated.deliberatedOn, resolved!.meetingOn) < 0) {
    refuse('organization.partyAdmission.deliberationMissing');
  }
}

const superiorIdOf = (file: AdmissionFile, bodies: PartyBodies): string | undefined =>
  bodies.get(file.partyOrganizationId)?.superiorId;

function requireProbationOver(probationEndsOn: Day, meetingOn: Day): void {
  if (meetingOn < probationEndsOn) refuse('organization.partyAdmission.probationNotOver', { probationEndsOn });
}

function requireInTime(on: Day, approvalDueOn: Day): void {
  if (on > approvalDueOn) refuse('organization.partyAdmission.approvalTooLate', { approvalDueOn });
}
