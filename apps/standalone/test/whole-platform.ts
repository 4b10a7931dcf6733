import { type PlatformClient, platformClients, PublishProgramme, RegisterEnterpriseClient } from '@gongyou/contracts';
import {
  createTestDatabase,
  startNatsServer,
  type TestDatabase,
  type TestNatsServer,
} from '@gongyou/event-sourcing/testing';
import { Caller, connectBus, inboxPrefixOf } from '@gongyou/messaging';
import { bundledProgrammes } from '@gongyou/programmes';
import { Logger, type LoggerService } from '@nestjs/common';
import { hashSync } from 'bcryptjs';
import { connect, headers as natsHeaders, type Msg, type NatsConnection } from 'nats';
import { Client } from 'pg';
import { natsConfiguration } from '../src/bus/nats-configuration';
import { newPlatformPasswords } from '../src/bus/platform-passwords';
import { EXAMPLE_PROGRAMME } from '../src/example/example-group';
import { playExample } from '../src/example/play-example';
import { MasterKey } from '../../ledger/src';
import { startSupervision } from '../../supervision/src';
import { type Platform, type PlatformSettings, startPlatform } from '../src/platform';

/** First password of `admin` in tests, and the one it is changed to. */
const FIRST = 'first-password-of-the-test';
export const LATER = 'later-password-of-the-test';
export const CLIENT_PASSWORD = 'of-the-client';

/** The enterprise systems of the tests and the units they are bound to. */
const systems = { 'highway-hr': 'example-highway', 'harbour-hr': 'example-harbour' } as const;
export type EnterpriseSystem = keyof typeof systems;

/** The whole platform on real servers with the example group, reached as outsiders reach it: by NATS and by HTTP. */
export class WholePlatform {
  private readonly opened: NatsConnection[] = [];

  private constructor(
    readonly nats: TestNatsServer,
    readonly database: TestDatabase,
    private readonly settings: PlatformSettings,
    private platform: Platform,
    /** Logged lines, for what must not be in them. */
    readonly log: string[],
    private readonly token: string,
  ) {}

  /** What a restored platform needs to read personal data. */
  get masterKey(): MasterKey {
    return this.settings.masterKey;
  }

  get url(): string {
    return this.platform.url;
  }

  static async start(): Promise<WholePlatform> {
    const passwords = newPlatformPasswords();
    const clients = Object.keys(systems).map((name) => ({ name, passwordHash: hashSync(CLIENT_PASSWORD, 4) }));
    const [nats, database] = await Promise.all([
      startNatsServer(natsConfiguration({ platform: passwords, clients })),
      createTestDatabase(),
    ]);
    const log: string[] = [];
    const logger = recording(log);
    Logger.overrideLogger(logger);
    const settings = {
      natsUrl: nats.url,
      passwords,
      databaseUrl: database.url,
      masterKey: MasterKey.random(),
      gatewayPort: 0,
      administratorPassword: FIRST,
      logger,
    };
    const platform = await startPlatform(settings);

    const [operator, gateway] = await Promise.all(
      (['operator', 'gateway'] as const).map((user) =>
        connectBus({ servers: nats.url, user, password: passwords[user] }),
      ),
    );
    const ask = new Caller(operator!, 'operator');
    const programmes = bundledProgrammes();
    for (const programme of programmes) await ask.command(PublishProgramme, { programme });
    await playExample(
      new Caller(gateway!, 'gateway'),
      programmes.find(({ programmeId }) => programmeId === EXAMPLE_PROGRAMME)!,
      0,
    );
    for (const [clientName, organizationId] of Object.entries(systems))
      await ask.command(RegisterEnterpriseClient, { clientName, organizationId });
    await Promise.all([operator!.close(), gateway!.close()]);
    return new WholePlatform(nats, database, settings, platform, log, await firstLogin(platform.url));
  }

  /** Ends all services and starts them again on the same bus and database. */
  async restart(): Promise<void> {
    await this.platform.close();
    this.platform = await startPlatform(this.settings);
  }

  /** A second process of the supervision context, which shares the work with the first. */
  secondSupervision(): Promise<{ close(): Promise<void> }> {
    const { natsUrl, passwords, logger } = this.settings;
    return startSupervision({ bus: { servers: natsUrl, password: passwords.supervision }, logger });
  }

  /** The bus as one of the platform's own parts reaches it. */
  async part(name: PlatformClient): Promise<NatsConnection> {
    const connection = await connectBus({
      servers: this.settings.natsUrl,
      user: name,
      password: this.settings.passwords[name],
    });
    this.opened.push(connection);
    return connection;
  }

  /** How many events are in the ledger by the will of others than the platform itself, which goes on closing days and opening tasks. */
  async recorded(): Promise<number> {
    const database = new Client({ connectionString: this.database.url });
    await database.connect();
    try {
      const { rows } = await database.query<{ count: number }>(
        `SELECT count(*)::int FROM ledger.events WHERE entry::json->>'actor' <> ALL ($1)`,
        [platformClients.map((name) => `platform:${name}`)],
      );
      return rows[0]!.count;
    } finally {
      await database.end();
    }
  }

  /** What a plain NATS client of an enterprise system logs in with. */
  credentials(name: EnterpriseSystem): { user: string; pass: string } {
    return { user: name, pass: CLIENT_PASSWORD };
  }

  /** A plain NATS connection of an enterprise system, with its own credentials and nothing of ours. */
  async system(name: EnterpriseSystem): Promise<NatsConnection> {
    const connection = await connect({
      servers: this.nats.url,
      user: name,
      pass: CLIENT_PASSWORD,
      inboxPrefix: inboxPrefixOf(name),
    });
    this.opened.push(connection);
    return connection;
  }

  /** Asks the gateway as the administrator; the body as text, so that nothing is made of it. */
  async http(path: string, init: RequestInit = {}): Promise<{ status: number; text: string; headers: Headers }> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(init.body !== undefined && { 'content-type': 'application/json' }),
      ...(init.headers as Record<string, string>),
    };
    const answer = await fetch(`${this.url}${path}`, { ...init, headers, redirect: 'manual' });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }

  async get<T>(path: string): Promise<T> {
    const { status, text } = await this.http(path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }

  async close(): Promise<void> {
    await Promise.all(this.opened.map((connection) => connection.close()));
    await this.platform.close();
    await this.nats.stop();
    await this.database.drop();
  }
}

/** Sends a command as plain JSON, as any NATS client in any language would. */
export function send(
  system: NatsConnection,
  subject: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Msg> {
  const sent = natsHeaders();
  for (const [name, value] of Object.entries(headers)) sent.set(name, value);
  return system.request(subject, typeof body === 'string' ? body : JSON.stringify(body), {
    timeout: 15_000,
    headers: sent,
  });
}

async function firstLogin(url: string): Promise<string> {
  const login = async (password: string): Promise<string> => {
    const answer = await fetch(`${url}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password }),
    });
    if (answer.status !== 201) throw new Error(`login: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { token: string }).token;
  };
  const changed = await fetch(`${url}/api/accounts/me/password`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await login(FIRST)}` },
    body: JSON.stringify({ currentPassword: FIRST, newPassword: LATER }),
  });
  if (!changed.ok) throw new Error(`password: ${changed.status} ${await changed.text()}`);
  return login(LATER);
}

function recording(lines: string[]): LoggerService {
  const write = (...words: unknown[]): void =>
    void lines.push(
      words.map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word))).join(' '),
    );
  return { log: write, warn: write, error: write, debug: write, verbose: write };
}
