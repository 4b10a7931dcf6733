import type { ProjectEvent, ProjectFacts, Projects, ProjectStatus } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { UnitPageQuery } from '../unit-page/unit-page.query';
import { NationalProjectQuery } from './national-project.query';
import { ProjectsQuery } from './projects.query';

describe('The register of projects', () => {
  let models: RunningReadModels;
  let log: EventsInMemory;

  const facts: ProjectFacts = {
    projectCode: '370200202603150101',
    category: 'municipal',
    areaCode: '370202',
    contractorCreditCode: '91370200MA3TX8K00X',
    contractorName: '第二工程有限公司',
    builderLicences: ['370202202603200101'],
    contractPriceFen: 68_500_000_000,
  };
  const tell = <Type extends ProjectEvent['type']>(
    unitId: string,
    type: Type,
    data: Omit<Extract<ProjectEvent, { type: Type }>['data'], 'unitId'>,
  ): number => log.record(type, `project-${unitId}`, { unitId, ...data });
  const register = (unitId: string, status: ProjectStatus, change: Partial<ProjectFacts> = {}) =>
    tell(unitId, 'ProjectRegistered', { facts: { ...facts, ...change }, status, registeredOn: day('2026-03-20') });
  const change = (unitId: string, from: ProjectStatus, to: ProjectStatus, changedOn: string) =>
    tell(unitId, 'ProjectStatusChanged', { from, to, changedOn: day(changedOn) });
  const admit = (participationId: string, role: 'projectOwner' | 'labourSubcontractor', enteredOn: string) =>
    tell('bridge', 'ParticipantAdmitted', {
      participationId,
      creditCode: '91370200MA3TX8K00X',
      companyName: `单位 ${participationId}`,
      role,
      enteredOn: day(enteredOn),
    });

  beforeAll(async () => {
    log = new EventsInMemory();
    const group = new ExampleGroup(log);
    group.unit('cccc', 'group');
    group.unit('company', 'company', 'cccc');
    group.unit('northwest', 'projectDistrict', 'company');
    group.unit('guizhou', 'projectDistrict', 'company');
    for (const project of ['bridge', 'port', 'tunnel']) group.unit(project, 'project', 'northwest');
    group.unit('rebar', 'crew', 'bridge');
    group.unit('scaffold', 'crew', 'bridge');
    for (const unitId of ['rebar', 'scaffold']) {
      log.record('CrewFormed', `crew-${unitId}`, { unitId, trade: '020', formedOn: '2026-04-01' });
    }
    const dissolved = { unitId: 'scaffold', reason: '完工', dissolvedOn: '2026-06-01' };
    log.record('CrewDissolved', 'crew-scaffold', dissolved);

    register('bridge', 'inPreparation', { builderLicences: [] });
    change('bridge', 'inPreparation', 'underConstruction', '2026-04-01');
    change('bridge', 'underConstruction', 'suspended', '2026-07-20');
    change('bridge', 'suspended', 'underConstruction', '2026-08-20');
    register('port', 'underConstruction', { category: 'harbourAndWaterway' });
    change('port', 'underConstruction', 'completed', '2026-10-31');
    register('tunnel', 'approved', { builderLicences: [] });

    admit('owner', 'projectOwner', '2026-04-01');
    admit('labour-1', 'labourSubcontractor', '2026-04-02');
    tell('bridge', 'ParticipantReleased', { participationId: 'labour-1', leftOn: day('2026-06-30') });
    const award = { level: 'province' as const, plannedOn: day('2026-04-01') };
    tell('bridge', 'QualityAwardPlanned', { ...award, awardId: 'taishan', award: '泰山杯' });
    tell('bridge', 'QualityAwardPlanned', { ...award, awardId: 'luban', award: '鲁班奖', level: 'nation' });
    tell('bridge', 'QualityAwardGivenUp', { awardId: 'luban', reason: '规模不足', givenUpOn: day('2026-05-01') });
    tell('bridge', 'StandardisedWorksiteGranted', { evaluationId: 'e1', grantedOn: day('2026-09-15') });
    tell('port', 'StandardisedWorksiteGranted', { evaluationId: 'e1', grantedOn: day('2026-09-15') });
    tell('port', 'StandardisedWorksiteWithdrawn', {
      evaluationId: 'e2',
      reason: '复查不达标',
      withdrawnOn: day('2026-10-01'),
    });
    group.move('bridge', 'guizhou', '2026-11-01');
    models = await RunningReadModels.start(log);
    await models.caughtUp();
  });

  afterAll(() => models.stop());

  const projects = (asked: Partial<Projects> = {}) =>
    new ProjectsQuery(models.reading).answer({ organization: 'cccc', ...asked }, {});
  const ids = async (asked: Partial<Projects> = {}) => (await projects(asked)).projects.map(({ unitId }) => unitId);

  it.each<[string, Partial<Projects>, string[]]>([
    ['all below the unit', {}, ['bridge', 'port', 'tunnel']],
    ['those of a district of projects (JX-06)', { organization: 'northwest' }, ['port', 'tunnel']],
    ['those under construction', { status: 'underConstruction' }, ['bridge']],
    ['those of a class', { category: 'harbourAndWaterway' }, ['port']],
    ['the standardised worksites (QD-08)', { standardised: 'true' }, ['bridge']],
    ['those that are none, or are no more (QD-08)', { standardised: 'false' }, ['port', 'tunnel']],
    ['those with a company in a role (DS-02)', { participantRole: 'projectOwner' }, ['bridge']],
    ['not those that such a company has left (DS-02)', { participantRole: 'labourSubcontractor' }, []],
  ])('holds %s', async (_, asked, expected) => {
    expect(await ids(asked)).toEqual(expected);
  });

  it('answers page by page', async () => {
    const first = await projects({ limit: 2 });
    expect([first.projects.length, await ids({ limit: 2, cursor: first.nextCursor! })]).toEqual([2, ['tunnel']]);
  });

  it('shows each project as it stands (DS-01, QD-08)', async () => {
    const [bridge, port, tunnel] = (await projects()).projects;
    expect(bridge).toEqual({
      unitId: 'bridge',
      unitName: '单位 bridge',
      facts: { ...facts, builderLicences: [] },
      isLicenceMissing: true,
      status: 'underConstruction',
      statusSince: '2026-08-20',
      registeredOn: '2026-03-20',
      startedOn: '2026-04-01',
      completedOn: null,
      plannedAwards: [{ awardId: 'taishan', award: '泰山杯', level: 'province', plannedOn: '2026-04-01' }],
      standardised: { isGranted: true, since: '2026-09-15', evaluationId: 'e1' },
    });
    expect(port).toMatchObject({
      isLicenceMissing: false,
      startedOn: '2026-03-20',
      completedOn: '2026-10-31',
      standardised: { isGranted: false, since: '2026-10-01', evaluationId: 'e2' },
    });
    expect(tunnel).toMatchObject({ isLicenceMissing: false, startedOn: null, standardised: null });
  });

  describe("shows a unit's page", () => {
    const page = (unitId: string) => new UnitPageQuery(models.reading).answer(unitId, {});

    it('with the districts that a project belonged to, one at a time (JX-06)', async () => {
      const { unit, placements } = await page('bridge');
      expect(unit).toMatchObject({ unitId: 'bridge', parentId: 'guizhou' });
      expect(placements).toEqual([
        { parentId: 'northwest', parentName: '单位 northwest', fromDay: '2020-01-01', untilDay: '2026-11-01' },
        { parentId: 'guizhou', parentName: '单位 guizhou', fromDay: '2026-11-01', untilDay: null },
      ]);
    });

    it('with its file, the companies that take or took part, and the crews that stand (DS-01, DS-02)', async () => {
      const { project, participants, crews } = await page('bridge');
      expect(project).toMatchObject({ unitId: 'bridge', status: 'underConstruction' });
      expect(
        participants.map(({ participationId, role, enteredOn, leftOn }) => [participationId, role, enteredOn, leftOn]),
      ).toEqual([
        ['owner', 'projectOwner', '2026-04-01', null],
        ['labour-1', 'labourSubcontractor', '2026-04-02', '2026-06-30'],
      ]);
      expect(crews.map(({ unitId }) => unitId)).toEqual(['rebar']);
    });

    it('of a unit that is no project, with the crews below it', async () => {
      const { project, participants, crews } = await page('company');
      expect([project, participants, crews.length]).toEqual([null, [], 1]);
    });

    it('of a unit that was established', async () => {
      await expect(page('nowhere')).rejects.toMatchObject({ kind: 'notFound', code: 'organization.unitUnknown' });
    });
  });

  it('tells a project in the codes of the national platform, and of none where none is registered (DS-01, DS-02)', async () => {
    const national = new NationalProjectQuery(models.reading);
    const { project, companies } = await national.answer('bridge', { after: log.head });
    expect(project).toMatchObject({ name: '单位 bridge', category: '02', prjStatus: '003' });
    expect(companies.map(({ corpType, leftOn }) => [corpType, leftOn])).toEqual([
      ['008', null],
      ['006', '2026-06-30'],
    ]);
    await expect(async () => national.answer('company', { after: log.head })).rejects.toMatchObject({
      code: 'organization.projectUnknown',
    });
  });
});
