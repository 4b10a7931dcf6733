import { clientNamePattern } from '@gongyou/contracts';
import { EVENTS_STREAM, jsonOf, PlatformProblem, problemOf, Reply } from '@gongyou/messaging';
import { AckPolicy, DeliverPolicy, type Msg, NatsError, type NatsConnection } from 'nats';
import type { EnterpriseClients } from './enterprise-clients';
import type { BusClient } from './nats-configuration';

/** What `npm run client` asks of the running platform, which alone may give the bus another configuration. */
export const operatorSubjects = { put: 'operator.clients.put', remove: 'operator.clients.remove' } as const;

/** Lets enterprise systems in and out while everything runs. Only the operator's own user reaches it. */
export class OperatorDoor {
  constructor(
    private readonly connection: NatsConnection,
    private readonly clients: EnterpriseClients,
    private readonly reload: () => Promise<void>,
  ) {}

  open(): void {
    this.answer(operatorSubjects.put, (request) => this.put(request as unknown as BusClient));
    this.answer(operatorSubjects.remove, (request) => this.remove(String(request.name)));
  }

  private async put(client: BusClient): Promise<void> {
    if (!clientNamePattern.test(client.name) || !/^\$2[aby]\$/.test(client.passwordHash)) throw malformed();
    await this.clients.put({
      name: client.name,
      passwordHash: client.passwordHash,
      ...(client.eventsSubject !== undefined && { eventsSubject: client.eventsSubject }),
    });
    await this.reload();
    if (client.eventsSubject !== undefined) await this.giveEvents(client.name, client.eventsSubject);
  }

  private async remove(name: string): Promise<void> {
    await this.clients.remove(name);
    await this.reload();
    const manager = await this.connection.jetstreamManager({ checkAPI: false });
    await manager.consumers.delete(EVENTS_STREAM, name).catch((error: unknown) => {
      if (!(error instanceof NatsError) || error.code !== '404') throw error;
    });
  }

  private async giveEvents(name: string, subject: string): Promise<void> {
    const manager = await this.connection.jetstreamManager({ checkAPI: false });
    await manager.consumers.add(EVENTS_STREAM, {
      durable_name: name,
      filter_subject: subject,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
    });
  }

  private answer(subject: string, act: (request: Record<string, unknown>) => Promise<void>): void {
    this.connection.subscribe(subject, { callback: (error, message) => void (error ?? this.take(message, act)) });
  }

  private async take(message: Msg, act: (request: Record<string, unknown>) => Promise<void>): Promise<void> {
    let reply = Reply.json({ done: true });
    try {
      await act(jsonOf(message.data) as Record<string, unknown>);
    } catch (error) {
      reply = Reply.problem(problemOf(error));
    }
    message.respond(reply.payload, reply.headers && { headers: reply.headers });
  }
}

const malformed = (): PlatformProblem =>
  new PlatformProblem('invalid', 'operator.badClient', {
    zh: '企业系统登记内容有误',
    en: 'This is no enterprise system that could be let in.',
  });
