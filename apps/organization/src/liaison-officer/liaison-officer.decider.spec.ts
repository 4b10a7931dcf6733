import {
  type AppointLiaisonOfficer,
  type ApproveLiaisonNomination,
  type LiaisonOfficerEvent,
  liaisonTrainingTopics,
  type NominateLiaisonOfficer,
  type PublishLiaisonProfile,
  type RecordLiaisonTraining,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { liaisonOfficer } from './liaison-officer.decider';
import type { LiaisonOfficerState } from './liaison-officer.state';
import type { PostUnit, PostUnits } from './post-units';
import { serviceRecordOf, wasOnDuty } from './service-record';

const given = specify(liaisonOfficer);
const officerId = 'p-1';
const TODAY = day('2026-11-20');
const TOMORROW = day('2026-11-21');

const unit = (kind: PostUnit['kind'], ancestorIds: string[], actsFor: string, closed = false): PostUnit => ({
  kind,
  closed,
  ancestorIds,
  actsFor,
});
const above = ['company'];
const units: PostUnits = new Map([
  ['company', unit('company', [], 'company')],
  ['personnel', unit('department', above, 'company')],
  ['labour-centre', unit('department', above, 'company')],
  ['party-organization', unit('department', above, 'company')],
  ['district', unit('projectDistrict', above, 'district')],
  ['closed-district', unit('projectDistrict', above, 'closed-district', true)],
  ['project', unit('project', ['district', 'company'], 'project')],
  ['crew', unit('crew', ['project', 'district', 'company'], 'crew')],
  ['other-company', unit('company', [], 'other-company')],
  ['other-personnel', unit('department', ['other-company'], 'other-company')],
]);

const nomination: NominateLiaisonOfficer = {
  officerId,
  level: 'district',
  mode: 'fullTime',
  unitId: 'district',
  scores: [
    { criterion: '在现场', score: 90 },
    { criterion: '善沟通', score: 85 },
  ],
  nominatedOn: day('2026-10-08'),
};
const appointment: AppointLiaisonOfficer = {
  officerId,
  dispatchingUnitId: 'personnel',
  managingUnitIds: ['labour-centre', 'party-organization'],
  effectiveOn: day('2026-11-01'),
  termEndsOn: day('2029-10-31'),
  obligationsAcceptedOn: day('2026-10-30'),
};
const definition = { organizationId: 'company', version: 2, treatment: '班子副职同等水平' };
const evidence = { fileName: '签到表.pdf', sha256: 'ab'.repeat(32) };
const session: RecordLiaisonTraining = {
  officerId,
  topics: [...liaisonTrainingTopics],
  form: 'businessBriefing',
  trainerUnitId: 'labour-centre',
  attendance: evidence,
  trainedOn: day('2026-11-04'),
};
const publication: PublishLiaisonProfile = {
  officerId,
  publicationId: 'first',
  name: '王建国',
  phone: '138 0000 5678',
  consent: evidence,
  consentedOn: day('2026-11-05'),
};

const nominated = (other: Partial<NominateLiaisonOfficer> = {}): LiaisonOfficerEvent => ({
  type: 'LiaisonOfficerNominated',
  data: { ...nomination, ...other },
});
const approval: ApproveLiaisonNomination = {
  officerId,
  partyOrganizationId: 'company-committee',
  resolution: { fileName: '党委会议纪要.pdf', sha256: 'cd'.repeat(32) },
  approvedOn: day('2026-10-20'),
};
const approved = (other: Partial<ApproveLiaisonNomination> = {}): LiaisonOfficerEvent => ({
  type: 'LiaisonNominationApproved',
  data: { ...approval, ...other },
});
const appointed = (other: Partial<AppointLiaisonOfficer> = {}): LiaisonOfficerEvent => ({
  type: 'LiaisonOfficerAppointed',
  data: {
    ...appointment,
    ...other,
    definedByUnitId: 'company',
    definitionVersion: 2,
    treatment: '班子副职同等水平',
  },
});
const { termEndsOn: _term, ...withoutTerm } = (
  appointed() as Extract<LiaisonOfficerEvent, { type: 'LiaisonOfficerAppointed' }>
).data;
const trained = (other: Partial<RecordLiaisonTraining> = {}): LiaisonOfficerEvent => ({
  type: 'LiaisonTrainingRecorded',
  data: { ...session, ...other },
});
const onDuty = (onDutyFrom = '2026-11-05'): LiaisonOfficerEvent => ({
  type: 'LiaisonOfficerPutOnDuty',
  data: { officerId, onDutyFrom: day(onDutyFrom) },
});
const published = (other: Partial<PublishLiaisonProfile> = {}): LiaisonOfficerEvent => ({
  type: 'LiaisonProfilePublished',
  data: { ...publication, ...other },
});
const relieved = (relievedOn = '2026-11-18'): LiaisonOfficerEvent => ({
  type: 'LiaisonOfficerRelieved',
  data: { officerId, relievedOn: day(relievedOn), reason: '项目完工' },
});
const armbandIssued = (armbandNumber = 'a-1'): LiaisonOfficerEvent => ({
  type: 'LiaisonArmbandIssued',
  data: { officerId, armbandNumber, issuedOn: day('2026-11-05') },
});

const nominate = (other: Partial<NominateLiaisonOfficer> = {}) => ({
  type: 'NominateLiaisonOfficer' as const,
  data: { ...nomination, ...other },
  units,
});
const approve = (
  other: Partial<ApproveLiaisonNomination> = {},
  approving: { isCommittee: boolean; unitId: string } | undefined = { isCommittee: true, unitId: 'company' },
) => ({
  type: 'ApproveLiaisonNomination' as const,
  data: { ...approval, ...other },
  units,
  approving,
});
const renew = (
  termEndsOn = '2032-10-31',
  renewedOn = '2026-11-20',
  assessmentBefore: { concluded: boolean; allowsRenewal?: boolean } = { concluded: false },
) => ({
  type: 'RenewLiaisonTerm' as const,
  data: { officerId, termEndsOn: day(termEndsOn), renewedOn: day(renewedOn) },
  assessmentBefore,
});
const renewed = (termEndsOn = '2032-10-31', renewedOn = '2026-11-20', assessedYear?: number): LiaisonOfficerEvent => ({
  type: 'LiaisonTermRenewed',
  data: {
    officerId,
    termEndsOn: day(termEndsOn),
    renewedOn: day(renewedOn),
    ...(assessedYear !== undefined && { assessedYear }),
  },
});
const appoint = (other: Partial<AppointLiaisonOfficer> = {}) => ({
  type: 'AppointLiaisonOfficer' as const,
  data: { ...appointment, ...other },
  units,
  definition,
});
const train = (other: Partial<RecordLiaisonTraining> = {}) => ({
  type: 'RecordLiaisonTraining' as const,
  data: { ...session, ...other },
  units,
});
const putOnDuty = (onDutyFrom = '2026-11-05') => ({
  type: 'PutLiaisonOfficerOnDuty' as const,
  data: { officerId, onDutyFrom: day(onDutyFrom) },
});
const publish = (other: Partial<PublishLiaisonProfile> = {}) => ({
  type: 'PublishLiaisonProfile' as const,
  data: { ...publication, ...other },
});
const withdraw = (withdrawnOn = '2026-11-18') => ({
  type: 'WithdrawLiaisonProfile' as const,
  data: { officerId, withdrawnOn: day(withdrawnOn) },
});
const issueArmband = (armbandNumber = 'a-1', issuedOn = '2026-11-05') => ({
  type: 'IssueLiaisonArmband' as const,
  data: { officerId, armbandNumber, issuedOn: day(issuedOn) },
});
const returnArmband = () => ({
  type: 'ReturnLiaisonArmband' as const,
  data: { officerId, returnedOn: TODAY },
});
const relieve = (relievedOn = '2026-11-18') => ({
  type: 'RelieveLiaisonOfficer' as const,
  data: { officerId, relievedOn: day(relievedOn), reason: '项目完工' },
});

describe('A nomination', () => {
  it('keeps the criteria and the scores (JX-05)', () => given().when(nominate()).then(nominated()));
  it.each([
    ['district', 'district'],
    ['project', 'project'],
    ['crew', 'crew'],
  ] as const)('is for a post of the level %s at a unit of its kind (JX-04, JX-08)', (level, unitId) =>
    given().when(nominate({ level, unitId })).then(nominated({ level, unitId })),
  );
  it.each([
    ['district', 'project'],
    ['project', 'district'],
    ['crew', 'project'],
    ['district', 'company'],
  ] as const)('for the level %s is not at home in a %s (JX-04, JX-08)', (level, unitId) =>
    given().when(nominate({ level, unitId })).thenRefused('organization.liaisonPost.unitOfOtherKind', { level }),
  );
  it('needs a unit that exists and is open', () => {
    given()
      .when(nominate({ unitId: 'nowhere' }))
      .thenRefused('organization.liaisonPost.unitUnknown');
    given()
      .when(nominate({ unitId: 'closed-district' }))
      .thenRefused('organization.liaisonPost.unitClosed');
  });
  it('scores each criterion once (JX-05)', () =>
    given()
      .when(nominate({ scores: [...nomination.scores, { criterion: '在现场', score: 60 }] }))
      .thenRefused('organization.liaisonOfficer.criterionRepeated', { criterion: '在现场' }));
  it('may be of today and not of tomorrow', () => {
    given()
      .when(nominate({ nominatedOn: TODAY }))
      .then(nominated({ nominatedOn: TODAY }));
    given()
      .when(nominate({ nominatedOn: TOMORROW }))
      .thenRefused('organization.liaisonOfficer.dayInFuture');
  });
  it('is made once, however often it is told', () => given(nominated(), appointed()).when(nominate()).thenNothing());
  it('is not made for who holds a post already', () =>
    given(nominated(), appointed())
      .when(nominate({ unitId: 'project', level: 'project' }))
      .thenRefused('organization.liaisonOfficer.alreadyNominated'));
  it('can follow a relief, from its day on', () => {
    const again = { level: 'project', unitId: 'project' } as const;
    given(nominated(), relieved())
      .when(nominate({ ...again, nominatedOn: day('2026-11-18') }))
      .then(nominated({ ...again, nominatedOn: day('2026-11-18') }));
    given(nominated(), relieved())
      .when(nominate({ ...again, nominatedOn: day('2026-11-17') }))
      .thenRefused('organization.liaisonOfficer.dayTooEarly', { earliest: '2026-11-18' });
  });
});

describe('A nomination under a role definition with criteria (JX-05)', () => {
  const criteria = [{ criterion: '在现场', leastScore: 90 }, { criterion: '善沟通' }];
  const scored = (scores: NominateLiaisonOfficer['scores']) => ({ ...nominate({ scores }), criteria });

  it('scores exactly these', () => {
    given().when(scored(nomination.scores)).then(nominated());
    for (const scores of [nomination.scores.slice(1), [...nomination.scores, { criterion: '懂生产', score: 80 }]])
      given()
        .when(scored(scores))
        .thenRefused('organization.liaisonOfficer.criteriaDiffer', { criteria: '在现场、善沟通' });
  });
  it('reaches the least score of each: 90 will do, 89 will not', () =>
    given()
      .when(scored([{ criterion: '在现场', score: 89 }, nomination.scores[1]!]))
      .thenRefused('organization.liaisonOfficer.scoreTooLow', { criterion: '在现场', score: 89, leastScore: 90 }));
});

describe('The approval of a nomination', () => {
  it('is given by the Party committee and kept with its resolution (JX-05)', () =>
    given(nominated()).when(approve()).then(approved()));
  it.each([undefined, { isCommittee: false, unitId: 'company' }])('is not given by %j (JX-05)', (approving) =>
    given(nominated())
      .when({ ...approve(), approving })
      .thenRefused('organization.liaisonOfficer.notPartyCommittee'),
  );
  it('is not given by the committee of another company (JX-05)', () =>
    given(nominated())
      .when(approve({}, { isCommittee: true, unitId: 'other-company' }))
      .thenRefused('organization.liaisonPost.notAbove'));
  it('is given on the day of the nomination at the earliest, and not tomorrow', () => {
    const on = (approvedOn: string) => given(nominated()).when(approve({ approvedOn: day(approvedOn) }));
    on('2026-10-08').then(approved({ approvedOn: day('2026-10-08') }));
    on('2026-10-07').thenRefused('organization.liaisonOfficer.dayTooEarly', { earliest: '2026-10-08' });
    on('2026-11-21').thenRefused('organization.liaisonOfficer.dayInFuture');
  });
  it('is given once', () => {
    given(nominated(), approved()).when(approve()).thenNothing();
    given(nominated(), approved())
      .when(approve({ approvedOn: TODAY }))
      .thenRefused('organization.liaisonOfficer.approvalDiffers');
  });
  it('needs a nomination', () => given().when(approve()).thenRefused('organization.liaisonOfficer.notNominated'));
});

describe('An appointment', () => {
  it('names the dispatching body, two managing units, the treatment and the term (JX-35, JX-36)', () =>
    given(nominated(), approved()).when(appoint()).then(appointed()));
  it.each([[['labour-centre']], [['labour-centre', 'labour-centre']]])(
    'is under dual management, not that of %j (JX-08, JX-35)',
    (managingUnitIds) =>
      given(nominated(), approved())
        .when(appoint({ managingUnitIds }))
        .thenRefused('organization.liaisonOfficer.notUnderDualManagement'),
  );
  it('of a district officer is dispatched by a department (JX-35)', () =>
    given(nominated(), approved())
      .when(appoint({ dispatchingUnitId: 'company' }))
      .thenRefused('organization.liaisonOfficer.notDispatchedByDepartment'));
  it('of a crew liaison person is managed by district and project (JX-08)', () => {
    const crew = { level: 'crew', unitId: 'crew' } as const;
    const superiors = { dispatchingUnitId: 'project', managingUnitIds: ['district', 'project'] };
    given(nominated(crew), approved()).when(appoint(superiors)).then(appointed(superiors));
  });
  it.each([
    ['dispatching', { dispatchingUnitId: 'other-personnel' }],
    ['managing', { managingUnitIds: ['labour-centre', 'other-company'] }],
  ])('has no %s unit of another company (JX-35)', (_, other) =>
    given(nominated(), approved()).when(appoint(other)).thenRefused('organization.liaisonPost.notAbove'),
  );
  it('of a district officer is not managed by a project below', () =>
    given(nominated(), approved())
      .when(appoint({ managingUnitIds: ['labour-centre', 'project'] }))
      .thenRefused('organization.liaisonPost.notAbove', { unitId: 'project' }));
  it('needs a role definition in force (JX-36, JX-37, JX-38a, JX-38b)', () =>
    given(nominated(), approved())
      .when({ ...appoint(), definition: undefined })
      .thenRefused('organization.liaisonOfficer.postNotDefined', { effectiveOn: '2026-11-01' }));
  it('takes effect on the day of the approval at the earliest (JX-05)', () => {
    const first = { effectiveOn: approval.approvedOn };
    given(nominated(), approved()).when(appoint(first)).then(appointed(first));
    given(nominated(), approved())
      .when(appoint({ effectiveOn: day('2026-10-19') }))
      .thenRefused('organization.liaisonOfficer.dayTooEarly', { earliest: '2026-10-20' });
  });
  it('may be for a single day, and not for less', () => {
    const single = { termEndsOn: day('2026-11-01') };
    given(nominated(), approved()).when(appoint(single)).then(appointed(single));
    given(nominated(), approved())
      .when(appoint({ termEndsOn: day('2026-10-31') }))
      .thenRefused('organization.liaisonOfficer.termEndsBeforeItBegins');
  });
  it('rests on obligations that were accepted, not that will be (JX-38b)', () =>
    given(nominated(), approved())
      .when(appoint({ obligationsAcceptedOn: TOMORROW }))
      .thenRefused('organization.liaisonOfficer.dayInFuture'));
  it('is made once, however often it is told', () => given(nominated(), appointed()).when(appoint()).thenNothing());
  it('cannot be made anew while it lasts', () =>
    given(nominated(), appointed())
      .when(appoint({ dispatchingUnitId: 'labour-centre' }))
      .thenRefused('organization.liaisonOfficer.alreadyAppointed'));
  it('waits for the approval of the Party committee (JX-05)', () =>
    given(nominated()).when(appoint()).thenRefused('organization.liaisonOfficer.notApproved'));
  it('needs a nomination', () => {
    given().when(appoint()).thenRefused('organization.liaisonOfficer.notNominated');
    given(nominated(), relieved()).when(appoint()).thenRefused('organization.liaisonOfficer.notNominated');
  });
});

describe('The renewal of a term', () => {
  const serving = (onDutyFrom: string, termEndsOn: string) => [
    nominated({ nominatedOn: day('2023-10-08') }),
    approved({ approvedOn: day('2023-10-20') }),
    appointed({ effectiveOn: day('2023-11-01'), termEndsOn: day(termEndsOn) }),
    trained({ trainedOn: day('2023-11-01') }),
    onDuty(onDutyFrom),
  ];

  it('rests on the assessment of the year before (JX-04)', () => {
    const officer = serving('2025-12-31', '2026-11-20');
    given(...officer)
      .when(renew())
      .thenRefused('organization.liaisonOfficer.notAssessed', { year: 2025 });
    given(...officer)
      .when(renew(undefined, undefined, { concluded: true, allowsRenewal: false }))
      .thenRefused('organization.liaisonOfficer.renewalBarred', { year: 2025 });
    for (const outcome of [{ concluded: true }, { concluded: true, allowsRenewal: true }])
      given(...officer)
        .when(renew(undefined, undefined, outcome))
        .then(renewed(undefined, undefined, 2025));
  });
  it('asks for no assessment of a year in which the officer did not serve (JX-04)', () =>
    given(...serving('2026-01-01', '2026-11-20'))
      .when(renew())
      .then(renewed()));
  it('is given by the last day of the term: the day after is too late', () => {
    given(...serving('2026-01-01', '2026-11-19'))
      .when(renew(undefined, '2026-11-19'))
      .then(renewed(undefined, '2026-11-19'));
    given(...serving('2026-01-01', '2026-11-19'))
      .when(renew())
      .thenRefused('organization.liaisonOfficer.afterTerm', { termEndsOn: '2026-11-19' });
  });
  it('makes the term longer, and is given once', () => {
    const officer = serving('2026-01-01', '2026-12-31');
    given(...officer)
      .when(renew('2027-01-01'))
      .then(renewed('2027-01-01'));
    given(...officer)
      .when(renew('2026-12-31'))
      .thenNothing();
    given(...officer)
      .when(renew('2026-12-30'))
      .thenRefused('organization.liaisonOfficer.termNotLonger', { termEndsOn: '2026-12-31' });
    given(...officer, renewed())
      .when(renew())
      .thenNothing();
  });
  it('is for a post with a term', () =>
    given(nominated(), approved(), { type: 'LiaisonOfficerAppointed', data: withoutTerm }, trained(), onDuty())
      .when(renew())
      .thenRefused('organization.liaisonOfficer.noTerm'));
  it('lets the service go on to the new end', () => {
    const events = [...serving('2026-01-01', '2026-11-20'), renewed('2027-11-20')];
    const state = events.reduce<LiaisonOfficerState>(liaisonOfficer.evolve, liaisonOfficer.initialState);
    expect(serviceRecordOf(state)).toMatchObject({ endsOn: '2027-11-20' });
  });
});

describe('Training before duty', () => {
  const allButLaws = liaisonTrainingTopics.filter((topic) => topic !== 'laws');

  it('keeps an appointee off duty while one topic of six is missing (JX-10a, JX-10b)', () =>
    given(nominated(), appointed(), trained({ topics: allButLaws }))
      .when(putOnDuty())
      .thenRefused('organization.liaisonOfficer.trainingIncomplete', { topics: 'laws' }));
  it('lets an appointee go on duty once all six are covered, in however many sessions (JX-10a)', () =>
    given(nominated(), appointed(), trained({ topics: allButLaws }), trained({ topics: ['laws'] }))
      .when(putOnDuty())
      .then(onDuty()));
  it('comes before duty: the same day will do, the day before will not (JX-10a)', () => {
    given(nominated(), appointed(), trained()).when(putOnDuty('2026-11-04')).then(onDuty('2026-11-04'));
    given(nominated(), appointed(), trained())
      .when(putOnDuty('2026-11-03'))
      .thenRefused('organization.liaisonOfficer.dayTooEarly', { earliest: '2026-11-04' });
  });
  it('is told by who stands above the post (JX-13, JX-42)', () => {
    const project = { level: 'project', unitId: 'project' } as const;
    given(nominated(project), appointed())
      .when(train({ trainerUnitId: 'district' }))
      .then(trained({ trainerUnitId: 'district' }));
    given(nominated(), appointed())
      .when(train({ trainerUnitId: 'other-personnel' }))
      .thenRefused('organization.liaisonPost.notAbove');
  });
  it('says nothing new of topics that were covered', () =>
    given(nominated(), appointed(), trained())
      .when(train({ topics: ['laws'], trainedOn: day('2026-11-06') }))
      .thenNothing());
  it('is of an appointee', () =>
    given(nominated()).when(train()).thenRefused('organization.liaisonOfficer.notAppointed'));
});

describe('A course elsewhere (JX-10c)', () => {
  const course = {
    officerId,
    courseId: 'bureau-2026',
    organiser: '局党委组织部',
    title: '局党群工作协理员培训班',
    fromDay: day('2026-11-10'),
    toDay: day('2026-11-12'),
    hours: 24,
  };
  const attend = (other: Partial<typeof course> = {}) => ({
    type: 'RecordLiaisonCourse' as const,
    data: { ...course, ...other },
  });
  const attended: LiaisonOfficerEvent = { type: 'LiaisonCourseAttended', data: course };

  it('is recorded once', () => {
    given(nominated(), appointed()).when(attend()).then(attended);
    given(nominated(), appointed(), attended).when(attend()).thenNothing();
    given(nominated(), appointed(), attended)
      .when(attend({ hours: 25 }))
      .thenRefused('organization.liaisonOfficer.courseDiffers');
  });
  it('does not end before it begins', () =>
    given(nominated(), appointed())
      .when(attend({ toDay: day('2026-11-09') }))
      .thenRefused('organization.liaisonOfficer.courseEndsBeforeItBegins'));
});

describe('Duty', () => {
  const ready = [nominated(), appointed({ termEndsOn: day('2026-11-10') }), trained({ trainedOn: day('2026-10-20') })];

  it('begins with the appointment at the earliest', () => {
    given(...ready)
      .when(putOnDuty('2026-11-01'))
      .then(onDuty('2026-11-01'));
    given(...ready)
      .when(putOnDuty('2026-10-31'))
      .thenRefused('organization.liaisonOfficer.dayTooEarly');
  });
  it('begins within the term', () => {
    given(...ready)
      .when(putOnDuty('2026-11-10'))
      .then(onDuty('2026-11-10'));
    given(...ready)
      .when(putOnDuty('2026-11-11'))
      .thenRefused('organization.liaisonOfficer.afterTerm');
  });
  it('begins once', () => {
    given(...ready, onDuty())
      .when(putOnDuty())
      .thenNothing();
    given(...ready, onDuty())
      .when(putOnDuty('2026-11-06'))
      .thenRefused('organization.liaisonOfficer.alreadyOnDuty', { onDutyFrom: '2026-11-05' });
  });
  it('can end on the day it began, and not before', () => {
    given(...ready, onDuty())
      .when(relieve('2026-11-05'))
      .then(relieved('2026-11-05'));
    given(...ready, onDuty())
      .when(relieve('2026-11-04'))
      .thenRefused('organization.liaisonOfficer.dayTooEarly');
  });
  it('ends once', () =>
    given(...ready, onDuty(), relieved())
      .when(relieve('2026-11-19'))
      .thenNothing());
  it('was served to the end of the term where nobody was relieved', () => {
    const state = [...ready, onDuty()].reduce<LiaisonOfficerState>(liaisonOfficer.evolve, liaisonOfficer.initialState);
    expect(serviceRecordOf(state)).toMatchObject({ onDutyFrom: '2026-11-05', endsOn: '2026-11-10' });
  });
  it('was served from its first day to its last, both included', () => {
    const state = [nominated(), appointed(), trained(), onDuty(), relieved()].reduce<LiaisonOfficerState>(
      liaisonOfficer.evolve,
      liaisonOfficer.initialState,
    );
    const service = serviceRecordOf(state)!;
    expect(service.managingUnitIds).toEqual(['labour-centre', 'party-organization']);
    const days = ['2026-11-04', '2026-11-05', '2026-11-18', '2026-11-19'];
    expect(days.map((each) => wasOnDuty(service, day(each)))).toEqual([false, true, true, false]);
  });
});

describe('The three disclosures', () => {
  const serving = [nominated(), appointed(), trained(), onDuty()];

  it('publish name, phone and duties by the consent of the officer (JX-11)', () =>
    given(...serving)
      .when(publish())
      .then(published()));
  it('are published once under an id, though nobody can compare sealed names (JX-11)', () => {
    const sealed = published({ name: 'sealed:v1:abc', phone: 'sealed:v1:def' });
    given(...serving, sealed)
      .when(publish())
      .thenNothing();
    given(...serving, sealed)
      .when(publish({ publicationId: 'second', phone: '139 0000 5678' }))
      .then(published({ publicationId: 'second', phone: '139 0000 5678' }));
  });
  it('need a consent that was given (JX-11)', () =>
    given(...serving)
      .when(publish({ consentedOn: TOMORROW }))
      .thenRefused('organization.liaisonOfficer.dayInFuture'));
  it('are withdrawn when the officer asks for it (JX-11)', () => {
    given(...serving, published())
      .when(withdraw())
      .then({ type: 'LiaisonProfileWithdrawn', data: { officerId, withdrawnOn: day('2026-11-18') } });
    given(...serving)
      .when(withdraw())
      .thenNothing();
  });
  it('are of nobody who holds no post (JX-11)', () =>
    given(...serving, relieved())
      .when(publish())
      .thenRefused('organization.liaisonOfficer.notAppointed'));
});

describe('An armband', () => {
  const serving = [nominated(), appointed(), trained(), onDuty()];

  it('is issued and returned with the appointment (JX-12a)', () => {
    given(...serving)
      .when(issueArmband())
      .then(armbandIssued());
    given(...serving, armbandIssued())
      .when(returnArmband())
      .then({ type: 'LiaisonArmbandReturned', data: { officerId, armbandNumber: 'a-1', returnedOn: TODAY } });
  });
  it('is out once: another one waits for its return (JX-12a)', () => {
    given(...serving, armbandIssued())
      .when(issueArmband())
      .thenNothing();
    given(...serving, armbandIssued())
      .when(issueArmband('a-2'))
      .thenRefused('organization.liaisonOfficer.armbandStillOut', { armbandNumber: 'a-1' });
  });
  it('can be returned after the relief, and stays out through a new nomination (JX-12a)', () => {
    given(...serving, armbandIssued(), relieved(), nominated({ nominatedOn: day('2026-11-18') }))
      .when(returnArmband())
      .then({ type: 'LiaisonArmbandReturned', data: { officerId, armbandNumber: 'a-1', returnedOn: TODAY } });
    given(...serving, relieved())
      .when(returnArmband())
      .thenNothing();
  });
});
