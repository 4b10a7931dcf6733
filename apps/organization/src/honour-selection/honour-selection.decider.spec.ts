import type { ArrearsAnswer, HonourKind, HonourSelectionEvent, NominateForHonour } from '@gongyou/contracts';
import { day, fen, period } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { honourSelection, type HonourSelectionWish } from './honour-selection.decider';

const given = specify(honourSelection);
const selectionId = 'pioneer-2026';

const round = (honour: HonourKind = 'excellentWorker', of = '2026') => ({
  selectionId,
  honour,
  level: 'city' as const,
  spirit: 'labour' as const,
  title: '优秀工人',
  unitId: 'qingdao',
  period: period(of),
  criteria: '全年无事故',
  noticeWorkingDays: 5,
  openedOn: day('2026-02-02'),
});
const open = (...of: Parameters<typeof round>): HonourSelectionWish => ({
  type: 'OpenHonourSelection',
  data: round(...of),
});
const opened = (...of: Parameters<typeof round>): HonourSelectionEvent => ({
  type: 'HonourSelectionOpened',
  data: round(...of),
});

const nomination = (nominationId = 'n-1', changes: Partial<NominateForHonour> = {}): NominateForHonour => ({
  selectionId,
  nominationId,
  candidateKind: 'worker',
  candidateId: `w-${nominationId}`,
  employerUnitId: 'first-highway',
  nominatingUnitId: 'lot-3',
  industrialWorker: true,
  employmentForm: 'subcontracted',
  merits: '带徒三人',
  consentedOn: day('2026-02-10'),
  evidence: [],
  nominatedOn: day('2026-02-20'),
  ...changes,
});
const nominate = (...of: Parameters<typeof nomination>): HonourSelectionWish => ({
  type: 'NominateForHonour',
  data: nomination(...of),
  unknownUnitIds: [],
});
const nominated = (...of: Parameters<typeof nomination>): HonourSelectionEvent => ({
  type: 'CandidateNominated',
  data: { ...nomination(...of), nominatedBy: 'user:lot-3' },
});

const review = (putForward = true, nominationId = 'n-1'): HonourSelectionWish => ({
  type: 'ReviewNomination',
  data: { selectionId, nominationId, putForward, opinion: '属实', reviewedOn: day('2026-03-05') },
});
const reviewed = (
  type: 'NominationPutForward' | 'NominationTurnedDown',
  nominationId = 'n-1',
): HonourSelectionEvent => ({
  type,
  data: { selectionId, nominationId, opinion: '属实', reviewedOn: day('2026-03-05') },
});
const putForward = (nominationId = 'n-1', changes = {}): HonourSelectionEvent[] => [
  nominated(nominationId, changes),
  reviewed('NominationPutForward', nominationId),
];

const scoring = (nominationId: string, scoreHundredths: number, scoredOn = '2026-03-06') => ({
  selectionId,
  nominationId,
  scoreHundredths,
  grounds: '安全、质量、进度三项得分',
  scoredOn: day(scoredOn),
});
const score = (...of: Parameters<typeof scoring>): HonourSelectionWish => ({
  type: 'ScoreCandidate',
  data: scoring(...of),
});
const scored = (...of: Parameters<typeof scoring>): HonourSelectionEvent => ({
  type: 'CandidateScored',
  data: scoring(...of),
});

const posting = { selectionId, place: '网站', postedOn: day('2026-03-09') };
const post: HonourSelectionWish = { type: 'PostHonourNotice', data: posting };
/** Five working days after Monday 9 March are over on Monday 16 March. */
const posted: HonourSelectionEvent = {
  type: 'HonourNoticePosted',
  data: { ...posting, standsUntil: day('2026-03-16'), provisional: false },
};
const onNotice = [opened(), ...putForward(), posted];

