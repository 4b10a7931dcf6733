import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BusClient } from './nats-configuration';

/** The enterprise systems that may log in to the bus, kept in the data folder. Only hashes of their passwords are. */
export class EnterpriseClients {
  private constructor(
    private readonly file: string,
    private clients: readonly BusClient[],
  ) {}

  static async open(folder: string): Promise<EnterpriseClients> {
    const file = join(folder, 'enterprise-clients.json');
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]';
      throw error;
    });
    return new EnterpriseClients(file, JSON.parse(text) as BusClient[]);
  }

  all(): readonly BusClient[] {
    return this.clients;
  }

  /** Lets a system in; one of the same name gets the new password. */
  async put(client: BusClient): Promise<void> {
    await this.save([...this.clients.filter(({ name }) => name !== client.name), client]);
  }

  async remove(name: string): Promise<void> {
    await this.save(this.clients.filter((client) => client.name !== name));
  }

  private async save(clients: readonly BusClient[]): Promise<void> {
    // Written beside and renamed: a full disk or a crash leaves the old list whole.
    const beside = `${this.file}.new`;
    await writeFile(beside, JSON.stringify(clients, null, 2), { mode: 0o600 });
    await rename(beside, this.file);
    this.clients = clients;
  }
}
