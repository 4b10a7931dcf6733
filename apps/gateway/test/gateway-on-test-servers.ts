import type { EventPage, FeedRequest, StoredEvent } from '@gongyou/contracts';
import {
  createTestDatabase,
  startNatsServer,
  type TestDatabase,
  type TestNatsServer,
} from '@gongyou/event-sourcing/testing';
import { createLog, linesOf, NestLog, type Problem, Reply } from '@gongyou/messaging';
import { connect, type Msg, type NatsConnection } from 'nats';
import { Client } from 'pg';
import { type GatewayParameters, type RunningGateway, startGateway } from '../src';

export const ADMIN_PASSWORD = 'an honest first password';

/** A message that came over the wire. */
export interface Heard {
  subject: string;
  headers: Record<string, string>;
  body: unknown;
}

/**
 * A gateway on a real nats-server and a real PostgreSQL. In place of the services a listener stands on their subjects, only to show
 * what goes over the wire: the whole story, with every service, is told in apps/standalone/test.
 */
export class GatewayOnTestServers {
  readonly heard: Heard[] = [];
  /** What the listener answers on a subject; commands and queries without one are answered like an accepted command. */
  readonly answers = new Map<string, Reply>();
  projection = { position: 7, head: 7, lag: 0, lastError: null as unknown, parked: 0 };

  private constructor(
    readonly gateway: RunningGateway,
    readonly nats: TestNatsServer,
    readonly database: TestDatabase,
    private readonly listener: NatsConnection,
    /** Every line of the gateway's log. */
    readonly logged: readonly string[],
  ) {}

  static async start(
    parameters: Partial<GatewayParameters> = {},
    { password }: { password?: string } = { password: ADMIN_PASSWORD },
  ): Promise<GatewayOnTestServers> {
    const [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
    const listener = await connect({
      servers: nats.url,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 50,
      reconnectJitter: 0,
    });
    const logged: string[] = [];
    try {
      const gateway = await startOn(nats, database, logged, parameters, password);
      const started = new GatewayOnTestServers(gateway, nats, database, listener, logged);
      started.listen();
      return started;
    } catch (error) {
      await listener.close();
      await Promise.all([nats.stop(), database.drop()]);
      throw error;
    }
  }

  /** One more gateway on the same servers. */
  startAnother(password: string): Promise<RunningGateway> {
    return startOn(this.nats, this.database, [], {}, password);
  }

  async stop(): Promise<void> {
    await this.gateway.close();
    if (!this.listener.isClosed()) await this.listener.close();
    await Promise.all([this.nats.stop(), this.database.drop()]);
  }

  request(path: string, init: RequestInit & { token?: string; json?: unknown } = {}): Promise<Response> {
    const { token, json, ...rest } = init;
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    if (json !== undefined) headers.set('Content-Type', 'application/json');
    return fetch(`${this.gateway.url}${path}`, {
      redirect: 'manual',
      ...rest,
      headers,
      ...(json !== undefined && { method: init.method ?? 'POST', body: JSON.stringify(json) }),
    });
  }

  async logIn(
    username: string,
    password: string,
  ): Promise<{ token: string; mustChangePassword: boolean; response: Response }> {
    const response = await this.request('/api/sessions', { json: { username, password } });
    const { token, mustChangePassword } = (await response.json()) as { token: string; mustChangePassword: boolean };
    return { token, mustChangePassword, response };
  }

  /** Logs in as the first administrator. */
  async admin(): Promise<string> {
    return (await this.logIn('admin', ADMIN_PASSWORD)).token;
  }

  /** Makes an account with a password of its own and logs in. */
  async person(username: string, role: string, organizationId: string): Promise<{ accountId: string; token: string }> {
    const created = await this.request('/api/accounts', {
      token: await this.admin(),
      json: { username, grants: [{ role, organizationId }] },
    });
    const { accountId, password } = (await created.json()) as { accountId: string; password: string };
    const { token } = await this.logIn(username, password);
    const chosen = { currentPassword: password, newPassword: `the password of ${username}` };
    await this.request('/api/accounts/me/password', { method: 'PUT', token, json: chosen });
    return { accountId, token };
  }

  /** Takes the listener away, as when no service runs. */
  async silence(): Promise<void> {
    await this.listener.drain();
  }

  /** Changes what the gateway keeps, to let time pass. */
  async sql(statement: string): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.database.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  private listen(): void {
    this.listener.subscribe('ledger.feed', { callback: (_, message) => this.feed(message) });
    for (const subject of ['cmd.gateway.>', 'qry.gateway.>']) {
      this.listener.subscribe(subject, { callback: (_, message) => this.answer(message) });
    }
  }

  private feed(message: Msg): void {
    const { after, waitMs } = message.json<FeedRequest>();
    const events = units.slice(after + 1);
    const page: EventPage = { events, through: units.length - 1, head: units.length - 1 };
    const answer = (): void => void message.respond(linesOf(page));
    if (events.length > 0 || waitMs === 0) answer();
    else setTimeout(answer, waitMs).unref();
  }

  private answer(message: Msg): void {
    if (message.subject === 'qry.gateway.reporting.projection-status') {
      message.respond(JSON.stringify(this.projection));
      return;
    }
    const headers = Object.fromEntries([...(message.headers ?? [])].map(([name, values]) => [name, values.join()]));
    this.heard.push({ subject: message.subject, headers, body: message.json() });
    const { payload, headers: extra } = this.answers.get(message.subject) ?? Reply.json(accepted);
    message.respond(payload, extra && { headers: extra });
  }
}

const startOn = (
  nats: TestNatsServer,
  database: TestDatabase,
  logged: string[],
  parameters: Partial<GatewayParameters>,
  password: string | undefined,
): Promise<RunningGateway> =>
  startGateway({
    bus: { servers: nats.url, password: 'not asked for' },
    databaseUrl: database.url,
    port: 0,
    logger: new NestLog(createLog('gateway', 'debug', { write: (line: string) => void logged.push(line) })),
    firstAdministrator: { password },
    parameters,
  });

/** What a service answers to a command that it carried out. */
export const accepted = {
  commandId: 'c-1',
  stream: 'task-t1',
  revision: 3,
  position: 41,
  events: [{ eventId: '0191', type: 'ProgressReported', revision: 3, position: 41 }],
};

export const problemReply = (problem: Partial<Problem> & Pick<Problem, 'code' | 'status' | 'texts'>): Reply =>
  Reply.problem({ type: '', title: problem.texts.en, detail: {}, retryable: false, ...problem });

const established = (unitId: string, parentId: string | undefined, position: number): StoredEvent => ({
  entry: JSON.stringify({ position, type: 'UnitEstablished', version: 1 }),
  data: JSON.stringify({ unitId, kind: 'company', name: `单位 ${unitId}`, parentId, establishedOn: '2026-01-01' }),
});

/** Two trees: zhongjiao > company-1 > project-7, zhongjiao > company-2; haimen. */
const units = [
  established('zhongjiao', undefined, 0),
  established('company-1', 'zhongjiao', 1),
  established('project-7', 'company-1', 2),
  established('company-2', 'zhongjiao', 3),
  established('haimen', undefined, 4),
];
