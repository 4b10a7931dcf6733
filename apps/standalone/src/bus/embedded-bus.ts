import { connectBus } from '@gongyou/messaging';
import { EmbeddedNats, type EmbeddedNatsOptions } from '../embedded';
import { EnterpriseClients } from './enterprise-clients';
import { natsConfiguration } from './nats-configuration';
import { OperatorDoor } from './operator-door';
import { removeOperatorFile, writeOperatorFile } from './operator-file';
import { newPlatformPasswords } from './platform-passwords';

/** The bus of a platform that runs on one machine: nats-server, who may log in to it, and the operator's door. */
export class EmbeddedBus {
  private readonly undo: (() => Promise<void>)[] = [];

  private constructor(
    readonly url: string,
    /** The passwords of the platform's own users, made anew at each start. */
    readonly passwords: ReturnType<typeof newPlatformPasswords>,
  ) {}

  /** @throws EmbeddedServerError when nats-server cannot be started */
  static async start({ folder, ...options }: Omit<EmbeddedNatsOptions, 'configuration'>): Promise<EmbeddedBus> {
    const part = await folder.part('nats');
    const clients = await EnterpriseClients.open(part);
    const passwords = newPlatformPasswords();
    const configuration = (): string => natsConfiguration({ platform: passwords, clients: clients.all() });
    const nats = await EmbeddedNats.start({ folder, ...options, configuration: configuration() });
    const bus = new EmbeddedBus(nats.url, passwords);
    bus.undo.push(() => nats.stop());
    try {
      await bus.letOperatorIn(part, clients, () => nats.reload(configuration()));
      return bus;
    } catch (error) {
      await bus.stop();
      throw error;
    }
  }

  private async letOperatorIn(part: string, clients: EnterpriseClients, reload: () => Promise<void>): Promise<void> {
    const connection = await connectBus({ servers: this.url, user: 'operator', password: this.passwords.operator });
    this.undo.push(() => connection.close());
    const door = new OperatorDoor(connection, clients, reload);
    await door.open();
    this.undo.push(() => door.close());
    await writeOperatorFile(part, { servers: this.url, password: this.passwords.operator });
    this.undo.push(() => removeOperatorFile(part));
  }

  async stop(): Promise<void> {
    for (const step of this.undo.splice(0).reverse()) await step();
  }
}
