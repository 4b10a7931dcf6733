import { randomUUID } from 'node:crypto';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
  type sendUnaryData,
  type ServerUnaryCall,
  status,
} from '@grpc/grpc-js';
import { appendHandler } from './append';
import { batchAppendHandler } from './batch-append';
import { Faults } from './faults';
import { readHandler } from './read';
import { TransactionLog } from './transaction-log';
import { accessDenied, refusal, unauthenticated } from './wire';

export interface DoubleOptions {
  /** The only user there is; without one the server runs insecurely and asks nobody. */
  user?: { name: string; password: string };
  /** PEM texts; without them the server speaks plain HTTP/2. */
  tls?: { key: string; certificate: string };
  /** As the server's option of that name; 1 MiB by default. */
  maxAppendSize?: number;
  /** As the server's option of that name: for a single event; none by default. */
  maxAppendEventSize?: number;
  /** Whether it tells clients that it knows BatchAppend, as servers do since 21.10. */
  batchAppend?: boolean;
}

/**
 * A server that speaks EventStoreDB's wire protocol, for tests on a machine where no EventStoreDB can run. It keeps its log in memory,
 * also over `stop` and `start`. It answers as KurrentDB 25 does by its source, and refuses what it does not know: options that it would
 * have to ignore, unknown fields, odd content.
 */
export class EventStoreDbDouble {
  readonly log = new TransactionLog();
  readonly faults = new Faults();
  /** User names under which calls came. */
  readonly callers = new Set<string>();
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly options: DoubleOptions) {}

  static async start(options: DoubleOptions = {}): Promise<EventStoreDbDouble> {
    const double = new EventStoreDbDouble(options);
    await double.start();
    return double;
  }

  /** The connection string; further options may be given. */
  url(options: Record<string, string | number> = {}): string {
    const { user, tls } = this.options;
    const credentials = user ? `${user.name}:${encodeURIComponent(user.password)}@` : '';
    const query = Object.entries({ tls: String(tls !== undefined), ...options }).map(
      ([key, value]) => `${key}=${value}`,
    );
    return `esdb://${credentials}localhost:${this.port}?${query.join('&')}`;
  }

  /** Starts again on the same port with the same log. */
  async start(): Promise<void> {
    const server = new Server();
    server.addService(
      strict(StreamsService),
      this.forAuthenticated({
        append: appendHandler(this.log, this.faults, this.maxAppendSize, this.options.maxAppendEventSize),
        batchAppend: batchAppendHandler(this.log, this.faults, this.maxAppendSize),
        read: readHandler(this.log, this.faults),
        delete: unimplemented,
        tombstone: unimplemented,
      }),
    );
    server.addService(strict(ServerFeaturesService), {
      getSupportedMethods: (_: ServerUnaryCall<Empty, SupportedMethods>, answer: sendUnaryData<SupportedMethods>) =>
        answer(null, supportedMethods(this.options.batchAppend ?? true)),
    });
    this.port = await bind(server, this.port, this.options.tls);
    this.server = server;
  }

  /** Dies: connections break, calls stay unanswered, recent ids are forgotten; what was written is kept. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = undefined;
    this.log.forgetRecentIds();
  }

  /** Breaks every connection and goes on. */
  async breakConnections(): Promise<void> {
    this.server?.forceShutdown();
    await this.start();
  }

  /** Writes what the server writes for itself: statistics, a stream's metadata, a link of a projection. */
  writeSystemEvents(): void {
    const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
    const event = (type: string, data: unknown) => ({
      id: randomUUID(),
      type,
      isJson: true,
      data: json(data),
      metadata: json({}),
    });
    this.log.write('$stats-127.0.0.1:2113', 'any', [event('$statsCollected', { 'proc-mem': 1 })]);
    this.log.write('$$task-1', 'any', [event('$metadata', { $acl: { $d: '$admins' } })]);
    this.log.write('$ce-task', 'any', [event('$>', '0@task-1')]);
  }

  private get maxAppendSize(): number {
    return this.options.maxAppendSize ?? 1_048_576;
  }

  /** Lets only the user in, as a server with security does. */
  private forAuthenticated(handlers: UntypedServiceImplementation): UntypedServiceImplementation {
    const guarded = Object.entries(handlers).map(([name, handler]) => [
      name,
      (call: { metadata: Metadata; emit: (event: 'error', error: Error) => void }, answer?: sendUnaryData<unknown>) => {
        const refused = this.refusalOf(call.metadata);
        if (!refused) (handler as (...call: unknown[]) => void)(call, answer);
        else if (answer) answer(refused);
        else call.emit('error', refused);
      },
    ]);
    return Object.fromEntries(guarded) as UntypedServiceImplementation;
  }

  private refusalOf(metadata: Metadata): Error | undefined {
    const { user } = this.options;
    const header = metadata.get('authorization')[0]?.toString();
    const credentials = header && Buffer.from(header.replace(/^Basic /, ''), 'base64').toString('utf8');
    if (credentials) this.callers.add(credentials.split(':')[0]!);
    if (!user) return undefined;
    if (!credentials) return accessDenied();
    return credentials === `${user.name}:${user.password}` ? undefined : unauthenticated();
  }
}

/** Refuses a request of which the definitions of the protocol do not know every byte. */
function strict(service: ServiceDefinition): ServiceDefinition {
  const methods = Object.entries(service).map(([name, method]) => [
    name,
    {
      ...method,
      requestDeserialize: (bytes: Buffer): unknown => {
        const request = method.requestDeserialize(bytes) as { serializeBinary(): Uint8Array };
        if (request.serializeBinary().length !== bytes.length) throw new Error('the request has unknown fields');
        return request;
      },
    },
  ]);
  return Object.fromEntries(methods) as ServiceDefinition;
}

function supportedMethods(batchAppend: boolean): SupportedMethods {
  const method = (name: string, features: string[] = []): SupportedMethod => {
    const supported = new SupportedMethod();
    supported.setServiceName('event_store.client.streams.streams');
    supported.setMethodName(name);
    supported.setFeaturesList(features);
    return supported;
  };
  const supported = new SupportedMethods();
  supported.setEventStoreServerVersion('25.1.0');
  supported.setMethodsList([
    method('read', ['position', 'events']),
    method('append'),
    ...(batchAppend ? [method('batchappend', ['deadline_duration'])] : []),
  ]);
  return supported;
}

const unimplemented = (_: unknown, answer: sendUnaryData<unknown>): void =>
  answer(refusal(status.UNIMPLEMENTED, 'This double deletes nothing'));

function bind(server: Server, port: number, tls: DoubleOptions['tls']): Promise<number> {
  const credentials = tls
    ? ServerCredentials.createSsl(null, [
        { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
      ])
    : ServerCredentials.createInsecure();
  return new Promise((resolve, reject) =>
    server.bindAsync(`localhost:${port}`, credentials, (error, bound) => (error ? reject(error) : resolve(bound))),
  );
}