const objecting = (objectedOn = '2026-03-12') => ({
  selectionId,
  objectionId: 'o-1',
  nominationId: 'n-1',
  grounds: '署名有争议',
  objectedOn: day(objectedOn),
});
const objectTo = (...of: Parameters<typeof objecting>): HonourSelectionWish => ({
  type: 'ObjectToNomination',
  data: objecting(...of),
});
const objected: HonourSelectionEvent = { type: 'NominationObjectedTo', data: objecting() };
const settle = (upheld: boolean): HonourSelectionWish => ({
  type: 'SettleObjection',
  data: { selectionId, objectionId: 'o-1', upheld, finding: '已查', settledOn: day('2026-03-18') },
});
const settled = (type: 'ObjectionUpheld' | 'ObjectionDismissed'): HonourSelectionEvent => ({
  type,
  data: { selectionId, objectionId: 'o-1', nominationId: 'n-1', finding: '已查', settledOn: day('2026-03-18') },
});

const result = { fileName: '查询结果.pdf', sha256: 'a'.repeat(64) };
const ownCheck = (checkedOn = '2026-03-17', listed = false) => ({ listed, checkedOn: day(checkedOn), result });
const choice = (nominationId = 'n-1', arrearsCheck: ReturnType<typeof ownCheck> | undefined = ownCheck()) => ({
  nominationId,
  certificateNumber: `证${nominationId}`,
  rewardFen: fen(500_000),
  ...(arrearsCheck && { arrearsCheck }),
});
const answers = (listed: boolean): ReadonlyMap<string, ArrearsAnswer> =>
  new Map([['first-highway', { answeredBy: 'arrearsList', listed, checkedOn: day('2026-03-17') }]]);
const decide = (
  choices = [choice()],
  {
    decidedOn = '2026-03-17',
    arrearsAnswers = new Map() as ReadonlyMap<string, ArrearsAnswer>,
    previousShare = undefined as { workers: number; persons: number } | undefined,
    whyWorkersShareFell = undefined as string | undefined,
  } = {},
): HonourSelectionWish => ({
  type: 'DecideHonourSelection',
  data: { selectionId, documentNumber: '青工发〔2026〕12号', choices, whyWorkersShareFell, decidedOn: day(decidedOn) },
  arrearsAnswers,
  previousShare,
});
const honoured = (
  nominationId = 'n-1',
  arrearsAnswer: ArrearsAnswer = { answeredBy: 'nominatingOffice', ...ownCheck() },
): HonourSelectionEvent => ({
  type: 'HonourGiven',
  data: {
    selectionId,
    nominationId,
    certificateNumber: `证${nominationId}`,
    rewardFen: fen(500_000),
    arrearsAnswer,
    givenOn: day('2026-03-17'),
  },
});
const decided = (count = 1, workers = count, persons = count, whyWorkersShareFell?: string): HonourSelectionEvent => ({
  type: 'HonourSelectionDecided',
  data: {
    selectionId,
    documentNumber: '青工发〔2026〕12号',
    honoured: count,
    honouredWorkers: workers,
    honouredPersons: persons,
    whyWorkersShareFell,
    decidedOn: day('2026-03-17'),
  },
});

