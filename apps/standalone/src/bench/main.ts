import 'reflect-metadata';
import { parseArgs } from 'node:util';
import {
  LeadingGroupReportQuery,
  ProjectionStatus,
  type ProjectionStatusAnswer,
  PublishProgramme,
} from '@gongyou/contracts';
import { dayOfInstant, type Period } from '@gongyou/domain';
import { Caller, EVENTS_STREAM, NatsLedger } from '@gongyou/messaging';
import { bundledProgrammes } from '@gongyou/programmes';
import Table from 'cli-table3';
import type { NatsConnection } from 'nats';
import { freePort } from '../embedded';
import { EXAMPLE_GROUP, EXAMPLE_PROGRAMME } from '../example/example-group';
import { playExample } from '../example/play-example';
import { BenchPlatform, GATEWAY_PASSWORD } from './bench-platform';
import { Floor } from './floor';
import { benchRoster } from './roster-import';
import { type Line, median, milliseconds, ms, perSecond, quantile, timed, timedAtRate, whole } from './rounds';
import { EVENTS_PER_TASK, smallEvent, taskHistory } from './task-histories';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    events: { type: 'string' },
    workers: { type: 'string' },
    only: { type: 'string' },
  },
});
/**
 * Rounds of each measure; seconds of each round; events in the ledger for the first and the second measure of reports; workers on the
 * roster that is imported, and whether nothing but that is measured.
 */
const rounds = Number(values.rounds ?? 3);
const seconds = Number(values.seconds ?? 3);
const [few, many] = (values.events ?? '100000,1000000').split(',').map(Number) as [number, number | undefined];

const workers = Number(values.workers ?? 5_000);
const rosterOnly = values.only === 'roster';

const lines: Line[] = [];

