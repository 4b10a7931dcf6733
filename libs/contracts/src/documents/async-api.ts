import type { Bilingual } from '@gongyou/domain';
import { type CommandContract, commandContracts, commandSubject } from '../declare/command';
import { type EventContract, eventContracts, eventSubject } from '../declare/event';
import { type QueryContract, queryContracts, querySubject } from '../declare/query';
import { clientNamePattern } from '../organization/enterprise-client.contract';
import { jsonSchemas, schemasPointer } from './json-schema';
import {
  answerHeadersSchema,
  commandHeadersSchema,
  platformSchemas,
  problemHeadersSchema,
  publishedEventSchema,
  queryHeadersSchema,
} from './platform-messages';

export interface DocumentOptions {
  /** The platform's version. */
  version: string;
  /** Where its NATS servers are reached, as `host:port`. */
  natsHost?: string;
}

/**
 * The message API as an AsyncAPI 3.0 document, seen from the platform: it receives commands and queries and replies to
 * them, and it sends events. Made from the declarations; what only the platform's own parts may send is left out.
 */
export function asyncApiDocument({ version, natsHost = 'localhost:4222' }: DocumentOptions) {
  const commands = commandContracts().filter(isForClients);
  const queries = queryContracts().filter(isForClients);
  const events = eventContracts();
  return {
    asyncapi: '3.0.0',
    info: {
      title: '工友消息接口 · Gongyou message API',
      version,
      description:
        'Plain JSON over NATS. A client publishes under its own name only, and hears answers under its own inbox prefix, `_INBOX.<client>`.',
    },
    defaultContentType: 'application/json',
    servers: {
      nats: { host: natsHost, protocol: 'nats', security: [{ $ref: '#/components/securitySchemes/clientPassword' }] },
    },
    channels: {
      ...Object.fromEntries<unknown>([
        ...commands.map(commandChannel),
        ...queries.map(queryChannel),
        ...events.map(eventChannel),
      ]),
      commandReplies: {
        address: null,
        description: 'The inbox that the request names.',
        messages: { CommandAnswer: message('CommandAnswer'), Problem: message('Problem') },
      },
      queryReplies: {
        address: null,
        description: 'The inbox that the request names.',
        messages: { QueryAnswer: message('QueryAnswer'), Problem: message('Problem') },
      },
    },
    operations: Object.fromEntries<unknown>([
      ...commands.map((each) => requestOperation(each, 'commandReplies', ['CommandAnswer', 'Problem'])),
      ...queries.map((each) => requestOperation(each, 'queryReplies', ['QueryAnswer', 'Problem'])),
      ...events.map(eventOperation),
    ]),
    components: {
      parameters: {
        client: { description: `The name of the client that sends; its pattern is \`${clientNamePattern.source}\`.` },
      },
      messages: {
        ...Object.fromEntries(commands.map((each) => [each.class.name, requestMessage(each, 'commandHeaders')])),
        ...Object.fromEntries(queries.map((each) => [each.class.name, requestMessage(each, 'queryHeaders')])),
        ...Object.fromEntries(events.map((each) => [each.type, eventMessage(each)])),
        CommandAnswer: { payload: schema('CommandAnswer'), headers: schema('answerHeaders') },
        QueryAnswer: { payload: schema('QueryAnswer') },
        Problem: { payload: schema('Problem'), headers: schema('problemHeaders') },
      },
      schemas: {
        ...jsonSchemas(),
        ...platformSchemas,
        ...Object.fromEntries(events.map((each) => [publishedName(each), publishedEventSchema(each)])),
        commandHeaders: commandHeadersSchema,
        queryHeaders: queryHeadersSchema,
        answerHeaders: answerHeadersSchema,
        problemHeaders: problemHeadersSchema,
      },
      securitySchemes: { clientPassword: { type: 'userPassword', description: 'The client’s own NATS user.' } },
    },
  };
}

type Request = CommandContract | QueryContract;

const isForClients = ({ roles }: Request): boolean => roles.some((role) => role !== 'platform');

const schema = (name: string) => ({ $ref: `${schemasPointer}${name}` });
const message = (name: string) => ({ $ref: `#/components/messages/${name}` });
const texts = ({ zh, en }: Bilingual) => ({ title: zh, summary: en });
const provisions = (of: { provisions?: readonly string[] }) => of.provisions && { 'x-provisions': of.provisions };
const publishedName = ({ type }: EventContract): string => `Published${type}`;

const requestChannel = (contract: Request, address: string) =>
  [
    contract.name,
    {
      address,
      ...texts(contract.summary),
      parameters: { client: { $ref: '#/components/parameters/client' } },
      messages: { [contract.class.name]: message(contract.class.name) },
    },
  ] as const;
const commandChannel = (contract: CommandContract) => requestChannel(contract, commandSubject(contract, '{client}'));
const queryChannel = (contract: QueryContract) => requestChannel(contract, querySubject(contract, '{client}'));
const eventChannel = (contract: EventContract) =>
  [
    eventSubject(contract),
    {
      address: eventSubject(contract),
      ...texts(contract.summary),
      description: 'Published in the order of the ledger, at least once; kept in the JetStream stream EVENTS.',
      messages: { [contract.type]: message(contract.type) },
    },
  ] as const;

const requestOperation = (contract: Request, replies: string, answers: readonly string[]) =>
  [
    contract.class.name,
    {
      action: 'receive',
      channel: { $ref: `#/channels/${contract.name}` },
      ...texts(contract.summary),
      messages: [{ $ref: `#/channels/${contract.name}/messages/${contract.class.name}` }],
      reply: {
        channel: { $ref: `#/channels/${replies}` },
        messages: answers.map((answer) => ({ $ref: `#/channels/${replies}/messages/${answer}` })),
      },
      'x-roles': contract.roles,
      ...provisions(contract),
    },
  ] as const;
const eventOperation = (contract: EventContract) =>
  [
    contract.type,
    {
      action: 'send',
      channel: { $ref: `#/channels/${eventSubject(contract)}` },
      ...texts(contract.summary),
      messages: [{ $ref: `#/channels/${eventSubject(contract)}/messages/${contract.type}` }],
      ...provisions(contract),
    },
  ] as const;

const requestMessage = (contract: Request, headers: string) => ({
  name: contract.class.name,
  ...texts(contract.summary),
  payload: schema(contract.class.name),
  headers: schema(headers),
});
const eventMessage = (contract: EventContract) => ({
  name: contract.type,
  ...texts(contract.summary),
  contentType: 'application/cloudevents+json',
  payload: schema(publishedName(contract)),
});
