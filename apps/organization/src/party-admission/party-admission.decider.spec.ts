import { papersMissing, type PartyAdmissionEvent, type Sanction, type SponsorCandidate } from '@gongyou/contracts';
import { specify } from '@gongyou/event-sourcing/testing';
import {
  admissionId,
  admitted,
  applied,
  applyForConversion,
  appointSponsors,
  approvalTalk,
  approve,
  asAwaitingApproval,
  asDesignated,
  asFullMember,
  asPreReviewed,
  asProbationary,
  asProspective,
  assignCultivators,
  branch,
  committee,
  completeCourse,
  concludeReview,
  conversionApplied,
  conversionResolved,
  converted,
  courseCompleted,
  cultivators,
  day,
  decideConversion,
  deliberate,
  designate,
  designated,
  end,
  extend,
  extended,
  fileApplication,
  filePapers,
  list,
  listed,
  moved,
  postpone,
  preReview,
  preReviewed,
  recordApproval,
  resolution,
  resolve,
  resolveConversion,
  resolved,
  review,
  reviewConcluded,
  sponsors,
  takeOath,
  talk,
  talkBeforeApproval,
  talked,
  transfer,
} from '../testing/admission-story';
import { partyAdmission } from './party-admission.decider';

const given = specify(partyAdmission);
/** When the probation is long over. */
const LATER = { today: day('2029-12-31') };

const temporary = { ...branch, founding: 'temporary' as const };
const floatingOrganization = { ...branch, setting: 'floatingMembers' as const };
const generalBranch = { ...committee, kind: 'generalBranch' as const };
const underStreet = { ...committee, setting: 'townshipOrStreet' as const };

describe('An application for membership', () => {
  it('needs 18 years of age, and keeps the age of nobody (PD-01)', () => {
    given()
      .when(fileApplication({ ageYears: 17 }))
      .thenRefused('organization.partyAdmission.underAge', { needed: 18 });
    given()
      .when(fileApplication({ ageYears: 18 }))
      .then(applied());
    given()
      .when(fileApplication({ ageYears: 19 }))
      .then(applied());
  });
  it('can go to an organization of floating members (PD-01)', () =>
    given()
      .when(fileApplication({}, { branch: floatingOrganization }))
      .then(applied()));
  it('needs an organization that exists and was not dissolved', () => {
    given()
      .when(fileApplication({ partyOrganizationId: 'nowhere' }))
      .thenRefused('organization.admissionPowers.unknown');
    given()
      .when(fileApplication({}, { branch: { ...branch, dissolved: true } }))
      .thenRefused('organization.admissionPowers.dissolved');
  });
  it('is filed once, however often it is told', () => given(applied()).when(fileApplication()).thenNothing());
  it('refuses another person under the same id', () =>
    given(applied())
      .when(fileApplication({ applicantId: 'worker-2' }))
      .thenRefused('organization.partyAdmission.alreadyFiled'));
  it('is answered by a talk within a month, which ends with the last day of a shorter one (PD-02)', () => {
    const { talkDueOn } = applied().data;
    expect(talkDueOn).toBe('2024-11-30'); // applied for on 31 October
    given(applied()).when(talk()).then(talked);
    given(applied(), talked).when(talk()).thenNothing();
  });
  it('cannot be talked over before it came', () =>
    given(applied())
      .when(talk({ heldOn: day('2024-10-30') }))
      .thenRefused('organization.entryDay.beforeEarlier'));
});

