import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@gongyou/event-sourcing/testing';
import { hashSync } from 'bcryptjs';
import { parse } from 'yaml';
import { Deployment } from '../src/deployment/deployment';
import { freePort } from '../src/embedded';
import { KillableProcess } from '../src/faults/process/killable-process';
import { project } from './guards/planted-tree';

export const services = ['ledger', 'projection', 'organization', 'supervision', 'gateway'] as const;
export type DeployedService = (typeof services)[number];

export const SYSTEM = { name: 'harbour-hr', password: 'of-the-enterprise-system' };

/** What a process said, and how it ended. */
export interface Ended {
  code: number;
  text: string;
}

interface ComposeService {
  command: string[];
  environment: Record<string, string>;
  healthcheck: { test: string[] };
}

/**
 * The platform as docker-compose.yml starts it, without containers: one process per service with the command, the settings and the
 * health check of that file, on a nats-server with the shipped configuration and on a PostgreSQL. Only addresses differ.
 */
export class DeployedPlatform {
  private constructor(
    readonly folder: string,
    readonly deployment: Deployment,
    readonly database: TestDatabase,
    readonly nats: KillableProcess,
    readonly natsUrl: string,
    readonly gatewayUrl: string,
    readonly processes: ReadonlyMap<DeployedService, KillableProcess>,
    private readonly compose: Record<string, ComposeService>,
    private readonly addresses: Record<string, string>,
  ) {}

  static async start(): Promise<DeployedPlatform> {
    await run(process.execPath, [join(project, 'apps', 'standalone', 'bootstrap', 'build.mjs')]);
    const folder = await mkdtemp(join(tmpdir(), 'gongyou-deployed-'));
    await cp(join(project, 'deploy'), join(folder, 'deploy'), { recursive: true });
    // What an operator may have prepared in this checkout is none of the test's business.
    for (const made of ['.env', 'nats/users.conf', 'nats/enterprise-clients.json', 'ledger'])
      await rm(join(folder, 'deploy', made), { force: true, recursive: true });
    const deployment = (await Deployment.open(join(folder, 'deploy'))).keepEventsIn('postgres');
    await deployment.clients.put({ name: SYSTEM.name, passwordHash: hashSync(SYSTEM.password, 4) });
    await deployment.save();

    const database = await createTestDatabase();
    const [natsPort, monitorPort, gatewayPort] = [await anyPort(), await anyPort(), await anyPort()];
    const natsUrl = `nats://127.0.0.1:${natsPort}`;
    const monitor = `http://127.0.0.1:${monitorPort}`;
    const logs = join(folder, 'logs');
    await mkdir(logs);
    const nats = new KillableProcess(await natsServer(folder, natsPort, monitorPort), logs);
    const { services: compose } = parse(await readFile(join(project, 'docker-compose.yml'), 'utf8'), {
      merge: true,
    }) as { services: Record<string, ComposeService> };
    const addresses = {
      ...{ NATS_URL: natsUrl, DATABASE_URL: database.url, EVENT_STORE_URL: database.url },
      ...{ PERSON_KEYS_URL: database.url, PERSON_MASTER_KEY_FILE: deployment.masterKeyFile },
      ...{ NATS_MONITOR_URL: monitor, GATEWAY_HOST: '127.0.0.1', GATEWAY_PORT: String(gatewayPort) },
    };
    const processes = new Map<DeployedService, KillableProcess>();
    const gatewayUrl = `http://127.0.0.1:${gatewayPort}`;
    const platform = new DeployedPlatform(
      folder,
      deployment,
      database,
      nats,
      natsUrl,
      gatewayUrl,
      processes,
      compose,
      addresses,
    );
    for (const name of services) {
      const { command, args, env } = platform.programOf(name);
      const ready = { answers: async () => (await platform.health(name)).code === 0 };
      processes.set(name, new KillableProcess({ name, command, args, env, ready }, logs));
    }
    nats.start();
    await nats.ready();
    for (const process of processes.values()) process.start();
    return platform;
  }

  /** Runs the health check of a service's container, at its place. */
  health(name: DeployedService): Promise<Ended> {
    const [, , ...script] = this.compose[name]!.healthcheck.test;
    return ended(process.execPath, script, { ...this.environmentOf(name), ...this.addresses });
  }

  /** Runs one of the containers that end by themselves, or another command in one. */
  runOnce(name: 'programmes' | 'tools', script?: readonly string[]): Promise<Ended> {
    const { command, args, env } = this.programOf(name);
    return ended(command, script ?? args, env);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.processes.values()].map((process) => process.stop()));
    await this.nats.stop();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private programOf(name: string): { command: string; args: string[]; env: Record<string, string> } {
    const [, ...args] = this.compose[name]!.command;
    return { command: process.execPath, args, env: this.environmentOf(name) };
  }

  /** As docker-compose.yml sets it, with the addresses of this machine. */
  private environmentOf(name: string): Record<string, string> {
    const settings = Object.entries(this.compose[name]!.environment).map(([variable, value]) => {
      const filledIn = value.replace(/\$\{(\w+)[^}]*\}/g, (_, setting: string) =>
        this.deployment.settings.get(setting)!,
      );
      return [variable, this.addresses[variable] ?? filledIn] as const;
    });
    return { PATH: process.env.PATH!, ...Object.fromEntries(settings) };
  }
}

const anyPort = (): Promise<number> => freePort(0, '');

/** The shipped configuration; of the file for 2.10 only what 2.9 does not know is left out. */
async function natsServer(folder: string, port: number, monitorPort: number) {
  const file = join(folder, 'deploy', 'nats', 'here.conf');
  const shipped = await readFile(join(folder, 'deploy', 'nats', 'nats-server.conf'), 'utf8');
  const here = shipped
    .replace('"0.0.0.0:4222"', `"127.0.0.1:${port}"`)
    .replace('"0.0.0.0:8222"', `"127.0.0.1:${monitorPort}"`)
    .replace('"/data"', JSON.stringify(join(folder, 'jetstream')))
    .replace(/^\s*sync_interval: always$/m, '');
  await writeFile(file, here, { mode: 0o600 });
  const PATH = [process.env.PATH, '/usr/local/sbin', '/usr/sbin', '/sbin'].join(delimiter);
  const answers = async (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${monitorPort}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  return { name: 'nats', command: 'nats-server', args: ['--config', file], env: { PATH }, ready: { answers } };
}

const run = async (command: string, args: string[]): Promise<void> => {
  const { code, text } = await ended(command, args, process.env);
  if (code !== 0) throw new Error(text);
};

function ended(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: project, env }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ code, text: stdout + stderr });
    });
  });
}
