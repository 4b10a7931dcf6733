import {
  type AppendExpectedRevision,
  BACKWARDS,
  END,
  type EventData,
  EventStoreDBClient,
  excludeSystemEvents,
  MaxAppendSizeExceededError,
  type RecordedEvent,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
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
  private readonly client: EventStoreDBClient;

  /** `patienceMs`: how long a call may stay without any answer. Throws when the connection string is none. */
  constructor(
    url: string,
    readonly patienceMs: number,
  ) {
    this.client = appendingOneByOne(EventStoreDBClient.connectionString(url));
  }

  /** Where the last event came to stand, if the server says so. Throws `StoreUnavailable` or `AppendTooLarge`. */
  async append(
    stream: string,
    events: EventData[],
    expectedRevision: AppendExpectedRevision,
  ): Promise<LogPosition | undefined | typeof WRONG_REVISION> {
    try {
      const { position } = await this.client.appendToStream(stream, events, {
        expectedRevision,
        requiresLeader: true,
        deadline: this.patienceMs,
      });
      return position && { commit: Number(position.commit), prepare: Number(position.prepare) };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return WRONG_REVISION;
      if (error instanceof MaxAppendSizeExceededError) throw new AppendTooLarge(error.maxAppendSize, { cause: error });
      throw unavailable(error);
    }
  }

  /** A stream's records from a revision of the server on; none for a stream that does not exist. */
  async *readStream(stream: string, from: number, maxCount: number): AsyncGenerator<ServerRecord> {
    try {
      const options = { fromRevision: BigInt(from), maxCount, requiresLeader: true };
      yield* this.read(() => this.client.readStream(stream, options));
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
  }

  /** The log from a record on. */
  readLog(from: LogPosition): AsyncGenerator<ServerRecord> {
    const fromPosition = { commit: BigInt(from.commit), prepare: BigInt(from.prepare) };
    return this.read(() => this.client.readAll({ fromPosition, requiresLeader: true }));
  }

  /** The newest record of the log that the server did not write for itself, if one stands after a position. */
  async lastRecordAfter(position: LogPosition | undefined): Promise<LogPosition | undefined> {
    const backwards = this.recorded(() =>
      this.client.readAll({ direction: BACKWARDS, fromPosition: END, requiresLeader: true }),
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
    const subscription = this.client.subscribeToAll({
      fromPosition: after ? { commit: BigInt(after.commit), prepare: BigInt(after.prepare) } : START,
      filter: excludeSystemEvents({
        checkpointReached: (_, { commit, prepare }) => {
          onPassed({ commit: Number(commit), prepare: Number(prepare) });
          return Promise.resolve();
        },
      }),
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
  }

  private async *read(open: () => ClientRead): AsyncGenerator<ServerRecord> {
    for await (const event of this.recorded(open)) yield serverRecordOf(event);
  }

  /** What a read answers, given up when nothing comes for too long: the client itself would wait for ever. */
  private async *recorded(open: () => ClientRead): AsyncGenerator<RecordedEvent> {
    const reading = open();
    reading.on('error', () => undefined);
    const results = reading[Symbol.asyncIterator]();
    let isDone: boolean | undefined = false;
    try {
      for (;;) {
        const next = await within(this.patienceMs, results.next());
        isDone = next.done;
        if (next.done) return;
        if (next.value.event) yield next.value.event;
      }
    } catch (error) {
      throw error instanceof StreamNotFoundError ? error : unavailable(error);
    } finally {
      if (!isDone) await reading.cancel().catch(() => undefined);
    }
  }
}

interface ClientRead extends NodeJS.EventEmitter, AsyncIterable<{ event?: RecordedEvent }> {
  cancel(): Promise<void>;
}

/** Fails with `StoreUnavailable` when the promise takes too long. */
export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
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