describe('A designated applicant', () => {
  it('was recommended, decided on by the branch committee and put on record (PD-03)', () =>
    given(applied(), talked).when(designate()).then(designated()));
  it('is decided on by the branch meeting where there is no committee, and only there (PD-03)', () => {
    given(applied(), talked)
      .when(designate({ decidedBy: 'branchMeeting' }))
      .thenRefused('organization.partyAdmission.committeeDecides');
    const without = { branch: { ...branch, hasCommittee: false } };
    given(applied(), talked).when(designate({}, without)).thenRefused('organization.partyAdmission.committeeDecides');
    given(applied(), talked)
      .when(designate({ decidedBy: 'branchMeeting' }, without))
      .then({ ...designated(), data: { ...designated().data, decidedBy: 'branchMeeting' } } as PartyAdmissionEvent);
  });
  it('is not put on record before it was decided (PD-03)', () =>
    given(applied(), talked)
      .when(designate({ recordedWithSuperiorOn: day('2025-05-11') }))
      .thenRefused('organization.partyAdmission.recordedBeforeDecided'));
  it('was talked with before (PD-02)', () =>
    given(applied()).when(designate()).thenRefused('organization.partyAdmission.talkMissing'));
  it.each([
    ['nobody', [], true],
    ['one member', ['member-1'], false],
    ['two members', ['member-1', 'member-2'], false],
    ['three members', ['member-1', 'member-2', 'member-3'], true],
    ['one member named twice', ['member-1', 'member-1'], true],
  ])('is guided by one or two members, here %s (PD-04)', (_, cultivatorIds, refused) => {
    const act = given(applied(), talked, designated()).when(assignCultivators({ cultivatorIds }));
    if (refused) act.thenRefused('organization.partyAdmission.cultivatorsOneOrTwo');
    else act.then({ ...cultivators, data: { ...cultivators.data, cultivatorIds } } as PartyAdmissionEvent);
  });
  it('does not guide himself (PD-04)', () =>
    given(applied(), talked, designated())
      .when(assignCultivators({ cultivatorIds: ['worker-1'] }))
      .thenRefused('organization.partyAdmission.ownSupporter'));
  it('is reviewed every half year, counted from the last time (PD-05)', () => {
    expect(designated().data).toMatchObject({ decidedOn: '2025-05-12', reviewDueOn: '2025-11-12' });
    given(...asDesignated)
      .when(review())
      .then({
        type: 'DesignatedApplicantReviewed',
        data: { admissionId, reviewedOn: day('2025-08-31'), reviewDueOn: day('2026-02-28') },
      });
  });
  it('takes his time along when he moves, and his papers (PD-06)', () => {
    given(...asDesignated)
      .when(transfer())
      .then(moved('2025-12-01'));
    given(...asDesignated, moved('2025-12-01'))
      .when(list())
      .then(listed);
  });
  it('is handed over once, to another organization, with papers that were checked (PD-06)', () => {
    given(...asDesignated, moved('2025-12-01'))
      .when(transfer())
      .thenNothing();
    given(...asDesignated)
      .when(transfer({ toPartyOrganizationId: 'branch' }))
      .thenRefused('organization.partyAdmission.samePlace');
    given(...asDesignated)
      .when(transfer({ papersChecked: false }))
      .thenRefused('organization.partyAdmission.papersNotChecked');
  });
});

