import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../embedded';
import { KillableProcess } from '../faults/process/killable-process';
import { operatorPasswordIn } from './operator-password';
import type { PlatformAddress } from './outside-doors';

/** The folder that dist or the sources stand in, whichever this file was loaded from. */
const root = join(__dirname, '..', '..', '..', '..');

export interface OwnPlatformOptions {
  /** Kept, to be looked at with `npm start` afterwards; a temporary one that goes with the platform when left out. */
  dataFolder?: string | undefined;
  /** Of the account `admin`; made up when left out. */
  administratorPassword?: string | undefined;
}

/** A platform for one story, as `npm start` runs it, in a process of its own. */
export class OwnPlatform {
  private constructor(
    readonly address: PlatformAddress,
    private readonly process: KillableProcess,
    private readonly remove: () => Promise<void>,
  ) {}

  static async start({ dataFolder, administratorPassword }: OwnPlatformOptions): Promise<OwnPlatform> {
    const folder = dataFolder ?? (await temporaryFolder());
    await mkdir(folder, { recursive: true });
    const logs = await mkdtemp(join(tmpdir(), 'gongyou-simulate-log-'));
    const password = administratorPassword ?? randomBytes(18).toString('base64url');
    // The same ones when it starts again.
    const [gatewayPort, natsPort] = [await freePort(0, 'GATEWAY_PORT'), await freePort(0, 'NATS_PORT')];
    const process = new KillableProcess(
      {
        ...{ name: 'platform', command: globalThis.process.execPath },
        args: ['--enable-source-maps', join(root, 'apps', 'standalone', 'src', 'main.js')],
        env: {
          ...globalThis.process.env,
          ...{
            GONGYOU_DATA: folder,
            GATEWAY_PORT: String(gatewayPort),
            NATS_PORT: String(natsPort),
            POSTGRES_PORT: '0',
          },
          ...{ EXAMPLE: 'none', ADMIN_PASSWORD: password },
        },
        ready: { says: 'Ctrl-C' },
      },
      logs,
    );
    const remove = async (): Promise<void> => {
      await process.stop();
      await rm(logs, { recursive: true, force: true });
      if (dataFolder === undefined) await rm(folder, { recursive: true, force: true });
    };
    try {
      process.start();
      await process.ready();
      const address = {
        ...{ natsUrl: `nats://127.0.0.1:${natsPort}`, operatorPassword: () => operatorPasswordIn(folder) },
        ...{ gatewayUrl: `http://127.0.0.1:${gatewayPort}`, administratorPassword: password },
      };
      return new OwnPlatform(address, process, remove);
    } catch (error) {
      await remove();
      throw error;
    }
  }

  /** The most memory that its services have had so far, PostgreSQL and nats-server not among them, in MiB. */
  async peakMemory(): Promise<number | undefined> {
    const status = await readFile(`/proc/${this.process.pid}/status`, 'utf8').catch(() => '');
    const peak = /VmHWM:\s+(\d+)/.exec(status)?.[1];
    return peak === undefined ? undefined : Number(peak) / 1024;
  }

  async stop(): Promise<void> {
    await this.remove();
  }
}

/** PostgreSQL runs as another user than root and must pass through. */
async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'gongyou-simulate-'));
  await chmod(path, 0o711);
  return path;
}
