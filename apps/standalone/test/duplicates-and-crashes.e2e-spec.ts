import { dayOfInstant } from '@gongyou/domain';
import type { CommandAnswer, Problem } from '@gongyou/messaging';
import type { Msg, NatsConnection } from 'nats';
import { Client } from 'pg';
import { send, WholePlatform } from './whole-platform';

const subject = 'cmd.harbour-hr.supervision.task.report-progress';
const TASK = 'example-wage-accounts-harbour';
const today = dayOfInstant(new Date());
const report = (note: string) => ({ taskId: TASK, progressPercent: 40, note, evidence: [], reportedOn: today });

describe('A command that is sent again', () => {
  let platform: WholePlatform;
  let harbour: NatsConnection;
  let database: Client;

  beforeAll(async () => {
    platform = await WholePlatform.start();
    harbour = await platform.system('harbour-hr');
    database = new Client({ connectionString: platform.database.url });
    await database.connect();
  }, 120_000);
  afterAll(async () => {
    await database?.end();
    await platform?.close();
  });

  /** How often the ledger holds a report with each of the notes. */
  const timesRecorded = async (notes: readonly string[]): Promise<number[]> => {
    const { rows } = await database.query<{ note: string }>(
      `SELECT data::json->>'note' AS note FROM ledger.events WHERE stream = $1 AND type = 'ProgressReported'`,
      [`task-${TASK}`],
    );
    return notes.map((note) => rows.filter((row) => row.note === note).length);
  };
  const revision = async (): Promise<number> => {
    const { rows } = await database.query<{ revision: number }>(
      'SELECT max(revision)::int AS revision FROM ledger.events WHERE stream = $1',
      [`task-${TASK}`],
    );
    return rows[0]!.revision;
  };
  const sendOnce = (note: string, headers: Record<string, string>): Promise<Msg> =>
    send(harbour, subject, report(note), headers);
  const answers = (all: readonly Msg[]): string[] => [...new Set(all.map((answer) => answer.string()))];

  it('a thousand times at once with one key is carried out once, and answered a thousand times alike', async () => {
    const all = await Promise.all(
      Array.from({ length: 1000 }, () => sendOnce('一千次', { 'Idempotency-Key': 'thousand' })),
    );
    expect(answers(all)).toHaveLength(1);
    expect(all[0]!.json()).toMatchObject({ events: [{ type: 'ProgressReported' }] });
    expect(all.filter(({ headers }) => headers?.get('Gongyou-Repeated') !== 'true')).toHaveLength(1);
    expect(await timesRecorded(['一千次'])).toEqual([1]);
  }, 60_000);

  it('a thousand times at once with one key and the revision it starts from is carried out once as well', async () => {
    const headers = { 'Idempotency-Key': 'thousand-expected', 'Expected-Revision': String(await revision()) };
    const all = await Promise.all(Array.from({ length: 1000 }, () => sendOnce('一千次，带版本', headers)));
    expect(answers(all)).toHaveLength(1);
    expect(all[0]!.json()).toMatchObject({ events: [{ type: 'ProgressReported' }] });
    expect(await timesRecorded(['一千次，带版本'])).toEqual([1]);
  }, 60_000);

  it('with a key in a header that is written in other letters is protected all the same', async () => {
    const first = await sendOnce('小写', { 'idempotency-key': 'lower-case' });
    const again = await sendOnce('小写', { 'IDEMPOTENCY-KEY': 'lower-case' });
    expect([again.string(), again.headers?.get('Gongyou-Repeated')]).toEqual([first.string(), 'true']);
  });

  it('without a key, but with the revision it starts from, is carried out once: the others are told that it has moved on', async () => {
    const expected = String(await revision());
    const notes = Array.from({ length: 100 }, (_, index) => `争用 ${index}`);
    const all = await Promise.all(notes.map((note) => sendOnce(note, { 'Expected-Revision': expected })));
    const conflicts = all.filter(({ headers }) => headers?.get('Nats-Service-Error') === 'command.otherRevision');
    expect(conflicts).toHaveLength(99);
    expect(conflicts[0]!.json()).toMatchObject({
      status: 412,
      retryable: false,
      detail: { actualRevision: Number(expected) + 1 },
    });
    expect((await timesRecorded(notes)).reduce((sum, each) => sum + each, 0)).toBe(1);
  });

  it('with one key and many bodies at once is carried out once: the others are told that the key is taken', async () => {
    const notes = Array.from({ length: 50 }, (_, index) => `同键 ${index}`);
    const all = await Promise.all(notes.map((note) => sendOnce(note, { 'Idempotency-Key': 'one-key-many-bodies' })));
    expect(
      all.filter(({ headers }) => headers?.get('Nats-Service-Error') === 'command.idempotencyKeyReused'),
    ).toHaveLength(49);
    expect((await timesRecorded(notes)).reduce((sum, each) => sum + each, 0)).toBe(1);
  });

  it('keeps its key free when it was refused: put right, it is carried out', async () => {
    const key = { 'Idempotency-Key': 'put-right' };
    const refused = await send(harbour, subject, { ...report('改正'), reportedOn: '2199-12-31' }, key);
    expect(refused.json()).toMatchObject({ code: 'supervision.task.dayInFuture' });
    expect((await sendOnce('改正', key)).json()).toMatchObject({ events: [{ type: 'ProgressReported' }] });
  });

  it('because the client went away before the answer is carried out once', async () => {
    const key = { 'Idempotency-Key': 'went-away' };
    const going = await platform.system('harbour-hr');
    void send(going, subject, report('断线'), key).catch(() => undefined);
    await going.flush();
    await going.close();
    const again = await sendOnce('断线', key);
    expect(again.json()).toMatchObject({ events: [{ type: 'ProgressReported' }] });
    expect(await timesRecorded(['断线'])).toEqual([1]);
  });

  it('is carried out once by two processes of the service that share the work', async () => {
    const second = await platform.secondSupervision();
    try {
      const notes = Array.from({ length: 20 }, (_, index) => `两个进程 ${index}`);
      // Each goes to one process or the other; both write to the same stream.
      const all = await Promise.all(
        notes.flatMap((note, index) =>
          Array.from({ length: 20 }, () => sendOnce(note, { 'Idempotency-Key': `two-${index}` })),
        ),
      );
      const failed = all.filter(({ headers }) => headers?.has('Nats-Service-Error'));
      // Under such a rush one may be told to come again, never that it cannot be.
      expect(failed.filter((answer) => !answer.json<Problem>().retryable)).toEqual([]);
      for (const [index, note] of notes.entries()) {
        expect((await sendOnce(note, { 'Idempotency-Key': `two-${index}` })).json()).toMatchObject({
          events: [{ type: 'ProgressReported' }],
        });
      }
      expect(await timesRecorded(notes)).toEqual(notes.map(() => 1));
    } finally {
      await second.close();
    }
  }, 60_000);

  it('after the platform was stopped and started again gets the first answer', async () => {
    const key = { 'Idempotency-Key': 'before-the-restart' };
    const first = await sendOnce('重启之前', key);
    await platform.restart();
    const again = await sendOnce('重启之前', key);
    expect(again.string()).toBe(first.string());
    expect(again.headers?.get('Gongyou-Repeated')).toBe('true');
    expect((await sendOnce('重启之后', key)).json()).toMatchObject({ code: 'command.idempotencyKeyReused' });
    expect(await timesRecorded(['重启之前', '重启之后'])).toEqual([1, 0]);
  }, 60_000);

  it('a thousand times at once after a restart, with and without the revision it started from, gets its first answer', async () => {
    const thousand = { 'Idempotency-Key': 'thousand-restarted' };
    const expecting = {
      'Idempotency-Key': 'thousand-expected-restarted',
      'Expected-Revision': String(await revision()),
    };
    const firsts = [await sendOnce('重启，带版本', expecting), await sendOnce('重启', thousand)];
    await platform.restart();
    for (const [index, note, headers] of [
      [0, '重启，带版本', expecting],
      [1, '重启', thousand],
    ] as const) {
      const all = await Promise.all(Array.from({ length: 1000 }, () => sendOnce(note, headers)));
      expect(answers(all)).toEqual([firsts[index]!.string()]);
      expect(all.filter((answer) => answer.headers?.get('Gongyou-Repeated') !== 'true')).toEqual([]);
    }
    expect(await timesRecorded(['重启，带版本', '重启'])).toEqual([1, 1]);
  }, 60_000);

  /** Sends a report under a key of its own until it is answered, as a client does that follows what it is told. */
  const persistently = async (note: string, until: number): Promise<CommandAnswer> => {
    for (;;) {
      try {
        const answer = await sendOnce(note, { 'Idempotency-Key': `persist-${note.replaceAll(/[^a-z0-9]/g, '')}` });
        if (!answer.headers?.has('Nats-Service-Error')) return answer.json<CommandAnswer>();
        const problem = answer.json<Problem>();
        if (!problem.retryable) throw new Error(`told not to come again: ${answer.string()}`);
      } catch (error) {
        // Nobody there, or no answer: the same message again.
        if (!['503', 'TIMEOUT', 'DISCONNECT', 'CONNECTION_CLOSED'].includes((error as { code?: string }).code ?? ''))
          throw error;
        if (Date.now() > until) throw error;
        await harbour.flush().catch(() => undefined);
      }
    }
  };

  it.each<[string, () => Promise<void>]>([
    ['the platform was stopped and started', () => platform.restart()],
    [
      'the database threw the ledger out',
      async () =>
        void (await database.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE application_name = 'gongyou-ledger' AND datname = current_database()`,
        )),
    ],
    [
      'nats-server was killed and started',
      async () => {
        await platform.nats.kill('SIGKILL');
        await platform.nats.start();
      },
    ],
  ])(
    'while %s is carried out once, and answered in the end',
    async (what, happen) => {
      const notes = Array.from({ length: 60 }, (_, index) => `${what} ${index}`);
      const sending = notes.map((note) => persistently(note, Date.now() + 50_000));
      let answered = 0;
      const all = Promise.all(sending.map((one) => one.finally(() => (answered += 1))));
      await Promise.race([...sending, all]);
      const happening = happen();
      expect(answered).toBeLessThan(notes.length);
      await happening;
      expect((await all).map(({ events }) => events.length)).toEqual(notes.map(() => 1));
      expect(await timesRecorded(notes)).toEqual(notes.map(() => 1));
    },
    90_000,
  );

  it('leaves positions and revisions without a gap, and every figure right, after all that', async () => {
    const { rows } = await database.query<{ gaps: number }>(
      `SELECT count(*)::int AS gaps FROM (
         SELECT position - lag(position, 1, -1::bigint) OVER (ORDER BY position) AS step FROM ledger.events
         UNION ALL SELECT revision - lag(revision, 1, -1) OVER (PARTITION BY stream ORDER BY revision) FROM ledger.events
       ) steps WHERE step <> 1`,
    );
    expect(rows[0]!.gaps).toBe(0);
    const { rows: stored } = await database.query<{ count: number; last: number }>(
      `SELECT count(*)::int, max(position)::int AS last FROM ledger.events WHERE stream = $1 AND type = 'ProgressReported'`,
      [`task-${TASK}`],
    );
    const path = `/api/reporting/leading-group-report?programme=cccc-reform&organization=example-harbour&period=${today.slice(0, 4)}&after=${stored[0]!.last}`;
    let answer = await platform.http(path);
    while (answer.status === 503) answer = await platform.http(path);
    const { report: shown } = JSON.parse(answer.text) as {
      report: { parts: { measures: { number: number; tasks: { progressReports: { value: number } } }[] }[] };
    };
    const measure = shown.parts.flatMap(({ measures }) => measures).find(({ number }) => number === 13);
    expect(measure?.tasks.progressReports.value).toBe(stored[0]!.count);
  }, 60_000);
});