describe('A prospective member', () => {
  it.each([
    ['a day less than', '2025-05-13', true],
    ['just', '2025-05-12', false],
    ['a day more than', '2025-05-11', false],
  ])('was designated for %s a year (PD-07)', (_, since, refused) => {
    const act = given(applied(), talked, designated(since), cultivators).when(list());
    if (refused) act.thenRefused('organization.prospectiveMember.lessThanAYear', { earliestOn: '2026-05-13' });
    else act.then(listed);
  });
  it('designated on 2025-12-01 is refused on 2026-11-20 (T11, PD-07)', () =>
    given(applied(), talked, designated('2025-12-01'), cultivators)
      .when(list({ committeeDecidedOn: day('2026-11-20'), listedOn: day('2026-11-20') }))
      .thenRefused('organization.prospectiveMember.lessThanAYear', { earliestOn: '2026-12-01' }));
  it.each(['partyGroup', 'cultivators', 'members', 'masses'] as const)('needs the opinion of: %s (PD-07)', (giver) =>
    given(...asDesignated)
      .when(
        list({
          opinionsHeard: (['partyGroup', 'cultivators', 'members', 'masses'] as const).filter((one) => one !== giver),
        }),
      )
      .thenRefused('organization.prospectiveMember.opinionsMissing', { unheard: [giver] }),
  );
  it('needs the consent of the superior after the decision and before the notice (PD-07)', () => {
    given(...asDesignated)
      .when(list({ superiorConsentedOn: undefined }))
      .thenRefused('organization.prospectiveMember.consentMissing');
    given(...asDesignated)
      .when(list({ superiorConsentedOn: day('2026-05-11') }))
      .thenRefused('organization.prospectiveMember.consentBeforeDecision');
    given(...asDesignated)
      .when(list({ superiorConsentedOn: day('2026-05-20') }))
      .thenRefused('organization.prospectiveMember.noticeBeforeConsent');
  });
  it.each([
    ['4 working days over a weekend', '2026-05-19', '2026-05-24', 4],
    ['5 working days', '2026-05-19', '2026-05-25', undefined],
    ['6 working days', '2026-05-18', '2026-05-25', undefined],
  ])('was on public notice for %s (PD-07)', (_, from, to, short) => {
    const notices = [{ place: 'residence' as const, from: day(from), to: day(to) }];
    const act = given(...asDesignated).when(list({ notices }));
    if (short !== undefined) {
      act.thenRefused('organization.prospectiveMember.noticeTooShort', { shown: short, needed: 5 });
    } else act.then({ ...listed, data: { ...listed.data, notices } } as PartyAdmissionEvent);
  });
  it('was not noticed over a holiday that the schedule takes for no working day (PD-07)', () =>
    given(...asDesignated)
      .when(
        list({
          notices: [{ place: 'workOrStudy', from: day('2026-09-29'), to: day('2026-10-08') }],
          listedOn: day('2026-10-09'),
        }),
      )
      .thenRefused('organization.prospectiveMember.noticeTooShort', { shown: 3 }));
  it('who is floating is on notice at both places at the same time (PD-07)', () => {
    const floating = [applied({ floating: true }), talked, designated(), cultivators];
    const outflow = { place: 'outflow' as const, from: day('2026-05-19'), to: day('2026-05-25') };
    const inflow = { ...outflow, place: 'inflow' as const };
    given(...floating)
      .when(list())
      .thenRefused('organization.prospectiveMember.noticeAtBothPlaces');
    given(...floating)
      .when(list({ notices: [outflow] }))
      .thenRefused('organization.prospectiveMember.noticeAtBothPlaces');
    given(...floating)
      .when(list({ notices: [outflow, { ...inflow, from: day('2026-05-20') }] }))
      .thenRefused('organization.prospectiveMember.noticeTooShort', { shown: 4 });
    given(...floating)
      .when(list({ notices: [outflow, inflow] }))
      .then({ ...listed, data: { ...listed.data, notices: [outflow, inflow] } } as PartyAdmissionEvent);
  });
  it('is listed after the notice is over, unless its result stands against it (PD-07)', () => {
    given(...asDesignated)
      .when(list({ listedOn: day('2026-05-25') }))
      .thenRefused('organization.prospectiveMember.noticeNotOver');
    given(...asDesignated)
      .when(list({ noticeResult: undefined }))
      .thenRefused('organization.prospectiveMember.noticeNotOver');
    given(...asDesignated)
      .when(list({ noticeResult: 'objectionUpheld' }))
      .thenRefused('organization.prospectiveMember.objectionUpheld');
  });
  it('is judged by the text of the day of the decision: the one of 2026 asks for consent and notice (PD-07)', () => {
    const bare = { superiorConsentedOn: undefined, notices: [], noticeResult: undefined };
    const history = [applied(), talked, designated('2025-05-01'), cultivators];
    given(...history)
      .when(list({ ...bare, committeeDecidedOn: day('2026-05-11') }))
      .thenRefused('organization.prospectiveMember.consentMissing');
    given(...history)
      .when(list({ ...bare, committeeDecidedOn: day('2026-05-10') }))
      .then({
        ...listed,
        data: { ...listed.data, ...bare, committeeDecidedOn: day('2026-05-10') },
      } as PartyAdmissionEvent);
  });
  it('has cultivators before (PD-04)', () =>
    given(applied(), talked, designated()).when(list()).thenRefused('organization.partyAdmission.cultivatorsMissing'));

  const named = (...ids: string[]): SponsorCandidate[] => ids.map((memberId) => ({ memberId, sanction: 'none' }));
  it.each([
    ['one', named('member-1')],
    ['three', named('member-1', 'member-2', 'member-3')],
    ['one twice', named('member-1', 'member-1')],
  ])('has two sponsors, not %s (PD-08)', (_, candidates) =>
    given(...asProspective)
      .when(appointSponsors({ sponsors: candidates }))
      .thenRefused('organization.partyAdmission.twoSponsors'),
  );
  it('has two sponsors; nothing is kept of their standing (PD-08)', () =>
    given(...asProspective)
      .when(appointSponsors())
      .then(sponsors));
  it.each<Sanction>(['warning', 'seriousWarning', 'removalFromPost', 'probationInParty'])(
    'is not sponsored by a member under %s (PD-08)',
    (sanction) =>
      given(...asProspective)
        .when(appointSponsors({ sponsors: [...named('member-1'), { memberId: 'member-2', sanction }] }))
        .thenRefused('organization.partyAdmission.sponsorSanctioned'),
  );
  it('is asked about at both places when floating (PD-09)', () => {
    const floating = [applied({ floating: true }), talked, designated(), cultivators, listed];
    given(...floating)
      .when(concludeReview({ registeredHomeAsked: true }))
      .thenRefused('organization.partyAdmission.floatingNotAskedAbout');
    given(...floating)
      .when(concludeReview({ residenceAsked: true }))
      .thenRefused('organization.partyAdmission.floatingNotAskedAbout');
    given(...floating)
      .when(concludeReview({ registeredHomeAsked: true, residenceAsked: true }))
      .then(reviewConcluded());
  });
  it('has the day kept on which departments of the county reviewed it jointly, where they did (PD-09)', () => {
    const { type, data } = reviewConcluded() as PartyAdmissionEvent & { type: 'PoliticalReviewConcluded' };
    given(...asProspective)
      .when(concludeReview({ jointReviewOn: day('2026-05-28') }))
      .then({ type, data: { ...data, jointReviewOn: day('2026-05-28') } });
  });
  it.each([
    [2, 23, true],
    [2, 24, false],
    [3, 1, false],
    [3, 24, false],
  ])('took a course of %i days and %i class hours (PD-10)', (courseDays, classHours, refused) => {
    const act = given(...asProspective).when(completeCourse({ courseDays, classHours }));
    if (refused) act.thenRefused('organization.partyAdmission.courseTooShort');
    else {
      act.then({
        ...courseCompleted,
        data: { ...courseCompleted.data, courseDays, classHours },
      } as PartyAdmissionEvent);
    }
  });
});