describe('A selection for an honour (QD-62, CC-04a)', () => {
  it('is opened, nominated for, reviewed, shown and decided', () => {
    given().when(open()).then(opened());
    given(opened()).when(nominate(), { actor: 'user:lot-3' }).then(nominated());
    given(opened(), nominated()).when(review()).then(reviewed('NominationPutForward'));
    given(opened(), ...putForward())
      .when(post)
      .then(posted);
    given(...onNotice)
      .when(decide())
      .then(honoured(), decided());
  });
  it('is told once at each step, however often it is told', () => {
    given(opened()).when(open()).thenNothing();
    given(opened(), nominated()).when(nominate()).thenNothing();
    given(opened(), ...putForward())
      .when(review())
      .thenNothing();
    given(...onNotice)
      .when(post)
      .thenNothing();
    given(...onNotice, objected)
      .when(objectTo())
      .thenNothing();
    given(...onNotice, honoured(), decided())
      .when(decide())
      .thenNothing();
  });
  it('asks a worker whether he wants to be named; a crew is not asked (CC-04d, WZ-21d)', () => {
    const { consentedOn: _consentedOn, ...unasked } = nomination();
    given(opened())
      .when({ type: 'NominateForHonour', data: unasked, unknownUnitIds: [] })
      .thenRefused('organization.honourSelection.consentMissing');
    const crew = { ...unasked, candidateKind: 'crew' as const };
    given(opened())
      .when({ type: 'NominateForHonour', data: crew, unknownUnitIds: [] })
      .then({ type: 'CandidateNominated', data: { ...crew, nominatedBy: 'user:test' } });
  });
  it.each(['direct', 'dispatched', 'subcontracted', 'flexible', 'platform'] as const)(
    'is open to those in %s employment (JX-50)',
    (employmentForm) =>
      given(opened())
        .when(nominate('n-1', { employmentForm }), { actor: 'user:lot-3' })
        .then(nominated('n-1', { employmentForm })),
  );
  it('takes a candidate once', () =>
    given(opened(), nominated())
      .when(nominate('n-2', { candidateId: 'w-n-1' }))
      .thenRefused('organization.honourSelection.candidateNominatedTwice'));
  it('is not reviewed by whoever nominated', () =>
    given(opened(), nominated())
      .when(review(), { actor: 'user:lot-3' })
      .thenRefused('organization.honourSelection.nominatorCannotReview'));
  it('is shown once all are reviewed and somebody was put forward', () => {
    given(opened(), ...putForward(), nominated('n-2'))
      .when(post)
      .thenRefused('organization.honourSelection.reviewOutstanding', { outstanding: 1 });
    given(opened(), nominated(), reviewed('NominationTurnedDown'))
      .when(post)
      .thenRefused('organization.honourSelection.nobodyPutForward');
  });
  it('takes no nomination or review once it is shown', () => {
    given(...onNotice)
      .when(nominate('n-2'))
      .thenRefused('organization.honourSelection.nominationsClosed');
    given(...onNotice)
      .when(review(false))
      .thenRefused('organization.honourSelection.reviewedOtherwise');
  });
});

describe('The public notice of a selection', () => {
  it('stands for its working days: a decision comes on the day after its last, not on it', () => {
    given(...onNotice)
      .when(decide([choice('n-1', ownCheck('2026-03-16'))], { decidedOn: '2026-03-16' }))
      .thenRefused('organization.honourSelection.noticeStillStands', { standsUntil: '2026-03-16' });
    given(...onNotice)
      .when(decide())
      .then(honoured(), decided());
  });
  it('takes objections to its last day', () => {
    given(...onNotice)
      .when(objectTo('2026-03-16'))
      .then({ type: 'NominationObjectedTo', data: objecting('2026-03-16') });
    given(...onNotice)
      .when(objectTo('2026-03-17'))
      .thenRefused('organization.honourSelection.noticeOver');
  });
  it('holds the decision up until every objection is settled', () =>
    given(...onNotice, objected)
      .when(decide())
      .thenRefused('organization.honourSelection.objectionsOpen', { open: 1 }));
  it('takes a candidate out when an objection is upheld, and keeps him when it is dismissed', () => {
    given(...onNotice, objected)
      .when(settle(true))
      .then(settled('ObjectionUpheld'));
    const late = { decidedOn: '2026-03-18' };
    given(...onNotice, objected, settled('ObjectionUpheld'))
      .when(decide([choice()], late))
      .thenRefused('organization.honourSelection.notPutForward', { nominationId: 'n-1' });
    given(...onNotice, objected)
      .when(settle(false))
      .then(settled('ObjectionDismissed'));
    given(...onNotice, objected, settled('ObjectionDismissed'))
      .when(settle(false))
      .thenNothing();
  });
});

