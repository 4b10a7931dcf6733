import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { unitNamesAsOf, unitsAboveAsOf, unitsBelow, unitsBelowAsOf } from './unit-tree';
import { UnitsQuery } from './units.query';

describe('The register of units', () => {
  let models: RunningReadModels;
  let group: ExampleGroup;
  const latest = { day: '2026-12-31', position: 1_000 };

  beforeEach(async () => {
    group = new ExampleGroup(new EventsInMemory());
    group.unit('cccc', 'group');
    group.unit('company-a', 'company', 'cccc');
    group.unit('company-b', 'company', 'cccc');
    group.unit('project-1', 'project', 'company-a', '2026-11-01');
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
  });

  afterEach(() => models.stop());

  const tx = () => models.dataSource.manager;
  const sorted = async (ids: Promise<string[]>) => (await ids).sort();

  it('answers page by page, in the order of names', async () => {
    group.rename('company-b', '甲公司', '2026-11-02');
    await models.caughtUp();
    const units = new UnitsQuery(models.reading);
    const names: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await units.answer({ organization: 'cccc', limit: 2, ...(cursor !== undefined && { cursor }) }, {});
      names.push(...page.units.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
      more = cursor !== undefined;
    }
    expect(names).toEqual(['单位 cccc', '单位 company-a', '单位 project-1', '甲公司']);
  });

  it('answers only what stands at or below the unit', async () => {
    const { units } = await new UnitsQuery(models.reading).answer({ organization: 'company-a' }, {});
    expect(units).toEqual([
      {
        unitId: 'company-a',
        kind: 'company',
        name: '单位 company-a',
        parentId: 'cccc',
        creditCode: null,
        creditCodeWarning: null,
        establishedOn: '2020-01-01',
        closedOn: null,
      },
      {
        unitId: 'project-1',
        kind: 'project',
        name: '单位 project-1',
        parentId: 'company-a',
        creditCode: null,
        creditCodeWarning: null,
        establishedOn: '2026-11-01',
        closedOn: null,
      },
    ]);
  });

  it('tells the tree as it stood on both clocks', async () => {
    const move = group.move('project-1', 'company-b', '2026-11-10');
    await models.caughtUp();
    expect(await sorted(unitsBelow(tx(), 'company-b'))).toEqual(['company-b', 'project-1']);
    expect(await sorted(unitsBelowAsOf(tx(), 'company-b', latest))).toEqual(['company-b', 'project-1']);
    expect(await unitsBelowAsOf(tx(), 'company-b', { ...latest, day: '2026-11-09' })).toEqual(['company-b']);
    expect(await unitsBelowAsOf(tx(), 'company-b', { ...latest, position: move - 1 })).toEqual(['company-b']);
    expect(await unitsAboveAsOf(tx(), 'project-1', latest)).toEqual(['project-1', 'company-b', 'cccc']);
    expect(await unitsAboveAsOf(tx(), 'project-1', { ...latest, day: '2026-10-31' })).toEqual(['project-1']);
  });

  it('leaves out the move that would close a ring', async () => {
    group.move('company-a', 'project-1', '2026-11-10');
    group.move('company-a', 'company-a', '2026-11-10');
    await models.caughtUp();
    expect(await unitsAboveAsOf(tx(), 'project-1', latest)).toEqual(['project-1', 'company-a', 'cccc']);
  });

  it('ends, also on a day on which moves that were told out of order make a ring', async () => {
    group.move('project-1', 'cccc', '2026-11-20');
    group.move('company-a', 'project-1', '2026-11-10');
    await models.caughtUp();
    const between = { ...latest, day: '2026-11-15' };
    expect(await sorted(unitsBelowAsOf(tx(), 'company-a', between))).toEqual(['company-a', 'project-1']);
    expect(await unitsAboveAsOf(tx(), 'company-a', between)).toEqual(['company-a', 'project-1']);
    expect(await sorted(unitsBelowAsOf(tx(), 'cccc', latest))).toEqual(['cccc', 'company-a', 'company-b', 'project-1']);
  });

  it('tells names on both clocks, and the first name for a day before there was one', async () => {
    const rename = group.rename('project-1', '新项目', '2026-11-10');
    await models.caughtUp();
    const nameOn = async (day: string, position = 1_000) =>
      (await unitNamesAsOf(tx(), ['project-1'], { day, position })).get('project-1');
    expect(await nameOn('2026-11-10')).toBe('新项目');
    expect(await nameOn('2026-11-09')).toBe('单位 project-1');
    expect(await nameOn('2026-11-10', rename - 1)).toBe('单位 project-1');
    expect(await nameOn('2026-01-01')).toBe('单位 project-1');
  });
});
