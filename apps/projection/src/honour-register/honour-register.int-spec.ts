import { day, fen } from '@gongyou/domain';
import { figureKeyOf } from '../indicator-ledger/figure-key';
import { StandingIndicatorsQuery } from '../standing-indicators/standing-indicators.query';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { HonourRewardsQuery } from './honour-rewards.query';
import { HonoursQuery } from './honours.query';

describe('The register of honours', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;
  const settled = () => ({ after: unions.log.head });

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory()).enterprise('hongda').enterprise('jianda');
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const tell = (type: string, data: object, selectionId = 's-1') =>
    unions.log.record(type, `honourSelection-${selectionId}`, { selectionId, ...data });
  const open = (selectionId = 's-1', honour = 'excellentWorker', period = '2026') =>
    tell(
      'HonourSelectionOpened',
      {
        ...{ honour, level: 'city', spirit: 'labour', title: '优秀工人', unitId: 'haimen', period, criteria: '无事故' },
        ...{ noticeWorkingDays: 5, openedOn: day('2026-02-02') },
      },
      selectionId,
    );
  const nominate = (nominationId: string, nominatingUnitId = 'hongda', candidateKind = 'worker') =>
    tell('CandidateNominated', {
      ...{ nominationId, candidateKind, candidateId: `w-${nominationId}`, employerUnitId: 'hongda', nominatingUnitId },
      ...{ industrialWorker: true, employmentForm: 'subcontracted', merits: '带徒三人', evidence: [] },
      ...{ consentedOn: day('2026-02-10'), nominatedOn: day('2026-02-20'), nominatedBy: 'user:a' },
    });
  const review = (nominationId: string, type = 'NominationPutForward') =>
    tell(type, { nominationId, opinion: '属实', reviewedOn: day('2026-03-05') });
  const give = (nominationId: string) =>
    tell('HonourGiven', {
      ...{ nominationId, certificateNumber: '证1', rewardFen: fen(500_000), givenOn: day('2026-03-19') },
      arrearsAnswer: { answeredBy: 'nominatingOffice', listed: false, checkedOn: day('2026-03-17') },
    });

  const selections = async (asked = {}) =>
    (await new HonoursQuery(models.reading).selections({ organization: 'haimen', ...asked }, settled())).selections;
  const honours = async (asked = {}) =>
    (await new HonoursQuery(models.reading).honours({ organization: 'haimen', ...asked }, settled())).honours;

  it('QD-62, CC-04a: shows a round at each stage, and each candidate as far as it came', async () => {
    open();
    for (const id of ['n-1', 'n-2', 'n-3']) nominate(id);
    review('n-1');
    review('n-2');
    review('n-3', 'NominationTurnedDown');
    expect(await selections()).toMatchObject([{ stage: 'nominating', nominations: 3, noticeStandsUntil: null }]);
    tell('HonourNoticePosted', {
      ...{ place: '网站', postedOn: day('2026-03-09'), standsUntil: day('2026-03-16'), provisional: false },
    });
    const objection = { objectionId: 'o-1', nominationId: 'n-2' };
    tell('NominationObjectedTo', { ...objection, grounds: '不实', objectedOn: day('2026-03-12') });
    expect(await selections()).toMatchObject([
      { stage: 'onNotice', openObjections: 1, noticeStandsUntil: '2026-03-16' },
    ]);
    tell('ObjectionUpheld', { ...objection, finding: '属实', settledOn: day('2026-03-18') });
    give('n-1');
    tell('HonourSelectionDecided', {
      ...{ documentNumber: '12号', honoured: 1, honouredWorkers: 1, honouredPersons: 1, decidedOn: day('2026-03-19') },
    });
    expect(await selections()).toMatchObject([
      { stage: 'decided', openObjections: 0, honoured: 1, honouredWorkers: 1, decidedOn: '2026-03-19' },
    ]);
    expect((await honours()).map(({ nominationId, standing }) => [nominationId, standing])).toEqual([
      ['n-1', 'honoured'],
      ['n-2', 'turnedDown'],
      ['n-3', 'turnedDown'],
    ]);
  });

  it('BL-09: shows who said that the employer is not on the arrears list', async () => {
    open();
    nominate('n-1');
    review('n-1');
    give('n-1');
    expect(await honours()).toEqual([
      {
        ...{ selectionId: 's-1', nominationId: 'n-1', honour: 'excellentWorker', candidateKind: 'worker' },
        ...{ candidateId: 'w-n-1', employerUnitId: 'hongda', nominatingUnitId: 'hongda', industrialWorker: true },
        ...{ employmentForm: 'subcontracted', standing: 'honoured', certificateNumber: '证1', rewardFen: 500_000 },
        ...{ givenOn: '2026-03-19', arrearsAnsweredBy: 'nominatingOffice', withdrawnOn: null, withdrawalReason: null },
        ...{ scoreHundredths: null, paidFen: 0 },
      },
    ]);
  });

  it('RW-11: keeps an honour that was taken back, with the day and the reason', async () => {
    open();
    nominate('n-1');
    review('n-1');
    give('n-1');
    tell('HonourWithdrawn', {
      ...{ nominationId: 'n-1', reason: 'falseClaim', note: '业绩不实', withdrawnOn: day('2026-10-20') },
    });
    expect(await honours()).toMatchObject([
      { standing: 'withdrawn', givenOn: '2026-03-19', withdrawnOn: '2026-10-20', withdrawalReason: 'falseClaim' },
    ]);
  });

  it('CC-04b: sets the share of industrial workers of each round against that of the round before', async () => {
    const decide = (selectionId: string, honouredWorkers: number, honouredPersons: number) => {
      const counts = { honoured: honouredPersons, honouredWorkers, honouredPersons };
      tell('HonourSelectionDecided', { documentNumber: '12号', ...counts, decidedOn: day('2026-03-19') }, selectionId);
    };
    const opening = { honour: 'modelWorker', level: 'city', spirit: 'labour', title: '劳模', unitId: 'haimen' };
    const after = (selectionId: string, previousSelectionId: string) =>
      tell(
        'HonourSelectionOpened',
        {
          ...{ ...opening, period: '2026', criteria: '贡献', noticeWorkingDays: 5, openedOn: day('2026-02-02') },
          previousSelectionId,
        },
        selectionId,
      );
    open('s-1');
    decide('s-1', 1, 3);
    after('s-2', 's-1');
    decide('s-2', 2, 6);
    after('s-3', 's-2');
    decide('s-3', 3, 6);
    after('s-4', 's-3');
    expect(
      (await selections()).map(({ workersBasisPoints, previousWorkersBasisPoints, workersShareRose }) => [
        workersBasisPoints,
        previousWorkersBasisPoints,
        workersShareRose,
      ]),
    ).toEqual([
      [3_333, null, null],
      [3_333, 3_333, false],
      [5_000, 3_333, true],
      [null, 5_000, null],
    ]);
  });

  describe('of the monthly advanced', () => {
    const project = 'lot-3';
    const month = (selectionId: string, period: string, team: string, decidedOn: string) => {
      const round = {
        honour: 'monthlyAdvanced',
        level: 'project',
        spirit: 'labour',
        title: '流动红旗',
        unitId: project,
      };
      const opening = { ...round, period, criteria: '无事故', noticeWorkingDays: 1, openedOn: day(decidedOn) };
      tell('HonourSelectionOpened', opening, selectionId);
      for (const [nominationId, candidateKind, candidateId] of [
        ['t-1', 'labourTeam', team],
        ['n-1', 'worker', 'w-1'],
      ]) {
        const candidate = { nominationId, candidateKind, candidateId, employerUnitId: 'hongda', merits: '先进' };
        const work = { industrialWorker: true, employmentForm: 'subcontracted', evidence: [], nominatedBy: 'user:a' };
        const on = { nominatingUnitId: project, nominatedOn: day(decidedOn) };
        tell('CandidateNominated', { ...candidate, ...work, ...on }, selectionId);
        const grounds = { grounds: '三项合计', scoredOn: day(decidedOn) };
        tell('CandidateScored', { nominationId, scoreHundredths: 9_550, ...grounds }, selectionId);
        const given = { certificateNumber: `${period}-${nominationId}`, rewardFen: fen(500_000) };
        const arrearsAnswer = { answeredBy: 'nominatingOffice', listed: false, checkedOn: day(decidedOn) };
        tell('HonourGiven', { nominationId, ...given, arrearsAnswer, givenOn: day(decidedOn) }, selectionId);
      }
      const counts = { honoured: 2, honouredWorkers: 1, honouredPersons: 1 };
      tell('HonourSelectionDecided', { documentNumber: '1号', ...counts, decidedOn: day(decidedOn) }, selectionId);
    };
    const pay = (selectionId: string, paymentId: string, nominationId: string, paidFen: number) =>
      tell(
        'HonourRewardPaid',
        {
          ...{ paymentId, nominationId, payeeId: 'hongda', paidFen: fen(paidFen), paidOn: day('2026-04-10') },
          evidence: [],
        },
        selectionId,
      );
    const rewards = () => new HonourRewardsQuery(models.reading);

    beforeEach(() => {
      unions.group.unit(project, 'project', 'hongda');
      month('m-1', '2026-02', 'team-a', '2026-02-27');
      month('m-2', '2026-03', 'team-b', '2026-03-31');
    });

    it('JX-51a: tells who has held the flag, until it moved on, and with which score', async () => {
      const { holders } = await rewards().flagHolders({ organization: 'haimen' }, settled());
      expect(holders).toEqual([
        {
          ...{ unitId: project, selectionId: 'm-1', month: '2026-02', teamUnitId: 'team-a', scoreHundredths: 9_550 },
          ...{ certificateNumber: '2026-02-t-1', heldFrom: '2026-02-27', heldUntil: '2026-03-31' },
        },
        {
          ...{ unitId: project, selectionId: 'm-2', month: '2026-03', teamUnitId: 'team-b', scoreHundredths: 9_550 },
          ...{ certificateNumber: '2026-03-t-1', heldFrom: '2026-03-31', heldUntil: null },
        },
      ]);
      const second = await rewards().flagHolders({ organization: project, limit: 1, cursor: `${project}.m-1` }, {});
      expect(second.holders.map(({ selectionId }) => selectionId)).toEqual(['m-2']);
      expect((await rewards().flagHolders({ organization: 'jianda' }, {})).holders).toEqual([]);
    });

    it('JX-51c: sums the rewards paid per project, with payee, day and the number of the certificate', async () => {
      pay('m-1', 'p-1', 't-1', 500_000);
      pay('m-1', 'p-2', 'n-1', 100_000);
      pay('m-2', 'p-1', 't-1', 300_000);
      const { byUnit, payments } = await rewards().payments({ organization: 'haimen' }, settled());
      expect(byUnit).toEqual([{ unitId: project, payments: 3, paidFen: 900_000 }]);
      expect(payments[0]).toEqual({
        ...{ unitId: project, selectionId: 'm-1', paymentId: 'p-1', nominationId: 't-1', honour: 'monthlyAdvanced' },
        ...{ payeeId: 'hongda', paidFen: 500_000, paidOn: '2026-04-10', certificateNumber: '2026-02-t-1' },
      });
      const first = await rewards().payments({ organization: 'haimen', limit: 2 }, {});
      const next = await rewards().payments({ organization: 'haimen', limit: 2, cursor: first.nextCursor! }, {});
      expect(next.payments.map(({ selectionId, paymentId }) => [selectionId, paymentId])).toEqual([['m-2', 'p-1']]);
      expect((await rewards().payments({ organization: 'haimen', honour: 'modelWorker' }, {})).byUnit).toEqual([]);
      expect(await honours({ candidate: 'team-a' })).toMatchObject([{ paidFen: 500_000, rewardFen: 500_000 }]);
    });

    it('JX-51c, CC-04b: are standing figures that open to their events', async () => {
      pay('m-1', 'p-1', 't-1', 500_000);
      await models.caughtUp();
      const { indicators } = await new StandingIndicatorsQuery(models.reading).answer(
        { organization: 'haimen', asOfDay: day('2026-04-10') },
        {},
      );
      const line = (name: string) => indicators.find(({ indicator }) => indicator === name)!;
      expect(line('mobileRedFlagRewards').numerator.value).toBe(500_000);
      expect(line('industrialWorkerHonoursShare')).toMatchObject({
        ...{ numerator: { value: 2 }, denominator: { value: 2 }, shareBasisPoints: 10_000 },
      });
      const { figure } = line('mobileRedFlagRewards').numerator;
      const { events } = await models.figureEvents.answer(figureKeyOf(figure), {}, {});
      expect(events).toMatchObject([{ type: 'HonourRewardPaid', amount: 500_000, day: '2026-04-10' }]);
    });
  });

  it('can be narrowed, and is read page by page', async () => {
    open('s-1');
    open('s-2', 'monthlyAdvanced', '2026-02');
    nominate('n-1');
    nominate('n-2', 'jianda');
    nominate('n-3', 'jianda', 'crew');
    review('n-2');
    const rounds = async (asked: object) => (await selections(asked)).map(({ selectionId }) => selectionId);
    expect(await rounds({ honour: 'monthlyAdvanced' })).toEqual(['s-2']);
    expect(await rounds({ period: '2026' })).toEqual(['s-1']);
    expect(await rounds({ stage: 'decided' })).toEqual([]);
    expect(await rounds({ limit: 1, cursor: 's-1' })).toEqual(['s-2']);
    const ids = async (asked: object) => (await honours(asked)).map(({ nominationId }) => nominationId);
    expect(await ids({ organization: 'jianda' })).toEqual(['n-2', 'n-3']);
    expect(await ids({ standing: 'putForward' })).toEqual(['n-2']);
    expect(await ids({ candidateKind: 'crew' })).toEqual(['n-3']);
    expect(await ids({ candidate: 'w-n-1' })).toEqual(['n-1']);
    expect(await ids({ honour: 'monthlyAdvanced' })).toEqual([]);
    const { nextCursor } = await new HonoursQuery(models.reading).honours({ organization: 'haimen', limit: 2 }, {});
    expect(await ids({ limit: 2, cursor: nextCursor! })).toEqual(['n-3']);
  });
});
