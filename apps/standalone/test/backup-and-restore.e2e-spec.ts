import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlatformClient } from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import {
  createTestDatabase,
  startNatsServer,
  type TestDatabase,
  type TestNatsServer,
} from '@gongyou/event-sourcing/testing';
import { connectBus, EVENTS_STREAM, inboxPrefixOf } from '@gongyou/messaging';
import { hashSync } from 'bcryptjs';
import { connect, type NatsConnection } from 'nats';
import { type MasterKey, verifyLedger } from '../../ledger/src';
import { backUp } from '../src/backup/backup';
import type { Manifest } from '../src/backup/backup-file';
import { restore } from '../src/backup/restore';
import { natsConfiguration } from '../src/bus/nats-configuration';
import { newPlatformPasswords } from '../src/bus/platform-passwords';
import { type Platform, startPlatform } from '../src/platform';
import { until } from '../src/testing/until';
import { CLIENT_PASSWORD, LATER, send, WholePlatform } from './whole-platform';

const today = dayOfInstant(new Date());
const subject = 'cmd.harbour-hr.supervision.task.report-progress';
const progress = (progressPercent: number) => ({
  taskId: 'example-wage-accounts-harbour',
  progressPercent,
  note: '专用账户已开立。',
  evidence: [{ fileName: '开户证明.pdf', sha256: createHash('sha256').update('开户证明').digest('hex') }],
  reportedOn: today,
});
const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

/** A platform restored elsewhere: another database, another nats-server, other passwords of its own. */
class RestoredPlatform {
  private constructor(
    private readonly nats: TestNatsServer,
    readonly database: TestDatabase,
    private readonly passwords: Readonly<Record<PlatformClient, string>>,
    private readonly platform: Platform,
    private readonly token: string,
    readonly harbour: NatsConnection,
  ) {}