describe('The pre-review', () => {
  const ready = [...asProspective, sponsors, reviewConcluded(), courseCompleted];
  it('opens a month for the branch meeting (PD-11, PD-12)', () =>
    given(...ready)
      .when(preReview())
      .then(preReviewed));
  it.each<[string, string, PartyAdmissionEvent[]]>([
    ['sponsors', 'sponsorsMissing', [reviewConcluded(), courseCompleted]],
    ['a political review (PD-09)', 'politicalReviewMissing', [sponsors, courseCompleted]],
    ['a political review that was passed (PD-09)', 'politicalReviewMissing', [sponsors, reviewConcluded(false)]],
    ['a short course (PD-10)', 'courseMissing', [sponsors, reviewConcluded()]],
  ])('is not passed without %s (PD-11)', (_, code, history) =>
    given(...asProspective, ...history)
      .when(preReview())
      .thenRefused(`organization.partyAdmission.${code}`),
  );
  it('lets a special case go without the course, and says who decided that (PD-10)', () =>
    given(...asProspective, sponsors, reviewConcluded())
      .when(preReview({ courseWaivedBy: 'committee' }))
      .then({ ...preReviewed, data: { ...preReviewed.data, courseWaivedBy: 'committee' } } as PartyAdmissionEvent));
  it.each([
    ['a day less than', '2026-09-09', true],
    ['just', '2026-09-10', true],
    ['a day more than', '2026-09-11', false],
  ])('is not done for who leaves in %s three months (PD-11)', (_, leavesUnitOn, refused) => {
    const act = given(...ready).when(preReview({ leavesUnitOn: day(leavesUnitOn) }));
    if (refused) act.thenRefused('organization.partyAdmission.leavesTheUnit');
    else act.then(preReviewed);
  });
});

describe('The branch meeting', () => {
  it.each([
    ['on the last day of the month', '2026-07-10', false],
    ['a day later', '2026-07-11', true],
  ])('is held %s after the pre-review (PD-12)', (_, meetingOn, refused) => {
    const act = given(...asPreReviewed).when(resolve({ meetingOn: day(meetingOn) }));
    if (refused) act.thenRefused('organization.partyAdmission.preReviewOutlived', { meetingDueOn: '2026-07-10' });
    else act.then(resolved('2026-07-10', '2026-10-10'));
  });

  const outcomes: [
    string,
    { entitled: number; present: number; yesAtMeeting: number; yesInWriting: number },
    string,
  ][] = [
    ['11 entitled, 6 present, 5 yes (T9)', ballot(11, 6, 5), 'voted down'],
    ['11 entitled, 6 present, 6 yes', ballot(11, 6, 6), 'passed'],
    ['11 entitled, 6 present, 5 yes and 1 in writing', ballot(11, 6, 5, 1), 'passed'],
    ['11 entitled, 5 present, all yes', ballot(11, 5, 5), 'quorumMissed'],
    ['10 entitled, 5 present, 1 absent with written yes (T10)', ballot(10, 5, 5, 1), 'quorumMissed'],
    ['10 entitled, 6 present, 5 yes: half is not more than half', ballot(10, 6, 5), 'voted down'],
    ['10 entitled, 6 present, 6 yes', ballot(10, 6, 6), 'passed'],
    ['more yes than present', ballot(10, 6, 7), 'doesNotAddUp'],
    ['more present and writing than entitled', ballot(10, 9, 6, 2), 'doesNotAddUp'],
  ];
  it.each(outcomes)('%s (PD-13)', (_, figures, outcome) => {
    const act = given(...asPreReviewed).when(resolve({ resolution: resolution(figures) }));
    const vote = {
      admissionId,
      partyOrganizationId: 'branch',
      resolution: resolution(figures),
      meetingOn: day('2026-06-20'),
    };
    if (outcome === 'passed') {
      act.then({ type: 'AdmissionResolved', data: { ...vote, approvalDueOn: day('2026-09-20') } });
    } else if (outcome === 'voted down') act.then({ type: 'AdmissionVotedDown', data: vote });
    else act.thenRefused(`organization.branchBallot.${outcome}`);
  });
  it('tells how many must attend (PD-13)', () =>
    given(...asPreReviewed)
      .when(resolve({ resolution: resolution(ballot(11, 5, 5)) }))
      .thenRefused('organization.branchBallot.quorumMissed', { entitled: 11, present: 5, needed: 6 }));
  it('votes in secret (PD-13)', () =>
    given(...asPreReviewed)
      .when(resolve({ resolution: resolution({ secret: false }) }))
      .thenRefused('organization.branchBallot.notSecret'));
  it('makes a resolution that states the conduct and is signed (PD-14)', () => {
    given(...asPreReviewed)
      .when(resolve({ resolution: resolution({}, { statesConduct: false }) }))
      .thenRefused('organization.branchBallot.conductNotStated');
    given(...asPreReviewed)
      .when(resolve({ resolution: resolution({}, { signedBySecretary: false }) }))
      .thenRefused('organization.branchBallot.notSigned');
  });
  it('of a temporary organization admits nobody and names the formal one (T12, PD-15)', () => {
    const [, ...rest] = asPreReviewed;
    given(applied({ formalOrganizationId: 'home-branch' }), ...rest)
      .when(resolve({}, { branch: temporary }))
      .thenRefused('organization.admissionPowers.temporaryMayNotAdmit', { formalOrganizationId: 'home-branch' });
  });
  it('of a temporary organization can admit where another rule provides for it (PD-15)', () =>
    given(...asPreReviewed)
      .when(resolve({}, { branch: { ...temporary, otherProvision: '关于援建队伍的规定' } }))
      .then(resolved()));
  it('is that of a branch (PD-15)', () =>
    given(...asPreReviewed)
      .when(resolve({}, { branch: generalBranch }))
      .thenRefused('organization.admissionPowers.onlyABranchVotes'));
  it('is told once, and a file that was voted down needs another pre-review', () => {
    given(...asPreReviewed, resolved())
      .when(resolve())
      .thenNothing();
    const votedDown: PartyAdmissionEvent = {
      type: 'AdmissionVotedDown',
      data: {
        admissionId,
        partyOrganizationId: 'branch',
        resolution: resolution(),
        meetingOn: day('2026-06-20'),
      },
    };
    given(...asPreReviewed, votedDown)
      .when(resolve({ meetingOn: day('2026-06-21') }))
      .thenRefused('organization.partyAdmission.notAtThisStage', { stage: 'prospectiveMember' });
  });
});