run().then(
  () => console.log(tableOf(lines)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);

async function run(): Promise<void> {
  const platform = await BenchPlatform.start();
  try {
    await platform.run('ledger', {
      EVENT_STORE_URL: platform.databaseUrl,
      PERSON_MASTER_KEY_FILE: platform.masterKeyFile,
    });
    const ledger = new NatsLedger(new Caller(await platform.connect('supervision'), 'supervision'));
    if (!rosterOnly) {
      await benchAppends(ledger, platform.databaseUrl);
      await benchReads(ledger);
    }
    const operator = await setUpExample(platform);
    const token = await startGateway(platform, ledger);
    if (!rosterOnly) await benchGateway(platform, token);
    await benchImport(platform, ledger, operator, token);
    if (!rosterOnly) await benchReports(platform, ledger, operator);
    for (const [service, mebibytes] of await platform.memory()) line(`memory of ${service}`, `${whole(mebibytes)} MiB`);
  } finally {
    await platform.stop();
  }
}

async function benchAppends(ledger: NatsLedger, databaseUrl: string): Promise<void> {
  const floor = await Floor.open(databaseUrl);
  const { data } = smallEvent();
  const entry = 'x'.repeat(420);
  for (const clients of [1, 16, 64]) {
    progress(`appends, ${clients} clients`);
    const inserts = await median(rounds, () =>
      perSecond(clients, seconds, (client) => floor.insert(client, entry, data)),
    );
    const appends = await median(rounds, () =>
      perSecond(clients, seconds, (client) =>
        ledger.append([{ stream: `rosterImport-bench-${client}`, expected: 'any', events: [smallEvent()] }]),
      ),
    );
    line(
      `single appends/s over NATS, ${clients} clients`,
      whole(appends),
      `${whole(inserts)} INSERT/s`,
      appends / inserts,
    );
  }
  progress('batches of 100');
  const copied = await median(rounds, () => perSecond(1, seconds, () => floor.copy(2_000, entry, data), 2_000));
  const batched = await median(rounds, () =>
    perSecond(
      8,
      seconds,
      (client) =>
        ledger.append([
          { stream: `rosterImport-batch-${client}`, expected: 'any', events: Array.from({ length: 100 }, smallEvent) },
        ]),
      100,
    ),
  );
  line('events/s in batches of 100, 8 clients', whole(batched), `${whole(copied)} rows/s COPY`, batched / copied);
  await floor.close();
}

async function benchReads(ledger: NatsLedger): Promise<void> {
  progress('feed and history');
  const fed = await median(rounds, async () => {
    let events = 0;
    const took = await milliseconds(async () => {
      for (let after = -1; ;) {
        const page = await ledger.feed({ after, limit: 5_000, waitMs: 0 });
        if (page.events.length === 0) return;
        events += page.events.length;
        after = page.through;
      }
    });
    return (events * 1000) / took;
  });
  line('feed events/s', whole(fed));
  const stream = 'rosterImport-history';
  await ledger.append([{ stream, expected: 'any', events: Array.from({ length: 1_000 }, smallEvent) }]);
  const history = await timed(rounds * 10, async () => {
    for (let from = 0; from < 1_000;) from += (await ledger.readStream({ stream, from, limit: 1_000 })).events.length;
  });
  line('history of 1,000 events, p50', ms(quantile(history, 0.5)));
}

async function setUpExample(platform: BenchPlatform): Promise<Caller> {
  progress('example group');
  await platform.run('projection', { DATABASE_URL: platform.databaseUrl });
  await platform.run('organization');
  await platform.run('supervision');
  const gateway = new Caller(await platform.connect('gateway'), 'gateway');
  const operator = new Caller(await platform.connect('operator'), 'operator', 60_000);
  const programmes = bundledProgrammes();
  for (const programme of programmes) await operator.command(PublishProgramme, { programme });
  await playExample(
    gateway,
    programmes.find(({ programmeId }) => programmeId === EXAMPLE_PROGRAMME)!,
    0,
  );
  return operator;
}

async function benchReports(platform: BenchPlatform, ledger: NatsLedger, operator: Caller): Promise<void> {
  let tasks = 0;
  for (const events of [few, many]) {
    if (events === undefined) continue;
    progress(`${whole(events)} events for the reports`);
    await platform.process('projection').stop();
    const before = await headOf(ledger);
    for (; tasks * EVENTS_PER_TASK < events; tasks += 150) {
      await ledger.append(
        Array.from({ length: 150 }, (_, index) => ({ expected: 'none' as const, ...taskHistory(tasks + index) })),
      );
    }
    const head = await headOf(ledger);
    const caughtUp = await milliseconds(async () => {
      platform.process('projection').start();
      await untilProjected(operator, head);
    });
    line(
      `catch-up events/s of the projection, ${whole(head - before)} events`,
      whole(((head - before) * 1000) / caughtUp),
    );
    const asked = {
      programme: EXAMPLE_PROGRAMME,
      organization: EXAMPLE_GROUP,
      period: dayOfInstant(new Date()).slice(0, 4) as Period,
    };
    const reports = await timed(60, () => operator.query(LeadingGroupReportQuery, asked));
    line(
      `leading-group report at ${whole(events)} events, p50 / p99`,
      `${ms(quantile(reports, 0.5))} / ${ms(quantile(reports, 0.99))}`,
    );
  }
}

async function benchImport(
  platform: BenchPlatform,
  ledger: NatsLedger,
  operator: Caller,
  token: string,
): Promise<void> {
  progress(`roster of ${whole(workers)} workers`);
  const projected = async (): Promise<void> => untilProjected(operator, await headOf(ledger));
  await benchRoster({ platform, ledger, operator, token, workers, seconds, line, projected });
}

/** Answers with the token of a session of the administrator. */
async function startGateway(platform: BenchPlatform, ledger: NatsLedger): Promise<string> {
  await untilPublished(await platform.connect('supervision'), await headOf(ledger));
  const port = await freePort(0, 'GATEWAY_PORT');
  platform.gatewayUrl = `http://127.0.0.1:${port}`;
  await platform.run('gateway', {
    DATABASE_URL: platform.databaseUrl,
    GATEWAY_PORT: String(port),
    ADMIN_PASSWORD: GATEWAY_PASSWORD,
  });
  const { token } = (await post(`${platform.gatewayUrl}/api/sessions`, '', {
    username: 'admin',
    password: GATEWAY_PASSWORD,
  })) as { token: string };
  return token;
}

async function benchGateway(platform: BenchPlatform, token: string): Promise<void> {
  progress('commands through the gateway');
  let call = 0;
  const establish = (): Promise<unknown> => {
    call += 1;
    const unit = {
      unitId: `bench-crew-${call}`,
      kind: 'crew',
      name: '钢筋班',
      parentId: 'example-bridge',
      establishedOn: '2026-01-01',
    };
    return post(`${platform.gatewayUrl}/api/organization/unit/establish`, token, unit);
  };
  const most = await median(rounds, () => perSecond(16, seconds, establish));
  const took = await timedAtRate(most / 2, seconds * rounds, establish);
  line('commands/s through the gateway, 16 clients', whole(most));
  line(
    `command through the gateway at ${whole(most / 2)}/s (half load), p50 / p99`,
    `${ms(quantile(took, 0.5))} / ${ms(quantile(took, 0.99))}`,
  );
}

async function post(url: string, token: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text);
}

const headOf = async (ledger: NatsLedger): Promise<number> =>
  (await ledger.feed({ after: -1, limit: 1, waitMs: 0, types: ['DayClosed'] })).head;

async function untilProjected(operator: Caller, head: number): Promise<void> {
  for (;;) {
    const status = await operator
      .query<ProjectionStatus, ProjectionStatusAnswer>(ProjectionStatus, {})
      .catch(() => undefined);
    if (status && status.position >= head) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The relay must not still be at work on what the appends have left it. */
async function untilPublished(connection: NatsConnection, head: number): Promise<void> {
  const manager = await connection.jetstreamManager({ checkAPI: false });
  while ((await manager.streams.info(EVENTS_STREAM)).state.last_seq <= head)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

function line(what: string, value: string, floor = '', ratio?: number): void {
  progress(`${what}: ${value}`);
  lines.push({ what, value, floor, ratio: ratio === undefined ? '' : `${ratio.toFixed(2)}x` });
}

const progress = (what: string): void => void process.stderr.write(`… ${what}\n`);

function tableOf(all: readonly Line[]): string {
  const table = new Table({
    head: ['', 'measured', 'floor', 'ratio'],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'right', 'right', 'right'],
  });
  table.push(...all.map(({ what, value, floor, ratio }) => [what, value, floor, ratio]));
  return table.toString();
}