  static async start(folder: string, file: string, masterKey: MasterKey): Promise<RestoredPlatform> {
    const database = await createTestDatabase();
    await restore({
      ...{ ledgerUrl: database.url, personKeysUrl: database.url, gatewayUrl: database.url },
      ...{ clientsFolder: folder, file },
    });
    const passwords = newPlatformPasswords();
    const clients = [{ name: 'harbour-hr', passwordHash: hashSync(CLIENT_PASSWORD, 4) }];
    const nats = await startNatsServer(natsConfiguration({ platform: passwords, clients }));
    const platform = await startPlatform({
      ...{ natsUrl: nats.url, passwords, databaseUrl: database.url, masterKey, gatewayPort: 0 },
      ...{ administratorPassword: 'is-not-taken-any-more', logger: silent },
    });
    const login = await fetch(`${platform.url}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: LATER }),
    });
    const { token } = (await login.json()) as { token: string };
    const access = { user: 'harbour-hr', pass: CLIENT_PASSWORD, inboxPrefix: inboxPrefixOf('harbour-hr') };
    const harbour = await connect({ servers: nats.url, ...access });
    return new RestoredPlatform(nats, database, passwords, platform, token, harbour);
  }

  async get(path: string): Promise<{ status: number; text: string }> {
    const headers = { authorization: `Bearer ${this.token}` };
    const answer = await fetch(`${this.platform.url}${path}`, { headers });
    return { status: answer.status, text: await answer.text() };
  }

  /** How many events JetStream has. */
  async published(): Promise<number> {
    const bus = await connectBus({ servers: this.nats.url, user: 'ledger', password: this.passwords.ledger });
    try {
      const manager = await bus.jetstreamManager({ checkAPI: false });
      return (await manager.streams.info(EVENTS_STREAM)).state.messages;
    } finally {
      await bus.close();
    }
  }

  async close(): Promise<void> {
    await this.harbour.close();
    await this.platform.close();
    await this.nats.stop();
    await this.database.drop();
  }
}

describe('A platform that is backed up while commands come in', () => {
  let folder: string;
  let source: WholePlatform;
  let restored: RestoredPlatform;
  let manifest: Manifest;
  let first: string;
  /** Answered commands by their key. */
  const answered = new Map<string, { body: object; answer: string; position: number }>();
  let reportThen: string;

  const reportPath = (): string =>
    `/api/reporting/leading-group-report?programme=cccc-reform&organization=example-group&period=${today.slice(0, 4)}&asOfPosition=${manifest.lastPosition}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongyou-backup-'));
    source = await WholePlatform.start();
    const harbour = await source.system('harbour-hr');
    first = (await send(harbour, subject, progress(10), { 'Idempotency-Key': 'before-the-backup' })).string();

    let wanted = true;
    const load = (async () => {
      for (let at = 0; wanted || answered.size < 40; at += 1) {
        const body = progress((at % 9) * 10 + 5);
        const answer = await send(harbour, subject, body, { 'Idempotency-Key': `during-${at}` });
        answered.set(`during-${at}`, {
          body,
          answer: answer.string(),
          position: answer.json<Manifest & { position: number }>().position,
        });
      }
    })();
    await until('commands are coming in', () => answered.size > 10);
    const { url } = source.database;
    manifest = await backUp({
      ...{ ledgerUrl: url, personKeysUrl: url, gatewayUrl: url, clientsFolder: folder },
      ...{ file: join(folder, 'backup.gz'), now: () => new Date() },
    });
    const before = answered.size;
    await until('commands came in after the backup', () => answered.size > before + 5);
    wanted = false;
    await load;
    reportThen = (await source.http(reportPath())).text;
    await source.close();
    restored = await RestoredPlatform.start(folder, join(folder, 'backup.gz'), source.masterKey);
  }, 180_000);
  afterAll(async () => {
    await restored?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('holds what had been answered before, and nothing that came after its own moment', async () => {
    const positions = [...answered.values()].map(({ position }) => position);
    expect(positions.filter((position) => position <= manifest.lastPosition).length).toBeGreaterThan(10);
    expect(positions.filter((position) => position > manifest.lastPosition).length).toBeGreaterThan(5);
    expect(await verifyLedger(restored.database.url)).toMatchObject({
      ...{ isIntact: true, events: manifest.events, rootHash: manifest.rootHash },
    });
  });

  it('gives the same bytes of the report as of the position of the backup', async () => {
    // The projection begins from nothing; the query waits until it has come to the position.
    let report = await restored.get(`${reportPath()}&after=${manifest.lastPosition}`);
    await until(
      'the read models are built',
      async () => {
        report = await restored.get(`${reportPath()}&after=${manifest.lastPosition}`);
        return report.status === 200;
      },
      60_000,
    );
    expect(report.text).toBe(reportThen);
  }, 90_000);

  it('gives the first answer to a key of before the backup', async () => {
    const again = await send(restored.harbour, subject, progress(10), { 'Idempotency-Key': 'before-the-backup' });
    expect(again.string()).toBe(first);
    expect(again.headers?.get('Gongyou-Repeated')).toBe('true');
    const other = await send(restored.harbour, subject, progress(11), { 'Idempotency-Key': 'before-the-backup' });
    expect(other.json()).toMatchObject({ code: 'command.idempotencyKeyReused' });
  });

  it('gives the first answer to every key that came in during the backup and is in it', async () => {
    for (const [key, { body, answer, position }] of answered) {
      if (position > manifest.lastPosition) continue;
      const again = await send(restored.harbour, subject, body, { 'Idempotency-Key': key });
      expect(again.string()).toBe(answer);
    }
  });

  it('publishes every event to JetStream again', async () => {
    await until('all events are published', async () => (await restored.published()) === manifest.events);
  });

  it('goes on with new commands where the backup ends', async () => {
    const next = await send(restored.harbour, subject, progress(97), { 'Idempotency-Key': 'after-the-restore' });
    expect(next.json()).toMatchObject({ position: manifest.lastPosition + 1, events: [{ type: 'ProgressReported' }] });
    expect(await verifyLedger(restored.database.url)).toMatchObject({ isIntact: true, events: manifest.events + 1 });
  });
});
