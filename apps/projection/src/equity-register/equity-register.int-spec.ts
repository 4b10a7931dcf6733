import type { EquityRelations } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { EquityRelationsQuery } from './equity-relations.query';

describe('The register of equity relations', () => {
  const log = new EventsInMemory();
  let models: RunningReadModels;

  const record = (id: string, contractorId: string, kind: string, shareBasisPoints: number, fromDay: string) =>
    log.record('EquityRelationRecorded', `equityRelation-${id}`, {
      ...{ labourSubcontractorId: id, contractorId, kind, shareBasisPoints, evidence: [], fromDay },
    });

  beforeAll(async () => {
    const group = new ExampleGroup(log);
    group.unit('cccc', 'group');
    group.unit('harbour', 'company', 'cccc');
    group.unit('highway', 'company', 'cccc');
    group.unit('haian', 'labourSubcontractor', 'harbour');
    group.unit('tongda', 'labourSubcontractor', 'highway');
    group.unit('outside', 'labourSubcontractor');
    record('haian', 'harbour', 'minority', 3_000, '2025-01-01');
    record('haian', 'harbour', 'controlling', 5_100, '2025-07-01');
    record('haian', 'highway', 'minority', 2_000, '2025-07-01');
    record('outside', 'harbour', 'founded', 10_000, '2025-03-01');
    const end = { labourSubcontractorId: 'haian', contractorId: 'harbour', reason: '转让', endedOn: '2026-09-01' };
    log.record('EquityRelationEnded', 'equityRelation-haian', end);
    models = await RunningReadModels.start(log);
  });

  afterAll(() => models.stop());

  const answer = (asOfDay: string, asked: Partial<EquityRelations> = {}) =>
    new EquityRelationsQuery(models.reading).answer(
      { organization: 'cccc', asOfDay: day(asOfDay), ...asked },
      { after: log.head },
    );
  const groups = async (asOfDay: string, organization = 'cccc') =>
    Object.fromEntries(
      (await answer(asOfDay, { organization })).byRelation.map((each) => [each.relation, each.labourSubcontractors]),
    );

  it('QD-50: groups labour subcontractors by the relation of the day', async () => {
    expect(await groups('2024-12-31')).toEqual({ none: 2 });
    expect(await groups('2025-01-01')).toEqual({ minority: 1, none: 1 });
    expect(await groups('2025-06-30')).toEqual({ minority: 1, founded: 1, none: 1 });
    expect(await groups('2025-07-01')).toEqual({ controlling: 1, minority: 1, founded: 1, none: 1 });
    expect(await groups('2026-08-31')).toEqual({ controlling: 1, minority: 1, founded: 1, none: 1 });
    expect(await groups('2026-09-01')).toEqual({ minority: 1, founded: 1, none: 1 });
  });

  it('counts those below a unit, and those that a contractor below it has a part in', async () => {
    expect(await groups('2025-07-01', 'highway')).toEqual({ controlling: 1, minority: 1, none: 1 });
    expect(await groups('2025-06-30', 'highway')).toEqual({ none: 1 });
  });

  it('QD-50: shows kind, share and days of each relation', async () => {
    const { labourSubcontractors } = await answer('2025-07-01', { relation: 'controlling' });
    expect(labourSubcontractors).toEqual([
      {
        labourSubcontractorId: 'haian',
        name: '单位 haian',
        relations: [
          {
            ...{ contractorId: 'harbour', kind: 'controlling', shareBasisPoints: 5_100 },
            ...{ fromDay: '2025-07-01', untilDay: '2026-09-01' },
          },
          {
            ...{ contractorId: 'highway', kind: 'minority', shareBasisPoints: 2_000 },
            ...{ fromDay: '2025-07-01', untilDay: null },
          },
        ],
      },
    ]);
    const none = await answer('2025-07-01', { relation: 'none' });
    expect(none.labourSubcontractors).toEqual([
      { labourSubcontractorId: 'tongda', name: '单位 tongda', relations: [] },
    ]);
  });

  it('is read page by page', async () => {
    const first = await answer('2025-07-01', { limit: 2 });
    const second = await answer('2025-07-01', { limit: 2, cursor: first.nextCursor! });
    const ids = [first, second].map((page) => page.labourSubcontractors.map((each) => each.labourSubcontractorId));
    expect(ids).toEqual([['haian', 'outside'], ['tongda']]);
    expect(second.nextCursor).toBeNull();
  });
});