describe('A temporary organization', () => {
  it('trains and recommends: it designates and lists (T12, PD-15)', () => {
    given(applied(), talked)
      .when(designate({}, { branch: temporary }))
      .then(designated());
    given(...asDesignated)
      .when(list({}, { branch: temporary }))
      .then(listed);
  });
});

describe('An organization of floating members', () => {
  it('that does not meet the conditions talks, trains and hands over, and decides nothing (PD-27)', () => {
    const bodies = { branch: floatingOrganization };
    given(applied()).when(talk({}, bodies)).then(talked);
    given(...asProspective)
      .when(completeCourse({}, bodies))
      .then(courseCompleted);
    given(...asDesignated)
      .when(transfer({}, bodies))
      .then(moved('2025-12-01'));
    given(applied(), talked).when(designate({}, bodies)).thenRefused('organization.admissionPowers.onlyEducates');
    given(...asDesignated)
      .when(list({}, bodies))
      .thenRefused('organization.admissionPowers.onlyEducates');
    given(...asPreReviewed)
      .when(resolve({}, bodies))
      .thenRefused('organization.admissionPowers.onlyEducates');
  });
  it('that meets them takes all steps (PD-27)', () => {
    const bodies = { branch: { ...floatingOrganization, conditionsMet: true } };
    given(applied(), talked).when(designate({}, bodies)).then(designated());
    given(...asPreReviewed)
      .when(resolve({}, bodies))
      .then(resolved());
  });
});

