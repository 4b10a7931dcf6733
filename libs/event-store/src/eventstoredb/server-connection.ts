import {
  type AppendExpectedRevision,
  BACKWARDS,
  type CommandError,
  END,
  type EventData,
  EventStoreDBClient,
  excludeSystemEvents,
  MaxAppendSizeExceededError,
  type RecordedEvent,
  type ResolvedEvent,
  START,
  StreamDeletedError,
  type StreamingRead,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { StoreUnavailable } from '../event-store.port';
import { connectionStringOf } from './connection-string';
import { isAfter, type LogPosition } from './log-position';
import { type ServerRecord, serverRecordOf } from './server-record';

/** The append weighs more than the server takes at once (its option MaxAppendSize). Nothing was stored; repeating is useless. */
export class AppendTooLarge extends Error {
  constructor(
    readonly limit: number,
    options?: ErrorOptions,
  ) {
    super(`the append weighs more than the ${limit} bytes that EventStoreDB takes at once`, options);
    this.name = 'AppendTooLarge';
  }
}

/** The stream stands at another revision than expected. */
export const WRONG_REVISION = Symbol('wrong revision');

/** The client of EventStoreDB as the ledger uses it: every call ends, and fails in the words of the port. */
export class ServerConnection {
  private readonly client: EventStoreDBClient;

  /** `patienceMs`: how long a call may stay without any answer. Throws when the connection string is none. */
  constructor(
    url: string,
    readonly patienceMs: number,
  ) {
    this.client = appendingOneByOne(EventStoreDBClient.connectionString(connectionStringOf(url)));
  }

  /** Where the last event came to stand, if the server says so. Throws `StoreUnavailable` or `AppendTooLarge`. */
  async append(
    stream: string,
    events: EventData[],
    expectedRevision: AppendExpectedRevision,
  ): Promise<LogPosition | undefined | typeof WRONG_REVISION> {
    try {
      const options = { expectedRevision, requiresLeader: true, deadline: this.patienceMs };
      // The client's own deadline begins once it has found a node, for which it may look for minutes.
      const appended = await within(this.patienceMs, this.client.appendToStream(stream, events, options));
      // With `throwOnAppendFailure=false` in the connection string it is said instead of thrown.
      if (!appended.success) return WRONG_REVISION;
      const { position } = appended;
      return position && { commit: Number(position.commit), prepare: Number(position.prepare) };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return WRONG_REVISION;
      const limit = appendLimitOf(error);
      if (limit !== undefined) throw new AppendTooLarge(limit, { cause: error });
      throw unavailable(error);
    }
  }

  /** At most so many of a stream's records, from a revision of the server on; none for a stream that does not exist or was deleted. */
  async readStream(stream: string, from: number, maxCount: number): Promise<ServerRecord[]> {
    try {
      const options = { fromRevision: BigInt(from), maxCount, requiresLeader: true };
      return (await this.read(this.client.readStream(stream, options))).map(serverRecordOf);
    } catch (error) {
      if (isNoStream(error)) return [];
      throw error;
    }
  }

  /** At most so many records of the log, from one on, itself included. */
  async readLog(from: LogPosition, maxCount: number): Promise<ServerRecord[]> {
    const fromPosition = { commit: BigInt(from.commit), prepare: BigInt(from.prepare) };
    return (await this.read(this.client.readAll({ fromPosition, maxCount, requiresLeader: true }))).map(serverRecordOf);
  }

  /** The end of the log, and the newest record after a position that the server did not write for itself. */
  async endOfLog(after: LogPosition | undefined): Promise<{ end?: LogPosition; newest?: LogPosition }> {
    const options = { direction: BACKWARDS, fromPosition: END, requiresLeader: true } as const;
    for (let maxCount = 1; ; maxCount *= 32) {
      const records = await this.read(this.client.readAll({ ...options, maxCount }));
      const end = records[0] && positionOf(records[0]);
      for (const record of records) {
        const position = positionOf(record);
        if (after && !isAfter(position, after)) return { end };
        if (!record.type.startsWith('$')) return { end, newest: position };
      }
      if (records.length < maxCount) return { end };
    }
  }

  /** Follows the log, system events left out, from after a position on, until it is told to stop or the connection breaks. */
  follow(after: LogPosition | undefined): { records: AsyncIterable<ServerRecord>; stop: () => Promise<void> } {
    const subscription = this.client.subscribeToAll({
      fromPosition: after ? { commit: BigInt(after.commit), prepare: BigInt(after.prepare) } : START,
      filter: excludeSystemEvents(),
    });
    // Broken while nobody waits for it, it must not end the process.
    subscription.on('error', () => undefined);
    return {
      records: (async function* () {
        try {
          for await (const { event } of subscription) if (event) yield serverRecordOf(event);
        } catch (error) {
          throw unavailable(error);
        }
      })(),
      stop: async () => {
        await subscription.unsubscribe().catch(() => undefined);
        subscription.destroy();
      },
    };
  }

  async close(): Promise<void> {
    await this.client.dispose();
    // Disposing ends the streams only; the connection would stay open as long as the process lives.
    const internals = this.client as unknown as { getChannel: () => Promise<{ close(): void }> };
    const closed = internals.getChannel().then((channel) => channel.close());
    // Nor is it waited for a channel while the client still looks for a node.
    await within(this.patienceMs, closed).catch(() => undefined);
  }

  /**
   * All that a bounded read answers. It is given up when nothing comes for too long: the client itself would wait for ever. Reads are
   * bounded so that they need no cancelling, which servers count as abuse when it happens often.
   */
  private async read(reading: StreamingRead<ResolvedEvent>): Promise<RecordedEvent[]> {
    // Broken while nobody waits for it, it must not end the process.
    reading.on('error', () => undefined);
    const results = reading[Symbol.asyncIterator]() as AsyncIterator<ResolvedEvent, undefined>;
    const records: RecordedEvent[] = [];
    try {
      for (;;) {
        const next = await within(this.patienceMs, results.next());
        if (next.done) return records;
        if (next.value.event) records.push(next.value.event);
      }
    } catch (error) {
      await reading.cancel().catch(() => undefined);
      throw isNoStream(error) ? error : unavailable(error);
    }
  }
}

const positionOf = ({ position }: RecordedEvent): LogPosition => ({
  commit: Number(position!.commit),
  prepare: Number(position!.prepare),
});

const isNoStream = (error: unknown): boolean =>
  error instanceof StreamNotFoundError || error instanceof StreamDeletedError;

/** The limit that an append was refused for, in bytes. The client does not know the one for a single event (MaxAppendEventSize). */
function appendLimitOf(error: unknown): number | undefined {
  if (error instanceof MaxAppendSizeExceededError) return error.maxAppendSize;
  const [limit] = (error as Partial<CommandError>)._raw?.metadata.get('maximum-append-event-size') ?? [];
  return limit === undefined ? undefined : Number(limit);
}

/** Fails with `StoreUnavailable` when the promise takes too long. */
function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StoreUnavailable(`EventStoreDB did not answer within ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const unavailable = (error: unknown): StoreUnavailable =>
  error instanceof StoreUnavailable
    ? error
    : new StoreUnavailable(`EventStoreDB: ${(error as Error).message}`, { cause: error });

/**
 * Makes the client send each append as a call of its own, with its own deadline. Its batch calls keep the waiting appends of all clients
 * of the process in one table, and an answer that comes after a broken stream has emptied that table ends the process.
 */
function appendingOneByOne(client: EventStoreDBClient): EventStoreDBClient {
  const internals = client as unknown as { supports: (method: unknown, feature?: string) => Promise<boolean> };
  const supports = internals.supports.bind(client);
  internals.supports = (method, feature) =>
    method === StreamsService.batchAppend ? Promise.resolve(false) : supports(method, feature);
  return client;
}
