import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlatformClient } from '@gongyou/contracts';
import { connectBus, inboxPrefixOf } from '@gongyou/messaging';
import { hashSync } from 'bcryptjs';
import { connect, type NatsConnection } from 'nats';
import { MasterKey } from '../../../ledger/src';
import { natsConfiguration } from '../bus/nats-configuration';
import { newPlatformPasswords } from '../bus/platform-passwords';
import { Link } from './link';
import { KillableProcess } from './process/killable-process';
import { natsProgram } from './process/nats-program';
import { PostgresServer } from './process/postgres-server';
import { serviceProgram } from './process/service-program';

/** How a run's platform is made up. */
export interface PlatformMakeup {
  /** Processes of the ledger that share its work. */
  ledgers: number;
  /** Another program in place of the ledger's own, for a planted bug. */
  ledgerMain?: string | undefined;
}

/** The enterprise systems that send commands, and the units they are bound to. */
export const enterpriseSystems = {
  'highway-hr': 'example-highway',
  'harbour-hr': 'example-harbour',
  'bridge-site': 'example-bridge',
} as const;
export type EnterpriseSystem = keyof typeof enterpriseSystems;
export const enterpriseSystemNames = Object.keys(enterpriseSystems) as EnterpriseSystem[];

const DATABASE = 'gongyou';
const SYSTEM_PASSWORD = 'of-the-enterprise-system';

/** The platform as it runs in production, one process per service on a real nats-server and PostgreSQL, each behind links that can break. */
export class PlatformUnderFaults {
  private readonly opened: NatsConnection[] = [];

  private constructor(
    /** Holds the data and logs of the run. */
    readonly folder: string,
    readonly postgres: PostgresServer,
    readonly nats: KillableProcess,
    /** One process each, the ledgers first: `ledger`, `ledger-2`, `organization`, … */
    readonly services: readonly KillableProcess[],
    /** Each named by its ends: `ledger-nats`, `ledger-postgres`, `highway-hr-nats`, … */
    readonly links: readonly Link[],
    private readonly natsPort: number,
    private readonly passwords: Readonly<Record<PlatformClient, string>>,
  ) {}

  static async start({ ledgers, ledgerMain }: PlatformMakeup): Promise<PlatformUnderFaults> {
    const folder = await mkdtemp(join(tmpdir(), 'gongyou-faults-'));
    // PostgreSQL runs as another user than root and must pass through.
    await chmod(folder, 0o711);
    const logs = join(folder, 'logs');
    await mkdir(logs);

    const masterKeyFile = join(folder, 'person-master-key');
    await MasterKey.makeIn(masterKeyFile);
    const [natsPort, postgresPort] = [await freePort(), await freePort()];
    const passwords = newPlatformPasswords();
    const clients = enterpriseSystemNames.map((name) => ({ name, passwordHash: hashSync(SYSTEM_PASSWORD, 4) }));
    const configuration = natsConfiguration({ platform: passwords, clients });
    const nats = new KillableProcess(await natsProgram(join(folder, 'nats'), natsPort, configuration), logs);
    const postgres = await PostgresServer.make(folder, postgresPort, logs);

    const links: Link[] = [];
    const linked = async (name: string, port: number): Promise<number> => {
      const link = await Link.open(name, port);
      links.push(link);
      return link.port;
    };
    const service = async (
      app: PlatformClient,
      database?: string,
      more: { name?: string; main?: string } = {},
    ): Promise<KillableProcess> => {
      const { name = app, main } = more;
      const settings = {
        NATS_URL: `nats://127.0.0.1:${await linked(`${name}-nats`, natsPort)}`,
        NATS_PASSWORD: passwords[app],
        ...(app === 'ledger' && { PERSON_MASTER_KEY_FILE: masterKeyFile }),
        ...(database && { [database]: postgres.urlOf(DATABASE, await linked(`${name}-postgres`, postgresPort)) }),
      };
      return new KillableProcess(serviceProgram(app, settings, { name, main }), logs);
    };
    const processes: KillableProcess[] = [];
    for (let each = 1; each <= ledgers; each += 1) {
      const name = each === 1 ? 'ledger' : `ledger-${each}`;
      processes.push(await service('ledger', 'EVENT_STORE_URL', { name, main: ledgerMain }));
    }
    processes.push(
      await service('organization'),
      await service('supervision'),
      await service('projection', 'DATABASE_URL'),
    );
    for (const name of [...enterpriseSystemNames, 'office']) await linked(`${name}-nats`, natsPort);

    const platform = new PlatformUnderFaults(folder, postgres, nats, processes, links, natsPort, passwords);
    try {
      await platform.startAll();
    } catch (error) {
      await platform.close();
      throw error;
    }
    return platform;
  }