describe('The approval', () => {
  it('is given by a Party committee and states the probation (PD-15, PD-17)', () =>
    given(...asAwaitingApproval)
      .when(approve())
      .then(admitted));
  it.each([
    ['a temporary organization', { ...committee, founding: 'temporary' as const }, 'temporaryMayNotApprove'],
    [
      'a leading Party members’ group',
      { ...committee, kind: 'leadingPartyMembersGroup' as const },
      'leadingGroupMayNotApprove',
    ],
    ['a general branch', generalBranch, 'onlyDeliberates'],
    ['a basic committee under a street committee', underStreet, 'onlyDeliberates'],
    ['a branch', branch, 'onlyACommitteeApproves'],
  ])('is not given by %s (PD-15)', (_, body, code) =>
    given(...asAwaitingApproval)
      .when(approve({}, { committee: body }))
      .thenRefused(`organization.admissionPowers.${code}`),
  );
  it.each([
    ['a general branch', generalBranch],
    ['a basic committee under a street committee', underStreet],
  ])('follows the deliberation of %s (PD-15)', (_, body) => {
    const bodies = { committee: body, 'upper-committee': committee };
    const approveAbove = approve({ approvingOrganizationId: 'upper-committee' }, bodies);
    given(...asAwaitingApproval)
      .when(approveAbove)
      .thenRefused('organization.partyAdmission.deliberationMissing');
    const deliberated: PartyAdmissionEvent = {
      type: 'AdmissionDeliberated',
      data: { admissionId, partyOrganizationId: 'committee', deliberatedOn: day('2026-06-25') },
    };
    given(...asAwaitingApproval)
      .when(deliberate({}, bodies))
      .then(deliberated);
    given(...asAwaitingApproval, deliberated)
      .when(approveAbove)
      .then({
        ...admitted,
        data: { ...admitted.data, approvingOrganizationId: 'upper-committee' },
      } as PartyAdmissionEvent);
  });
  it('has nothing to deliberate where a committee stands above the branch (PD-15)', () =>
    given(...asAwaitingApproval)
      .when(deliberate())
      .thenRefused('organization.admissionPowers.notADeliberatingBody'));
  it('follows a talk after the meeting (PD-16)', () => {
    given(...asPreReviewed, resolved())
      .when(talkBeforeApproval())
      .then(approvalTalk);
    given(...asPreReviewed, resolved())
      .when(approve())
      .thenRefused('organization.partyAdmission.approvalTalkMissing');
  });
  it.each([
    ['the day before the meeting', '2026-06-19', true],
    ['the day of the meeting', '2026-06-20', false],
  ])('follows no talk of %s (PD-16)', (_, talkedOn, refused) => {
    const act = given(...asPreReviewed, resolved()).when(talkBeforeApproval({ talkedOn: day(talkedOn) }));
    if (refused) act.thenRefused('organization.entryDay.beforeEarlier', { on: talkedOn, earlierOn: '2026-06-20' });
    else act.then({ type: 'ApprovalTalkHeld', data: { admissionId, talkedOn: day(talkedOn) } });
  });
  it('is discussed one by one (PD-17)', () =>
    given(...asAwaitingApproval)
      .when(approve({ discussedOneByOne: false }))
      .thenRefused('organization.partyAdmission.notOneByOne'));
  it.each([
    ['three months to the day', '2026-09-20', false, false],
    ['a day later', '2026-09-21', false, true],
    ['six months to the day, as a special case', '2026-12-20', true, false],
    ['six months and a day, as a special case', '2026-12-21', true, true],
  ])('comes within %s (PD-18)', (_, decidedOn, specialCase, refused) => {
    const act = given(...asAwaitingApproval).when(approve({ decidedOn: day(decidedOn), specialCase }), LATER);
    if (refused) act.thenRefused('organization.partyAdmission.approvalTooLate');
    else {
      const oathDueOn = day(decidedOn === '2026-09-20' ? '2026-10-20' : '2027-01-20');
      act.then({
        ...admitted,
        data: { ...admitted.data, approvedOn: day(decidedOn), oathDueOn },
      } as PartyAdmissionEvent);
    }
  });
  it('that came too late is asked for again by another resolution (PD-18)', () =>
    given(...asAwaitingApproval)
      .when(resolve({ meetingOn: day('2026-10-01') }))
      .then(resolved('2026-10-01', '2027-01-01')));
  it('can be denied, and the person stays a prospective member', () => {
    const denied: PartyAdmissionEvent = {
      type: 'AdmissionNotApproved',
      data: { admissionId, approvingOrganizationId: 'committee', decidedOn: day('2026-07-01') },
    };
    given(...asAwaitingApproval)
      .when(approve({ approved: false }))
      .then(denied);
    given(...asAwaitingApproval, denied)
      .when(takeOath())
      .thenRefused('organization.partyAdmission.notAtThisStage', { stage: 'prospectiveMember' });
  });
  it('is put on record above (PD-18)', () =>
    given(...asProbationary)
      .when(recordApproval())
      .then({ type: 'AdmissionApprovalRecorded', data: { admissionId, recordedOn: day('2026-07-03') } }));
  it('is told once', () =>
    given(...asProbationary)
      .when(approve())
      .thenNothing());
});

