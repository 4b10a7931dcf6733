import { day, fen } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { covered, ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { UnionAlertsQuery } from './union-alerts.query';

describe('The duties of unions, congresses and selections', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory());
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const answer = (asOfDay: string, asked = {}) =>
    new UnionAlertsQuery(models.reading).answer(
      { organization: 'haimen', asOfDay: day(asOfDay), ...asked },
      { after: unions.log.head },
    );
  const told = async (asOfDay: string, asked = {}) =>
    (await answer(asOfDay, asked)).alerts.map(({ kind, subjectId }) => `${kind} ${subjectId}`);

  it('UN-01: call for a union of its own from the day on which 25 members are counted, till there is one', async () => {
    unions.enterprise('hongda').count('hongda', 24, 60, '2026-01-31').count('hongda', 25, 60, '2026-03-31');
    unions.found('joint', 'hongda', '2025-02-01', { coveredUnits: [covered('hongda'), covered('town')] });
    unions.found('own', 'hongda', '2026-06-01');
    expect(await told('2026-03-30')).toEqual([]);
    expect(await told('2026-03-31')).toEqual(['ownCommitteeDue hongda']);
    expect(await told('2026-05-31')).toEqual(['ownCommitteeDue hongda']);
    expect(await told('2026-06-01')).toEqual([]);
  });

  it('HM-04d: call for a joint conference before its year ends, and say so when it was missed', async () => {
    unions.conference('c-1', '2025-01-01', '2025-05-19');
    expect(await told('2026-09-30')).toEqual([]);
    expect(await told('2026-10-01')).toEqual(['jointConferenceDue c-1']);
    expect(await told('2027-01-01')).toEqual(['jointConferenceMissed c-1']);
    expect(await told('2026-10-01', { organization: 'town' })).toEqual(['jointConferenceDue c-1']);
  });

  it('UN-07: call for the end of a union whose project has ended', async () => {
    unions.group.unit('lot-3', 'project', 'town');
    unions.group.unit('lot-4', 'project', 'town');
    unions.found('u-1', 'lot-3', '2025-02-01', { coveredUnits: [covered('lot-3'), covered('lot-4')] });
    unions.close('lot-3', '2026-06-30').close('lot-4', '2026-10-31').dissolve('u-1', '2026-11-10');
    expect(await told('2026-10-30')).toEqual([]);
    expect(await told('2026-10-31')).toEqual(['unionOutlivesItsUnits u-1']);
    expect(await told('2026-11-10')).toEqual([]);
  });

  it('UN-02: call for an election before a term ends, as that day had it', async () => {
    unions.enterprise('hongda').apply('u-1', 'hongda').begin('u-1', '2023-03-01', '2026-02-28');
    unions.begin('u-1', '2026-04-01', '2029-03-31');
    expect(await told('2025-11-29')).toEqual([]);
    expect(await told('2025-11-30')).toEqual(['termEnding u-1']);
    expect(await told('2026-03-01')).toEqual(['termExpired u-1']);
    expect(await told('2026-04-01')).toEqual([]);
  });

  it('HM-04f: call for a session of the workers’ congress', async () => {
    unions.enterprise('hongda').congress('c-6', 'hongda', { beginsOn: '2025-01-01' }).seat('c-6', 20, 4);
    const session = { sessionId: 's-1', delegates: 24, delegatesPresent: 20, minutes: [], heldOn: day('2025-03-01') };
    unions.tellCongress('CongressSessionHeld', 'c-6', session);
    expect(await told('2026-10-01')).toEqual(['congressSessionDue c-6']);
    expect(await told('2025-12-31')).toEqual([]);
  });

  it('UN-03: call for what a month’s contribution lacked, until it is paid', async () => {
    unions.enterprise('hongda');
    const contribution = (paidFen: number, paidOn: string) => ({
      ...{ unitId: 'hongda', month: '2026-04', wagesFen: fen(40_200_000), dueFen: fen(804_000), evidence: [] },
      ...{ paidFen: fen(paidFen), paidOn: day(paidOn) },
    });
    unions.log.record('UnionContributionFellShort', 'employer-hongda', contribution(600_000, '2026-05-12'));
    expect(await told('2026-05-12')).toEqual(['unionContributionShort hongda~2026-04']);
    unions.log.record('UnionContributionPaid', 'employer-hongda', contribution(804_000, '2026-06-01'));
    expect(await told('2026-06-01')).toEqual([]);
  });

  it('JX-51a: call for the advanced of a month, as long as they are not decided', async () => {
    unions.group.unit('lot-3', 'project', 'town');
    const select = (selectionId: string, period: string, openedOn: string, decidedOn?: string) => {
      const stream = `honourSelection-${selectionId}`;
      unions.log.record('HonourSelectionOpened', stream, {
        ...{ selectionId, honour: 'monthlyAdvanced', level: 'project', spirit: 'labour', title: '流动红旗' },
        ...{ unitId: 'lot-3', period, criteria: '无事故', noticeWorkingDays: 1, openedOn: day(openedOn) },
      });
      if (decidedOn === undefined) return;
      const counts = { honoured: 3, honouredWorkers: 2, honouredPersons: 2, documentNumber: '1号' };
      unions.log.record('HonourSelectionDecided', stream, { selectionId, ...counts, decidedOn: day(decidedOn) });
    };
    select('m-1', '2026-02', '2026-02-20', '2026-02-27');
    select('m-2', '2026-03', '2026-03-20', '2026-04-02');
    expect(await told('2026-03-31')).toEqual([]);
    expect(await told('2026-04-01')).toEqual(['monthlyHonourMissed lot-3~2026-03']);
    expect(await told('2026-04-02')).toEqual([]);
  });

  it('are told by kind, within a unit, and page by page', async () => {
    for (const unitId of ['e-1', 'e-2', 'e-3']) unions.enterprise(unitId).count(unitId, 25, 60, '2026-03-31');
    unions.conference('c-1', '2025-01-01', '2025-05-19');
    expect(await told('2026-10-01', { kind: 'jointConferenceDue' })).toEqual(['jointConferenceDue c-1']);
    expect(await told('2026-10-01', { organization: 'e-2' })).toEqual(['ownCommitteeDue e-2']);
    const first = await answer('2026-10-01', { limit: 2 });
    const second = await answer('2026-10-01', { limit: 2, cursor: first.nextCursor! });
    const subjects = [...first.alerts, ...second.alerts].map(({ subjectId }) => subjectId);
    expect([subjects, second.nextCursor]).toEqual([['c-1', 'e-1', 'e-2', 'e-3'], null]);
    expect(() => answer('2026-10-01', { cursor: 'nonsense' })).toThrow('reporting.badCursor');
  });
});
