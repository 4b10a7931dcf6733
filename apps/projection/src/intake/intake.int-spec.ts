import { TaskPlanned } from '@gongyou/contracts';
import { period } from '@gongyou/domain';
import { PlatformProblem } from '@gongyou/messaging';
import { recomputeBalances } from '../indicator-ledger/recompute-balances';
import { ProjectionStatusQuery } from '../projection-status/projection-status.query';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RefusingRegister } from '../testing/refusing-register';
import { everyRegister, RunningReadModels } from '../testing/running-read-models';
import { CheckpointMoved, moveCheckpoint } from './checkpoint';
import { Intake } from './intake';
import { readPage } from './readable-event';

describe('What the projection takes in', () => {
  let models: RunningReadModels;
  let group: ExampleGroup;

  const statusOf = (running: RunningReadModels) =>
    new ProjectionStatusQuery(running.reading, running.consumer, running.log).answer();

  const parked = () =>
    models.dataSource.query<{ position: number; handler: string; error: string }[]>(
      'SELECT position, handler, error FROM parked_event ORDER BY position',
    );

  const progressOf = async (taskId: string): Promise<number | undefined> =>
    (
      await models.dataSource.query<{ progress: number }[]>(
        'SELECT progress_percent AS progress FROM task WHERE task_id = $1',
        [taskId],
      )
    )[0]?.progress;

  const planned = async (): Promise<number> =>
    (
      await models.reports.report(
        { programme: 'reform', organization: 'cccc', period: period('2026') },
        { after: models.log.head },
      )
    ).report.totals.planned.value;

  beforeEach(() => {
    group = new ExampleGroup(new EventsInMemory()).found();
  });

  afterEach(() => models.stop());

  describe('when a register cannot take in an event', () => {
    let faulty: RefusingRegister;
    let refused: number;

    beforeEach(async () => {
      group.plan('t1');
      group.plan('t2');
      refused = group.report('t1', 10, '2026-11-03');
      group.report('t2', 20, '2026-11-03');
      group.report('t1', 30, '2026-11-04');
      faulty = new RefusingRegister(new Set([refused]));
      models = await RunningReadModels.start(group.log, [...everyRegister(), faulty]);
      await models.caughtUp();
    });

    it('parks it with the later events of its stream, and goes on with all others', async () => {
      expect(await parked()).toEqual([
        {
          position: refused,
          handler: 'refusing-register',
          error: expect.stringMatching(/^TypeError at RefusingRegister.project \(refusing-register.ts:/) as string,
        },
        { position: refused + 2, handler: 'order', error: 'an earlier event of its stream is parked' },
      ]);
      expect([await progressOf('t1'), await progressOf('t2')]).toEqual([0, 20]);
    });

    it('lets no register keep its part of the event', async () => {
      const rows = await models.dataSource.query('SELECT 1 FROM posting WHERE position = $1', [refused]);
      expect(rows).toEqual([]);
    });

    it('shows it in the status, without what the error said of a person', async () => {
      const status = await statusOf(models);
      expect(status).toMatchObject({ position: refused + 2, head: refused + 2, lag: 0, parked: 2 });
      expect(status.lastError).toMatchObject({ position: refused, handler: 'refusing-register' });
      expect(JSON.stringify(status)).not.toMatch(/张三|110101/);
    });

    it('parks what comes later in that stream too', async () => {
      const later = group.report('t1', 40, '2026-11-05');
      await models.caughtUp();
      expect((await parked()).map(({ position }) => position)).toEqual([refused, refused + 2, later]);
    });

    it('keeps all of it parked when it is replayed before the fault is mended', async () => {
      expect(await models.replay.run()).toBe(0);
      expect(await parked()).toHaveLength(2);
    });

    it('takes it in, in order, when it is replayed after the fault was mended', async () => {
      faulty.mend();
      expect(await models.replay.run()).toBe(2);
      expect(await parked()).toEqual([]);
      expect(faulty.taken.filter((position) => position !== refused + 1)).toEqual([refused, refused + 2]);
      expect(await progressOf('t1')).toBe(30);
      expect((await statusOf(models)).lastError).toBeNull();
      expect(await recomputeBalances(models.dataSource.manager)).toEqual([]);
    });

    it('replays it by itself when it starts again with the fault mended', async () => {
      await models.consumer.stop();
      const mended = await models.another();
      group.report('t2', 60, '2026-11-06');
      await mended.caughtUp();
      expect(await parked()).toEqual([]);
      expect(await progressOf('t1')).toBe(30);
    });
  });

  describe('when newer code has written an event', () => {
    it.each([
      ['of a type that is unknown here', 'WorkerFlewToTheMoon', 1],
      ['in a version that is unknown here', 'TaskEscalated', 9],
    ])('%s, parks it', async (_, type, version) => {
      group.plan('t1');
      const unknown = group.log.record(type, 'task-t1', { taskId: 't1' }, { version });
      group.plan('t2');
      models = await RunningReadModels.start(group.log);
      await models.caughtUp();
      expect(await parked()).toMatchObject([{ position: unknown, handler: 'contract' }]);
      expect(await progressOf('t2')).toBe(0);
    });
  });

  it('leaves aside events that no register is interested in', async () => {
    models = await RunningReadModels.start(group.log);
    group.log.record('EnterpriseClientRegistered', 'enterpriseClient-hr', { clientName: 'hr', organizationId: 'cccc' });
    await models.caughtUp();
    expect(await parked()).toEqual([]);
  });

  it('is parked when its beginning was never taken in', async () => {
    group.report('never-planned', 10, '2026-11-03');
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
    expect(await parked()).toMatchObject([
      { handler: 'task-board', error: 'an event speaks of a task whose beginning was never taken in' },
    ]);
  });

  it('is the same event by event as in one page', async () => {
    group.plan('t1');
    group.report('t1', 10, '2026-11-03');
    group.sendBack('t1', '2026-11-04', '2026-12-10');
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
    const tables = [
      'unit',
      'unit_placement',
      'unit_name',
      'task',
      'posting',
      'balance',
      'posting_account',
      'recorded_day',
      'checkpoint',
    ];
    const rows = async () =>
      Promise.all(
        tables.map((table) =>
          models.dataSource.query(`SELECT to_json(row) FROM ${table} AS row ORDER BY to_json(row)::text`),
        ),
      );
    const inOnePage = await rows();

    await models.consumer.stop();
    await models.dataSource.query('UPDATE checkpoint SET position = -1');
    await models.dataSource.query(
      `TRUNCATE ${tables.filter((table) => table !== 'checkpoint').join(', ')}, programme_version, adoption_change`,
    );
    const intake = new Intake(everyRegister());
    for (let after = -1; after < group.log.head; after += 1) {
      const page = readPage(await group.log.feed({ after, limit: 1, waitMs: 0 }));
      await models.dataSource.transaction((tx) => intake.takeIn(tx, after, page));
    }
    expect(await rows()).toEqual(inOnePage);
  });

  it('waits, parking nothing, while the ledger that is asked for masks does not answer', async () => {
    const refused = group.plan('t1') + 1;
    group.report('t1', 10, '2026-11-03');
    const fault = new PlatformProblem('unavailable', 'platform.noAnswer', { zh: '没有应答', en: 'No answer.' });
    const waiting = new RefusingRegister(new Set([refused]), fault);
    const intake = new Intake([waiting]);
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
    const page = readPage(await group.log.feed({ after: refused - 1, limit: 10, waitMs: 0 }));
    const takeIn = () =>
      models.dataSource.transaction(async (tx) => {
        await tx.query('UPDATE checkpoint SET position = $1', [refused - 1]);
        return intake.takeIn(tx, refused - 1, page);
      });
    await models.consumer.stop();
    await expect(takeIn()).rejects.toBe(fault);
    expect(await parked()).toEqual([]);
    waiting.mend();
    await expect(takeIn()).resolves.toBeUndefined();
    expect(waiting.taken).toEqual([refused]);
  });

  it('is taken in once, when two instances believe that it is their turn', async () => {
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
    await models.consumer.stop();
    const after = group.log.head;
    group.plan('t1');
    const page = readPage(await group.log.feed({ after, limit: 10, waitMs: 0 }));
    const intake = new Intake(everyRegister());
    const both = [1, 2].map(() => models.dataSource.transaction((tx) => intake.takeIn(tx, after, page)));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((each) => each.status === 'rejected')).toMatchObject({
      reason: expect.any(CheckpointMoved) as Error,
    });
    expect(await recomputeBalances(models.dataSource.manager)).toEqual([]);
  });

  it('is taken in by another instance when the one that held the lease is gone', async () => {
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
    const second = await models.another();
    await models.consumer.stop();
    group.plan('t1');
    await second.caughtUp();
    expect(await planned()).toBe(1);
  });

  it('goes on after its database session was cut', async () => {
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
    await models.dataSource.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    group.plan('t1');
    await models.caughtUp();
    expect(await planned()).toBe(1);
  });

  it.each([
    ['the schema', 'DROP SCHEMA projection CASCADE'],
    ['one table', 'DROP TABLE projection.balance'],
    ['the checkpoint', 'DELETE FROM projection.checkpoint'],
  ])('is taken in again from the first event when somebody drops %s, without a new event', async (_, statement) => {
    group.plan('t1');
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
    await models.dataSource.query(statement);
    await untilSetUpAgain(models);
    expect(await planned()).toBe(1);
    expect(await recomputeBalances(models.dataSource.manager)).toEqual([]);
  });

  it('is taken in again from the first event when the ledger was replaced by a shorter one', async () => {
    group.plan('t1');
    group.plan('t2');
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
    await models.consumer.stop();
    await models.dataSource.transaction((tx) => moveCheckpoint(tx, group.log.head, 1_000));
    const restarted = await models.another();
    await untilSetUpAgain(restarted);
    expect(await planned()).toBe(2);
  });

  it('can be waited for', async () => {
    models = await RunningReadModels.start(group.log);
    await models.caughtUp();
    const next = group.log.head + 1;
    const waiting = models.reading.snapshot({ after: next }, ({ position }) => Promise.resolve(position));
    group.log.record(TaskPlanned, 'task-t9', { ...examplePlan, taskId: 't9' });
    expect(await waiting).toBe(next);
  });
});

const examplePlan = {
  programmeId: 'reform',
  programmeVersion: 1,
  organizationId: 'cccc',
  measureId: 'wages',
  title: '任务',
  ownerUnitId: 'company-a',
  cooperatingUnitIds: [],
  leadDepartmentIds: [],
  leadUnitIds: [],
  plannedOn: '2026-11-02',
  dueOn: '2026-11-30',
} as unknown as TaskPlanned;

/** The checkpoint was set back and has come to the head again. */
async function untilSetUpAgain(models: RunningReadModels): Promise<void> {
  const deadline = Date.now() + 20_000;
  const head = models.log.head;
  for (;;) {
    const [row] = await models.dataSource
      .query<{ position: number }[]>('SELECT position FROM checkpoint, (SELECT 1 FROM balance LIMIT 1) AS filled')
      .catch(() => []);
    if (row?.position === head) return;
    if (Date.now() > deadline) throw new Error(`not set up again: ${JSON.stringify(row)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
