import fc from 'fast-check';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import {
  standsBelow,
  unitNamesAsOf,
  unitsAboveAsOf,
  unitsBelow,
  unitsBelowAsOf,
  unitsBelowAsOfUnlessAll,
  unitsBelowUnlessAll,
} from './unit-tree';
import { RegisteredUnit } from './unit.entity';
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
        productionMode: null,
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
        productionMode: null,
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

  it.each([
    ['by listing them', 4],
    ['by climbing the tree from each', 0],
  ])('finds what stands at or below a unit %s', async (_, mostListed) => {
    const found = async (unitId: string) => {
      const query = tx().createQueryBuilder(RegisteredUnit, 'unit');
      const units = await query.where(...(await standsBelow(tx(), 'unit.unit_id', unitId, mostListed))).getMany();
      return units.map((unit) => unit.unitId).sort();
    };
    expect(await found('cccc')).toEqual(['cccc', 'company-a', 'company-b', 'project-1']);
    expect(await found('company-a')).toEqual(['company-a', 'project-1']);
    expect(await found('company-b')).toEqual(['company-b']);
    expect(await found('nowhere')).toEqual([]);
  });

  it('need not list the units below the one root, as long as there is no other', async () => {
    const all = ['cccc', 'company-a', 'company-b', 'project-1'];
    expect(await unitsBelowUnlessAll(tx(), 'cccc')).toBeNull();
    expect(await unitsBelowUnlessAll(tx(), 'company-b')).toEqual(['company-b']);
    expect(await unitsBelowUnlessAll(tx(), 'nowhere')).toEqual(['nowhere']);
    group.unit('other', 'group', undefined, '2026-11-20');
    await models.caughtUp();
    expect((await unitsBelowUnlessAll(tx(), 'cccc'))?.sort()).toEqual(all);
    expect((await unitsBelowAsOfUnlessAll(tx(), 'cccc', latest))?.sort()).toEqual(all);
    expect(await unitsBelowAsOfUnlessAll(tx(), 'cccc', { ...latest, day: '2026-11-19' })).toBeNull();
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

  it('keeps a published credit code that fails its check, with a warning and its notice (ID-03)', async () => {
    const publishedIn = { publisher: '住建局', title: '公示', publishedOn: '2025-12-31' };
    const code = { unitId: 'company-a', creditCode: '91370200MA3TX8K001', recordedOn: '2026-11-03' };
    const record = (check: string, of: object) =>
      group.log.record('CreditCodeRecorded', 'unit-company-a', { ...code, check, ...of });
    const companyA = async () => {
      const units = await new UnitsQuery(models.reading).answer(
        { organization: 'company-a' },
        { after: group.log.head },
      );
      return units.units[0];
    };
    record('checkCharacterWrong', { publishedIn });
    expect(await companyA()).toMatchObject({
      creditCode: '91370200MA3TX8K001',
      creditCodeWarning: { check: 'checkCharacterWrong', publishedIn },
    });
    record('valid', { creditCode: '91370200MA3TX8K00X' });
    expect(await companyA()).toMatchObject({ creditCode: '91370200MA3TX8K00X', creditCodeWarning: null });
  });

  it('tells the tree as it stood on both clocks, whatever moves were told in whatever order (JX-06)', async () => {
    const units = ['cccc', 'company-a', 'company-b', 'project-1'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 28 })), { maxLength: 12 }),
        async (moves) => {
          const known = new EventsInMemory();
          const history = new ExampleGroup(known);
          history.unit('cccc', 'group');
          for (const unitId of units.slice(1)) history.unit(unitId, 'company', 'cccc', '2026-11-01');
          const told = new ToldPlacements(units);
          for (const [unit, parent, on] of moves) {
            if (unit === 0) continue;
            const movedOn = dayOfNovember(on);
            const position = history.move(units[unit]!, units[parent]!, movedOn);
            told.move(units[unit]!, units[parent]!, movedOn, position);
          }
          const read = await RunningReadModels.start(known);
          try {
            await read.caughtUp();
            for (const [day, position] of points(known.head)) {
              for (const unitId of units) {
                const below = await unitsBelowAsOf(read.dataSource.manager, unitId, { day, position });
                expect([day, position, unitId, below.sort()]).toEqual([
                  day,
                  position,
                  unitId,
                  told.below(unitId, day, position).sort(),
                ]);
              }
            }
          } finally {
            await read.stop();
          }
        },
      ),
      { seed: 20261127, numRuns: 12 },
    );
  });
});

const dayOfNovember = (of: number): string => `2026-11-${String(of).padStart(2, '0')}`;

/** Points on both clocks: before, within and after the moves, at every position. */
const points = (head: number): [string, number][] =>
  [1, 5, 12, 20, 28, 30].flatMap((on) =>
    Array.from({ length: head + 1 }, (_, position): [string, number] => [dayOfNovember(on), position]),
  );

/** Where units stood, told by walking through the whole history for every question. */
class ToldPlacements {
  private readonly told: { unitId: string; parentId: string | null; day: string; position: number }[];

  constructor(units: readonly string[]) {
    this.told = units.map((unitId, position) => ({
      unitId,
      parentId: position === 0 ? null : 'cccc',
      day: position === 0 ? '2020-01-01' : '2026-11-01',
      position,
    }));
  }

  move(unitId: string, parentId: string, movedOn: string, position: number): void {
    if (this.below(unitId, '9999-12-31', position).includes(parentId)) return;
    const lastDay = this.told.filter((each) => each.unitId === unitId).at(-1)!.day;
    this.told.push({ unitId, parentId, day: movedOn > lastDay ? movedOn : lastDay, position });
  }

  below(unitId: string, day: string, position: number): string[] {
    const found = [unitId];
    for (const above of found) {
      for (const child of new Set(this.told.map((each) => each.unitId))) {
        if (!found.includes(child) && this.parentOf(child, day, position) === above) found.push(child);
      }
    }
    return found;
  }

  private parentOf(unitId: string, day: string, position: number): string | null | undefined {
    return this.told.filter((each) => each.unitId === unitId && each.day <= day && each.position <= position).at(-1)
      ?.parentId;
  }
}
