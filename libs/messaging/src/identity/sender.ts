import { type Grant, type PlatformClient, platformClients, roles } from '@gongyou/contracts';
import { Match, type MsgHdrs } from 'nats';
import { correlationIdOf } from '../correlation';
import { requestHeaders } from '../headers';
import type { RecordedEvent } from '../ledger/recorded-event';
import { PlatformProblem } from '../problem';

/** A grant over this unit reaches everywhere. */
export const EVERYWHERE = '*';

/** Who sent a message, and what came with it. */
export interface Sender {
  /** The name that stands in the subject. NATS lets a client publish under its own name only. */
  client: string;
  /** `user:<account id>`, `client:<name>` or `platform:<service>`. */
  actor: string;
  /** What the sender may do. Empty for an enterprise system: the directory knows what it is bound to. */
  grants: readonly Grant[];
  correlationId: string;
  /** The event that this message reacts to; the correlation for a message from outside. */
  causationId: string;
  idempotencyKey?: string;
  expectedRevision?: number;
  /** Queries wait until the read model has taken in this position. */
  after?: number;
  /** When it was received, ISO 8601 in UTC. The domain takes its «today» from here and never from a clock. */
  receivedAt: string;
}

const badSubject = {
  zh: '命令应发到 cmd.<客户端>.…，查询应发到 qry.<客户端>.…',
  en: 'Commands go to cmd.<client>.…, queries to qry.<client>.…',
};

/** The most that an idempotency key may be long. */
const LONGEST_KEY = 200;

/** Reads who sent a message from its subject, and the rest from its headers. Throws `PlatformProblem` for malformed headers. */
export function senderOf(subject: string, headers: MsgHdrs | undefined, receivedAt: Date): Sender {
  const [kind, client] = subject.split('.');
  // JetStream hands its messages to whatever subject a request names for the answer, under subjects of their own: those name no sender.
  if ((kind !== 'cmd' && kind !== 'qry') || !client)
    throw new PlatformProblem('invalid', 'request.badSubject', badSubject);
  const header = (name: string): string | undefined => onlyValue(headers, name);
  const correlationId = correlationIdOf(header(requestHeaders.traceparent));
  return {
    ...identityOf(client, header),
    correlationId,
    causationId: (isPlatformClient(client) && header(requestHeaders.causation)) || correlationId,
    ...optional('idempotencyKey', keyOf(header(requestHeaders.idempotencyKey))),
    ...optional('expectedRevision', wholeNumber(requestHeaders.expectedRevision, header)),
    ...optional('after', wholeNumber(requestHeaders.after, header)),
    receivedAt: receivedAt.toISOString(),
  };
}

/** A part of the platform as it reacts to an event: what it records says what caused it. */
export const senderFor = (client: PlatformClient, event: RecordedEvent): Sender => ({
  ...identityOf(client, () => undefined),
  correlationId: event.correlationId,
  causationId: event.eventId,
  receivedAt: event.recordedAt,
});

/** Whatever the case of its letters, and never one of several: a key that is overlooked would let a command happen twice. */
function onlyValue(headers: MsgHdrs | undefined, name: string): string | undefined {
  const values = headers?.values(name, Match.IgnoreCase) ?? [];
  if (values.length <= 1) return values[0];
  throw new PlatformProblem('invalid', 'request.badHeader', {
    zh: `消息头 ${name} 只能给出一次`,
    en: `Header ${name} is given more than once.`,
  });
}

export const isPlatformClient = (client: string): boolean => (platformClients as readonly string[]).includes(client);

function identityOf(
  client: string,
  header: (name: string) => string | undefined,
): Pick<Sender, 'client' | 'actor' | 'grants'> {
  if (client === 'gateway') {
    return {
      client,
      actor: header(requestHeaders.actor) ?? 'platform:gateway',
      grants: grantsOf(header(requestHeaders.grants)),
    };
  }
  if (client === 'operator') {
    return {
      client,
      actor: 'platform:operator',
      grants: [
        { role: 'administrator', organizationId: EVERYWHERE },
        { role: 'platform', organizationId: EVERYWHERE },
      ],
    };
  }
  if (isPlatformClient(client)) {
    return { client, actor: `platform:${client}`, grants: [{ role: 'platform', organizationId: EVERYWHERE }] };
  }
  return { client, actor: `client:${client}`, grants: [] };
}

function grantsOf(text: string | undefined): Grant[] {
  const grants = text === undefined ? [] : (JSON.parse(text) as unknown);
  const valid =
    Array.isArray(grants) &&
    grants.every(
      (each: Partial<Grant>) =>
        each.role !== undefined &&
        each.role in roles &&
        each.role !== 'platform' &&
        typeof each.organizationId === 'string',
    );
  if (!valid) throw new Error('the gateway sent grants that cannot be read');
  return grants as Grant[];
}

function keyOf(key: string | undefined): string | undefined {
  if (key === undefined || (key.length <= LONGEST_KEY && /^[\x21-\x7e]+$/.test(key))) return key;
  throw new PlatformProblem('invalid', 'request.badIdempotencyKey', {
    zh: `幂等键应为不超过 ${LONGEST_KEY} 个字符的可见 ASCII 字符`,
    en: `An idempotency key has at most ${LONGEST_KEY} visible ASCII characters.`,
  });
}

function wholeNumber(name: string, header: (name: string) => string | undefined): number | undefined {
  const text = header(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^[0-9]{1,15}$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new PlatformProblem('invalid', 'request.badHeader', {
    zh: `消息头 ${name} 应为非负整数`,
    en: `Header ${name} must be a whole number.`,
  });
}

const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);
