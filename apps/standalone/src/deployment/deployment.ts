import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PlatformClient, platformClients } from '@gongyou/contracts';
import { MasterKey } from '../../../ledger/src';
import { EnterpriseClients } from '../bus/enterprise-clients';
import { natsConfiguration } from '../bus/nats-configuration';

/**
 * What is kept of a deployment beside what is in the repository: `.env`, `nats/users.conf` and `ledger/person-master-key`, for its
 * operator's eyes only.
 */
export class Deployment {
  private constructor(
    private readonly folder: string,
    readonly settings: ReadonlyMap<string, string>,
    readonly clients: EnterpriseClients,
  ) {}

  /**
   * Reads what is there and makes up a password for every name of `.env.example` that has none yet; what is set stays.
   *
   * @param folder the folder `deploy`
   */
  static async open(folder: string): Promise<Deployment> {
    const names = settingsIn(await readFile(join(folder, '.env.example'), 'utf8'));
    const kept = settingsIn(await readFile(join(folder, '.env'), 'utf8').catch(orNothing));
    const settings = new Map(kept);
    for (const [name] of names) if (!settings.get(name)) settings.set(name, randomBytes(24).toString('base64url'));
    // The ledger's container runs as whoever prepares it: nobody else may read the master key.
    if (!settings.get('LEDGER_USER')) settings.set('LEDGER_USER', `${process.getuid!()}:${process.getgid!()}`);
    return new Deployment(folder, settings, await EnterpriseClients.open(join(folder, 'nats')));
  }

  /** Where the events are kept: in the PostgreSQL or in the KurrentDB that docker-compose.yml starts. */
  keepEventsIn(store: 'postgres' | 'kurrentdb'): Deployment {
    const settings = new Map(this.settings);
    const password = settings.get('POSTGRES_PASSWORD')!;
    if (store === 'postgres') settings.set('EVENT_STORE_URL', `postgres://gongyou:${password}@postgres:5432/gongyou`);
    else settings.delete('EVENT_STORE_URL');
    return new Deployment(this.folder, settings, this.clients);
  }

  /** Writes all files; a master key that is there stays. nats-server takes new users when it is told to reload. */
  async save(): Promise<void> {
    const lines = [...this.settings].map(([name, value]) => `${name}=${value}\n`);
    await replace(join(this.folder, '.env'), lines.join(''));
    await replace(join(this.folder, 'nats', 'users.conf'), `${this.natsUsers()}\n`);
    await mkdir(join(this.folder, 'ledger'), { recursive: true, mode: 0o700 });
    await MasterKey.makeIn(this.masterKeyFile);
  }

  get masterKeyFile(): string {
    return join(this.folder, 'ledger', 'person-master-key');
  }

  private natsUsers(): string {
    const password = (name: PlatformClient): string => this.settings.get(`NATS_PASSWORD_${name.toUpperCase()}`)!;
    const platform = Object.fromEntries(platformClients.map((name) => [name, password(name)]));
    return natsConfiguration({ platform: platform as Record<PlatformClient, string>, clients: this.clients.all() });
  }
}

function settingsIn(text: string): Map<string, string> {
  const lines = text.split('\n').flatMap((line) => {
    const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value ?? ''] as const];
  });
  return new Map(lines);
}

/** Written beside and renamed: whoever reads the file at this moment reads all of the old or all of the new. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function orNothing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
