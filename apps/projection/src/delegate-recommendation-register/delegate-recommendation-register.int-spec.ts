import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { DelegateRecommendationsQuery } from './delegate-recommendations.query';

describe('The register of recommendations as delegates', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory()).enterprise('hongda').enterprise('jianda');
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const tell = (type: string, recommendationId: string, data: object) =>
    unions.log.record(type, `delegateRecommendation-${recommendationId}`, { recommendationId, ...data });
  const recommend = (id: string, body: string, recommendedOn: string, recommendingUnitId = 'hongda') =>
    tell('DelegateRecommended', id, {
      ...{ workerId: `w-${id}`, body, level: 'county', bodyName: '海门区', skillLevel: 'technician' },
      ...{
        recommendingUnitId,
        grounds: '技术能手',
        consentedOn: day(recommendedOn),
        recommendedOn: day(recommendedOn),
      },
    });
  const list = (year: number, asked = {}) =>
    new DelegateRecommendationsQuery(models.reading).answer(
      { organization: 'haimen', year, ...asked },
      { after: unions.log.head },
    );

  it('HM-04b: counts who was recommended and who was elected in a year, by body', async () => {
    recommend('r-1', 'peoplesCongress', '2026-01-01');
    recommend('r-2', 'peoplesCongress', '2026-12-31');
    recommend('r-3', 'partyCongress', '2026-05-01', 'jianda');
    recommend('r-4', 'partyCongress', '2027-01-01');
    tell('RecommendedDelegateElected', 'r-1', { decidedOn: day('2027-03-01') });
    tell('RecommendedDelegateNotElected', 'r-3', { decidedOn: day('2026-06-01') });
    const { byBody, recommendations } = await list(2026);
    expect(byBody).toEqual([
      { body: 'partyCongress', recommended: 1, elected: 0 },
      { body: 'peoplesCongress', recommended: 2, elected: 1 },
    ]);
    expect(recommendations[0]).toEqual({
      ...{ recommendationId: 'r-1', workerId: 'w-r-1', body: 'peoplesCongress', level: 'county', bodyName: '海门区' },
      ...{ skillLevel: 'technician', recommendingUnitId: 'hongda', consentedOn: '2026-01-01' },
      ...{ recommendedOn: '2026-01-01', outcome: 'elected', decidedOn: '2027-03-01' },
    });
  });

  it('HM-04b: is read within a unit, by body, and page by page', async () => {
    for (const id of ['r-1', 'r-2', 'r-3']) recommend(id, 'peoplesCongress', '2026-05-01');
    recommend('r-4', 'partyCongress', '2026-05-01', 'jianda');
    const ids = async (asked: object) =>
      (await list(2026, asked)).recommendations.map(({ recommendationId }) => recommendationId);
    expect(await ids({ organization: 'jianda' })).toEqual(['r-4']);
    expect(await ids({ body: 'partyCongress' })).toEqual(['r-4']);
    const { nextCursor, byBody } = await list(2026, { limit: 2 });
    expect(byBody).toHaveLength(2);
    expect(await ids({ limit: 2, cursor: nextCursor })).toEqual(['r-3', 'r-4']);
  });
});