describe('The bar against employers on the arrears list', () => {
  it('BL-09: needs an answer; while nobody can give it, the office shows the result of its own look', () => {
    given(...onNotice)
      .when(decide([{ ...choice(), arrearsCheck: undefined as never }]))
      .thenRefused('organization.honourSelection.arrearsAnswerMissing', { unitId: 'first-highway' });
    given(...onNotice)
      .when(decide())
      .then(honoured('n-1', { answeredBy: 'nominatingOffice', ...ownCheck() }), decided());
  });
  it('BL-09: refuses a listed employer, whoever says that it is listed', () => {
    given(...onNotice)
      .when(decide([choice('n-1', ownCheck('2026-03-17', true))]))
      .thenRefused('organization.honourSelection.onArrearsList', { unitId: 'first-highway' });
    given(...onNotice)
      .when(decide([choice()], { arrearsAnswers: answers(true) }))
      .thenRefused('organization.honourSelection.onArrearsList', { unitId: 'first-highway' });
  });
  it('BL-09: puts on record what the list itself answered, before what the office saw there', () =>
    given(...onNotice)
      .when(decide([choice()], { arrearsAnswers: answers(false) }))
      .then(honoured('n-1', { answeredBy: 'arrearsList', listed: false, checkedOn: day('2026-03-17') }), decided()));
  it('BL-09: takes no look from before the notice: of 9 March, not of 8 March', () => {
    given(...onNotice)
      .when(decide([choice('n-1', ownCheck('2026-03-09'))]))
      .then(honoured('n-1', { answeredBy: 'nominatingOffice', ...ownCheck('2026-03-09') }), decided());
    given(...onNotice)
      .when(decide([choice('n-1', ownCheck('2026-03-08'))]))
      .thenRefused('organization.honourSelection.arrearsCheckTooOld', { from: '2026-03-09' });
    given(...onNotice)
      .when(decide([choice('n-1', ownCheck('2026-03-18'))]))
      .thenRefused('organization.honourSelection.arrearsCheckTooOld');
  });
});

describe('The share of industrial workers among those honoured (CC-04b)', () => {
  const office = { industrialWorker: false };
  const two = [opened(), ...putForward('n-1'), ...putForward('n-2', office), posted];
  const both = [choice('n-1'), choice('n-2')];
  it('may stay as it was: one of two after one of two', () =>
    given(...two)
      .when(decide(both, { previousShare: { workers: 1, persons: 2 } }))
      .then(honoured('n-1'), honoured('n-2'), decided(2, 1)));
  it('falls only with a reason: one of two after two of three', () => {
    const previousShare = { workers: 2, persons: 3 };
    given(...two)
      .when(decide(both, { previousShare }))
      .thenRefused('organization.honourSelection.workersShareFell');
    given(...two)
      .when(decide(both, { previousShare, whyWorkersShareFell: '本届申报人数减少' }))
      .then(honoured('n-1'), honoured('n-2'), decided(2, 1, 2, '本届申报人数减少'));
  });
});

