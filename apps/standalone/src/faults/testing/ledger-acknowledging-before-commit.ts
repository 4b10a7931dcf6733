import 'reflect-metadata';
import type { Append, AppendResult, EventPage, FeedRequest, ReadRequest } from '@gongyou/contracts';
import { type EventStore, PostgresEventStore, type StoredCommand } from '@gongyou/event-store';
import { connectBus, createLog, NestLog, readConfig, runUntilToldToStop, startOn } from '@gongyou/messaging';
import { LedgerConfig, MasterKey } from '../../../../ledger/src';
import { LedgerModule } from '../../../../ledger/src/ledger.module';
import { PersonKeys } from '../../../../ledger/src/personal/person-keys';

/** How far the commit lies behind the answer. */
const BEHIND_MS = 500;

/** The planted bug: a store that answers what happens to tasks with the places that it is about to use, and commits afterwards. */
class StoreAcknowledgingBeforeCommit implements EventStore {
  private turn: Promise<unknown> = Promise.resolve();
  private promised: Append[] = [];
  private nextPosition = 0;
  private committing: Promise<void> | undefined;

  constructor(private readonly store: EventStore) {}

  append(appends: readonly Append[]): Promise<readonly AppendResult[]> {
    const mine = this.turn.then(() => this.inTurn(appends));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  readStream(request: ReadRequest): Promise<EventPage> {
    return this.store.readStream(request);
  }

  readAll(request: Omit<FeedRequest, 'waitMs'>): Promise<EventPage> {
    return this.store.readAll(request);
  }

  findCommand(commandId: string): Promise<StoredCommand | undefined> {
    return this.store.findCommand(commandId);
  }

  onCommitted(listener: (head: number) => void): () => void {
    return this.store.onCommitted(listener);
  }

  async close(): Promise<void> {
    await this.committing;
    await this.store.close();
  }

  private async inTurn(appends: readonly Append[]): Promise<readonly AppendResult[]> {
    const known = await Promise.all(appends.map((append) => this.knownCommand(append)));
    const isPlain = appends.every(
      ({ stream, expected, events }, index) =>
        stream.startsWith('task-') && expected !== 'any' && events.length > 0 && !known[index],
    );
    if (!isPlain) {
      await this.committing;
      return this.store.append(appends);
    }
    if (!this.committing) {
      const { head } = await this.store.readAll({ after: -1, limit: 1 });
      this.nextPosition = head + 1;
      this.committing = this.commitLater();
    }
    this.promised.push(...appends);
    return appends.map((append) => this.promise(append));
  }

  private async knownCommand({ command }: Append): Promise<StoredCommand | undefined> {
    return command && this.store.findCommand(command.commandId);
  }

  private promise({ stream, expected, events }: Append): AppendResult {
    let revision = typeof expected === 'number' ? expected : -1;
    const places = events.map(({ eventId, type }) => ({
      eventId,
      type,
      revision: (revision += 1),
      position: this.nextPosition++,
    }));
    return { outcome: 'stored', stream, revision, position: this.nextPosition - 1, events: places };
  }

  /** Nobody waits for the outcome: that is the bug. */
  private async commitLater(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, BEHIND_MS));
    while (this.promised.length > 0) {
      await this.store.append(this.promised.splice(0)).catch(() => undefined);
    }
    this.committing = undefined;
  }
}

runUntilToldToStop(async () => {
  const config = readConfig(LedgerConfig, process.env);
  const store = new StoreAcknowledgingBeforeCommit(await PostgresEventStore.open(config.EVENT_STORE_URL));
  const masterKey = await MasterKey.read(config.PERSON_MASTER_KEY_FILE);
  const keys = await PersonKeys.open(config.EVENT_STORE_URL, masterKey);
  const connection = await connectBus({ servers: config.NATS_URL, user: 'ledger', password: config.NATS_PASSWORD });
  const logger = new NestLog(createLog('ledger', config.LOG_LEVEL ?? 'info'));
  return startOn(
    connection,
    'ledger',
    LedgerModule.register(connection, { store, keys, masterKey, replicas: 1 }),
    logger,
  );
});
