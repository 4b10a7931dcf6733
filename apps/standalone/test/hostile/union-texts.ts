import {
  AnnounceCollectiveContract,
  AnswerUnionOpinion,
  DemandCollectiveTalks,
  EnterCollectiveContractIntoForce,
  HoldCollectiveTalks,
  NotifyUnionOfContractEnd,
  ObjectToCollectiveContract,
  RaiseUnionOpinion,
  ReplyToTalksDemand,
  SignCollectiveContract,
  SubmitCollectiveContract,
  AnswerCongressProposal,
  ApplyForMassOrganization,
  ApproveMassOrganization,
  AssessPosting,
  BeginPosting,
  BeginUnionMembership,
  BringVitalMatterIntoForce,
  CloseUnit,
  ConfirmMassOrganizationElection,
  DecideHonourSelection,
  DissolveMassOrganization,
  EndPosting,
  EndUnionMembership,
  EstablishJointConference,
  EstablishUnit,
  type Evidence,
  HoldCongressSession,
  IssuePostingRule,
  IssueUnionMemberCard,
  MakeCongressProposal,
  NominateForHonour,
  ObjectToNomination,
  OpenCollectiveAdmission,
  OpenCongressTerm,
  OpenHonourSelection,
  PostHonourNotice,
  PublishUnionAdmissionRules,
  PublishUnionMemberBenefits,
  RecommendDelegate,
  RecordJointMeeting,
  RecordMassOrganizationElection,
  RecordRewardPayment,
  RecordUnionConsent,
  RepealPostingRule,
  ReportUnionContribution,
  ReportUnresolvedVitalMatter,
  ReviewNomination,
  RevokeVitalMatter,
  ScoreCandidate,
  SeatDelegates,
  SettleObjection,
  unionAdmissionBasis,
  VoteInCongress,
  WithdrawHonour,
} from '@gongyou/contracts';
import { addDays, type Day, monthOf, periodOf } from '@gongyou/domain';
import { type Sent, told, toldByHarbour } from './sent';

const unitId = 'hostile-employer';
const massOrganizationId = 'hostile-union';

/** A trade union from its founding to its end, and all that it keeps, with the text in every field of their commands that holds one. */
export function unionTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  return [
    ...foundingTexts(text, today, evidence),
    ...memberTexts(text, today, evidence),
    ...congressTexts(text, today, evidence),
    ...jointConferenceTexts(text, today, evidence),
    ...honourTexts(text, today, evidence),
    ...ruleTexts(text, today, evidence),
    ...recommendationTexts(text, today),
    ...vitalMatterTexts(text, today),
    ...labourRelationsTexts(text, today, evidence),
    ...endTexts(text, today),
  ];
}

function foundingTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  return [
    told(EstablishUnit, {
      ...{ unitId, kind: 'company', name: '用人单位', parentId: 'example-group', establishedOn: today },
    }),
    told(ApplyForMassOrganization, {
      ...{ massOrganizationId, kind: 'tradeUnion', form: 'own', name: text, hostUnitId: unitId },
      ...{ coveredUnits: [{ unitId, staffCount: 30, memberCount: 25 }], appliedOn: today },
    }),
    told(ApproveMassOrganization, { massOrganizationId, approvedBy: text, documentNumber: text, approvedOn: today }),
    told(RecordMassOrganizationElection, {
      ...{ massOrganizationId, electedOn: today, termYears: 3, staffCount: 30, evidence },
      officers: [{ workerId: 'worker-1', post: 'chair', fullTime: false, branchPost: 'none' }],
    }),
    told(ConfirmMassOrganizationElection, { massOrganizationId, documentNumber: text, confirmedOn: today }),
  ];
}

function memberTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  const admissionId = 'hostile-admission';
  const postingId = 'hostile-posting';
  const joining = { employmentForm: 'platform', consentedOn: today } as const;
  return [
    told(OpenCollectiveAdmission, { admissionId, massOrganizationId, unitId, basis: text, openedOn: today }),
    told(RecordUnionConsent, {
      ...{ admissionId, workerId: 'worker-2', ...joining, givenBy: 'signedForm', form: evidence[0] },
    }),
    told(BeginUnionMembership, { workerId: 'worker-3', massOrganizationId, unitId, ...joining, beganOn: today }),
    told(IssueUnionMemberCard, { workerId: 'worker-3', membershipNumber: text, issuedOn: today }),
    told(EndUnionMembership, { workerId: 'worker-3', reason: text, endedOn: today }),
    told(BeginPosting, {
      ...{ postingId, workerId: 'worker-2', massOrganizationId, post: text, mode: 'partTime' },
      ...{ beginsOn: today, endsOn: today },
    }),
    told(AssessPosting, { postingId, grade: 'excellent', note: text, assessedOn: today }),
    told(EndPosting, { postingId, reason: text, endedOn: today }),
    told(ReportUnionContribution, {
      ...{ unitId, month: monthOf(today), wagesFen: 10_000, paidFen: 200, paidOn: today, evidence },
    }),
  ];
}

function congressTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  const congressId = 'hostile-congress';
  const session = { congressId, sessionId: 's1' };
  return [
    told(OpenCongressTerm, {
      ...{ congressId, kind: 'workersCongress', level: 'enterprise', unitId, name: text, seats: 1, staffCount: 30 },
      ...{ beginsOn: today, endsOn: today },
    }),
    told(SeatDelegates, {
      ...{ congressId, delegates: [{ workerId: 'worker-1', category: 'frontLine', industrialWorker: true }] },
      seatedOn: today,
    }),
    told(HoldCongressSession, { ...session, delegatesPresent: 1, minutes: evidence, heldOn: today }),
    told(VoteInCongress, {
      ...{ ...session, resolutionId: 'r1', matter: 'safety', vitalInterest: true, title: text },
      ...{ votesFor: 1, votesAgainst: 0, abstaining: 0 },
    }),
    told(VoteInCongress, {
      ...{ ...session, resolutionId: 'r2', matter: 'welfare', vitalInterest: true, title: text },
      ...{ votesFor: 1, votesAgainst: 0, abstaining: 0 },
    }),
    told(MakeCongressProposal, {
      ...{ ...session, proposalId: 'p1', title: text, proposerIds: ['worker-1'], madeOn: today },
    }),
    told(AnswerCongressProposal, { ...session, proposalId: 'p1', title: text, adopted: true, answeredOn: today }),
  ];
}

function jointConferenceTexts(text: string, today: Day, minutes: [Evidence]): Sent[] {
  const jointConferenceId = 'hostile-conference';
  const sides = ['example-group', unitId];
  return [
    told(EstablishJointConference, {
      ...{ jointConferenceId, name: text, governmentUnitId: 'example-group', unionUnitId: unitId },
      ...{ memberUnitIds: sides, establishedOn: today },
    }),
    told(RecordJointMeeting, {
      ...{ jointConferenceId, meetingId: 'm1', agenda: text, attendingUnitIds: sides, minutes },
      ...{ resolutions: [{ resolutionId: 'r1', text, responsibleUnitId: unitId }], heldOn: today },
    }),
  ];
}

function honourTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  const selectionId = 'hostile-selection';
  const nomination = { selectionId, nominationId: 'n1' };
  // Far enough back for the notice of one working day to be over, whatever holidays lie between.
  const shownOn = addDays(today, -30);
  return [
    told(OpenHonourSelection, {
      ...{ selectionId, honour: 'modelWorker', level: 'group', spirit: 'labour', title: text },
      ...{
        unitId: 'example-group',
        period: periodOf(shownOn, 'month'),
        criteria: text,
        noticeWorkingDays: 1,
        openedOn: shownOn,
      },
    }),
    // Whoever nominates cannot review.
    toldByHarbour(NominateForHonour, {
      ...{ ...nomination, candidateKind: 'worker', candidateId: 'worker-1', employerUnitId: 'example-harbour' },
      ...{ nominatingUnitId: 'example-harbour', industrialWorker: true, employmentForm: 'direct', merits: text },
      ...{ consentedOn: shownOn, evidence, nominatedOn: shownOn },
    }),
    told(ScoreCandidate, { ...nomination, scoreHundredths: 9_550, grounds: text, scoredOn: shownOn }),
    told(ReviewNomination, { ...nomination, putForward: true, opinion: text, reviewedOn: shownOn }),
    told(PostHonourNotice, { selectionId, place: text, postedOn: shownOn }),
    told(ObjectToNomination, { ...nomination, objectionId: 'o1', grounds: text, objectedOn: shownOn }),
    told(SettleObjection, { selectionId, objectionId: 'o1', upheld: false, finding: text, settledOn: shownOn }),
    told(DecideHonourSelection, {
      ...{ selectionId, documentNumber: text, whyWorkersShareFell: text, decidedOn: today },
      choices: [
        {
          ...{ nominationId: 'n1', certificateNumber: text, rewardFen: 0 },
          arrearsCheck: { listed: false, checkedOn: today, result: evidence[0] },
        },
      ],
    }),
    told(RecordRewardPayment, {
      ...{ ...nomination, paymentId: 'p1', payeeId: 'worker-1', paidFen: 0, paidOn: today, evidence },
    }),
    told(WithdrawHonour, { ...nomination, reason: 'falseClaim', note: text, withdrawnOn: today }),
  ];
}

function ruleTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  return [
    told(PublishUnionAdmissionRules, {
      ...{ unitId, version: 1, inForceFrom: today },
      basis: [
        { documentNumber: unionAdmissionBasis.national, title: text },
        { documentNumber: text, title: text },
      ],
      categories: [{ categoryId: 'c1', name: text, employmentForm: 'platform' }],
      steps: [{ stepId: 's1', text }],
    }),
    told(PublishUnionMemberBenefits, {
      ...{ massOrganizationId, version: 1, inForceFrom: today },
      entitlements: [{ entitlementId: 'e1', kind: 'benefit', text }],
    }),
    told(IssuePostingRule, { unitId, documentNumber: text, title: text, text: evidence[0], inForceFrom: today }),
    told(RepealPostingRule, { unitId, reason: text, repealedOn: today }),
  ];
}

function recommendationTexts(text: string, today: Day): Sent[] {
  return [
    told(RecommendDelegate, {
      ...{ recommendationId: 'hostile-recommendation', workerId: 'worker-1', body: 'partyCongress', level: 'city' },
      ...{ bodyName: text, skillLevel: 'technician', recommendingUnitId: unitId, grounds: text },
      ...{ consentedOn: today, recommendedOn: today },
    }),
  ];
}

function vitalMatterTexts(text: string, today: Day): Sent[] {
  const matter = { unitId, matter: 'welfare', title: text, inForceFrom: today } as const;
  return [
    told(BringVitalMatterIntoForce, {
      ...{ ...matter, matterId: 'hostile-matter', congressId: 'hostile-congress', resolutionId: 'r2' },
    }),
    told(RevokeVitalMatter, { matterId: 'hostile-matter', reason: text, revokedOn: today }),
    told(ReportUnresolvedVitalMatter, { ...matter, matterId: 'hostile-finding', foundOn: today }),
  ];
}

function labourRelationsTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  const collectiveContractId = 'hostile-collective-contract';
  const noticeId = 'hostile-notice';
  const dayBefore = addDays(today, -5);
  return [
    told(DemandCollectiveTalks, {
      ...{
        collectiveContractId,
        unitId,
        scope: 'enterprise',
        demandedBy: 'staff',
        subject: text,
        demandedOn: dayBefore,
      },
    }),
    told(ReplyToTalksDemand, { collectiveContractId, agreed: true, writing: evidence[0], repliedOn: dayBefore }),
    told(HoldCollectiveTalks, {
      ...{ collectiveContractId, papersExchangedOn: dayBefore, heldOn: today, minutes: evidence },
      ...{ staffDelegates: 3, staffDelegatesFromOutside: 0, employerDelegates: 3, employerDelegatesFromOutside: 0 },
    }),
    told(SignCollectiveContract, {
      ...{ collectiveContractId, passedBy: 'allStaff', text: evidence[0], signedOn: today, endsOn: today },
    }),
    told(SubmitCollectiveContract, { collectiveContractId, receivedOn: today }),
    told(ObjectToCollectiveContract, { collectiveContractId, grounds: text, objectedOn: today }),
    told(HoldCollectiveTalks, {
      ...{ collectiveContractId, papersExchangedOn: dayBefore, heldOn: today, minutes: evidence },
      ...{ staffDelegates: 4, staffDelegatesFromOutside: 0, employerDelegates: 3, employerDelegatesFromOutside: 0 },
    }),
    told(SignCollectiveContract, {
      ...{ collectiveContractId, passedBy: 'allStaff', text: evidence[0], signedOn: today, endsOn: addDays(today, 1) },
    }),
    told(SubmitCollectiveContract, { collectiveContractId, receivedOn: today }),
    told(EnterCollectiveContractIntoForce, { collectiveContractId, clearedByDepartment: true, inForceFrom: today }),
    told(AnnounceCollectiveContract, { collectiveContractId, place: text, announcedOn: today }),
    told(NotifyUnionOfContractEnd, {
      ...{ noticeId, employerUnitId: unitId, massOrganizationId, workerId: 'worker-2', reason: text },
      ...{ notifiedOn: today, plannedEndOn: addDays(today, 30) },
    }),
    told(RaiseUnionOpinion, { noticeId, opinion: text, raisedOn: today }),
    told(AnswerUnionOpinion, { noticeId, result: text, writing: evidence[0], answeredOn: today }),
  ];
}

function endTexts(text: string, today: Day): Sent[] {
  return [
    told(CloseUnit, { unitId, closedOn: today, reason: text }),
    told(DissolveMassOrganization, { massOrganizationId, reason: 'unitEnded', note: text, dissolvedOn: today }),
  ];
}
