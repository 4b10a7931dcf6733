import type { PartyAdmissionEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { RegisteredPartyAdmission } from './party-admission.entity';
import { admissionAfter } from './registered-admission';

const day = (text: string) => text as Day;
const admissionId = 'a-1';
const sha256 = 'c'.repeat(64);
const resolution = {
  ballot: { entitled: 5, present: 5, yesAtMeeting: 5, yesInWriting: 0, secret: true },
  statesConduct: true,
  signedBySecretary: true,
  paperSha256: sha256,
};
const vote = { admissionId, partyOrganizationId: 'branch', resolution };

const applied: PartyAdmissionEvent = {
  type: 'PartyApplicationFiled',
  data: {
    admissionId,
    applicantId: 'worker-1',
    partyOrganizationId: 'branch',
    unitId: 'bridge',
    floating: false,
    groups: [],
    distinctions: [],
    employer: 'stateOwned',
    appliedOn: day('2026-01-31'),
    talkDueOn: day('2026-02-28'),
  },
};
const preReviewed: PartyAdmissionEvent = {
  type: 'PreReviewPassed',
  data: { admissionId, opinionSha256: sha256, passedOn: day('2026-06-10'), meetingDueOn: day('2026-07-10') },
};
const resolved: PartyAdmissionEvent = {
  type: 'AdmissionResolved',
  data: { ...vote, meetingOn: day('2026-06-20'), approvalDueOn: day('2026-09-20') },
};
const admitted: PartyAdmissionEvent = {
  type: 'ProbationaryMemberAdmitted',
  data: {
    admissionId,
    unitId: 'bridge',
    approvingOrganizationId: 'committee',
    groups: ['industrialWorker'],
    distinctions: [],
    employer: 'stateOwned',
    approvedOn: day('2026-07-01'),
    probationFrom: day('2026-06-20'),
    probationEndsOn: day('2027-06-20'),
    oathDueOn: day('2026-08-01'),
  },
};
const oath: PartyAdmissionEvent = { type: 'PartyOathTaken', data: { admissionId, takenOn: day('2026-07-20') } };
const extended: PartyAdmissionEvent = {
  type: 'ProbationExtended',
  data: { admissionId, months: 6, resolution, meetingOn: day('2027-06-20'), probationEndsOn: day('2027-12-20') },
};
const postponed: PartyAdmissionEvent = {
  type: 'ConversionPostponed',
  data: { admissionId, postponedUntil: day('2027-12-20'), decidedOn: day('2027-06-20') },
};
const conversionResolved: PartyAdmissionEvent = {
  type: 'ConversionResolved',
  data: { ...vote, meetingOn: day('2027-06-25'), approvalDueOn: day('2027-09-25') },
};
const notConverted: PartyAdmissionEvent = {
  type: 'ConversionNotApproved',
  data: { admissionId, approvingOrganizationId: 'committee', decidedOn: day('2027-07-20') },
};
const converted: PartyAdmissionEvent = {
  type: 'FullMemberConverted',
  data: {
    admissionId,
    unitId: 'bridge',
    approvingOrganizationId: 'committee',
    decidedOn: day('2027-07-20'),
    standingFrom: day('2027-06-20'),
  },
};
const filed = (papers: (PartyAdmissionEvent & { type: 'AdmissionPapersFiled' })['data']['papers']) =>
  ({
    type: 'AdmissionPapersFiled',
    data: { admissionId, papers, keptIn: 'memberFile', electronic: true, filedOn: day('2027-08-01') },
  }) satisfies PartyAdmissionEvent;

const after = (...events: PartyAdmissionEvent[]): RegisteredPartyAdmission =>
  events.reduce<RegisteredPartyAdmission | undefined>(admissionAfter, undefined)!;
const limits = (...events: PartyAdmissionEvent[]) =>
  after(...events).limits.map(({ step, dueOn, rule }) => `${step} ${dueOn} ${rule}`);

describe('The register of an admission', () => {
  it('shows the limit of the step that is due (PD-02, PD-12, PD-18)', () => {
    expect(limits(applied)).toEqual(['talk 2026-02-28 PD-02']);
    expect(limits(applied, preReviewed)).toEqual(['branchMeeting 2026-07-10 PD-12']);
    expect(limits(applied, preReviewed, resolved)).toEqual(['approval 2026-09-20 PD-18']);
  });
  it('shows the oath and the end of the probation beside each other, the nearer one first due (PD-19, PD-20)', () => {
    expect(limits(applied, admitted)).toEqual(['oath 2026-08-01 PD-19', 'conversion 2027-06-20 PD-21']);
    expect(after(applied, admitted).nextDueOn).toBe('2026-08-01');
    expect(after(applied, admitted, oath).nextDueOn).toBe('2027-06-20');
  });
  it('moves the end of the probation when it is extended, and the discussion when it is put off (PD-20, PD-22)', () => {
    expect(limits(applied, admitted, oath, extended)).toEqual(['conversion 2027-12-20 PD-20']);
    expect(after(applied, admitted, oath, extended).probationEndsOn).toBe('2027-12-20');
    expect(limits(applied, admitted, oath, postponed)).toEqual(['conversion 2027-12-20 PD-22']);
    expect(after(applied, admitted, oath, postponed).probationEndsOn).toBe('2027-06-20');
  });
  it('waits for the committee after the vote, and for the branch again when it does not approve (PD-21)', () => {
    const history = [applied, admitted, oath, conversionResolved];
    expect(limits(...history)).toEqual(['conversionApproval 2027-09-25 PD-21']);
    expect(limits(...history, notConverted)).toEqual(['conversion 2027-06-20 PD-21']);
    expect(after(...history, notConverted).stage).toBe('probationaryMember');
  });
  it('is due from the conversion on until all six papers are filed (PD-23)', () => {
    const history = [applied, admitted, oath, conversionResolved, converted];
    expect(after(...history)).toMatchObject({ stage: 'fullMember', nextDueOn: '2027-07-20', limits: [] });
    const five = filed([
      'admissionForm',
      'application',
      'designatedApplicantRecord',
      'politicalReview',
      'probationRecord',
    ]);
    expect(after(...history, five).nextDueOn).toBe('2027-07-20');
    expect(after(...history, five, filed(['conversionApplication'])).nextDueOn).toBeNull();
  });
  it('needs its beginning', () => expect(() => after(oath)).toThrow('beginning'));
});
