import {
  BranchLifeRecorded,
  BranchLifeWithdrawn,
  CrewDissolved,
  CrewLeaderAppointed,
  type LabourTeams,
  MatterClosed,
  MatterRaised,
  MatterWithdrawn,
  WorkerEnteredSite,
  WorkerLeftSite,
} from '@gongyou/contracts';
import { day, period } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { ExampleLiaison } from '../testing/example-liaison';
import { RunningReadModels } from '../testing/running-read-models';
import { LabourTeamsQuery } from './labour-teams.query';

describe('The labour teams of a period', () => {
  let models: RunningReadModels;
  let company: ExampleLiaison;

  beforeEach(async () => {
    company = new ExampleLiaison(new EventsInMemory()).found();
    company.formCrew('crew-1');
    models = await RunningReadModels.start(company.log);
  });

  afterEach(() => models.stop());

  const teams = async (of: string, asked: Partial<LabourTeams> = {}, branchActivities = true) =>
    new LabourTeamsQuery(models.reading).answer(
      { organization: 'project-1', period: period(of), ...asked },
      { after: company.log.head },
      { branchActivities },
    );
  const enter = (workerId: string, enteredOn: string) =>
    company.log.record(WorkerEnteredSite, `worker-${workerId}`, {
      ...{ workerId, projectId: 'project-1', crewId: 'crew-1', workType: '020', workRole: '20', contractId: 'lc-1' },
      ...{ ageGroup: 'adult', enteredOn: day(enteredOn) },
    });
  const leave = (workerId: string, leftOn: string) =>
    company.log.record(WorkerLeftSite, `worker-${workerId}`, {
      ...{ workerId, projectId: 'project-1', crewId: 'crew-1', leftOn: day(leftOn) },
    });
  const raise = (matterId: string, raisedOn: string) =>
    company.log.record(MatterRaised, `matter-${matterId}`, {
      ...{ matterId, unitId: 'crew-1', kind: 'wage', subject: 'payLate', raisedOn: day(raisedOn) },
      origin: { source: 'talk', recordId: 'w1' },
      station: {
        level: 'crew',
        unitId: 'crew-1',
        ownerId: 'c1',
        limit: { dueOn: day('2026-12-31'), provisional: false },
      },
    });
  const hold = (recordId: string, heldOn: string, ...crewIds: string[]) =>
    company.log.record(BranchLifeRecorded, `branchLife-${recordId}`, {
      ...{
        recordId,
        partyOrganizationId: 'branch',
        unitId: 'company',
        kind: 'activity',
        subject: '送清凉',
        present: 20,
      },
      ...{ heldOn: day(heldOn), crewIds },
    });
  const dissolve = (dissolvedOn: string) =>
    company.log.record(CrewDissolved, 'crew-crew-1', {
      unitId: 'crew-1',
      reason: '完工',
      dissolvedOn: day(dissolvedOn),
    });

  it('JX-03: are shown with their project, leader and stay, what was done with them and what they asked for', async () => {
    company.log.record(CrewLeaderAppointed, 'crew-crew-1', {
      ...{ unitId: 'crew-1', workerId: 'w-1', appointedOn: day('2026-07-02') },
    });
    enter('w-1', '2026-07-02');
    for (const [recordId, heldOn] of [
      ['b0', '2026-09-30'],
      ['b1', '2026-10-01'],
      ['b2', '2026-10-31'],
      ['b3', '2026-11-01'],
      ['never', '2026-10-12'],
    ] as const) {
      hold(recordId, heldOn, 'crew-1', 'crew-9');
    }
    hold('without-them', '2026-10-12', 'crew-9');
    company.log.record(BranchLifeWithdrawn, 'branchLife-never', { recordId: 'never', reason: '误登' });
    for (const workedOn of ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01']) {
      company.work('p1', 'project-1', `w-${workedOn}`, { workedOn: day(workedOn) });
    }
    for (const raisedOn of ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01']) raise(`m-${raisedOn}`, raisedOn);
    raise('mistaken', '2026-10-12');
    company.log.record(MatterWithdrawn, 'matter-mistaken', {
      ...{ matterId: 'mistaken', reason: 'enteredByMistake', approvedBy: 'clerk', withdrawnOn: day('2026-10-13') },
    });
    company.log.record(MatterClosed, 'matter-m-2026-10-01', {
      ...{ matterId: 'm-2026-10-01', told: 'meeting', toldOn: day('2026-11-02') },
    });
    expect((await teams('2026-10')).teams).toEqual([
      {
        ...{ unitId: 'crew-1', unitName: '单位 crew-1', projectId: 'project-1', trade: '020' },
        ...{ labourSubcontractorId: null, leaderId: 'w-1', leaderSince: '2026-07-02' },
        ...{ formedOn: '2026-07-01', dissolvedOn: null, size: 1 },
        ...{ liaisonActivities: 2, branchActivities: 2, mattersRaised: 2, mattersOpen: 1 },
      },
    ]);
    expect((await teams('2026-Q4')).teams).toMatchObject([
      { liaisonActivities: 3, branchActivities: 3, mattersRaised: 3, mattersOpen: 2 },
    ]);
    expect((await teams('2026-10', {}, false)).teams).toMatchObject([{ liaisonActivities: 2, branchActivities: null }]);
  });

  it('JX-03: have the size of the last day of the period: who left on it counts, who came the day after does not', async () => {
    enter('w-1', '2026-07-02');
    enter('w-2', '2026-07-02');
    enter('w-3', '2026-10-31');
    enter('w-4', '2026-11-01');
    leave('w-1', '2026-10-30');
    leave('w-2', '2026-10-31');
    const size = async (of: string) => (await teams(of)).teams.map((team) => team.size);
    expect(await size('2026-07')).toEqual([2]);
    expect(await size('2026-10')).toEqual([2]);
    expect(await size('2026-11')).toEqual([2]);
    dissolve('2026-11-20');
    leave('w-3', '2026-11-20');
    leave('w-4', '2026-11-19');
    expect(await size('2026-11')).toEqual([1]);
  });

  it('JX-03: are those whose stay reaches into it, of the project that is asked about, page by page', async () => {
    const group = new ExampleGroup(company.log);
    group.unit('crew-2', 'crew', 'project-1', '2026-07-01');
    group.unit('team', 'labourSubcontractor', 'project-2', '2026-07-01');
    group.unit('crew-3', 'crew', 'team', '2026-07-01');
    group.unit('crew-4', 'crew', 'company', '2026-07-01');
    company.formCrew('crew-2', '2026-10-31');
    company.formCrew('crew-3');
    company.formCrew('crew-4');
    dissolve('2026-10-01');
    const ids = async (of: string, asked: Partial<LabourTeams> = {}) =>
      (await teams(of, asked)).teams.map(({ unitId }) => unitId);
    expect(await ids('2026-09')).toEqual(['crew-1']);
    expect(await ids('2026-10')).toEqual(['crew-1', 'crew-2']);
    expect(await ids('2026-11')).toEqual(['crew-2']);
    const all = await teams('2026-10', { organization: 'company' });
    expect(all.teams.map(({ projectId }) => projectId)).toEqual(['project-1', 'project-1', 'project-2', null]);
    const first = await teams('2026-10', { organization: 'company', limit: 3 });
    expect(first.nextCursor).toBe('crew-3');
    expect(await ids('2026-10', { organization: 'company', limit: 3, cursor: 'crew-3' })).toEqual(['crew-4']);
  });
});
