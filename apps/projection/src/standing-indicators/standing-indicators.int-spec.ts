import {
  type FigureEvent,
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

  it('are kept as what the postings add up to', async () => {
    expect(await recomputeBalances(models.dataSource.manager)).toEqual([]);
  });
});
