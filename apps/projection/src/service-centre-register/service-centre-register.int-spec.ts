import type { PartyMassServiceCentres } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { ServiceCentresQuery } from './service-centres.query';

describe('The register of Party-mass service centres', () => {
  const log = new EventsInMemory();
  let models: RunningReadModels;

  const centreId = 'linjiang';
  const tell = (type: string, data: object) =>
    log.record(type, `partyMassServiceCentre-${centreId}`, { centreId, ...data });
  const use = (type: string, on: string, data: object) =>
    log.record(type, `partyMassServiceCentreUse-${centreId}~${on.slice(0, 7)}`, { centreId, ...data });
  const book = (bookingId: string, bookedFor: string) =>
    use('PartyMassServiceCentreBooked', bookedFor, {
      bookingId,
      unitId: 'steel',
      purpose: '党日',
      persons: 28,
      bookedFor,
    });
  const count = (visitedOn: string, visits: number) =>
    use('PartyMassServiceCentreVisitsCounted', visitedOn, { visitedOn, visits });

  beforeAll(async () => {
    const group = new ExampleGroup(log);
    group.unit('haimen', 'governmentBody');
    for (const unitId of ['linjiang-park', 'port-park', 'tech-park']) group.unit(unitId, 'industrialPark', 'haimen');
    const offer = { areaSquareMetres: 860, services: ['职工书屋'], openingHours: '08:30-20:30' };
    const opening = { parkUnitId: 'linjiang-park', name: '服务中心', place: '临江大道188号', openedOn: '2026-01-15' };
    tell('PartyMassServiceCentreOpened', { ...offer, ...opening });
    tell('PartyMassServiceCentreRevised', { ...offer, areaSquareMetres: 960, revisedOn: '2026-05-01' });
    book('b-1', '2026-05-01');
    book('b-2', '2026-05-31');
    book('b-3', '2026-06-01');
    book('b-4', '2026-05-16');
    use('PartyMassServiceCentreBookingCancelled', '2026-05-16', {
      bookingId: 'b-4',
      reason: '改期',
      bookedFor: '2026-05-16',
    });
    count('2026-04-30', 50);
    count('2026-05-01', 100);
    count('2026-05-31', 30);
    count('2026-05-01', 120);
    tell('PartyMassServiceCentreClosed', { reason: '迁址', closedOn: '2026-10-01' });
    models = await RunningReadModels.start(log);
  });

  afterAll(() => models.stop());

  const answer = (toDay: string, asked: Partial<PartyMassServiceCentres> = {}) =>
    new ServiceCentresQuery(models.reading).answer(
      { organization: 'haimen', fromDay: day('2026-05-01'), toDay: day(toDay), ...asked },
      { after: log.head },
    );

  it('HM-03h: shows each park with its centres, and counts the bookings and visits of a period', async () => {
    const { rows } = await answer('2026-05-31');
    expect(rows).toEqual([
      {
        parkUnitId: 'linjiang-park',
        name: '单位 linjiang-park',
        centres: [
          {
            ...{ centreId, name: '服务中心', place: '临江大道188号', areaSquareMetres: 960, services: ['职工书屋'] },
            ...{
              openingHours: '08:30-20:30',
              openedOn: '2026-01-15',
              closedOn: '2026-10-01',
              bookings: 2,
              visits: 150,
            },
          },
        ],
      },
      { parkUnitId: 'port-park', name: '单位 port-park', centres: [] },
      { parkUnitId: 'tech-park', name: '单位 tech-park', centres: [] },
    ]);
  });

  it('HM-03h: shows the parks without a centre that is open on the last day', async () => {
    const without = async (toDay: string) => {
      const { parks, parksWithCentre, rows } = await answer(toDay, { without: 'true' });
      return [parks, parksWithCentre, rows.map(({ parkUnitId }) => parkUnitId)];
    };
    expect(await without('2026-09-30')).toEqual([3, 1, ['port-park', 'tech-park']]);
    expect(await without('2026-10-01')).toEqual([3, 0, ['linjiang-park', 'port-park', 'tech-park']]);
  });

  it('is read page by page', async () => {
    const first = await answer('2026-05-31', { limit: 2 });
    const second = await answer('2026-05-31', { limit: 2, cursor: first.nextCursor! });
    expect(second.rows.map(({ parkUnitId }) => parkUnitId)).toEqual(['tech-park']);
    expect(second.nextCursor).toBeNull();
  });
});
