import { LiaisonParametersSet, LiaisonRoleDefinitionPublished, type LiaisonWorkEntry } from '@gongyou/contracts';
import { day, month, period } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleLiaison } from '../testing/example-liaison';
import { RunningReadModels } from '../testing/running-read-models';
import { LiaisonSubordinateTasksQuery } from './liaison-subordinate-tasks.query';
import { LiaisonTeamVisitsQuery } from './liaison-team-visits.query';
import { LiaisonWorkKindsQuery } from './liaison-work-kinds.query';
import { LiaisonWorkRecordQuery } from './liaison-work-record.query';

describe('The register of liaison work', () => {
  let models: RunningReadModels;
  let company: ExampleLiaison;

  beforeEach(async () => {
    company = new ExampleLiaison(new EventsInMemory()).found();
    models = await RunningReadModels.start(company.log);
  });

  afterEach(() => models.stop());

  const settled = () => ({ after: company.log.head });
  const work = (officerId: string, entryId: string, workedOn: string, entry: Partial<LiaisonWorkEntry> = {}) =>
    company.work(officerId, 'project-1', entryId, { ...entry, workedOn: day(workedOn) });
  const setParameters = (
    organizationId: string,
    effectiveFrom: string,
    change: Partial<LiaisonParametersSet> = {},
  ): number =>
    company.log.record(LiaisonParametersSet, `liaisonParameters-${organizationId}`, {
      ...{ organizationId, effectiveFrom: day(effectiveFrom), basis: '写实手册' },
      ...{ crewAnswerDays: 3, projectAnswerDays: 5, districtAnswerDays: 5, companyAnswerDays: 10, passOnDays: 2 },
      ...{ teamVisitsPerMonth: 2, guidanceEveryMonths: 1, checkEveryMonths: 3, ...change },
    });

  describe('counts for each team and month', () => {
    const teams = async (asked: { month?: string; short?: 'true' } = {}) => {
      const { month: asMonth = '2026-10', short } = asked;
      const answer = await new LiaisonTeamVisitsQuery(models.reading).answer(
        { organization: 'company', month: month(asMonth), ...(short && { short }) },
        settled(),
      );
      return answer.teams;
    };

    it('visits and talks, those present, requests and matters, by officer and without a word of anybody (JX-40, JX-52, JX-70)', async () => {
      work('p1', 'w1', '2026-10-01', { personsPresent: 8, requestsRaised: 1, matterIds: [] });
      work('p1', 'w2', '2026-10-31', {
        ...{ activity: 'round', personsPresent: 12, requestsRaised: 3, matterIds: ['m1'] },
        requests: [{ matterId: 'm2', kind: 'wage', subject: 'payLate' }],
      });
      work('d1', 'w3', '2026-10-15', { activity: 'visit', personsPresent: 4, requestsRaised: 0, matterIds: [] });
      work('d1', 'w4', '2026-10-15', { activity: 'training' });
      work('p1', 'w5', '2026-11-01');
      expect(await teams()).toEqual([
        {
          ...{ unitId: 'crew-1', unitName: '单位 crew-1', visits: 3, talks: 1, personsPresent: 24 },
          ...{ requestsRaised: 4, mattersOpened: 2, visitsOwed: null },
          byOfficer: [
            { officerId: 'd1', visits: 1, requestsRaised: 0 },
            { officerId: 'p1', visits: 2, requestsRaised: 4 },
          ],
        },
      ]);
      company.withdrawWork('p1', 'project-1', 'w1', { workedOn: day('2026-10-01') });
      expect((await teams())[0]).toMatchObject({ visits: 2, talks: 0, personsPresent: 16 });
    });

    it.each([
      [1, true],
      [2, false],
      [3, false],
    ])('%d visits where 2 are owed as too few: %s (JX-52)', async (visits, isShort) => {
      setParameters('company', '2026-01-01');
      for (let index = 0; index < visits; index += 1) work('p1', `w${index}`, '2026-10-12');
      expect((await teams({ short: 'true' })).map(({ unitId, visitsOwed }) => [unitId, visitsOwed])).toEqual(
        isShort ? [['crew-1', 2]] : [],
      );
    });

    it('what is owed by the nearest unit that has set it, as it held at the end of the month (JX-52)', async () => {
      setParameters('company', '2026-01-01', { teamVisitsPerMonth: 9 });
      setParameters('project-1', '2026-09-01', { teamVisitsPerMonth: 4 });
      setParameters('project-1', '2026-10-31', { teamVisitsPerMonth: 6 });
      const owed = async (asMonth: string) => (await teams({ month: asMonth }))[0]!.visitsOwed;
      expect([await owed('2026-08'), await owed('2026-09'), await owed('2026-10')]).toEqual([9, 4, 6]);
    });

    it('no team as visited too seldom in a month in which it was only set up (JX-52)', async () => {
      setParameters('company', '2026-01-01');
      expect(await teams({ month: '2026-06' })).toEqual([]);
      company.log.record('UnitEstablished', 'unit-crew-2', {
        ...{ unitId: 'crew-2', kind: 'crew', name: '二班', parentId: 'project-2', establishedOn: '2026-10-02' },
      });
      expect((await teams()).map(({ unitId }) => unitId)).toEqual(['crew-1', 'crew-2']);
      expect((await teams({ short: 'true' })).map(({ unitId }) => unitId)).toEqual(['crew-1']);
    });
  });

  it('shows time and matters by the kinds of work that the definition configures (JX-71)', async () => {
    const items = ['policy', 'care', 'rights', 'training', 'safety', 'mediation'].map((itemId) => ({
      itemId,
      text: `员 ${itemId}`,
    }));
    company.log.record(LiaisonRoleDefinitionPublished, 'liaisonRoleDefinition-company~project', {
      ...{ organizationId: 'company', level: 'project', version: 1, basis: { title: '暂行办法' } },
      role: {
        rights: { items: [] },
        duties: { items: [] },
        obligations: { items: [] },
        workKinds: { statedCount: 6, items },
      },
      effectiveOn: day('2026-01-01'),
    });
    work('p1', 'w1', '2026-10-01', { workKindId: 'care', minutes: 90, matterIds: ['m1', 'm2'] });
    work('p1', 'w2', '2026-11-30', { workKindId: 'care', minutes: 30 });
    work('p2', 'w3', '2026-10-05', { workKindId: 'safety' });
    work('p2', 'w4', '2026-10-05', { minutes: 10, matterIds: [] });
    const kinds = async (asked: { officer?: string } = {}) =>
      (
        await new LiaisonWorkKindsQuery(models.reading).answer(
          { organization: 'company', period: period('2026-Q4'), ...asked },
          settled(),
        )
      ).kinds;
    const care = {
      workKindId: 'care',
      text: '员 care',
      entries: 2,
      minutes: 120,
      entriesWithoutTime: 0,
      mattersOpened: 3,
    };
    expect(await kinds()).toEqual([
      care,
      { workKindId: 'safety', text: '员 safety', entries: 1, minutes: 0, entriesWithoutTime: 1, mattersOpened: 1 },
      { workKindId: null, text: null, entries: 1, minutes: 10, entriesWithoutTime: 0, mattersOpened: 0 },
    ]);
    expect(await kinds({ officer: 'p1' })).toEqual([care]);
  });

  it('holds a log against the duties of the post and flags months without an entry (JX-19)', async () => {
    company.serve('p1', 'project', 'project-1', '2026-08-01');
    company.log.record(LiaisonRoleDefinitionPublished, 'liaisonRoleDefinition-company~project', {
      ...{ organizationId: 'company', level: 'project', version: 1, basis: { title: '写实手册' } },
      role: {
        ...{ rights: { items: [] }, obligations: { items: [] }, workKinds: { items: [] } },
        duties: {
          statedCount: 17,
          items: [
            { itemId: 'visit-camps', text: '走访驻地' },
            { itemId: 'hear', text: '听取诉求' },
          ],
        },
      },
      effectiveOn: day('2026-01-01'),
    });
    work('p1', 'w1', '2026-08-31', { dutyIds: ['visit-camps'], minutes: 60, result: 'settled' });
    work('p1', 'w2', '2026-10-01', { dutyIds: ['visit-camps'] });
    work('p1', 'w3', '2026-10-02', { result: 'settled' });
    const record = await new LiaisonWorkRecordQuery(models.reading).answer(
      { organization: 'company', officer: 'p1', period: period('2026-H2') },
      settled(),
    );
    expect(record).toEqual({
      officerId: 'p1',
      months: [
        { month: '2026-07', entries: 0, isEmpty: false },
        { month: '2026-08', entries: 1, isEmpty: false },
        { month: '2026-09', entries: 0, isEmpty: true },
        { month: '2026-10', entries: 2, isEmpty: false },
        { month: '2026-11', entries: 0, isEmpty: true },
        { month: '2026-12', entries: 0, isEmpty: true },
      ],
      duties: [
        { itemId: 'visit-camps', text: '走访驻地', entries: 2, minutes: 60 },
        { itemId: 'hear', text: '听取诉求', entries: 0, minutes: 0 },
      ],
      dutiesStated: 17,
      entriesWithoutDuty: 1,
      results: [
        { result: 'settled', entries: 2 },
        { result: null, entries: 1 },
      ],
      position: company.log.head,
    });
    const elsewhere = await new LiaisonWorkRecordQuery(models.reading).answer(
      { organization: 'project-2', officer: 'p1', period: period('2026-10') },
      {},
    );
    expect(elsewhere).toMatchObject({ months: [{ entries: 0, isEmpty: false }], duties: [], entriesWithoutDuty: 0 });
  });

  describe('lists what district officers owe their subordinates', () => {
    const tasks = async (asOfDay: string, asked: { overdue?: 'true'; cursor?: string; limit?: number } = {}) =>
      new LiaisonSubordinateTasksQuery(models.reading).answer(
        { organization: 'company', asOfDay: day(asOfDay), ...asked },
        settled(),
      );
    const due = async (asOfDay: string, overdue?: 'true') =>
      (await tasks(asOfDay, overdue && { overdue })).tasks.map(({ subordinateId, task, dueOn }) => [
        subordinateId,
        task,
        dueOn,
      ]);

    beforeEach(() => {
      company.serve('d1', 'district', 'district');
      company.serve('p1', 'project', 'project-1', '2026-08-15');
    });

    it('training, guidance visits and checks, with the findings of the last (JX-13)', async () => {
      setParameters('company', '2026-01-01');
      company.work('d1', 'district', 'w1', {
        ...{ activity: 'check', subordinateId: 'p1', findings: ['mattersLate'], workedOn: day('2026-10-12') },
      });
      const p1 = {
        subordinateId: 'p1',
        level: 'project',
        unitId: 'project-1',
        unitName: '单位 project-1',
        districtOfficerIds: ['d1'],
      };
      expect((await tasks('2026-10-20')).tasks).toEqual([
        {
          ...p1,
          task: 'check',
          lastOn: '2026-10-12',
          lastFindings: ['mattersLate'],
          dueOn: '2027-01-12',
          overdue: false,
        },
        { ...p1, task: 'guidance', lastOn: null, lastFindings: [], dueOn: '2026-09-15', overdue: true },
        { ...p1, task: 'training', lastOn: null, lastFindings: [], dueOn: null, overdue: false },
      ]);
    });

    it('as overdue from the day after the last (JX-13)', async () => {
      setParameters('company', '2026-01-01');
      expect(await due('2026-09-15', 'true')).toEqual([]);
      expect(await due('2026-09-16', 'true')).toEqual([['p1', 'guidance', '2026-09-15']]);
      expect(await due('2026-11-16', 'true')).toEqual([
        ['p1', 'check', '2026-11-15'],
        ['p1', 'guidance', '2026-09-15'],
      ]);
    });

    it('training of whoever is appointed and not trained, due with the appointment (JX-13)', async () => {
      company.nominate('c1', 'crew', 'crew-1');
      company.appoint('c1', '2026-10-01');
      expect(await due('2026-10-01', 'true')).toEqual([]);
      expect(await due('2026-10-02', 'true')).toEqual([['c1', 'training', '2026-10-01']]);
      company.train('c1');
      expect(await due('2026-10-02', 'true')).toEqual([]);
    });

    it('without a day where no rhythm is set, and page by page (JX-13)', async () => {
      const first = await tasks('2026-10-20', { limit: 2 });
      expect(first.tasks.map(({ task, dueOn }) => [task, dueOn])).toEqual([
        ['check', null],
        ['guidance', null],
      ]);
      expect(first.nextCursor).toBe('p1.guidance');
      const rest = await tasks('2026-10-20', { limit: 2, cursor: 'p1.guidance' });
      expect([rest.tasks.map(({ task }) => task), rest.nextCursor]).toEqual([['training'], null]);
    });
  });
});