describe('A probationary member', () => {
  it('takes the oath, due a month after the approval (PD-19)', () => {
    expect(admitted.data).toMatchObject({ approvedOn: '2026-07-01', oathDueOn: '2026-08-01' });
    given(...asProbationary)
      .when(takeOath())
      .then({ type: 'PartyOathTaken', data: { admissionId, takenOn: day('2026-08-01') } });
  });
  it('takes it a day late all the same: the month is what is generally kept (PD-19)', () =>
    given(...asProbationary)
      .when(takeOath({ takenOn: day('2026-08-02') }))
      .then({ type: 'PartyOathTaken', data: { admissionId, takenOn: day('2026-08-02') } }));
  it('is on probation for a year from the branch meeting, not from the approval (PD-20)', () =>
    expect(admitted.data).toMatchObject({ probationFrom: '2026-06-20', probationEndsOn: '2027-06-20' }));
  it.each([
    [5, true],
    [6, false],
    [12, false],
    [13, true],
  ])('can have the probation extended by %i months (PD-20)', (months, refused) => {
    const act = given(...asProbationary).when(extend({ months }), LATER);
    if (refused) act.thenRefused('organization.partyAdmission.extensionMonths');
    else {
      const probationEndsOn = day(months === 6 ? '2027-12-20' : '2028-06-20');
      act.then({ ...extended, data: { ...extended.data, months, probationEndsOn } } as PartyAdmissionEvent);
    }
  });
  it('has it extended once only (PD-20)', () => {
    given(...asProbationary, extended)
      .when(extend({ months: 12, meetingOn: day('2027-12-20') }), LATER)
      .thenRefused('organization.partyAdmission.extendedBefore');
    given(...asProbationary, extended)
      .when(extend(), LATER)
      .thenNothing();
  });
  it('has it extended by a valid vote at its end (PD-13, PD-20)', () => {
    given(...asProbationary)
      .when(extend({ meetingOn: day('2027-06-19') }), LATER)
      .thenRefused('organization.partyAdmission.probationNotOver');
    given(...asProbationary)
      .when(extend({ resolution: resolution(ballot(11, 6, 5)) }), LATER)
      .thenRefused('organization.partyAdmission.votedDown');
  });
  it.each([
    ['the day before the probation ends', '2027-06-19', true],
    ['the day it ends', '2027-06-20', false],
  ])('is voted on for conversion on %s (PD-21)', (_, meetingOn, refused) => {
    const act = given(...asProbationary, conversionApplied).when(
      resolveConversion({ meetingOn: day(meetingOn) }),
      LATER,
    );
    if (refused) act.thenRefused('organization.partyAdmission.probationNotOver', { probationEndsOn: '2027-06-20' });
    else act.then(conversionResolved);
  });
  it('asks for the conversion himself (PD-21)', () => {
    given(...asProbationary)
      .when(applyForConversion(), LATER)
      .then(conversionApplied);
    given(...asProbationary)
      .when(resolveConversion(), LATER)
      .thenRefused('organization.partyAdmission.conversionNotAppliedFor');
  });
  it.each([
    ['11 entitled, 6 present, 5 yes', ballot(11, 6, 5), 'ConversionVotedDown'],
    ['11 entitled, 6 present, 6 yes', ballot(11, 6, 6), 'ConversionResolved'],
  ])('is converted by the same vote as admitted: %s (PD-13, PD-21)', (_, figures, type) => {
    const vote = {
      admissionId,
      partyOrganizationId: 'branch',
      resolution: resolution(figures),
      meetingOn: day('2027-06-20'),
    };
    const data = type === 'ConversionResolved' ? { ...vote, approvalDueOn: day('2027-09-20') } : vote;
    given(...asProbationary, conversionApplied)
      .when(resolveConversion({ resolution: resolution(figures) }), LATER)
      .then({ type, data } as PartyAdmissionEvent);
  });
  it('is not converted in a temporary organization (PD-15, PD-21)', () =>
    given(...asProbationary, conversionApplied)
      .when(resolveConversion({}, { branch: temporary }), LATER)
      .thenRefused('organization.admissionPowers.temporaryMayNotAdmit'));
  it.each([
    ['three months to the day', '2027-09-20', false],
    ['a day later', '2027-09-21', true],
  ])(
    'is a full member by a committee within %s, with standing from the end of the probation (PD-21)',
    (_, on, refused) => {
      const act = given(...asProbationary, conversionApplied, conversionResolved).when(
        decideConversion({ decidedOn: day(on) }),
        LATER,
      );
      if (refused) act.thenRefused('organization.partyAdmission.approvalTooLate', { approvalDueOn: '2027-09-20' });
      else act.then({ ...converted, data: { ...converted.data, decidedOn: day(on) } } as PartyAdmissionEvent);
    },
  );
  it('has standing from the end of an extended probation (PD-20, PD-21)', () => {
    const history = [...asProbationary, extended, conversionApplied];
    given(...history)
      .when(resolveConversion({ meetingOn: day('2027-12-19') }), LATER)
      .thenRefused('organization.partyAdmission.probationNotOver', { probationEndsOn: '2027-12-20' });
    given(...history, conversionResolved)
      .when(decideConversion(), LATER)
      .then({ ...converted, data: { ...converted.data, standingFrom: day('2027-12-20') } } as PartyAdmissionEvent);
  });
  it.each([
    ['six months to the day', '2027-12-20', false],
    ['a day more', '2027-12-21', true],
  ])('who moved has the discussion put off by %s (PD-22)', (_, postponedUntil, refused) => {
    const act = given(...asProbationary, moved('2026-09-01')).when(
      postpone({ postponedUntil: day(postponedUntil) }),
      LATER,
    );
    if (refused) act.thenRefused('organization.partyAdmission.postponedTooFar', { latestOn: '2027-12-20' });
    else {
      act.then({
        type: 'ConversionPostponed',
        data: { admissionId, postponedUntil: day('2027-12-20'), decidedOn: day('2027-06-20') },
      });
    }
  });
  it('who did not move since the admission has nothing put off (PD-22)', () => {
    given(...asProbationary)
      .when(postpone(), LATER)
      .thenRefused('organization.partyAdmission.didNotMove');
    given(...asDesignated, moved('2025-12-01'), ...asProbationary.slice(4))
      .when(postpone(), LATER)
      .thenRefused('organization.partyAdmission.didNotMove');
  });
  it('who moved and was put off has standing from the end of the probation all the same (PD-22)', () =>
    given(...asProbationary, moved('2026-09-01'), conversionApplied, {
      ...conversionResolved,
      data: { ...conversionResolved.data, meetingOn: day('2027-12-20'), approvalDueOn: day('2028-03-20') },
    } as PartyAdmissionEvent)
      .when(decideConversion({ decidedOn: day('2028-01-10') }), LATER)
      .then({
        ...converted,
        data: { ...converted.data, unitId: 'north-tunnel', decidedOn: day('2028-01-10') },
      } as PartyAdmissionEvent));
  it('is cancelled, never simply not continued', () => {
    given(...asProbationary)
      .when(end())
      .thenRefused('organization.partyAdmission.endingDoesNotFit');
    given(...asProbationary)
      .when(end({ ending: 'probationCancelled' }))
      .then({
        type: 'PartyAdmissionEnded',
        data: { admissionId, ending: 'probationCancelled', endedOn: day('2026-11-01') },
      });
  });
});