describe('The monthly advanced (JX-51a, JX-51b)', () => {
  const team = { candidateKind: 'labourTeam' as const };
  const month = [
    opened('monthlyAdvanced', '2026-02'),
    ...putForward('t-1', team),
    ...putForward('t-2', team),
    ...putForward('n-1'),
    ...putForward('n-2'),
    scored('t-1', 9_550),
    scored('t-2', 9_120),
    posted,
  ];
  it('is selected for a month', () => {
    given().when(open('monthlyAdvanced', '2026-02')).then(opened('monthlyAdvanced', '2026-02'));
    given().when(open('monthlyAdvanced', '2026')).thenRefused('organization.honourSelection.monthlyNeedsMonth');
  });
  it('JX-51a: is one labour team, not none and not two', () => {
    given(...month)
      .when(decide([choice('t-1'), choice('n-1'), choice('n-2')]))
      .then(honoured('t-1'), honoured('n-1'), honoured('n-2'), decided(3, 2, 2));
    given(...month)
      .when(decide([choice('n-1'), choice('n-2')]))
      .thenRefused('organization.honourSelection.monthlyNeedsOneTeam', { teams: 0 });
    given(...month)
      .when(decide([choice('t-1'), choice('t-2'), choice('n-1'), choice('n-2')]))
      .thenRefused('organization.honourSelection.monthlyNeedsOneTeam', { teams: 2 });
  });
  it('JX-51a: scores every labour team that was put forward before one is decided for', () => {
    const one = [opened('monthlyAdvanced', '2026-02'), ...putForward('t-1', team), ...putForward('t-2', team)];
    const workers = [...putForward('n-1'), ...putForward('n-2')];
    given(...one, ...workers, scored('t-1', 9_550), posted)
      .when(decide([choice('t-1'), choice('n-1'), choice('n-2')]))
      .thenRefused('organization.honourSelection.teamsNotScored', { unscored: 1 });
  });
  it('JX-51a: scores a team anew by another score, told once, and no more when it is decided', () => {
    given(...month)
      .when(score('t-1', 9_550, '2026-03-17'))
      .thenNothing();
    given(...month)
      .when(score('t-1', 9_400, '2026-03-17'))
      .then(scored('t-1', 9_400, '2026-03-17'));
    given(...month)
      .when(score('t-3', 9_400))
      .thenRefused('organization.honourSelection.nominationUnknown');
    given(...month, honoured('t-1'), honoured('n-1'), honoured('n-2'), decided(3, 2, 2))
      .when(score('t-1', 9_400, '2026-03-18'))
      .thenRefused('organization.honourSelection.decidedAlready');
  });
  it('JX-51b: cannot be closed with fewer than two workers', () =>
    given(...month)
      .when(decide([choice('t-1'), choice('n-1')]))
      .thenRefused('organization.honourSelection.monthlyNeedsWorkers', { least: 2, workers: 1 }));
});

describe('A reward (JX-51c)', () => {
  const over = [...onNotice, honoured(), decided()];
  const paying = (paymentId: string, paidFen: number, paidOn = '2026-03-17') => ({
    ...{ selectionId, paymentId, nominationId: 'n-1', payeeId: 'w-n-1', paidFen: fen(paidFen) },
    ...{ paidOn: day(paidOn), evidence: [] },
  });
  const pay = (...of: Parameters<typeof paying>): HonourSelectionWish => ({
    type: 'RecordRewardPayment',
    data: paying(...of),
  });
  const paid = (...of: Parameters<typeof paying>): HonourSelectionEvent => ({
    type: 'HonourRewardPaid',
    data: paying(...of),
  });
  it('is paid up to what was granted, whole or in parts, not one fen more', () => {
    given(...over)
      .when(pay('p-1', 500_000))
      .then(paid('p-1', 500_000));
    given(...over)
      .when(pay('p-1', 500_001))
      .thenRefused('organization.honourSelection.moreThanGranted', { owedFen: 500_000 });
    given(...over, paid('p-1', 499_999))
      .when(pay('p-2', 1))
      .then(paid('p-2', 1));
    given(...over, paid('p-1', 499_999))
      .when(pay('p-2', 2))
      .thenRefused('organization.honourSelection.moreThanGranted', { owedFen: 1 });
  });
  it('is told once, not before the decision and not of a day before it', () => {
    given(...over, paid('p-1', 1))
      .when(pay('p-1', 1))
      .thenNothing();
    given(...over, paid('p-1', 1))
      .when(pay('p-1', 2))
      .thenRefused('organization.honourSelection.paymentToldOtherwise');
    given(...onNotice)
      .when(pay('p-1', 1))
      .thenRefused('organization.honourSelection.notDecided');
    given(...over)
      .when(pay('p-1', 1, '2026-03-16'))
      .thenRefused('organization.honourSelection.beforeLastEntry', { lastOn: '2026-03-17' });
  });
});

