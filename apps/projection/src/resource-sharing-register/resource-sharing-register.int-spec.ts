import { ResourceShared, ResourceSharingWithdrawn, type SharedResource } from '@gongyou/contracts';
import { day, period } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleLiaison } from '../testing/example-liaison';
import { RunningReadModels } from '../testing/running-read-models';
import { ResourceSharingsQuery } from './resource-sharings.query';

describe('What projects of a district share', () => {
  let models: RunningReadModels;
  let log: EventsInMemory;

  const share = (sharingId: string, resource: SharedResource, sharedOn: string) =>
    log.record(ResourceShared, `resourceSharing-${sharingId}`, {
      ...{ sharingId, districtId: 'district', fromProjectId: 'project-1', toProjectId: 'project-2' },
      ...{ resource, description: '培训教材', sharedOn: day(sharedOn) },
    });

  beforeEach(async () => {
    log = new ExampleLiaison(new EventsInMemory()).found().log;
    models = await RunningReadModels.start(log);
  });

  afterEach(() => models.stop());

  it('is counted by district and kind, and listed with from, to, what and when (JX-18)', async () => {
    share('s1', 'trainers', '2026-10-01');
    share('s2', 'trainers', '2026-12-31');
    share('s3', 'goods', '2026-11-15');
    share('s4', 'goods', '2026-09-30');
    share('s5', 'practices', '2026-11-16');
    log.record(ResourceSharingWithdrawn, 'resourceSharing-s5', {
      ...{ sharingId: 's5', reason: '误记', withdrawnOn: day('2026-11-17') },
    });
    const sharings = (asked: { organization?: string; resource?: 'goods'; cursor?: string; limit?: number } = {}) =>
      new ResourceSharingsQuery(models.reading).answer(
        { organization: 'company', period: period('2026-Q4'), ...asked },
        { after: log.head },
      );
    const { counts, sharings: listed } = await sharings();
    expect(counts).toEqual([
      { districtId: 'district', resource: 'goods', sharings: 1 },
      { districtId: 'district', resource: 'trainers', sharings: 2 },
    ]);
    expect(listed.map(({ sharingId }) => sharingId)).toEqual(['s1', 's2', 's3']);
    expect(listed[0]).toEqual({
      ...{ sharingId: 's1', districtId: 'district', fromProjectId: 'project-1', toProjectId: 'project-2' },
      ...{ resource: 'trainers', description: '培训教材', sharedOn: '2026-10-01' },
    });
    expect((await sharings({ resource: 'goods' })).sharings.map(({ sharingId }) => sharingId)).toEqual(['s3']);
    expect((await sharings({ organization: 'project-1' })).counts).toEqual([]);
    const first = await sharings({ limit: 2 });
    expect([first.nextCursor, (await sharings({ cursor: 's2' })).sharings.length]).toEqual(['s2', 1]);
  });
});
