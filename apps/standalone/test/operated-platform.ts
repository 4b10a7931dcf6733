import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PublishProgramme } from '@gongyou/contracts';
import { createTestDatabase, type TestDatabase } from '@gongyou/event-sourcing/testing';
import { Caller, connectBus } from '@gongyou/messaging';
import { bundledProgrammes } from '@gongyou/programmes';
import { Logger, type LoggerService } from '@nestjs/common';
import { connect, type NatsConnection } from 'nats';
import { EmbeddedBus } from '../src/bus/embedded-bus';
import { DataFolder } from '../src/embedded';
import { EXAMPLE_PROGRAMME } from '../src/example/example-group';
import { playExample } from '../src/example/play-example';
import { personMasterKey } from '../src/person-master-key';
import { type Platform, startPlatform } from '../src/platform';
import { temporaryDataFolder } from '../src/testing/temporary-data-folder';
import { project } from './guards/planted-tree';

/** How an enterprise system connects, as `npm run client -- add` prints it. */
export interface ClientAccess {
  server: string;
  user: string;
  password: string;
  inboxPrefix: string;
  organizationId: string;
  events?: { stream: string; consumer: string; subject: string };
}

/** What a process said, and how it ended. */
export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The platform with the example group as `npm start` runs it: on a data folder and a bus of its own, with the operator's door. */
export class OperatedPlatform {
  private readonly opened: NatsConnection[] = [];

  private constructor(
    readonly dataFolder: string,
    readonly databaseUrl: string,
    readonly bus: EmbeddedBus,
    private platform: Platform | undefined,
    private readonly undo: (() => Promise<void> | void)[],
  ) {}

  /** @param administratorPassword of `admin`; made up when left out */
  static async start(administratorPassword?: string): Promise<OperatedPlatform> {
    const place = await temporaryDataFolder();
    const folder = await DataFolder.open({ GONGYOU_DATA: place.path });
    const database: TestDatabase = await createTestDatabase();
    const bus = await EmbeddedBus.start({ folder, port: 0, onLost: (error) => console.error(error) });
    Logger.overrideLogger(silent);
    const platform = await startPlatform({
      natsUrl: bus.url,
      passwords: bus.passwords,
      databaseUrl: database.url,
      masterKey: await personMasterKey(folder),
      gatewayPort: 0,
      ...(administratorPassword !== undefined && { administratorPassword }),
      logger: silent,
    });
    await playFor(bus);
    return new OperatedPlatform(place.path, database.url, bus, platform, [
      () => database.drop(),
      () => folder.close(),
      place.remove,
    ]);
  }

  /** The gateway's address. */
  get url(): string {
    return this.platform!.url;
  }

  /** Runs `npm run client -- …` as a process of its own, as the operator does. */
  client(...args: string[]): Promise<Ran> {
    return runInProject('npm', ['run', '--silent', 'client', '--', ...args], { GONGYOU_DATA: this.dataFolder });
  }

  /** Lets a system in by the command, and answers what was printed. */
  async add(name: string, organizationId: string, ...more: string[]): Promise<ClientAccess> {
    const { code, stdout, stderr } = await this.client('add', name, '--organization', organizationId, ...more);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as ClientAccess;
  }

  /** A plain NATS connection with what was printed, and nothing of ours. */
  async connect({ server, user, password, inboxPrefix }: ClientAccess): Promise<NatsConnection> {
    const connection = await connect({ servers: server, user, pass: password, inboxPrefix, reconnect: false });
    this.opened.push(connection);
    return connection;
  }

  /** Stops the platform; its data folder stays until `close`. May be called again. */
  async stop(): Promise<void> {
    await Promise.all(this.opened.splice(0).map((connection) => connection.close()));
    await this.platform?.close();
    this.platform = undefined;
    await this.bus.stop();
  }

  async close(): Promise<void> {
    await this.stop();
    for (const step of this.undo) await step();
  }
}

/** Runs a program in the project's folder, with the environment of this process and more. */
export async function runInProject(command: string, args: string[], env: Record<string, string> = {}): Promise<Ran> {
  const child = spawn(command, args, {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

async function playFor({ url, passwords }: EmbeddedBus): Promise<void> {
  const [operator, gateway] = await Promise.all(
    (['operator', 'gateway'] as const).map((user) => connectBus({ servers: url, user, password: passwords[user] })),
  );
  const programme = bundledProgrammes().find(({ programmeId }) => programmeId === EXAMPLE_PROGRAMME)!;
  await new Caller(operator!, 'operator').command(PublishProgramme, { programme });
  await playExample(new Caller(gateway!, 'gateway'), programme, 0);
  await Promise.all([operator!.close(), gateway!.close()]);
}

const silent: LoggerService = { log: () => undefined, warn: () => undefined, error: () => undefined };
