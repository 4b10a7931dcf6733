import type { EnterpriseGovernance } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { figureKeyOf } from '../indicator-ledger/figure-key';
import { StandingIndicatorsQuery } from '../standing-indicators/standing-indicators.query';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { EnterpriseGovernanceQuery } from './enterprise-governance.query';

describe('The register of the governance of enterprises', () => {
  const log = new EventsInMemory();
  let models: RunningReadModels;

  const tell = (type: string, unitId: string, data: object) =>
    log.record(type, `enterpriseGovernance-${unitId}`, { unitId, ...data });
  const seat = { board: 'directors', workerId: 'w-1', electedBy: 'workersCongress', evidence: [] };
  const term = { electedOn: '2025-05-20', termFrom: '2025-06-01', termUntil: '2028-05-31' };

  beforeAll(async () => {
    const group = new ExampleGroup(log);
    group.unit('haimen', 'governmentBody');
    for (const unitId of ['alloy', 'brick', 'cement', 'dye']) group.unit(unitId, 'company', 'haimen');
    group.unit('alloy-site', 'project', 'alloy');
    tell('PartyBuildingInArticlesRecorded', 'alloy', { included: true, evidence: [], fromDay: '2025-03-18' });
    tell('PartyBuildingInArticlesRecorded', 'brick', { included: false, evidence: [], fromDay: '2025-03-18' });
    const post = {
      organizationPost: 'branchSecretary',
      corporatePost: 'director',
      evidence: [],
      fromDay: '2025-04-01',
    };
    tell('CrossHeldPostRecorded', 'alloy', { crossHeldPostId: 'p-1', ...post });
    tell('EmployeeSeatRecorded', 'alloy', { seatId: 's-1', ...seat, ...term });
    tell('EmployeeSeatRecorded', 'brick', { seatId: 's-1', ...seat, board: 'supervisors', ...term });
    tell('CrossHeldPostEnded', 'alloy', { crossHeldPostId: 'p-1', endedOn: '2026-08-01' });
    tell('PartyBuildingInArticlesRecorded', 'dye', { included: true, evidence: [], fromDay: '2025-03-18' });
    log.record('UnitClosed', 'unit-dye', { unitId: 'dye', closedOn: '2026-09-30', reason: '注销' });
    tell('EnterpriseGovernanceEnded', 'dye', { endedOn: '2026-09-30' });
    models = await RunningReadModels.start(log);
    await models.caughtUp();
  });

  afterAll(() => models.stop());

  const answer = (asOfDay: string, asked: Partial<EnterpriseGovernance> = {}) =>
    new EnterpriseGovernanceQuery(models.reading).answer(
      { organization: 'haimen', asOfDay: day(asOfDay), ...asked },
      { after: log.head },
    );

  it('HM-03c: shows the share of open enterprises with each fact, on any day', async () => {
    const shares = async (asOfDay: string) => {
      const { enterprises, shares: each } = await answer(asOfDay);
      return [enterprises, ...each.map((share) => [share.enterprises, share.basisPoints])];
    };
    expect(await shares('2025-03-17')).toEqual([4, [0, 0], [0, 0], [0, 0], [0, 0]]);
    expect(await shares('2025-05-20')).toEqual([4, [2, 5_000], [1, 2_500], [1, 2_500], [1, 2_500]]);
    expect(await shares('2026-08-01')).toEqual([4, [2, 5_000], [0, 0], [1, 2_500], [1, 2_500]]);
    expect(await shares('2026-09-30')).toEqual([3, [1, 3_333], [0, 0], [1, 3_333], [1, 3_333]]);
  });

  it('HM-04j: shows employee directors and supervisors with election and term, and whose term is over', async () => {
    const { rows } = await answer('2026-07-31');
    expect(rows[0]).toEqual({
      ...{ unitId: 'alloy', name: '单位 alloy', partyBuildingInArticles: true },
      crossHeldPosts: [{ organizationPost: 'branchSecretary', corporatePost: 'director', fromDay: '2025-04-01' }],
      employeeSeats: [
        {
          ...{ seatId: 's-1', board: 'directors', workerId: 'w-1', electedBy: 'workersCongress', ...term },
          isTermOver: false,
        },
      ],
    });
    const termOver = async (asOfDay: string) => (await answer(asOfDay)).rows[0]!.employeeSeats[0]!.isTermOver;
    expect(await termOver('2028-05-31')).toBe(false);
    expect(await termOver('2028-06-01')).toBe(true);
  });

  it.each([
    ['articles', ['brick', 'cement']],
    ['crossHeldPost', ['brick', 'cement', 'dye']],
    ['employeeDirector', ['brick', 'cement', 'dye']],
    ['employeeSupervisor', ['alloy', 'cement', 'dye']],
  ] as const)('HM-03c, HM-04j: lists enterprises without %s', async (lacking, expected) => {
    const { rows } = await answer('2026-07-31', { lacking });
    expect(rows.map(({ unitId }) => unitId)).toEqual(expected);
  });

  it('is read page by page', async () => {
    const first = await answer('2026-07-31', { limit: 2 });
    const second = await answer('2026-07-31', { limit: 2, cursor: first.nextCursor! });
    expect([first, second].map((page) => page.rows.map(({ unitId }) => unitId))).toEqual([
      ['alloy', 'brick'],
      ['cement', 'dye'],
    ]);
  });

  it('HM-03c, HM-04j: stands as indicators that open to their events, and leaves closed enterprises out', async () => {
    const lines = async (asOfDay: string) => {
      const { indicators } = await new StandingIndicatorsQuery(models.reading).answer(
        { organization: 'haimen', asOfDay: day(asOfDay) },
        { after: log.head },
      );
      return (name: string) => indicators.find(({ indicator }) => indicator === name)!;
    };
    const shown = async (asOfDay: string) => {
      const line = await lines(asOfDay);
      return [
        'partyBuildingInArticlesRate',
        'crossHeldPostsRate',
        'employeeDirectorsRate',
        'employeeSupervisorsRate',
      ].map((name) => [line(name).numerator.value, line(name).denominator!.value]);
    };
    expect(await shown('2026-07-31')).toEqual([
      [2, 4],
      [1, 4],
      [1, 4],
      [1, 4],
    ]);
    expect(await shown('2026-09-30')).toEqual([
      [1, 3],
      [0, 3],
      [1, 3],
      [1, 3],
    ]);
    const { numerator } = (await lines('2026-09-30'))('crossHeldPostsRate');
    const { events } = await models.figureEvents.answer(figureKeyOf(numerator.figure), {}, {});
    expect(events.map(({ type, amount, day: on }) => [type, amount, on])).toEqual([
      ['CrossHeldPostRecorded', 1, '2025-04-01'],
      ['CrossHeldPostEnded', -1, '2026-08-01'],
    ]);
  });
});
