import { day } from '@gongyou/domain';
import { figureKeyOf } from '../indicator-ledger/figure-key';
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

  describe('of workers on site', () => {
    const entered = (workerId: string, crewId: string) =>
      unions.log.record('WorkerEnteredSite', `worker-${workerId}`, {
        ...{ workerId, projectId: 'lot-3', crewId, workType: '020', workRole: '20', contractId: 'lc-1' },
        ...{ ageGroup: 'adult', enteredOn: day('2026-03-01') },
      });
    const employed = (workerId: string, employmentForm: string) =>
      unions.log.record('EmploymentFormRecorded', `employmentForm-${workerId}`, {
        ...{ workerId, unitId: 'lot-3', employmentForm, fromDay: day('2026-03-01') },
      });
    const asked = (more: object = {}) =>
      new UnionMembersQuery(models.reading).answer(
        { organization: 'haimen', asOfDay: day('2026-04-28'), ...more },
        { after: unions.log.head },
      );

    beforeEach(() => {
      unions.group.unit('lot-3', 'project', 'hongda');
      unions.group.unit('rebar', 'crew', 'lot-3');
      unions.group.unit('formwork', 'crew', 'lot-3');
      for (const workerId of ['w-1', 'w-2', 'w-3']) entered(workerId, 'rebar');
      entered('w-4', 'formwork');
      for (const workerId of ['w-1', 'w-2']) employed(workerId, 'platform');
      employed('w-3', 'direct');
      begin('w-1', 'lot-3', 'platform');
      begin('w-3', 'lot-3', 'direct');
    });

    it('HM-03g, CC-12b: gives the rate of each form as figures that open to their events', async () => {
      const { rates } = await asked();
      const said = rates.map(({ employmentForm, workers, members, basisPoints }) => [
        employmentForm,
        members.value,
        workers.value,
        basisPoints,
      ]);
      expect(said).toEqual([
        ['direct', 1, 1, 10_000],
        ['platform', 1, 2, 5_000],
        ['notTold', 0, 1, 0],
      ]);
      const { events } = await models.figureEvents.answer(figureKeyOf(rates[1]!.members.figure), {}, {});
      expect(events).toMatchObject([{ type: 'UnionMembershipBegan', unitId: 'rebar', day: '2026-04-28' }]);
    });

    it('HM-03g, CC-12b: lists the groups in which not everybody is a member, as of a day and page by page', async () => {
      const first = await asked({ limit: 1 });
      expect(first.uncoveredGroups).toEqual([
        { unitId: 'formwork', employmentForm: 'notTold', workers: 1, members: 0 },
      ]);
      const second = await asked({ limit: 1, cursor: first.nextCursor });
      expect(second.uncoveredGroups).toEqual([{ unitId: 'rebar', employmentForm: 'platform', workers: 2, members: 1 }]);
      expect(second.nextCursor).toBeNull();
      const dayBefore = await asked({ asOfDay: day('2026-04-27'), organization: 'rebar' });
      expect(dayBefore.uncoveredGroups).toMatchObject([
        { employmentForm: 'direct', members: 0 },
        { employmentForm: 'platform', members: 0 },
      ]);
    });
  });
});