describe('What a selection names', () => {
  it('CC-04b: is a round before of the same honour and unit that was decided', () => {
    const next = { ...open(), data: { ...round(), previousSelectionId: 'selection-0' } } as HonourSelectionWish & {
      type: 'OpenHonourSelection';
    };
    const { honour, unitId } = round();
    const previous = { honour, unitId, isDecided: true };
    given()
      .when({ ...next, previous })
      .then({ type: 'HonourSelectionOpened', data: next.data });
    for (const other of [
      undefined,
      { ...previous, isDecided: false },
      { ...previous, unitId: 'lot-9' },
      { ...previous, honour: 'craftsmanTitle' as const },
    ]) {
      given()
        .when({ ...next, previous: other })
        .thenRefused('organization.honourSelection.previousDoesNotFit');
    }
  });
  it('BL-09: are units that there are: an employer whom nobody knows could not be looked up on the arrears list', () =>
    given(opened())
      .when({ ...nominate(), unknownUnitIds: ['nobody'] } as HonourSelectionWish)
      .thenRefused('organization.honourSelection.unitUnknown', { unitId: 'nobody' }));
});

describe('A Worker Pioneer', () => {
  const good = {
    wageArrears: false,
    socialInsuranceUnpaid: false,
    hasTradeUnion: true,
    hasWorkersCongress: true,
    hasCollectiveContract: true,
  };
  const pioneer = (pioneerConditions: NominateForHonour['pioneerConditions']) =>
    nominate('n-1', { ...(pioneerConditions && { pioneerConditions }) });
  const barred = 'organization.honourSelection.barredFromPioneer';
  it('RW-11: tells how its unit stands', () => {
    given(opened('workerPioneer'))
      .when(pioneer(undefined))
      .thenRefused('organization.honourSelection.pioneerConditionsMissing');
    given(opened('workerPioneer'))
      .when(pioneer(good), { actor: 'user:lot-3' })
      .then(nominated('n-1', { pioneerConditions: good }));
  });
  it.each([
    ['wageArrears', { wageArrears: true }],
    ['socialInsuranceUnpaid', { socialInsuranceUnpaid: true }],
    ['noTradeUnion', { hasTradeUnion: false }],
    ['noWorkersCongress', { hasWorkersCongress: false }],
    ['noCollectiveContract', { hasCollectiveContract: false }],
  ])('RW-11: is barred by %s', (bar, changes) =>
    given(opened('workerPioneer'))
      .when(pioneer({ ...good, ...changes }))
      .thenRefused(barred, { bar }),
  );
  it('RW-11: waits three years after an accident: nominated on 2026-02-20, one of 2023-02-20 is over, of the next day not', () => {
    const over = { ...good, lastIncidentOn: day('2023-02-20') };
    given(opened('workerPioneer'))
      .when(pioneer(over), { actor: 'user:lot-3' })
      .then(nominated('n-1', { pioneerConditions: over }));
    given(opened('workerPioneer'))
      .when(pioneer({ ...good, lastIncidentOn: day('2023-02-21') }))
      .thenRefused(barred, { bar: 'recentIncident' });
  });
});

describe('An honour that was given', () => {
  const data = {
    selectionId,
    nominationId: 'n-1',
    reason: 'falseClaim' as const,
    note: '业绩不实',
    withdrawnOn: day('2026-10-20'),
  };
  const withdraw: HonourSelectionWish = { type: 'WithdrawHonour', data };
  const withdrawn: HonourSelectionEvent = { type: 'HonourWithdrawn', data };
  it('RW-11: is taken back, once', () => {
    given(...onNotice, honoured(), decided())
      .when(withdraw)
      .then(withdrawn);
    given(...onNotice, honoured(), decided(), withdrawn)
      .when(withdraw)
      .thenNothing();
  });
  it('must have been given', () =>
    given(...onNotice)
      .when(withdraw)
      .thenRefused('organization.honourSelection.notHonoured'));
});
