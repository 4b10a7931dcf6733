import { type AdmissionLimit, papersMissing, type PartyAdmissionEvent } from '@gongyou/contracts';
import { begun } from '../database/fold-rows';
import { BeginningMissing } from '../intake/projector';
import type { RegisteredPartyAdmission } from './party-admission.entity';

/** The admission after an event, with the time limits that run then. The days were counted when the step was decided. */
export function admissionAfter(
  known: RegisteredPartyAdmission | undefined,
  event: PartyAdmissionEvent,
): RegisteredPartyAdmission {
  const admission = stepAfter(known, event);
  const dueDays = admission.limits.map(({ dueOn }) => dueOn);
  if (admission.stage === 'fullMember' && papersMissing(admission.papers).length > 0)
    dueDays.push(admission.stageSince);
  return { ...admission, nextDueOn: dueDays.sort()[0] ?? null };
}

function stepAfter(known: RegisteredPartyAdmission | undefined, event: PartyAdmissionEvent): RegisteredPartyAdmission {
  if (event.type === 'PartyApplicationFiled') {
    const { admissionId, applicantId, partyOrganizationId, unitId, groups, distinctions, employer } = event.data;
    const { appliedOn, talkDueOn } = event.data;
    return {
      ...{ admissionId, applicantId, partyOrganizationId, unitId, groups, distinctions, employer },
      ...{ stage: 'applicant', stageSince: appliedOn },
      limits: [{ step: 'talk', dueOn: talkDueOn, rule: 'PD-02' }],
      nextDueOn: null,
      admittedUnitId: null,
      admittedOn: null,
      probationEndsOn: null,
      standingFrom: null,
      papers: [],
    };
  }
  const admission = begun(known, () => new BeginningMissing('Party admission'));
  const { type, data } = event;
  switch (type) {
    case 'ApplicantTalkHeld':
      return { ...admission, limits: without('talk', admission) };
    case 'ApplicantDesignated':
      return at('designatedApplicant', data.recordedWithSuperiorOn, admission, [
        { step: 'review', dueOn: data.reviewDueOn, rule: 'PD-05' },
      ]);
    case 'DesignatedApplicantReviewed':
      return { ...admission, limits: [{ step: 'review', dueOn: data.reviewDueOn, rule: 'PD-05' }] };
    case 'PartyAdmissionTransferred':
      return { ...admission, partyOrganizationId: data.toPartyOrganizationId, unitId: data.unitId };
    case 'ProspectiveMemberListed':
      return at('prospectiveMember', data.listedOn, admission);
    case 'PreReviewPassed':
      return at('preReviewed', data.passedOn, admission, [
        { step: 'branchMeeting', dueOn: data.meetingDueOn, rule: 'PD-12' },
      ]);
    case 'AdmissionResolved':
      return at('awaitingApproval', data.meetingOn, admission, [
        { step: 'approval', dueOn: data.approvalDueOn, rule: 'PD-18' },
      ]);
    case 'AdmissionVotedDown':
      return at('prospectiveMember', data.meetingOn, admission);
    case 'AdmissionNotApproved':
      return at('prospectiveMember', data.decidedOn, admission);
    case 'ProbationaryMemberAdmitted': {
      const { unitId: admittedUnitId, approvedOn, probationEndsOn, oathDueOn, groups, distinctions, employer } = data;
      return {
        ...at('probationaryMember', approvedOn, admission, [
          { step: 'oath', dueOn: oathDueOn, rule: 'PD-19' },
          { step: 'conversion', dueOn: probationEndsOn, rule: 'PD-21' },
        ]),
        // Admissions are counted by what the approval says of them.
        ...{ groups, distinctions, employer, admittedUnitId, admittedOn: approvedOn, probationEndsOn },
      };
    }
    case 'PartyOathTaken':
      return { ...admission, limits: without('oath', admission) };
    case 'ProbationExtended': {
      const { probationEndsOn } = data;
      return { ...withConversionDue(probationEndsOn, 'PD-20', admission), probationEndsOn };
    }
    case 'ConversionPostponed':
      return withConversionDue(data.postponedUntil, 'PD-22', admission);
    case 'ConversionResolved':
      return at('awaitingConversionApproval', data.meetingOn, admission, [
        ...without('conversion', admission),
        { step: 'conversionApproval', dueOn: data.approvalDueOn, rule: 'PD-21' },
      ]);
    case 'ConversionVotedDown':
      return at('probationaryMember', data.meetingOn, admission, admission.limits);
    case 'ConversionNotApproved':
      return at('probationaryMember', data.decidedOn, admission, [
        ...without('conversionApproval', admission),
        { step: 'conversion', dueOn: admission.probationEndsOn!, rule: 'PD-21' },
      ]);
    case 'FullMemberConverted':
      return { ...at('fullMember', data.decidedOn, admission), standingFrom: data.standingFrom };
    case 'AdmissionPapersFiled':
      return { ...admission, papers: [...new Set([...admission.papers, ...data.papers])] };
    case 'PartyAdmissionEnded':
      return at('ended', data.endedOn, admission);
    case 'CultivatorsAssigned':
    case 'SponsorsAppointed':
    case 'PoliticalReviewConcluded':
    case 'ShortCourseCompleted':
    case 'AdmissionDeliberated':
    case 'ApprovalTalkHeld':
    case 'AdmissionApprovalRecorded':
    case 'ConversionAppliedFor':
      return admission;
  }
}

const at = (
  stage: RegisteredPartyAdmission['stage'],
  stageSince: string,
  admission: RegisteredPartyAdmission,
  limits: AdmissionLimit[] = [],
): RegisteredPartyAdmission => ({ ...admission, stage, stageSince, limits });

const without = (step: AdmissionLimit['step'], { limits }: RegisteredPartyAdmission): AdmissionLimit[] =>
  limits.filter((limit) => limit.step !== step);

const withConversionDue = (
  dueOn: string,
  rule: string,
  admission: RegisteredPartyAdmission,
): RegisteredPartyAdmission => ({
  ...admission,
  limits: [...without('conversion', admission), { step: 'conversion', dueOn, rule }],
});
