import { type DutyItem, UnitEstablished } from '@gongyou/contracts';
import { day, month } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleLiaison } from '../testing/example-liaison';
import { RunningReadModels } from '../testing/running-read-models';
import { LiaisonForceQuery } from './liaison-force.query';
import { LiaisonOfficerFileQuery } from './liaison-officer-file.query';
import { LiaisonOfficersQuery } from './liaison-officers.query';
import { LiaisonRightUsesQuery } from './liaison-right-uses.query';
import { LiaisonTeamsQuery } from './liaison-teams.query';
import { LiaisonTreeQuery } from './liaison-tree.query';

describe('The posts of liaison officers', () => {
  let models: RunningReadModels;
  let company: ExampleLiaison;

  beforeEach(async () => {
    company = new ExampleLiaison(new EventsInMemory()).found();
    models = await RunningReadModels.start(company.log);
  });

  afterEach(() => models.stop());

  const settled = () => ({ after: company.log.head });

  it('are shown as a tree of the three levels, with those who are in them (JX-01)', async () => {
    company.serve('d1', 'district', 'district');
    company.nominate('p1', 'project', 'project-1');
    company.serve('p9', 'project', 'project-1');
    company.relieve('p9', '2026-09-30');
    company.serve('c1', 'crew', 'crew-1');
    company.publish('c1');
    const tree = new LiaisonTreeQuery(models.reading);
    const { roots, isCut } = await tree.answer({ organization: 'company' }, settled());
    const crew = {
      ...{ unitId: 'crew-1', unitName: '单位 crew-1', level: 'crew', below: [] },
      officers: [{ officerId: 'c1', mode: 'partTime', stage: 'onDuty', trained: true, published: true }],
    };
    const projects = [
      {
        ...{ unitId: 'project-1', unitName: '单位 project-1', level: 'project', below: [crew] },
        officers: [{ officerId: 'p1', mode: 'partTime', stage: 'nominated', trained: false, published: false }],
      },
      { unitId: 'project-2', unitName: '单位 project-2', level: 'project', officers: [], below: [] },
    ];
    expect([roots, isCut]).toEqual([
      [
        {
          ...{ unitId: 'district', unitName: '单位 district', level: 'district', below: projects },
          officers: [{ officerId: 'd1', mode: 'fullTime', stage: 'onDuty', trained: true, published: false }],
        },
      ],
      false,
    ]);
    expect((await tree.answer({ organization: 'project-1' }, {})).roots).toEqual([projects[0]]);
    const cut = await tree.answer({ organization: 'company' }, {}, 3);
    expect([cut.isCut, cut.roots[0]!.below.map(({ below }) => below)]).toEqual([true, [[], []]]);
  });

  it('are counted by district and project: filled, trained, disclosed, active in the month (JX-09)', async () => {
    for (const unitId of ['project-1', 'project-2']) company.startProject(unitId);
    company.formCrew('crew-1');
    company.serve('d1', 'district', 'district');
    company.publish('d1');
    company.serve('p1', 'project', 'project-1');
    company.work('p1', 'project-1', 'w1', { workedOn: day('2026-10-31') });
    company.nominate('p2', 'project', 'project-2');
    company.appoint('p2');
    company.train('p2');
    const force = new LiaisonForceQuery(models.reading);
    const levels = async (of: string, inMonth = '2026-10') => {
      const answer = await force.answer({ organization: 'company', month: month(inMonth) }, settled());
      return answer.force
        .find(({ unitId }) => unitId === of)!
        .levels.map((each) => [each.level, each.posts, each.filled, each.trained, each.disclosed, each.active]);
    };
    expect(await levels('district')).toEqual([
      ['district', 1, 1, 1, 1, 0],
      ['project', 2, 1, 2, 0, 1],
      ['crew', 1, 0, 0, 0, 0],
    ]);
    expect(await levels('project-1')).toEqual([
      ['project', 1, 1, 1, 0, 1],
      ['crew', 1, 0, 0, 0, 0],
    ]);
    expect((await levels('district', '2026-11'))[1]).toEqual(['project', 2, 1, 2, 0, 0]);
    const first = await force.answer({ organization: 'company', month: month('2026-10'), limit: 2 }, {});
    expect([first.force.map(({ unitId }) => unitId), first.nextCursor]).toEqual([
      ['district', 'project-1'],
      'project-1',
    ]);
  });

  it('name who answers for each labour team in use (JX-39)', async () => {
    company.log.record(UnitEstablished, 'unit-team-2', {
      ...{ unitId: 'team-2', kind: 'crew', name: '木工队', parentId: 'project-2', establishedOn: day('2026-07-01') },
    });
    for (const unitId of ['crew-1', 'team-2']) company.formCrew(unitId);
    company.serve('d1', 'district', 'district');
    company.serve('p1', 'project', 'project-1');
    company.serve('c1', 'crew', 'crew-1');
    const teams = new LiaisonTeamsQuery(models.reading);
    const answer = await teams.answer({ organization: 'company' }, settled());
    expect(answer.teams).toMatchObject([
      { unitId: 'crew-1', crewLiaisonIds: ['c1'], projectOfficerIds: ['p1'], districtOfficerIds: ['d1'] },
      { unitId: 'team-2', crewLiaisonIds: [], projectOfficerIds: [], districtOfficerIds: ['d1'] },
    ]);
    const first = await teams.answer({ organization: 'company', limit: 1 }, {});
    expect([first.teams.length, first.nextCursor]).toEqual([1, 'crew-1']);
    expect((await teams.answer({ organization: 'project-2' }, {})).teams.map(({ unitId }) => unitId)).toEqual([
      'team-2',
    ]);
  });

  describe('The file of an officer', () => {
    const duties: DutyItem[] = [
      { itemId: 'visit', text: '走访驻地', frequency: 'month', evidence: '走访照片' },
      { itemId: 'meet', text: '召开会议', frequency: 'quarter' },
      { itemId: 'mediate', text: '调解矛盾' },
    ];
    const file = async (asOfDay: string) => {
      const asked = { officer: 'd1', year: 2026, asOfDay: day(asOfDay) };
      return (await new LiaisonOfficerFileQuery(models.reading).find(asked, settled()))!;
    };

    beforeEach(() => {
      company.define(1, '2026-01-01', duties);
      company.serve('d1', 'district', 'district', '2026-09-01');
    });

    it('makes a task of each duty in each period that was served, and tells the share that was done (JX-38a)', async () => {
      company.doDuty('d1', 'visit', '2026-09', '2026-09-30');
      company.doDuty('d1', 'visit', '2026-10', '2026-11-01');
      const statuses = async (asOfDay: string) =>
        (await file(asOfDay)).file.tasks.map(({ dutyId, period, status }) => `${dutyId} ${period} ${status}`);
      expect(await statuses('2026-10-31')).toEqual([
        'meet 2026-Q4 open',
        'visit 2026-09 done',
        'visit 2026-10 open',
        'visit 2026-11 open',
        'visit 2026-12 open',
      ]);
      expect((await statuses('2026-11-01'))[2]).toBe('visit 2026-10 doneLate');
      expect((await statuses('2026-11-30'))[3]).toBe('visit 2026-11 open');
      expect((await statuses('2026-12-01'))[3]).toBe('visit 2026-11 overdue');
      const { file: november } = await file('2026-11-30');
      expect([november.duties, november.dutiesDoneBasisPoints]).toEqual([{ due: 3, done: 2 }, 6_666]);
      expect((await file('2026-09-29')).file.dutiesDoneBasisPoints).toBeNull();
    });

    it('tells what was logged, which rights were used, and how the year was judged (JX-35, JX-37, JX-38b, JX-04)', async () => {
      company.work('d1', 'district', 'w1', { workedOn: day('2026-10-31') });
      company.useRight('u1', 'd1', '2026-10-01');
      company.useRight('u2', 'd1', '2026-10-02', { unitId: 'company', due: '2026-10-31' });
      company.judge('d1', 2026, 'labour-centre', 91);
      company.judge('d1', 2026, 'party-organization', 88, ['secrecy']);
      company.assess('d1', 2026, '2027-01-15');
      const { file: year } = await file('2027-01-20');
      expect(year.work).toMatchObject([{ month: '2026-10', activity: 'talk', entries: 1 }]);
      expect(year.rights).toEqual([
        { rightId: 'make-proposals', form: 'hearing', uses: 1 },
        { rightId: 'make-proposals', form: 'proposal', uses: 1 },
      ]);
      expect(year.assessment).toMatchObject({
        judgements: [
          { managingUnitId: 'labour-centre', score: 91, grade: '优秀', duties: { due: 4, done: 3 } },
          { managingUnitId: 'party-organization', score: 88, grade: '称职', breachedObligationIds: ['secrecy'] },
        ],
        concludedOn: '2027-01-15',
        allowsRenewal: true,
      });
    });

    it('is for the unit of the post, for who dispatched, and for both who manage (JX-35)', async () => {
      const { units } = await file('2026-11-20');
      expect(units).toEqual(['district', 'personnel', 'labour-centre', 'party-organization']);
    });
  });

  it('log each use of a right, and what became of a proposal (JX-37)', async () => {
    company.useRight('u1', 'd1', '2026-10-01');
    company.useRight('u2', 'd1', '2026-10-02', { unitId: 'company', due: '2026-10-31' });
    const uses = async (asOfDay: string, proposals?: 'answered' | 'open' | 'overdue', organization = 'district') => {
      const asked = { organization, asOfDay: day(asOfDay), ...(proposals && { proposals }) };
      const answer = await new LiaisonRightUsesQuery(models.reading).answer(asked, settled());
      return answer.uses.map(({ useId, proposal }) => [useId, proposal?.status]);
    };
    expect(await uses('2026-10-01')).toEqual([['u1', undefined]]);
    expect(await uses('2026-10-31')).toEqual([
      ['u1', undefined],
      ['u2', 'open'],
    ]);
    expect(await uses('2026-11-01', 'overdue', 'company')).toEqual([['u2', 'overdue']]);
    company.answerProposal('u2', '2026-11-02');
    expect(await uses('2026-11-01', 'overdue')).toEqual([['u2', 'overdue']]);
    expect(await uses('2026-11-02', 'overdue')).toEqual([]);
    expect(await uses('2026-11-02', 'answered')).toEqual([['u2', 'answered']]);
    expect(await uses('2026-11-02', undefined, 'project-1')).toEqual([]);
  });

  it('are left by those whose term is over when a day is closed, not a day before (JX-01)', async () => {
    for (const officerId of ['p1', 'p2']) {
      company.nominate(officerId, 'project', 'project-1');
      company.appoint(officerId, '2026-08-01', '2026-10-31');
    }
    company.renewTerm('p2', '2027-10-31');
    const over = async (closedDay: string) =>
      (await new LiaisonOfficersQuery(models.reading).termsOver({ closedDay: day(closedDay) }, settled())).terms;
    expect(await over('2026-10-30')).toEqual([]);
    expect(await over('2026-10-31')).toEqual([{ officerId: 'p1', termEndsOn: '2026-10-31' }]);
    company.relieve('p1', '2026-10-31');
    expect(await over('2026-10-31')).toEqual([]);
  });
});
