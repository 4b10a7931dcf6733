import { day, period } from '@gongyou/domain';
import { recomputeBalances } from '../indicator-ledger/recompute-balances';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';

const TASKS = 4_000;

describe('The read models, built anew beside the live ones', () => {
  let models: RunningReadModels;
  let group: ExampleGroup;

  beforeEach(async () => {
    group = new ExampleGroup(new EventsInMemory()).found();
    for (let number = 0; number < TASKS; number += 1) history(`t${number}`);
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
  });

  afterEach(() => models.stop());

  function history(taskId: string): void {
    group.plan(taskId);
    group.report(taskId, 50, '2026-11-03');
    group.complete(taskId, '2026-11-04');
  }

  const answerAt = async (asOfPosition: number): Promise<string> =>
    JSON.stringify(
      await models.reports.report(
        { programme: 'reform', organization: 'cccc', period: period('2026'), asOfDay: day('2026-11-20'), asOfPosition },
        {},
      ),
    );

  async function rebuilt(): Promise<void> {
    models.rebuild.start();
    await models.rebuild.ended();
    expect(await models.rebuild.status()).toMatchObject({ state: 'idle', failure: null, next: models.log.head });
  }

  it('give every reader the same bytes while they are built, compared, switched to and back from', async () => {
    const position = models.log.head;
    const before = await answerAt(position);
    let isOver = false;
    const answers = new Set<string>();
    let asked = 0;
    const reader = async (): Promise<void> => {
      for (; !isOver; asked += 1) answers.add(await answerAt(position));
    };
    const readers = [reader(), reader(), reader()];
    const act = async (): Promise<void> => {
      await rebuilt();
      history('while-compared');
      expect(await models.rebuild.compare()).toMatchObject({ differing: 0, position: models.log.head });
      history('while-switched');
      await models.rebuild.switch();
      history('after-the-switch');
      await models.caughtUp();
      await models.rebuild.rollback();
      history('after-the-rollback');
      await models.caughtUp();
    };
    await act().finally(() => (isOver = true));
    await Promise.all(readers);
    expect([...answers]).toEqual([before]);
    expect(asked).toBeGreaterThan(10);
    expect(await recomputeBalances(models.dataSource.manager)).toEqual([]);
    expect((await answerAt(models.log.head)).length).toBeGreaterThan(0);
  });

  it('are gone on with where they were left off', async () => {
    const { rebuild, log } = models;
    rebuild.start();
    expect(() => rebuild.start()).toThrow(expect.objectContaining({ code: 'projection.rebuild.running' }) as Error);
    await until(async () => ((await rebuild.status()).next ?? -1) >= 0);
    await rebuild.cancel();
    const { state, next } = await rebuild.status();
    expect(state).toBe('cancelled');
    expect(next).toBeLessThan(log.head);

    const feed = jest.spyOn(log, 'feed');
    await rebuilt();
    // The consumer of the live ones asks too, but only for what comes after the head.
    expect(Math.min(...feed.mock.calls.map(([{ after }]) => after))).toBe(next);
    expect(await rebuild.compare()).toMatchObject({ differing: 0 });
  });

  it('have the indexes of the live ones when they are live', async () => {
    const indexes = () =>
      models.dataSource.query("SELECT indexname FROM pg_indexes WHERE schemaname = 'projection' ORDER BY indexname");
    const before = await indexes();
    await rebuilt();
    await models.rebuild.switch();
    expect(await indexes()).toEqual(before);
  });

  describe('with a row that is not as it should be', () => {
    let position: number;
    let planted: number;

    beforeEach(async () => {
      position = models.log.head;
      await rebuilt();
      const [row] = await models.dataSource.query<{ position: number }[]>(
        'SELECT position FROM projection_next.posting ORDER BY position LIMIT 1 OFFSET 1000',
      );
      planted = row!.position;
      await models.dataSource.query(
        'UPDATE projection_next.posting SET amount = amount + 7 WHERE position = $1 AND line = 0',
        [planted],
      );
      await models.dataSource.query("DELETE FROM projection_next.task WHERE task_id = 't7'");
    });

    it('are told apart from the live ones, table by table, with the keys of the rows', async () => {
      const { tables, differing } = await models.rebuild.compare();
      expect(differing).toBe(2);
      expect(tables.filter((table) => table.differing > 0)).toEqual([
        { table: 'posting', rows: expect.any(Number) as number, differing: 1, keys: [`${planted} 0`] },
        { table: 'task', rows: TASKS, differing: 1, keys: ['t7'] },
      ]);
    });

    it('are switched to only by force, and back from in one step', async () => {
      const before = await answerAt(position);
      await expect(models.rebuild.switch()).rejects.toMatchObject({ code: 'projection.rebuild.differs' });
      await models.rebuild.switch({ force: true });
      expect(await tasks()).toBe(TASKS - 1);
      await models.rebuild.rollback();
      expect(await tasks()).toBe(TASKS);
      expect(await answerAt(position)).toBe(before);
    });

    it('wait with the switch for whoever is still reading, who sees one set to the end', async () => {
      let switched: Promise<void> | undefined;
      const seen = await models.reading.snapshot({}, async ({ tx }) => {
        const count = () => tx.query<{ count: number }[]>('SELECT count(*) AS count FROM task');
        const first = await count();
        switched = models.rebuild.switch({ force: true });
        await until(async () => (await waitingForLock()) > 0);
        return [first, await count()];
      });
      await switched;
      expect(seen).toEqual([[{ count: TASKS }], [{ count: TASKS }]]);
      expect(await tasks()).toBe(TASKS - 1);
    });

    const waitingForLock = async (): Promise<number> =>
      (
        await models.dataSource.query<{ count: number }[]>(
          "SELECT count(*) AS count FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted",
        )
      )[0]!.count;

    const tasks = async (): Promise<number> =>
      (await models.dataSource.query<{ count: number }[]>('SELECT count(*) AS count FROM task'))[0]!.count;
  });

  it('are not switched to when there are none, or when they are far behind', async () => {
    const { rebuild, dataSource } = models;
    await expect(rebuild.switch()).rejects.toMatchObject({ code: 'projection.rebuild.nothingBuilt' });
    await expect(rebuild.rollback()).rejects.toMatchObject({ code: 'projection.rebuild.nothingToReturnTo' });
    await rebuilt();
    await dataSource.query('UPDATE projection_next.checkpoint SET position = 100');
    await expect(rebuild.switch()).rejects.toMatchObject({ code: 'projection.rebuild.behind' });
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await holds());) {
    if (Date.now() > deadline) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
