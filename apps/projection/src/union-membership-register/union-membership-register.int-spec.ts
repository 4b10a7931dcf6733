import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { UnionMembersQuery } from './union-members.query';

describe('The register of union members', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory()).enterprise('hongda').enterprise('jianda');
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const tell = (type: string, workerId: string, data: object) =>
    unions.log.record(type, `unionMembership-${workerId}`, { workerId, ...data });
  const begin = (workerId: string, unitId: string, employmentForm: string) =>
    tell('UnionMembershipBegan', workerId, {
      ...{ massOrganizationId: 'u-1', unitId, employmentForm },
      ...{ consentedOn: day('2026-04-10'), beganOn: day('2026-04-28') },
    });
  const members = async (organization: string) =>
    (await new UnionMembersQuery(models.reading).answer({ organization }, { after: unions.log.head })).byEmploymentForm;

  it('HM-03g, CC-12b: counts members by form of employment, where they work now', async () => {
    begin('w-1', 'hongda', 'direct');
    begin('w-2', 'hongda', 'platform');
    begin('w-3', 'jianda', 'platform');
    expect(await members('haimen')).toEqual([
      { employmentForm: 'direct', members: 1 },
      { employmentForm: 'platform', members: 2 },
    ]);
    tell('UnionMembershipTransferred', 'w-2', {
      ...{ fromMassOrganizationId: 'u-1', toMassOrganizationId: 'u-2', unitId: 'jianda' },
      ...{ employmentForm: 'subcontracted', transferredOn: day('2026-09-01') },
    });
    tell('UnionMembershipEnded', 'w-1', { reason: '本人申请', endedOn: day('2026-10-01') });
    expect(await members('hongda')).toEqual([]);
    expect(await members('jianda')).toEqual([
      { employmentForm: 'platform', members: 1 },
      { employmentForm: 'subcontracted', members: 1 },
    ]);
  });
});
