import { type LiaisonAlertKind, type LiaisonOfficers, liaisonTrainingTopics } from '@gongyou/contracts';
import { day, period } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleLiaison } from '../testing/example-liaison';
import { RunningReadModels } from '../testing/running-read-models';
import { LiaisonAlertsQuery } from './liaison-alerts.query';
import { LiaisonCoverageQuery } from './liaison-coverage.query';
import { LiaisonOfficersQuery } from './liaison-officers.query';
import { LiaisonRoleDefinitionsQuery } from './liaison-role-definitions.query';
import { LiaisonWorkQuery } from './liaison-work.query';

describe('The register of liaison officers', () => {
  let models: RunningReadModels;
  let company: ExampleLiaison;

  beforeEach(async () => {
    company = new ExampleLiaison(new EventsInMemory()).found();
    models = await RunningReadModels.start(company.log);
  });

  afterEach(() => models.stop());

  const settled = () => ({ after: company.log.head });
  const register = (asked: Partial<LiaisonOfficers> = {}) =>
    new LiaisonOfficersQuery(models.reading).answer({ organization: 'company', ...asked }, settled());
  const ids = async (asked: Partial<LiaisonOfficers> = {}) =>
    (await register(asked)).officers.map(({ officerId }) => officerId);

  describe('shows', () => {
    beforeEach(() => {
      company.serve('d1', 'district', 'district');
      company.publish('d1');
      company.serve('p1', 'project', 'project-1');
      company.nominate('p2', 'project', 'project-2');
      company.appoint('p2');
      company.train('p2', ['meaning', 'rules', 'duties', 'methods', 'procedures']);
      company.nominate('c1', 'crew', 'crew-1');
    });

    it('an officer as things stand: superiors, treatment, training, duty (JX-01, JX-35, JX-36)', async () => {
      company.attendCourse('d1', 'bureau-2026', 24);
      company.attendCourse('d1', 'company-2026', 8);
      expect((await register({ level: 'district' })).officers).toEqual([
        {
          officerId: 'd1',
          level: 'district',
          mode: 'fullTime',
          unitId: 'district',
          unitName: '单位 district',
          stage: 'onDuty',
          nominatedOn: '2026-07-01',
          scores: [{ criterion: '善沟通', score: 90 }],
          approvedOn: null,
          dispatchingUnitId: 'personnel',
          managingUnitIds: ['labour-centre', 'party-organization'],
          definitionVersion: 1,
          treatment: '班子副职同等水平',
          effectiveOn: '2026-08-01',
          termEndsOn: null,
          obligationsAcceptedOn: '2026-07-31',
          topicsMissing: [],
          courseHours: 32,
          onDutyFrom: '2026-08-01',
          relievedOn: null,
          published: true,
          armbandNumber: null,
        },
      ]);
    });

    it('those at or below a unit, by level, stage, training and disclosure (JX-10a, JX-11)', async () => {
      expect(await ids()).toEqual(['c1', 'd1', 'p1', 'p2']);
      expect(await ids({ organization: 'project-1' })).toEqual(['c1', 'p1']);
      expect(await ids({ organization: 'nowhere' })).toEqual([]);
      expect(await ids({ level: 'project' })).toEqual(['p1', 'p2']);
      expect(await ids({ stage: 'onDuty', published: 'false' })).toEqual(['p1']);
      expect(await ids({ stage: 'appointed', trained: 'false' })).toEqual(['p2']);
      expect((await register({ level: 'project', trained: 'false' })).officers[0]!.topicsMissing).toEqual(['laws']);
      company.train('p2', ['laws']);
      expect(await ids({ stage: 'appointed', trained: 'false' })).toEqual([]);
    });

    it('who was on duty on a day: from the first day to the last, of the duty or of its term (JX-08)', async () => {
      company.serve('c2', 'crew', 'crew-1', '2026-09-10');
      const onDutyOn = (on: string) => ids({ level: 'crew', onDutyOn: day(on) });
      expect(await onDutyOn('2026-09-09')).toEqual([]);
      expect(await onDutyOn('2026-09-10')).toEqual(['c2']);
      company.renewTerm('c2', '2026-12-31');
      expect(await onDutyOn('2026-12-31')).toEqual(['c2']);
      expect(await onDutyOn('2027-01-01')).toEqual([]);
      company.relieve('c2', '2026-10-31');
      expect(await onDutyOn('2026-10-31')).toEqual(['c2']);
      expect(await onDutyOn('2026-11-01')).toEqual([]);
    });

    it('page by page', async () => {
      const first = await register({ limit: 3 });
      expect([first.officers.length, first.nextCursor]).toEqual([3, 'p1']);
      const second = await register({ limit: 3, cursor: first.nextCursor! });
      expect([second.officers.map(({ officerId }) => officerId), second.nextCursor]).toEqual([['p2'], null]);
    });

    it('nobody as disclosed whose duty has ended (JX-11)', async () => {
      company.relieve('d1', '2026-10-01');
      expect((await register({ level: 'district' })).officers).toMatchObject([
        { stage: 'relieved', relievedOn: '2026-10-01', published: false },
      ]);
    });

    it('when the Party committee approved the nomination (JX-05)', async () => {
      company.approve('c1');
      expect((await register({ level: 'crew' })).officers).toMatchObject([
        { approvedOn: '2026-07-15', scores: [{ criterion: '善沟通', score: 90 }] },
      ]);
    });

    it('those whom a unit manages (JX-35)', async () => {
      expect(await ids({ managedBy: 'labour-centre' })).toEqual(['d1', 'p1', 'p2']);
      expect(await ids({ managedBy: 'labour' })).toEqual([]);
    });

    it('which districts, projects and crews have an officer on duty (JX-07a, JX-07b, JX-08, JX-15)', async () => {
      for (const unitId of ['project-1', 'project-2']) company.startProject(unitId);
      company.formCrew('crew-1');
      const coverage = new LiaisonCoverageQuery(models.reading);
      const { levels, uncovered, nextCursor } = await coverage.answer({ organization: 'company' }, settled());
      expect(levels).toEqual([
        { level: 'district', units: 1, covered: 1, officersOnDuty: 1, officersFullTime: 1, officersDisclosed: 1 },
        { level: 'project', units: 2, covered: 1, officersOnDuty: 1, officersFullTime: 0, officersDisclosed: 0 },
        { level: 'crew', units: 1, covered: 0, officersOnDuty: 0, officersFullTime: 0, officersDisclosed: 0 },
      ]);
      expect(uncovered).toEqual([
        { unitId: 'crew-1', unitName: '单位 crew-1', level: 'crew' },
        { unitId: 'project-2', unitName: '单位 project-2', level: 'project' },
      ]);
      expect(nextCursor).toBeNull();
      const page = await coverage.answer({ organization: 'company', limit: 1 }, {});
      expect(page.nextCursor).toBe('crew-1');
      const rest = await coverage.answer({ organization: 'company', limit: 1, cursor: 'crew-1' }, {});
      expect(rest.uncovered.map(({ unitId }) => unitId)).toEqual(['project-2']);
    });
  });

  describe('tells what the rhythm misses', () => {
    const alerts = async (kind: LiaisonAlertKind, asOfDay: string) => {
      const asked = { organization: 'company', kind, asOfDay: day(asOfDay) };
      const answer = await new LiaisonAlertsQuery(models.reading).answer(asked, settled());
      return answer.alerts.map(({ unitId, officerId, period: missed }) => [officerId ?? unitId, missed]);
    };

    it('a quarter without a meeting, from the day after it (JX-20)', async () => {
      company.meet('q3', '2026-09-30');
      expect(await alerts('quarterlyMeetingMissed', '2026-10-01')).toEqual([]);
      expect(await alerts('quarterlyMeetingMissed', '2026-12-31')).toEqual([]);
      expect(await alerts('quarterlyMeetingMissed', '2027-01-01')).toEqual([['district', '2026-Q4']]);
      company.meet('q4', '2026-10-01');
      expect(await alerts('quarterlyMeetingMissed', '2027-01-01')).toEqual([]);
    });

    it('none for the quarter before the district was there for all of it (JX-20)', async () => {
      expect(await alerts('quarterlyMeetingMissed', '2026-09-30')).toEqual([]);
      expect(await alerts('quarterlyMeetingMissed', '2026-10-01')).toEqual([['district', '2026-Q3']]);
    });

    it('an appointee whose training is not complete, from the day of the appointment (JX-10a, JX-42)', async () => {
      company.nominate('p1', 'project', 'project-1');
      company.appoint('p1', '2026-08-01');
      company.train('p1', liaisonTrainingTopics.slice(1));
      expect(await alerts('preJobTrainingMissing', '2026-07-31')).toEqual([]);
      expect(await alerts('preJobTrainingMissing', '2026-08-01')).toEqual([['p1', null]]);
      company.train('p1', liaisonTrainingTopics.slice(0, 1));
      expect(await alerts('preJobTrainingMissing', '2026-08-01')).toEqual([]);
    });

    it('an officer on duty who is not disclosed (JX-11)', async () => {
      company.serve('p1', 'project', 'project-1');
      expect(await alerts('notDisclosed', '2026-08-01')).toEqual([['p1', null]]);
      company.publish('p1');
      expect(await alerts('notDisclosed', '2026-08-01')).toEqual([]);
      company.withdrawProfile('p1');
      expect(await alerts('notDisclosed', '2026-10-01')).toEqual([['p1', null]]);
    });

    it('a month without an entry in the log, of those who served all of it (JX-19)', async () => {
      company.serve('p1', 'project', 'project-1', '2026-10-01');
      company.serve('p2', 'project', 'project-2', '2026-10-02');
      expect(await alerts('workLogEmpty', '2026-10-31')).toEqual([]);
      expect(await alerts('workLogEmpty', '2026-11-01')).toEqual([['p1', '2026-10']]);
      company.work('p1', 'project-1', 'w1', { workedOn: day('2026-10-31') });
      expect(await alerts('workLogEmpty', '2026-11-01')).toEqual([]);
      company.withdrawWork('p1', 'project-1', 'w1', { workedOn: day('2026-10-31') });
      expect(await alerts('workLogEmpty', '2026-11-01')).toEqual([['p1', '2026-10']]);
    });

    it('a year without an assessment, from the day after it, of those who served in it (JX-04)', async () => {
      company.serve('d1', 'district', 'district', '2026-12-31');
      company.serve('p1', 'project', 'project-1');
      company.relieve('p1', '2026-10-01');
      company.serve('p2', 'project', 'project-2', '2027-01-01');
      expect(await alerts('assessmentDue', '2026-12-31')).toEqual([]);
      expect(await alerts('assessmentDue', '2027-01-01')).toEqual([
        ['d1', '2026'],
        ['p1', '2026'],
      ]);
      company.assess('d1', 2026, '2027-01-20');
      expect(await alerts('assessmentDue', '2027-01-19')).toHaveLength(2);
      expect(await alerts('assessmentDue', '2027-01-20')).toEqual([['p1', '2026']]);
    });

    it('a board on site that shows no longer who is there (JX-12b)', async () => {
      const late = () => alerts('boardNotCurrent', '2026-11-20');
      company.serve('p1', 'project', 'project-1');
      company.serve('c1', 'crew', 'crew-1');
      expect(await late()).toEqual([]);
      company.publish('p1');
      expect(await late()).toEqual([['project-1', null]]);
      company.postBoard('project-1');
      expect(await late()).toEqual([]);
      company.publish('c1');
      expect(await late()).toEqual([['project-1', null]]);
      company.postBoard('project-1');
      company.publish('p1', 'new-phone');
      expect(await late()).toEqual([['project-1', null]]);
      company.postBoard('project-1');
      company.relieve('c1', '2026-11-01');
      expect(await late()).toEqual([['project-1', null]]);
      company.postBoard('project-1');
      company.serve('d1', 'district', 'district');
      company.publish('d1');
      expect(await late()).toEqual([
        ['project-1', null],
        ['project-2', null],
      ]);
    });

    it('a board that shows what was printed before the last change (JX-12b)', async () => {
      company.serve('p1', 'project', 'project-1');
      const printedAsOf = company.publish('p1');
      company.publish('p1', 'new-phone');
      company.postBoard('project-1', printedAsOf);
      expect(await alerts('boardNotCurrent', '2026-11-20')).toEqual([['project-1', null]]);
      company.postBoard('project-1', company.log.head);
      expect(await alerts('boardNotCurrent', '2026-11-20')).toEqual([]);
    });

    it('a district, a project under construction, a standing crew that nobody serves (JX-07a, JX-07b, JX-08)', async () => {
      const vacancies = async () => [
        ...(await alerts('districtWithoutFullTimeOfficer', '2026-11-20')),
        ...(await alerts('projectWithoutOfficer', '2026-11-20')),
        ...(await alerts('crewWithoutLiaisonPerson', '2026-11-20')),
      ];
      expect(await vacancies()).toEqual([['district', null]]);
      company.startProject('project-1');
      company.formCrew('crew-1');
      expect((await vacancies()).map(([unitId]) => unitId)).toEqual(['district', 'project-1', 'crew-1']);
      company.serve('d1', 'district', 'district');
      company.serve('p1', 'project', 'project-1');
      company.serve('c1', 'crew', 'crew-1');
      expect(await vacancies()).toEqual([]);
      company.relieve('c1', '2026-10-01');
      expect(await vacancies()).toEqual([['crew-1', null]]);
      company.relieve('p1', '2026-10-01');
      company.changeProject('project-1', 'suspended', '2026-10-02');
      expect(await vacancies()).toEqual([['crew-1', null]]);
    });

    it('a proposal whose answer is due: on the day itself it is not late (JX-37)', async () => {
      company.useRight('u1', 'd1', '2026-10-01', { unitId: 'company', due: '2026-10-31' });
      expect(await alerts('proposalUnanswered', '2026-10-31')).toEqual([]);
      expect(await alerts('proposalUnanswered', '2026-11-01')).toEqual([['d1', null]]);
      company.answerProposal('u1', '2026-11-02');
      expect(await alerts('proposalUnanswered', '2026-11-01')).toEqual([['d1', null]]);
      expect(await alerts('proposalUnanswered', '2026-11-02')).toEqual([]);
    });

    it('of all kinds, page by page, and refuses a cursor that no page gave', async () => {
      company.serve('p1', 'project', 'project-1');
      company.serve('p2', 'project', 'project-2');
      const query = new LiaisonAlertsQuery(models.reading);
      company.startProject('project-2');
      company.useRight('u1', 'd9', '2026-09-01', { unitId: 'company', due: '2026-09-30' });
      company.useRight('u2', 'd9', '2026-09-01', { unitId: 'company', due: '2026-09-30' });
      const asked = { organization: 'company', asOfDay: day('2026-10-01'), limit: 2 };
      const seen: string[] = [];
      for (let cursor: string | undefined, more = true; more;) {
        const page = await query.answer({ ...asked, ...(cursor !== undefined && { cursor }) }, settled());
        seen.push(
          ...page.alerts.map(({ kind, unitId, officerId, subjectId }) => `${kind} ${subjectId ?? officerId ?? unitId}`),
        );
        cursor = page.nextCursor ?? undefined;
        more = cursor !== undefined;
      }
      expect(seen).toEqual([
        'districtWithoutFullTimeOfficer district',
        'quarterlyMeetingMissed district',
        'notDisclosed p1',
        'notDisclosed p2',
        'workLogEmpty p1',
        'workLogEmpty p2',
        'proposalUnanswered u1',
        'proposalUnanswered u2',
      ]);
      for (const cursor of ['p1', 'nothing~a~b', 'notDisclosed~a', 'notDisclosed~a~b', 'notDisclosed~a~b~c~d'])
        expect(() => query.answer({ ...asked, cursor }, {})).toThrow('reporting.badCursor');
    });
  });

  it('sums the work logs by month and activity (JX-19, JX-40)', async () => {
    company.work('p1', 'project-1', 'w1', { workedOn: day('2026-10-31'), personsPresent: 10 });
    company.work('p1', 'project-1', 'w2', {
      workedOn: day('2026-10-01'),
      personsPresent: 5,
      requestsRaised: 0,
      matterIds: [],
    });
    company.work('p2', 'project-2', 'w3', { workedOn: day('2026-11-01'), activity: 'visit' });
    company.work('p2', 'project-2', 'w4', { workedOn: day('2026-11-02'), activity: 'visit' });
    company.withdrawWork('p2', 'project-2', 'w4', { workedOn: day('2026-11-02'), activity: 'visit' });
    const query = new LiaisonWorkQuery(models.reading);
    const quarter = { organization: 'company', period: period('2026-Q4') };
    const october = {
      month: '2026-10',
      activity: 'talk',
      entries: 2,
      personsPresent: 15,
      requestsRaised: 2,
      mattersOpened: 1,
    };
    expect((await query.answer(quarter, settled())).work).toEqual([
      october,
      { month: '2026-11', activity: 'visit', entries: 1, personsPresent: 10, requestsRaised: 2, mattersOpened: 1 },
    ]);
    expect((await query.answer({ ...quarter, officer: 'p1' }, {})).work).toEqual([october]);
    expect((await query.answer({ ...quarter, organization: 'project-2', period: period('2026-10') }, {})).work).toEqual(
      [],
    );
  });

  it('tells the versions of a role definition, and which is in force (JX-37, JX-38a, JX-38b)', async () => {
    company.define(1, '2026-01-01');
    company.define(2, '2026-07-01');
    const inForceOn = async (asOfDay: string) => {
      const asked = { organization: 'company', level: 'district', asOfDay: day(asOfDay) } as const;
      const { definitions } = await new LiaisonRoleDefinitionsQuery(models.reading).answer(asked, settled());
      return definitions.map(({ version, inForce }) => [version, inForce]);
    };
    expect(await inForceOn('2025-12-31')).toEqual([
      [2, false],
      [1, false],
    ]);
    expect(await inForceOn('2026-06-30')).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(await inForceOn('2026-07-01')).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it('keeps neither name nor phone, sealed or not', async () => {
    company.serve('p1', 'project', 'project-1');
    company.publish('p1');
    await models.caughtUp();
    const [row] = await models.dataSource.query<object[]>('SELECT * FROM liaison_officer');
    expect(JSON.stringify(row)).not.toContain('sealed');
  });
});
