import {
  answerHeaders,
  commandContract,
  commandSubject,
  queryContract,
  querySubject,
  requestHeaders,
} from '@gongyou/contracts';
import { Caller, connectBus, problemOf } from '@gongyou/messaging';
import type { NatsConnection } from 'nats';
import { letIn } from '../client/let-in';
import type { Act, Actor } from './act';
import { GatewayPerson } from './gateway-person';
import { type Told, Untold } from './told';

type System = Extract<Actor, { kind: 'system' }>;
type Person = Extract<Actor, { kind: 'person' }>;

/** Where a platform is, and what opens its doors to those who act in the story. */
export interface PlatformAddress {
  natsUrl: string;
  /** Of the operator on the bus, who lets enterprise systems in. Asked for each time: a platform that starts again has another one. */
  operatorPassword: () => Promise<string>;
  gatewayUrl: string;
  /** Of the account `admin`. */
  administratorPassword: string;
}

const ANSWER_WITHIN_MS = 60_000;

/**
 * The platform as those outside of it reach it: enterprise systems with a name and a password of their own on the bus, persons with
 * accounts at the gateway. Each is let in when he first acts.
 */
export class OutsideDoors {
  readonly administrator: GatewayPerson;
  private readonly systems = new Map<string, Promise<Caller>>();
  private readonly persons = new Map<string, Promise<GatewayPerson>>();
  private readonly opened: NatsConnection[] = [];

  constructor(private readonly address: PlatformAddress) {
    this.administrator = new GatewayPerson(address.gatewayUrl, 'admin', address.administratorPassword);
    this.persons.set('admin', Promise.resolve(this.administrator));
  }

  /** Throws `Untold`. */
  async tell(act: Act): Promise<Told> {
    if (act.by.kind === 'person') return (await this.person(act.by)).tell(act);
    const subject = commandSubject(commandContract(act.command), act.by.name);
    const headers = { [requestHeaders.idempotencyKey]: act.key };
    return this.asSystem(act.by, async (caller) => {
      const answer = await caller.ask(subject, JSON.stringify(act.data), headers);
      const { position, events } = answer.json<{ position: number; events: unknown[] }>();
      return { position, events: events.length, isRepeated: answer.headers?.has(answerHeaders.repeated) ?? false };
    });
  }

  /** Asks a query as an enterprise system. Throws `Untold`. */
  ask<T extends object, A>(system: Actor, query: new () => T, parameters: T): Promise<A> {
    if (system.kind !== 'system') throw new Error('a person asks over HTTP');
    const subject = querySubject(queryContract(query), system.name);
    return this.asSystem(system, (caller) => caller.request<A>(subject, parameters));
  }

  async close(): Promise<void> {
    await Promise.all(this.opened.map((connection) => connection.close()));
  }

  private async asSystem<T>(system: System, ask: (caller: Caller) => Promise<T>): Promise<T> {
    try {
      return await ask(await this.system(system));
    } catch (error) {
      if (error instanceof Untold) throw error;
      const { code, retryable } = problemOf(error);
      throw new Untold(code, retryable, { cause: error });
    }
  }

  private system(system: System): Promise<Caller> {
    return keptIn(this.systems, system.name, () => this.connect(system));
  }

  private async connect({ name, organizationId }: System): Promise<Caller> {
    const operator = await this.reachBus('operator', await this.address.operatorPassword());
    try {
      const password = await letIn(new Caller(operator, 'operator'), { name, organizationId });
      const connection = await this.reachBus(name, password);
      this.opened.push(connection);
      return new Caller(connection, name, ANSWER_WITHIN_MS);
    } finally {
      await operator.close();
    }
  }

  private async reachBus(user: string, password: string): Promise<NatsConnection> {
    try {
      return await connectBus({ servers: this.address.natsUrl, user, password });
    } catch (cause) {
      throw new Untold('bus.notReached', true, { cause });
    }
  }

  private person(person: Person): Promise<GatewayPerson> {
    return keptIn(this.persons, person.username, () => this.administrator.appoint(person));
  }
}

/** One at a time for each name; one that failed is tried again by the next who asks. */
function keptIn<T>(kept: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(name);
  if (known) return known;
  const made = make();
  kept.set(name, made);
  made.catch(() => kept.delete(name));
  return made;
}