describe('The file of a full member', () => {
  const five: PartyAdmissionEvent = {
    type: 'AdmissionPapersFiled',
    data: {
      admissionId,
      papers: ['admissionForm', 'application', 'designatedApplicantRecord', 'politicalReview', 'probationRecord'],
      keptIn: 'memberFile',
      electronic: true,
      filedOn: day('2027-08-01'),
    },
  };
  it('lacks six papers at first, one after five, none after six (PD-23)', () => {
    const { papers } = five.data;
    expect(papersMissing([])).toHaveLength(6);
    expect(papersMissing(papers)).toEqual(['conversionApplication']);
    expect(papersMissing([...papers, 'conversionApplication'])).toEqual([]);
  });
  it('can be a member file, also an electronic one, and is made after the conversion (PD-23)', () => {
    given(...asFullMember)
      .when(filePapers(), LATER)
      .then(five);
    given(...asProbationary)
      .when(filePapers(), LATER)
      .thenRefused('organization.partyAdmission.notAtThisStage', { stage: 'probationaryMember' });
  });
  it('takes each paper once (PD-23)', () => {
    given(...asFullMember, five)
      .when(filePapers({ filedOn: day('2027-09-01') }), LATER)
      .thenNothing();
    given(...asFullMember, five)
      .when(filePapers({ papers: ['application', 'conversionApplication'], filedOn: day('2027-09-01') }), LATER)
      .then({
        ...five,
        data: { ...five.data, papers: ['conversionApplication'], filedOn: day('2027-09-01') },
      });
  });
  it('carries the groups that admissions are counted by (PD-24)', () =>
    expect(admitted.data).toMatchObject({
      groups: ['industrialWorker'],
      employer: 'stateOwned',
      distinctions: ['skillTitle'],
    }));
});

describe('An admission', () => {
  it('needs an application', () => given().when(talk()).thenRefused('organization.partyAdmission.unknown'));
  it('takes no step on a day to come', () =>
    given(applied(), talked)
      .when(designate({ recordedWithSuperiorOn: day('2026-11-21') }))
      .thenRefused('organization.entryDay.inFuture'));
  it('takes no step before what it follows, so that an old report does not set the file back', () => {
    const reviewed = { admissionId, reviewedOn: day('2025-10-01'), reviewDueOn: day('2026-04-01') };
    given(...asDesignated, { type: 'DesignatedApplicantReviewed', data: reviewed })
      .when(review())
      .thenRefused('organization.entryDay.beforeEarlier', { earlierOn: '2025-10-01' });
    given(...asDesignated, moved('2025-12-01'))
      .when(transfer({ toPartyOrganizationId: 'branch', transferredOn: day('2025-11-30') }))
      .thenRefused('organization.entryDay.beforeEarlier', { earlierOn: '2025-12-01' });
    given(...asProspective, sponsors, reviewConcluded(), courseCompleted)
      .when(preReview({ passedOn: day('2026-06-04') }))
      .thenRefused('organization.entryDay.beforeEarlier', { earlierOn: '2026-06-05' });
    given(...asAwaitingApproval)
      .when(approve({ decidedOn: day('2026-06-27') }))
      .thenRefused('organization.entryDay.beforeEarlier', { earlierOn: '2026-06-28' });
  });
  it('skips no stage', () =>
    given(applied(), talked)
      .when(list())
      .thenRefused('organization.partyAdmission.notAtThisStage', { stage: 'applicant' }));
  it('waits with a dissolved organization until it is handed over', () => {
    const bodies = { branch: { ...branch, dissolved: true } };
    given(...asDesignated)
      .when(list({}, bodies))
      .thenRefused('organization.admissionPowers.dissolved');
    given(...asDesignated)
      .when(transfer({}, bodies))
      .then(moved('2025-12-01'));
  });
});

function ballot(entitled: number, present: number, yesAtMeeting: number, yesInWriting = 0) {
  return { entitled, present, yesAtMeeting, yesInWriting };
}
