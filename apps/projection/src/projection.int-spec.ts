import {
  EnterpriseClientRegistered,
  type FeedRequest,
  type FigureEventsAnswer,
  type Grant,
  type LeadingGroupReportAnswer,
  ledgerSubjects,
  type ProjectionStatusAnswer,
  type ReadRequest,
  type TaskAnswer,
} from '@gongyou/contracts';
import {
  createTestDatabase,
  startNatsServer,
  type TestDatabase,
  type TestNatsServer,
} from '@gongyou/event-sourcing/testing';
import { createLog, linesOf, NestLog, requestHeaders } from '@gongyou/messaging';
import { connect, headers, type Msg, type NatsConnection } from 'nats';
import { type RunningProjection, startProjection } from '.';
import { runProjectionCommand, wordsOf, WrongUsage } from './operator/command';
import { EventsInMemory } from './testing/events-in-memory';
import { ExampleGroup } from './testing/example-group';

interface Problem {
  code: string;
  status: number;
}

describe('The projection on the bus', () => {
  let nats: TestNatsServer;
  let database: TestDatabase;
  let bus: NatsConnection;
  let projection: RunningProjection;
  const log = new EventsInMemory();
  const group = new ExampleGroup(log).found();

  beforeAll(async () => {
    log.record(EnterpriseClientRegistered, 'enterpriseClient-hr', { clientName: 'hr', organizationId: 'company-a' });
    group.plan('t1');
    group.plan('t2', { ownerUnitId: 'company-b' });
    [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
    bus = await connect({ servers: nats.url });
    serveLedger(bus, log);
    const logger = new NestLog(createLog('projection', 'silent'));
    projection = await startProjection({
      bus: { servers: nats.url, password: 'any' },
      databaseUrl: database.url,
      logger,
    });
    await projection.ready();
  });

  afterAll(async () => {
    await projection.close();
    await bus.close();
    await nats.stop();
    await database.drop();
  });

  async function ask<A>(
    client: string,
    query: string,
    parameters: unknown,
    extra: Record<string, string> = {},
  ): Promise<A & Problem> {
    const sent = headers();
    for (const [name, value] of Object.entries(extra)) sent.set(name, value);
    const payload = typeof parameters === 'string' ? parameters : JSON.stringify(parameters);
    return (await bus.request(`qry.${client}.${query}`, payload, { headers: sent, timeout: 10_000 })).json();
  }

  const asPerson = <A>(grant: Grant, query: string, parameters: unknown, extra: Record<string, string> = {}) =>
    ask<A>('gateway', query, parameters, { ...extra, [requestHeaders.grants]: JSON.stringify([grant]) });

  const office: Grant = { role: 'leadingGroupOffice', organizationId: 'cccc' };
  const reportOf = (organization: string) => ({ programme: 'reform', organization, period: '2026' });

  it('answers a person with the report, and opens its figures', async () => {
    const { report } = await asPerson<LeadingGroupReportAnswer>(
      office,
      'reporting.leading-group-report',
      reportOf('cccc'),
    );
    expect(report.totals.planned.value).toBe(2);
    const { figure } = report.totals.planned;
    const opened = await asPerson<FigureEventsAnswer>(office, 'reporting.figure-events', { figure });
    expect([opened.value, opened.events.map(({ stream }) => stream)]).toEqual([2, ['task-t1', 'task-t2']]);
  });

  it('answers an enterprise system for the unit that it is bound to, and no other', async () => {
    const own = await ask<LeadingGroupReportAnswer>('hr', 'reporting.leading-group-report', reportOf('company-a'));
    expect(own.report.totals.planned.value).toBe(1);
    for (const organization of ['cccc', 'company-b', 'nowhere']) {
      expect(await ask('hr', 'reporting.leading-group-report', reportOf(organization))).toMatchObject({
        code: 'access.outsideScope',
      });
    }
  });

  it("opens nobody a figure of another's unit", async () => {
    const { report } = await asPerson<LeadingGroupReportAnswer>(
      office,
      'reporting.leading-group-report',
      reportOf('company-b'),
    );
    const { figure } = report.totals.planned;
    expect(await ask('hr', 'reporting.figure-events', { figure })).toMatchObject({
      code: 'access.outsideScope',
      status: 403,
    });
  });

  it('opens nothing of another unit by a figure that was made up', async () => {
    const { report } = await ask<LeadingGroupReportAnswer>(
      'hr',
      'reporting.leading-group-report',
      reportOf('company-a'),
    );
    const key = JSON.parse(Buffer.from(report.totals.planned.figure, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    for (const change of [{ adopter: 'company-a' }, { organization: 'cccc' }, { organization: 'company-b' }]) {
      const figure = Buffer.from(JSON.stringify({ ...key, ...change })).toString('base64url');
      const answer = await ask<Partial<FigureEventsAnswer>>('hr', 'reporting.figure-events', { figure });
      expect(answer.events ?? []).toEqual([]);
    }
  });

  it('tells a task only to the units that have to do with it', async () => {
    expect(await ask<TaskAnswer>('hr', 'supervision.task', { task: 't1' })).toMatchObject({ task: { taskId: 't1' } });
    expect(
      await asPerson<TaskAnswer>({ role: 'inspector', organizationId: 'company-b' }, 'supervision.task', {
        task: 't1',
      }),
    ).toMatchObject({
      code: 'access.outsideScope',
    });
  });

  it('shows programmes to whoever may read anything, and to nobody else', async () => {
    expect(await ask('hr', 'supervision.programmes', {})).toMatchObject({ programmes: [{ programmeId: 'reform' }] });
    expect(await ask('stranger', 'supervision.programmes', {})).toMatchObject({
      code: 'access.roleMissing',
      status: 403,
    });
  });

  it('tells the platform alone what is overdue and what is to be opened', async () => {
    expect(await ask('supervision', 'supervision.tasks-overdue', { closedDay: '2026-11-30' })).toMatchObject({
      taskIds: ['t1', 't2'],
    });
    expect(await ask('supervision', 'supervision.duties-to-open', { day: '2026-11-30' })).toMatchObject({
      duties: [{ period: '2026-11' }],
    });
    expect(await ask('hr', 'supervision.tasks-overdue', { closedDay: '2026-11-30' })).toMatchObject({
      code: 'access.roleMissing',
    });
    expect(await asPerson(office, 'supervision.duties-to-open', { day: '2026-11-30' })).toMatchObject({
      code: 'access.roleMissing',
    });
  });

  it('tells how far it has come', async () => {
    const status = await ask<ProjectionStatusAnswer>('operator', 'reporting.projection-status', {});
    expect(status).toEqual({ position: log.head, head: log.head, lag: 0, lastError: null, parked: 0 });
  });

  it('answers behind what the sender has seen', async () => {
    const after = { [requestHeaders.after]: String(log.head + 1) };
    const asked = asPerson<LeadingGroupReportAnswer>(office, 'reporting.leading-group-report', reportOf('cccc'), after);
    group.plan('t3');
    expect((await asked).report.totals.planned.value).toBe(3);
    const beyond = { [requestHeaders.after]: String(log.head + 100) };
    expect(await asPerson(office, 'reporting.leading-group-report', reportOf('cccc'), beyond)).toMatchObject({
      code: 'reporting.notYetThere',
      status: 503,
      retryable: true,
      detail: { position: log.head },
    });
  });

  it.each([
    ['broken JSON', 'reporting.leading-group-report', '{"programme"', 'request.notJson'],
    [
      'SQL',
      'reporting.leading-group-report',
      { ...reportOf('cccc'), programme: "x'; DROP TABLE posting" },
      'request.contractViolated',
    ],
    [
      'a period that is none',
      'reporting.leading-group-report',
      { ...reportOf('cccc'), period: '2026-13' },
      'request.contractViolated',
    ],
    [
      'an unknown field',
      'supervision.tasks',
      { programme: 'reform', organization: 'cccc', sort: 'x' },
      'request.contractViolated',
    ],
    ['a figure that is none', 'reporting.figure-events', { figure: 'AAAA' }, 'reporting.badFigure'],
    ['an unknown programme', 'supervision.programme', { programme: 'nothing' }, 'reporting.programmeUnknown'],
  ])('refuses %s', async (_, query, parameters, code) => {
    expect(await asPerson(office, query, parameters)).toMatchObject({ code });
  });

  it('refuses a cursor beyond all numbers', async () => {
    const { report } = await asPerson<LeadingGroupReportAnswer>(
      office,
      'reporting.leading-group-report',
      reportOf('cccc'),
    );
    const { figure } = report.totals.planned;
    const cursor = `${'9'.repeat(40)}.1`;
    expect(await asPerson(office, 'reporting.figure-events', { figure, cursor })).toMatchObject({
      code: 'reporting.badCursor',
    });
  });

  describe('is operated by command', () => {
    async function command(...given: string[]): Promise<{ isWell: boolean; told: string }> {
      const lines: string[] = [];
      const access = { servers: nats.url, password: 'any' };
      const never = new AbortController().signal;
      const isWell = await runProjectionCommand(given, access, (line) => lines.push(line), never);
      return { isWell, told: lines.join('\n') };
    }

    it('to rebuild, compare, switch and go back', async () => {
      const { report } = await asPerson<LeadingGroupReportAnswer>(
        office,
        'reporting.leading-group-report',
        reportOf('cccc'),
      );
      expect(await command('rebuild')).toMatchObject({
        isWell: true,
        told: expect.stringContaining(`next ${log.head}（idle）`) as string,
      });
      expect(await command('compare')).toMatchObject({
        isWell: true,
        told: expect.stringMatching(/posting: \d+ 行 rows, 0 处不同 differ[^]*一致 no difference/) as string,
      });
      expect((await command('switch')).told).toContain(`next 无 none（idle），上一套 previous ${log.head}`);
      expect((await command('rollback')).told).toContain(`next ${log.head}（idle），上一套 previous 无 none`);
      expect(
        await asPerson<LeadingGroupReportAnswer>(office, 'reporting.leading-group-report', reportOf('cccc')),
      ).toMatchObject({ report });
    });

    it('in words when it cannot be done', async () => {
      const refused = await command('rollback').catch((error: unknown) => wordsOf(error));
      expect(refused).toBe(
        '没有可退回的上一套读模型\nThere are no previous read models to go back to.\nprojection.rebuild.nothingToReturnTo',
      );
    });

    it.each([[['fly']], [['compare', '--force']], [['switch', 'now']], [[]], [['rebuild', '--quickly']]])(
      'never when it is not understood: %j',
      async (given) => {
        await expect(command(...given)).rejects.toBeInstanceOf(WrongUsage);
      },
    );

    it('to replay what is parked, and tells what stays', async () => {
      expect(await command('replay-parked')).toEqual({
        isWell: true,
        told: '已重放 processed 0，仍搁置 still parked 0',
      });
      log.record('WorkerFlewToTheMoon', 'task-t1', { taskId: 't1' });
      await projection.ready();
      expect(await command('replay-parked')).toEqual({
        isWell: false,
        told: '已重放 processed 0，仍搁置 still parked 1',
      });
      expect((await command('status')).told).toMatch(
        /搁置 parked 1\n最近错误 last error: .* contract: event WorkerFlew/,
      );
    });
  });

  it('keeps balances that are the sums of the postings', async () => {
    expect(await projection.recomputeBalances()).toEqual([]);
    expect(await projection.replayParked()).toBe(0);
  });
});

/** Answers as the ledger does. */
function serveLedger(bus: NatsConnection, log: EventsInMemory): void {
  const serve = <R>(subject: string, page: (request: R) => ReturnType<EventsInMemory['feed']>) =>
    bus.subscribe(subject, {
      callback: (_, message: Msg) => {
        page(message.json<R>()).then(
          (answer) => message.respond(linesOf(answer)),
          (error: unknown) => message.respond(String(error)),
        );
      },
    });
  serve<FeedRequest>(ledgerSubjects.feed, (request) => log.feed(request));
  serve<ReadRequest>(ledgerSubjects.read, (request) => log.readStream(request));
}