  get databaseUrl(): string {
    return this.postgres.urlOf(DATABASE);
  }

  get processes(): readonly KillableProcess[] {
    return [this.postgres, this.nats, ...this.services];
  }

  get ledgers(): readonly KillableProcess[] {
    return this.services.filter(({ name }) => name.startsWith('ledger'));
  }

  service(name: string): KillableProcess {
    const service = this.services.find((each) => each.name === name);
    if (!service) throw new Error(`there is no service ${name}`);
    return service;
  }

  /** A connection of one of the platform's own users, straight to nats-server. */
  async as(user: PlatformClient): Promise<NatsConnection> {
    return this.kept(await connectBus({ ...this.bus(user), user }));
  }

  /** How a service reaches the bus straight, without a link. */
  bus(user: PlatformClient): { servers: string; password: string } {
    return { servers: `nats://127.0.0.1:${this.natsPort}`, password: this.passwords[user] };
  }

  /** A plain NATS connection of an enterprise system over its link, with nothing of ours. */
  async asSystem(name: EnterpriseSystem): Promise<NatsConnection> {
    return this.overLink(`${name}-nats`, name, SYSTEM_PASSWORD);
  }

  /** The gateway's connection over a link: the office's commands come from there. */
  async asOffice(): Promise<NatsConnection> {
    return this.overLink('office-nats', 'gateway', this.passwords.gateway);
  }

  link(name: string): Link {
    const link = this.links.find((each) => each.name === name);
    if (!link) throw new Error(`there is no link ${name}`);
    return link;
  }

  /** Ends every fault and waits until everything answers. */
  async heal(): Promise<void> {
    for (const link of this.links) link.release();
    await this.postgres.resume();
    for (const process of this.processes) await process.ready();
  }

  /** Ends everything that runs. */
  async close(): Promise<void> {
    await Promise.all(this.opened.map((connection) => connection.close()));
    await Promise.all(this.services.map((service) => service.kill()));
    await this.postgres.resume();
    await Promise.all([this.nats.stop(), this.postgres.stop()]);
    await Promise.all(this.links.map((link) => link.close()));
  }

  /** Removes the data and logs. */
  async removeFolder(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private async startAll(): Promise<void> {
    this.nats.start();
    this.postgres.start();
    await Promise.all([this.nats.ready(), this.postgres.ready()]);
    await this.postgres.createDatabase(DATABASE);
    for (const service of this.services) service.start();
    await Promise.all(this.services.map((service) => service.ready()));
  }

  private async overLink(link: string, user: string, pass: string): Promise<NatsConnection> {
    const connection = await connect({
      servers: `nats://127.0.0.1:${this.link(link).port}`,
      user,
      pass,
      inboxPrefix: inboxPrefixOf(user),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 200,
      pingInterval: 5_000,
      maxPingOut: 2,
    });
    return this.kept(connection);
  }

  private kept(connection: NatsConnection): NatsConnection {
    this.opened.push(connection);
    return connection;
  }
}

/**
 * A port that nobody listens on, from below those that the system gives to outgoing connections: one of these could take it while
 * its server is down.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (isFree) return port;
  }
}
