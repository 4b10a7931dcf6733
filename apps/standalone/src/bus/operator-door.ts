import { clientNamePattern, platformClients } from '@gongyou/contracts';
import { jsonOf, PlatformProblem, problemOf, Reply } from '@gongyou/messaging';
import { Logger } from '@nestjs/common';
import type { Msg, NatsConnection } from 'nats';
import { EmbeddedServerError } from '../embedded';
import type { EnterpriseClients } from './enterprise-clients';
import { EventsConsumers, isEventsSubject } from './events-consumer';
import type { BusClient } from './nats-configuration';

/** What `npm run client` asks of the running platform, which alone may give the bus another configuration. */
export const operatorSubjects = { put: 'operator.clients.put', remove: 'operator.clients.remove' } as const;

/** How often it is looked whether the consumers are still there: a stream that was lost has lost them too. */
const KEEP_MS = 10_000;

/** Lets enterprise systems in and out while everything runs. Only the operator's own user reaches it. */
export class OperatorDoor {
  private readonly consumers: EventsConsumers;
  private readonly logger = new Logger(OperatorDoor.name);
  /** One request after the other: two at once would each write the list without the other's system. */
  private last: Promise<unknown> = Promise.resolve();
  private keeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: NatsConnection,
    private readonly clients: EnterpriseClients,
    private readonly reload: () => Promise<void>,
  ) {
    this.consumers = new EventsConsumers(connection);
  }

  /** Resolves once the bus knows of it. */
  async open(): Promise<void> {
    this.answer(operatorSubjects.put, (request) => this.put(request));
    this.answer(operatorSubjects.remove, (request) => this.remove(request));
    this.keeping = setInterval(() => void this.inTurn(() => this.keepConsumers()), KEEP_MS).unref();
    await this.connection.flush();
  }

  /** Resolves when the last request is dealt with. */
  async close(): Promise<void> {
    clearInterval(this.keeping);
    await this.last;
  }

  private async put(request: Record<string, unknown>): Promise<void> {
    const client = clientOf(request);
    await this.clients.put(client);
    await this.reload();
    if (client.eventsSubject === undefined) await this.consumers.take(client.name);
    else await this.consumers.give(client.name, client.eventsSubject);
  }

  private async remove(request: Record<string, unknown>): Promise<void> {
    const name = nameOf(request);
    await this.clients.remove(name);
    await this.reload();
    await this.consumers.take(name);
  }

  private async keepConsumers(): Promise<void> {
    try {
      for (const { name, eventsSubject } of this.clients.all()) {
        if (eventsSubject !== undefined) await this.consumers.give(name, eventsSubject);
      }
    } catch (error) {
      this.logger.warn(`the consumers of enterprise systems cannot be looked at: ${(error as Error).message}`);
    }
  }

  private answer(subject: string, act: (request: Record<string, unknown>) => Promise<void>): void {
    const take = (message: Msg): void => void this.inTurn(() => this.take(message, act));
    this.connection.subscribe(subject, {
      callback: (error, message) => (error ? this.logger.error(error) : take(message)),
    });
  }

  private inTurn(act: () => Promise<void>): Promise<void> {
    const mine = this.last.then(act);
    this.last = mine;
    return mine;
  }

  private async take(message: Msg, act: (request: Record<string, unknown>) => Promise<void>): Promise<void> {
    let reply = Reply.json({ done: true });
    try {
      await act(jsonOf(message.data) as Record<string, unknown>);
    } catch (error) {
      reply = Reply.problem(problemOf(this.told(error)));
    }
    if (!this.connection.isClosed()) message.respond(reply.payload, reply.headers && { headers: reply.headers });
  }

  private told(error: unknown): unknown {
    if (error instanceof PlatformProblem) return error;
    this.logger.error(error);
    if (!(error instanceof EmbeddedServerError)) return error;
    const { code, text } = error as EmbeddedServerError;
    return new PlatformProblem('unavailable', code, text);
  }
}

/** An enterprise system as it may be let in. Throws `PlatformProblem`: what comes in here ends in the bus's configuration. */
function clientOf(request: Record<string, unknown>): BusClient {
  const { passwordHash, eventsSubject } = request;
  if (typeof passwordHash !== 'string' || !/^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/.test(passwordHash)) throw malformed();
  const client = { name: nameOf(request), passwordHash };
  if (eventsSubject === undefined) return client;
  if (typeof eventsSubject !== 'string' || !isEventsSubject(eventsSubject)) throw malformed();
  return { ...client, eventsSubject };
}

function nameOf({ name }: Record<string, unknown>): string {
  if (typeof name !== 'string' || name.length > 64 || !clientNamePattern.test(name)) throw malformed();
  if ((platformClients as readonly string[]).includes(name)) throw malformed();
  return name;
}

const malformed = (): PlatformProblem =>
  new PlatformProblem('invalid', 'operator.badClient', {
    zh: '企业系统登记内容有误',
    en: 'This is no enterprise system that could be let in.',
  });
