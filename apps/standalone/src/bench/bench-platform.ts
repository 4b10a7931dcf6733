import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlatformClient } from '@gongyou/contracts';
import { connectBus } from '@gongyou/messaging';
import type { NatsConnection } from 'nats';
import { MasterKey } from '../../../ledger/src';
import { EmbeddedBus } from '../bus/embedded-bus';
import { DataFolder, EmbeddedPostgres } from '../embedded';
import { KillableProcess } from '../faults/process/killable-process';
import { serviceProgram } from '../faults/process/service-program';

export const GATEWAY_PASSWORD = 'password-of-the-bench';

/** As Linux counts processor time wherever it runs today. */
const TICKS_PER_SECOND = 100;
const MASTER_KEY = 'person-master-key';

/** The platform as it runs in production: one process per service, a real nats-server, a PostgreSQL that flushes. */
export class BenchPlatform {
  private readonly running: KillableProcess[] = [];
  private readonly opened: NatsConnection[] = [];
  gatewayUrl = '';

  private constructor(
    private readonly path: string,
    private readonly folder: DataFolder,
    private readonly postgres: EmbeddedPostgres,
    private readonly bus: EmbeddedBus,
  ) {}

  static async start(): Promise<BenchPlatform> {
    const path = await mkdtemp(join(tmpdir(), 'gongyou-bench-'));
    // PostgreSQL runs as another user than root and must pass through.
    await chmod(path, 0o711);
    const folder = await DataFolder.open({ GONGYOU_DATA: path });
    const onLost = (error: unknown): void => console.error(error);
    const postgres = await EmbeddedPostgres.start({ folder, port: 0, onLost });
    const bus = await EmbeddedBus.start({ folder, port: 0, onLost });
    await mkdir(join(path, 'logs'), { recursive: true });
    await MasterKey.makeIn(join(path, MASTER_KEY));
    return new BenchPlatform(path, folder, postgres, bus);
  }

  get databaseUrl(): string {
    return this.postgres.url;
  }

  /** Of the master key that the ledger is started with. */
  get masterKeyFile(): string {
    return join(this.path, MASTER_KEY);
  }

  async run(service: PlatformClient, settings: Readonly<Record<string, string>> = {}): Promise<void> {
    const env = { NATS_URL: this.bus.url, NATS_PASSWORD: this.bus.passwords[service], LOG_LEVEL: 'info', ...settings };
    const program = serviceProgram(service, env);
    // It listens before it has made its first account, and says so afterwards.
    const ready = service === 'gateway' ? { says: 'the gateway listens' } : program.ready;
    const process = new KillableProcess({ ...program, ready }, join(this.path, 'logs'));
    this.running.push(process);
    process.start();
    await process.ready();
  }

  process(service: PlatformClient): KillableProcess {
    return this.running.find(({ name }) => name === service)!;
  }

  async connect(as: PlatformClient): Promise<NatsConnection> {
    const connection = await connectBus({ servers: this.bus.url, user: as, password: this.bus.passwords[as] });
    this.opened.push(connection);
    return connection;
  }

  /** Resident memory of each service, in MiB. */
  memory(): Promise<[string, number][]> {
    return this.statusOf(/VmRSS:\s+(\d+)/);
  }

  /** The most resident memory that each service has had since it was started, in MiB. */
  peakMemory(): Promise<[string, number][]> {
    return this.statusOf(/VmHWM:\s+(\d+)/);
  }

  /** Processor time that each service, and PostgreSQL as a whole, has taken so far, in seconds; it does not suffer from others on the machine. */
  async processorTime(): Promise<Map<string, number>> {
    const services = this.running.map(async ({ name, pid }): Promise<[string, number]> => [name, await ticksOf(pid!)]);
    const ticks = new Map(await Promise.all(services));
    const { pid } = this.postgres;
    const backends = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ');
    const each = await Promise.all(backends.map((backend) => ticksOf(Number(backend)).catch(() => 0)));
    ticks.set(
      'PostgreSQL',
      each.reduce((sum, one) => sum + one, await ticksOf(pid)),
    );
    return new Map([...ticks].map(([name, count]) => [name, count / TICKS_PER_SECOND]));
  }

  async stop(): Promise<void> {
    await Promise.all(this.opened.map((connection) => connection.close()));
    for (const process of this.running.reverse()) await process.stop();
    await this.bus.stop();
    await this.postgres.stop();
    this.folder.close();
    await rm(this.path, { recursive: true, force: true });
  }

  private statusOf(kibibytes: RegExp): Promise<[string, number][]> {
    return Promise.all(
      this.running.map(async ({ name, pid }): Promise<[string, number]> => {
        const status = await readFile(`/proc/${pid}/status`, 'utf8');
        return [name, Number(kibibytes.exec(status)?.[1]) / 1024];
      }),
    );
  }
}

/** User and system time of a process and of those it has seen end. The name before them may hold spaces, but ends with a bracket. */
async function ticksOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
}
