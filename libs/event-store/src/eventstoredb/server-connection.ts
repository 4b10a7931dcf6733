import {
  END,
  EventStoreDBClient,
  MaxAppendSizeExceededError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type AllStreamRecordedEvent,
  type AppendExpectedRevision,
  type EventData,
  type RecordedEvent,
} from '@eventstore/db-client';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { StoreUnavailable } from '../event-store.port';
import { type LogPosition, type ServerRecord, serverRecordOf } from './server-record';

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
  private client: EventStoreDBClient;
  private generation = 0;

  constructor(
    private readonly url: string,
    /** How long a call may stay without any answer, in milliseconds. */
    readonly patienceMs: number,
  ) {
    this.client = this.connect();
  }

  /** Where the last event came to stand, if the server says so. Throws `StoreUnavailable` or `AppendTooLarge`. */
  async append(
    stream: string,
    events: EventData[],
    expectedRevision: AppendExpectedRevision,
  ): Promise<LogPosition | undefined | typeof WRONG_REVISION> {
    const { client } = this;
    try {
      const { position } = await client.appendToStream(stream, events, {
        expectedRevision,
        requiresLeader: true,
        deadline: this.patienceMs,
      });
      return position && { commit: Number(position.commit), prepare: Number(position.prepare) };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return WRONG_REVISION;
      if (error instanceof MaxAppendSizeExceededError) throw new AppendTooLarge(error.maxAppendSize, { cause: error });
      throw this.unavailable(error, client);
    }
  }

  /** A stream's records from a revision of the server on; none for a stream that does not exist. */
  async *readStream(stream: string, from: number, maxCount: number): AsyncGenerator<ServerRecord> {
    try {
      yield* this.read((client) =>
        client.readStream(stream, { fromRevision: BigInt(from), maxCount, requiresLeader: true }),
      );
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
  }

  /** The log from a record on. */
  readLog(from: LogPosition): AsyncGenerator<ServerRecord> {
    const fromPosition = { commit: BigInt(from.commit), prepare: BigInt(from.prepare) };
    return this.read((client) => client.readAll({ fromPosition, requiresLeader: true }));
  }

  /** The newest record of the log that the server did not write for itself, if one stands after a position. */
  async lastRecordAfter(position: LogPosition | undefined): Promise<LogPosition | undefined> {
    const backwards = this.recorded((client) =>
      client.readAll({ direction: 'backwards', fromPosition: END, requiresLeader: true }),
    );
    for await (const { type, position: at } of backwards) {
      if (position && Number(at!.commit) <= position.commit) return undefined;
      if (!type.startsWith('$')) return { commit: Number(at!.commit), prepare: Number(at!.prepare) };
    }
    return undefined;
  }

  /** Follows the log, system events left out, from after a position on, until it is told to stop or the connection breaks. */
  follow(
    after: LogPosition | undefined,
    onPassed: (position: LogPosition) => void,
  ): { records: AsyncIterable<ServerRecord>; stop: () => Promise<void> } {
    const { client } = this;
    const subscription = client.subscribeToAll({
      fromPosition: after ? { commit: BigInt(after.commit), prepare: BigInt(after.prepare) } : 'start',
      filter: {
        filterOn: 'eventType',
        regex: '^[^$].*',
        checkpointInterval: 1,
        checkpointReached: (_, { commit, prepare }) => {
          onPassed({ commit: Number(commit), prepare: Number(prepare) });
          return Promise.resolve();
        },
      },
    });
    const unavailable = (error: unknown): Error => this.unavailable(error, client);
    return {
      records: (async function* () {
        try {
          for await (const { event } of subscription) if (event) yield serverRecordOf(event);
        } catch (error) {
          throw unavailable(error);
        }
      })(),
      stop: () => subscription.unsubscribe().catch(() => undefined),
    };
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  private connect(): EventStoreDBClient {
    const client = EventStoreDBClient.connectionString(this.url);
    // The client's batch calls keep the waiting appends of all clients of the process in one table, and an answer that comes after a
    // broken stream has emptied it ends the process. One call for each append has a deadline of its own, and fails alone.
    const internals = client as unknown as { supports: (method: unknown, feature?: string) => Promise<boolean> };
    const supports = internals.supports.bind(client);
    internals.supports = (method, feature) =>
      method === StreamsService.batchAppend ? Promise.resolve(false) : supports(method, feature);
    return client;
  }

  private async *read(open: (client: EventStoreDBClient) => ClientRead): AsyncGenerator<ServerRecord> {
    for await (const event of this.recorded(open)) yield serverRecordOf(event);
  }

  /** What a read answers, given up when nothing comes for too long: the client itself would wait for ever. */
  private async *recorded(open: (client: EventStoreDBClient) => ClientRead): AsyncGenerator<RecordedEvent> {
    const { client } = this;
    const reading = open(client);
    // Broken while nobody waits for it, it must not end the process.
    reading.on('error', () => undefined);
    const results = reading[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await within(this.patienceMs, results.next());
        if (next.done) return;
        if (next.value.event) yield next.value.event;
      }
    } catch (error) {
      throw error instanceof StreamNotFoundError ? error : this.unavailable(error, client);
    } finally {
      await reading.cancel().catch(() => undefined);
    }
  }

  private unavailable(error: unknown, client: EventStoreDBClient): Error {
    if (error instanceof StoreUnavailable) return error;
    if (client === this.client && isConnectionLost(error)) void this.reconnect();
    return new StoreUnavailable(`EventStoreDB: ${(error as Error).message}`, { cause: error });
  }
}

interface ClientRead extends NodeJS.EventEmitter, AsyncIterable<{ event?: RecordedEvent | AllStreamRecordedEvent }> {
  cancel(): Promise<void>;
}

/** Fails with `StoreUnavailable` when the promise takes too long. */
export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StoreUnavailable(`EventStoreDB did not answer within ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
