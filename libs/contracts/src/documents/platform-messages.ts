import type { EventContract } from '../declare/event';
import { answerHeaders, requestHeaders } from '../message-headers';
import { type JsonSchema, schemasPointer } from './json-schema';

type Properties = Readonly<Record<string, JsonSchema>>;

const object = (required: Properties, optional: Properties = {}): JsonSchema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
});
const text = (description: string): JsonSchema => ({ type: 'string', description });
const uuid = (description: string): JsonSchema => ({ type: 'string', format: 'uuid', description });
const instant = (description: string): JsonSchema => ({ type: 'string', format: 'date-time', description });
const sha256 = (description: string): JsonSchema => ({ type: 'string', pattern: '^[0-9a-f]{64}$', description });
const count = (description: string, minimum = 0): JsonSchema => ({ type: 'integer', minimum, description });
const always = (value: string): JsonSchema => ({ type: 'string', enum: [value] });

/** What the platform itself says, whatever was asked: the answer to a command, and every kind of «no». */
export const platformSchemas: Properties = {
  CommandAnswer: {
    title: '命令应答',
    description:
      'The command was carried out and its events are durable. The same idempotency key with the same body gets the same answer again.',
    ...object({
      commandId: text('Stands for the command in the ledger.'),
      stream: text("The aggregate's stream."),
      revision: count('The revision that the stream reached; -1 while it does not exist.', -1),
      position: count('Ask queries with this position (`after`) to see what the command did.', -1),
      events: {
        type: 'array',
        items: object({
          eventId: uuid('UUIDv7.'),
          type: text('The event type.'),
          revision: count('Its place in the stream.'),
          position: count('Its place in the ledger.'),
        }),
      },
    }),
  },
  Problem: {
    title: '错误',
    description: 'A problem (RFC 9457): a rule said no, or the message could not be processed.',
    ...object(
      {
        type: text('A URN made of the code.'),
        title: text('The problem in words.'),
        status: { type: 'integer', minimum: 400, maximum: 599 },
        code: text('Stable; what programs should look at.'),
        texts: object({ zh: text('中文'), en: text('English') }),
        detail: { type: 'object', description: 'Figures and names needed to put it right.' },
        retryable: { type: 'boolean', description: 'Whether the same message, sent again, may succeed.' },
      },
      {
        violations: {
          type: 'array',
          description: 'For a message that does not keep its contract: everything that is wrong.',
          items: object({
            pointer: text('Where: a JSON pointer (RFC 6901).'),
            rule: text('The rule that is broken.'),
            message: text('The rule in words.'),
          }),
        },
      },
    ),
  },
  QueryAnswer: { title: '查询应答', description: 'The answer to a query.', type: 'object' },
};

/** An event as integrators receive it: a CloudEvent (1.0) in structured mode, its data as in the event's own schema. */
export const publishedEventSchema = (contract: EventContract): JsonSchema => ({
  title: contract.summary.zh,
  description: contract.summary.en,
  ...object(
    {
      specversion: always('1.0'),
      id: uuid('UUIDv7. Delivery is at least once: an id that was seen before is the same event.'),
      source: always(`urn:gongyou:${contract.context}`),
      type: always(contract.type),
      subject: text("The aggregate's stream."),
      time: instant('When the command that caused it was received.'),
      datacontenttype: always('application/json'),
      typeversion: { type: 'integer', minimum: 1, maximum: contract.version, description: 'Version of the data.' },
      position: count('Its place in the ledger: 0, 1, 2, … without gaps.'),
      revision: count('Its place in the stream.'),
      recordedat: instant('When it became durable.'),
      actor: text('`user:…`, `client:…` or `platform:…`.'),
      client: text('Through whom it came.'),
      organizationid: text('The organization unit that it belongs to.'),
      correlationid: text('The same for all that one request set off.'),
      causationid: text('The event that it reacts to; the correlation when it came from outside.'),
      datasha256: sha256('SHA-256 of the bytes of `data` as they are stored.'),
      data: { $ref: `${schemasPointer}${contract.type}` },
    },
    { commandid: text('The command that caused it.') },
  ),
});

/** Headers that a client may send with a command. */
export const commandHeadersSchema: JsonSchema = {
  type: 'object',
  properties: {
    [requestHeaders.idempotencyKey]: {
      type: 'string',
      pattern: '^[\\x21-\\x7e]{1,200}$',
      description:
        'Belongs to the client and the command, and is kept as long as the ledger: sent again, it gets the first answer; with another body it is refused.',
    },
    [requestHeaders.expectedRevision]: {
      type: 'string',
      pattern: '^[0-9]{1,15}$',
      description: 'The revision that the caller last saw; another one is refused as a conflict.',
    },
    [requestHeaders.traceparent]: text('W3C trace context; its trace id becomes the correlation id.'),
  },
};

/** Headers that a client may send with a query. */
export const queryHeadersSchema: JsonSchema = {
  type: 'object',
  properties: {
    [requestHeaders.after]: {
      type: 'string',
      pattern: '^[0-9]{1,15}$',
      description: 'The answer waits, for a bounded time, until this position of the ledger has been taken in.',
    },
    [requestHeaders.traceparent]: text('W3C trace context; its trace id becomes the correlation id.'),
  },
};

/** Headers by which an answer tells that it repeats an earlier one. */
export const answerHeadersSchema: JsonSchema = {
  type: 'object',
  properties: {
    [answerHeaders.repeated]: { type: 'string', enum: ['true'], description: 'The answer of an earlier time.' },
  },
};

/** Headers by which an answer tells that it is a problem (NATS service convention, ADR-32). */
export const problemHeadersSchema: JsonSchema = object({
  [answerHeaders.error]: text('The code of the problem.'),
  [answerHeaders.errorCode]: text('Its status.'),
});
