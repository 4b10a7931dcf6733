import {
  type FigureEvent,
  type StandingBreakdown,
  type StandingIndicatorLine,
  type StandingIndicatorsAnswer,
  UnitClosed,
  UnitEstablished,
  type UnitKind,
  UnitMoved,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { figureKeyOf } from '../indicator-ledger/figure-key';
import { recomputeBalances } from '../indicator-ledger/recompute-balances';
import { EventsInMemory } from '../testing/events-in-memory';
import { RunningReadModels } from '../testing/running-read-models';
import { StandingBreakdownQuery } from './standing-breakdown.query';
import { StandingIndicatorsQuery } from './standing-indicators.query';

describe('The standing indicators of an organization', () => {
  const log = new EventsInMemory();
  let models: RunningReadModels;

  const establish = (unitId: string, kind: UnitKind, parentId: string | undefined, establishedOn: string): number =>
    log.record(UnitEstablished, `unit-${unitId}`, {
      unitId,
      kind,
      name: unitId,
      ...(parentId !== undefined && { parentId }),
      establishedOn: day(establishedOn),
    });

  beforeAll(async () => {
    establish('cccc', 'group', undefined, '2020-01-01');
    establish('harbour', 'company', 'cccc', '2020-01-01');
    establish('highway', 'company', 'cccc', '2020-01-01');
    establish('bridge', 'project', 'highway', '2026-01-10');
    establish('rebar', 'crew', 'bridge', '2026-02-01');
    establish('formwork', 'crew', 'bridge', '2026-03-01');
    log.record(UnitMoved, 'unit-bridge', { unitId: 'bridge', parentId: 'harbour', movedOn: day('2026-06-01') });
    log.record(UnitClosed, 'unit-rebar', { unitId: 'rebar', closedOn: day('2026-09-30'), reason: '完工' });
    models = await RunningReadModels.start(log);
    await models.caughtUp();
  });

  afterAll(() => models.stop());

  const asked = (
    organization: string,
    asOf: { asOfDay?: string; asOfPosition?: number } = {},
  ): Promise<StandingIndicatorsAnswer> => {
    const { asOfDay, asOfPosition } = asOf;
    return new StandingIndicatorsQuery(models.reading).answer(
      {
        organization,
        ...(asOfDay !== undefined && { asOfDay: day(asOfDay) }),
        ...(asOfPosition !== undefined && { asOfPosition }),
      },
      {},
    );
  };
  const line = async (indicator: string, ...how: Parameters<typeof asked>): Promise<StandingIndicatorLine> =>
    (await asked(...how)).indicators.find((each) => each.indicator === indicator)!;
  const crews = async (...how: Parameters<typeof asked>): Promise<number> =>
    (await line('openCrews', ...how)).numerator.value;
  const opened = async ({ numerator }: StandingIndicatorLine): Promise<FigureEvent[]> =>
    (await models.figureEvents.answer(figureKeyOf(numerator.figure), {}, {})).events;

  it('count what stands at the newest event', async () => {
    expect(await crews('cccc')).toBe(1);
    expect((await line('openProjects', 'cccc')).numerator.value).toBe(1);
  });

  it('count what stood on a day', async () => {
    expect(await crews('cccc', { asOfDay: '2026-01-31' })).toBe(0);
    expect(await crews('cccc', { asOfDay: '2026-02-01' })).toBe(1);
    expect(await crews('cccc', { asOfDay: '2026-09-29' })).toBe(2);
    expect(await crews('cccc', { asOfDay: '2026-09-30' })).toBe(1);
  });

  it('count what was known at a position', async () => {
    expect(await crews('cccc', { asOfPosition: 4, asOfDay: '2026-12-31' })).toBe(1);
    expect(await crews('cccc', { asOfPosition: 5, asOfDay: '2026-12-31' })).toBe(2);
  });

  it('roll up along the tree as it stood on both clocks', async () => {
    expect(await crews('highway', { asOfDay: '2026-05-31' })).toBe(2);
    expect(await crews('harbour', { asOfDay: '2026-05-31' })).toBe(0);
    expect(await crews('highway', { asOfDay: '2026-06-01' })).toBe(0);
    expect(await crews('harbour', { asOfDay: '2026-06-01' })).toBe(2);
  });

  it('open to the events that add up to them', async () => {
    const events = await opened(await line('openCrews', 'harbour'));
    expect(events.map(({ type, amount, day: on }) => [type, amount, on])).toEqual([
      ['UnitEstablished', 1, '2026-02-01'],
      ['UnitEstablished', 1, '2026-03-01'],
      ['UnitClosed', -1, '2026-09-30'],
    ]);
  });

  it('tell their area and their unit, as do the figures that they open to, with whose they are and when', async () => {
    const asOf = { asOfDay: '2026-09-29' };
    const rewards = await line('mobileRedFlagRewards', 'harbour', asOf);
    expect(rewards).toMatchObject({ area: 'honours', unit: 'fen' });
    expect(await line('matterDaysAtCrew', 'harbour', asOf)).toMatchObject({ area: 'matters', unit: 'days' });
    expect(await line('openCrews', 'harbour', asOf)).not.toHaveProperty('unit');
    const answer = await models.figureEvents.answer(figureKeyOf(rewards.numerator.figure), {}, {});
    const clocks = { day: '2026-09-29', position: log.head };
    expect(answer).toMatchObject({ unit: 'fen', organizationId: 'harbour', asOf: clocks });
    expect(answer).not.toHaveProperty('since');
  });

  it('set the crews that a manager answers for against all that stand, at 100 percent (QD-13)', async () => {
    const before = log.head;
    for (const unitId of ['formwork', 'pile']) {
      log.record('CrewFormed', `crew-${unitId}`, { unitId, trade: '020', formedOn: '2026-03-01' });
    }
    const assigned = { unitId: 'formwork', managerId: 'zhao', duties: ['到班组'], fromDay: '2026-10-01' };
    log.record('CrewSupportAssigned', 'crew-formwork', { assignmentId: 's1', ...assigned });
    establish('pile', 'crew', 'harbour', '2026-03-01');
    await models.caughtUp();
    const rate = (organization: string, asOfDay: string, asOfPosition = log.head) =>
      line('crewsWithStationedManagerRate', organization, { asOfDay, asOfPosition });
    const target = { provisionId: 'QD-13', leastBasisPoints: 10_000 };
    expect(await rate('harbour', '2026-10-01')).toMatchObject({ shareBasisPoints: 5_000, target, attained: false });
    expect(await rate('harbour', '2026-09-30')).toMatchObject({ shareBasisPoints: 0, attained: false });
    expect(await rate('bridge', '2026-10-01')).toMatchObject({ shareBasisPoints: 10_000, attained: true });
    expect(await rate('bridge', '2026-10-01', before)).toMatchObject({ shareBasisPoints: null, attained: null });
  });

  it('set the crews of labour subcontractors that are covered and evaluated against all of them (QD-51)', async () => {
    const form = (unitId: string, labourSubcontractorId?: string) => {
      establish(unitId, 'crew', 'highway', '2026-03-01');
      const formed = { unitId, trade: '020', formedOn: '2026-03-01', labourSubcontractorId };
      log.record('CrewFormed', `crew-${unitId}`, formed);
      const led = { unitId, workerId: 'wang', appointedOn: '2026-03-02' };
      log.record('CrewLeaderAppointed', `crew-${unitId}`, led);
      const assigned = { unitId, assignmentId: 's1', managerId: 'zhao', duties: ['到班组'], fromDay: '2026-03-02' };
      log.record('CrewSupportAssigned', `crew-${unitId}`, assigned);
    };
    for (const unitId of ['sub-1', 'sub-2']) form(unitId, 'labour');
    form('own-1');
    for (const unitId of ['sub-1', 'own-1']) {
      const stars = { qualityStars: 5, progressStars: 5, safetyStars: 5 };
      log.record('CrewReviewed', `crew-${unitId}`, { unitId, reviewId: 'r1', ...stars, reviewedOn: '2026-05-08' });
    }
    await models.caughtUp();
    const rate = (indicator: string, asOfDay: string) => line(indicator, 'highway', { asOfDay });
    const evaluated = 'subcontractorCrewsCoveredAndEvaluatedRate';
    expect(await rate('subcontractorCrewsCoveredRate', '2026-05-08')).toMatchObject({ shareBasisPoints: 10_000 });
    expect(await rate(evaluated, '2026-05-07')).toMatchObject({ shareBasisPoints: 0 });
    expect(await rate(evaluated, '2026-05-08')).toMatchObject({ shareBasisPoints: 5_000 });
    expect(await rate(evaluated, '2027-05-07')).toMatchObject({ shareBasisPoints: 5_000 });
    expect(await rate(evaluated, '2027-05-08')).toMatchObject({ shareBasisPoints: 0 });
    const open = await opened(await rate(evaluated, '2026-05-08'));
    expect(open.map(({ type, unitId }) => [type, unitId])).toEqual([['CrewReviewed', 'sub-1']]);
  });

  describe('open to the units below', () => {
    const below = async (organization: string, asked: Partial<StandingBreakdown> = {}) => {
      const query: StandingBreakdown = { organization, indicator: 'openCrews', level: 'crews', ...asked };
      const { units, nextCursor } = await new StandingBreakdownQuery(models.reading).answer(query, {});
      return { units: units.map(({ unitId, line }) => `${unitId} ${line.numerator.value}`), nextCursor };
    };

    it('down to each crew, on both clocks (QD-03)', async () => {
      expect((await below('harbour', { asOfDay: day('2026-09-29') })).units).toEqual([
        'formwork 1',
        'pile 1',
        'rebar 1',
      ]);
      expect((await below('harbour', { asOfDay: day('2026-09-30') })).units).toEqual([
        'formwork 1',
        'pile 1',
        'rebar 0',
      ]);
      expect((await below('bridge', { asOfDay: day('2026-02-01') })).units).toEqual(['rebar 1']);
    });
    it('to those directly below, each with all that stood below it (QD-03)', async () => {
      const children = { level: 'children' } as const;
      expect((await below('cccc', { ...children, asOfDay: day('2026-05-31') })).units).toEqual([
        'harbour 1',
        'highway 5',
      ]);
      expect((await below('cccc', { ...children, asOfDay: day('2026-06-01') })).units).toEqual([
        'harbour 3',
        'highway 3',
      ]);
      expect((await below('highway', { ...children, asOfDay: day('2026-05-31') })).units).toEqual([
        ...['bridge 2', 'own-1 1', 'sub-1 1', 'sub-2 1'],
      ]);
    });
    it('as they were known at a position', async () =>
      expect((await below('cccc', { level: 'children', asOfPosition: 5, asOfDay: day('2026-05-31') })).units).toEqual([
        ...['harbour 0', 'highway 2'],
      ]));
    it('with figures that add up to the one above, and open to the same events', async () => {
      const query = { organization: 'cccc', indicator: 'crewsWithStationedManagerRate', level: 'crews' } as const;
      const { units } = await new StandingBreakdownQuery(models.reading).answer(query, {});
      const whole = await line(query.indicator, 'cccc');
      expect(units.reduce((sum, { line: { numerator } }) => sum + numerator.value, 0)).toBe(whole.numerator.value);
      const events = await Promise.all(units.map(({ line }) => opened(line)));
      expect(
        events
          .flat()
          .map(({ eventId }) => eventId)
          .sort(),
      ).toEqual((await opened(whole)).map(({ eventId }) => eventId).sort());
    });
    it('page by page', async () => {
      const first = await below('highway', { limit: 2, asOfDay: day('2026-12-01') });
      expect(first).toEqual({ units: ['own-1 1', 'sub-1 1'], nextCursor: 'sub-1' });
      expect((await below('highway', { cursor: 'sub-1', asOfDay: day('2026-12-01') })).units).toEqual(['sub-2 1']);
    });
    it('where there is such an indicator', () =>
      expect(() => below('cccc', { indicator: 'noIndicator' })).rejects.toMatchObject({
        code: 'reporting.indicatorUnknown',
      }));
  });

  it('are kept as what the postings add up to', async () => {
    expect(await recomputeBalances(models.dataSource.manager)).toEqual([]);
  });
});
