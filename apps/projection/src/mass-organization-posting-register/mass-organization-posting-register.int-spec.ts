import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { PostingsQuery } from './postings.query';

describe('The register of workers’ posts in mass organizations', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory());
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const tell = (type: string, postingId: string, data: object) =>
    unions.log.record(type, `massOrganizationPosting-${postingId}`, { postingId, ...data });
  const begin = (postingId: string, massOrganizationId: string, beginsOn: string, endsOn: string, mode = 'partTime') =>
    tell('PostingBegan', postingId, {
      ...{ workerId: `w-${postingId}`, massOrganizationId, unitId: 'town', post: '兼职副主席', mode },
      ...{ beginsOn: day(beginsOn), endsOn: day(endsOn) },
    });
  const inYear = (year: number, asked = {}) =>
    new PostingsQuery(models.reading).answer({ organization: 'haimen', year, ...asked }, { after: unions.log.head });
  const ids = async (year: number, asked = {}) =>
    (await inYear(year, asked)).postings.map(({ postingId }) => postingId);

  it('HM-03a: counts the posts that workers held in a year, by organization', async () => {
    begin('p-1', 'town-union', '2025-07-01', '2026-06-30');
    begin('p-2', 'town-union', '2026-07-01', '2026-12-31', 'seconded');
    begin('p-3', 'haimen-union', '2027-01-01', '2027-12-31');
    expect((await inYear(2026)).byMassOrganization).toEqual([{ massOrganizationId: 'town-union', posts: 2 }]);
    expect(await ids(2025)).toEqual(['p-1']);
    expect(await ids(2027)).toEqual(['p-3']);
    expect(await ids(2026, { mode: 'seconded' })).toEqual(['p-2']);
    expect(await ids(2026, { limit: 1, cursor: 'p-1' })).toEqual(['p-2']);
    expect(await ids(2026, { organization: 'nowhere' })).toEqual([]);
  });

  it('HM-03a: shows a post until the day on which it ended early, and how it was judged', async () => {
    begin('p-1', 'town-union', '2025-07-01', '2027-06-30');
    tell('PostingEnded', 'p-1', { reason: '调离', endedOn: day('2025-12-31') });
    tell('PostingAssessed', 'p-1', { grade: 'competent', note: '办复31件', assessedOn: day('2026-01-15') });
    expect(await ids(2026)).toEqual([]);
    expect((await inYear(2025)).postings).toEqual([
      {
        ...{ postingId: 'p-1', workerId: 'w-p-1', massOrganizationId: 'town-union', unitId: 'town' },
        ...{ post: '兼职副主席', mode: 'partTime', beginsOn: '2025-07-01', endsOn: '2025-12-31', grade: 'competent' },
      },
    ]);
  });
});
