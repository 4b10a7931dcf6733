import { day, fen } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
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
