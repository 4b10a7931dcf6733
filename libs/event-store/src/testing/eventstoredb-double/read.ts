import { randomUUID } from 'node:crypto';
import { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { type ServerWritableStream, status } from '@grpc/grpc-js';
import type { Faults } from './faults';
import type { LogRecord, TransactionLog } from './transaction-log';
import { eventResponse, invalid, refusal, streamDeleted, streamNameOf } from './wire';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** `Streams.Read`: a read or a subscription, of a stream or of $all. */
export function readHandler(log: TransactionLog, faults: Faults) {
  return (call: ReadCall): void => {
    if (faults.areReadsSilent) return;
    void serve(call, log).catch((error: unknown) => {
      if (!call.cancelled) call.emit('error', error);
    });
  };
}

async function serve(call: ReadCall, log: TransactionLog): Promise<void> {
  const options = call.request.getOptions();
  if (!options) throw invalid('options are missing');
  const uuid = options.getUuidOption();
  if (!uuid || uuid.getContentCase() === ReadReq.Options.UUIDOption.ContentCase.CONTENT_NOT_SET)
    throw invalid("'uuidOption' is a required argument of type UUIDOption");
  const reply = async (response: ReadResp): Promise<void> => {
    if (!call.write(response) && !call.cancelled) await drained(call);
  };
  const send = (record: LogRecord): Promise<void> => reply(eventResponse(record, uuid.hasStructured()));
  if (options.getResolveLinks()) throw refusal(status.UNIMPLEMENTED, 'This double resolves no links');
  if (!options.hasFilter() && !options.hasNoFilter()) throw invalidCombination(options);
  if (options.hasSubscription()) {
    if (!options.hasAll() || options.getReadDirection() !== ReadReq.Options.ReadDirection.FORWARDS)
      throw invalidCombination(options);
    await new AllSubscription(call, log, options, reply, send).run();
    return;
  }
  if (!options.hasCount() || options.hasFilter()) throw invalidCombination(options);
  const found = options.hasAll() ? allRecords(log, options) : streamRecords(log, options);
  if (found === 'notFound') {
    const notFound = new ReadResp.StreamNotFound();
    notFound.setStreamIdentifier(options.getStream()!.getStreamIdentifier());
    const response = new ReadResp();
    response.setStreamNotFound(notFound);
    await reply(response);
  } else {
    const count = BigInt(options.getCount());
    let sent = 0n;
    for (const record of found) {
      if (sent >= count || call.cancelled) break;
      await send(record);
      sent += 1n;
    }
  }
  call.end();
}

/** The records of a read of $all, from its position on. A position is that of a record, or the end of the log. */
function allRecords(log: TransactionLog, options: ReadReq.Options): LogRecord[] {
  const all = options.getAll()!;
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  if (all.hasStart()) return backwards ? [] : [...log.records];
  if (all.hasEnd()) return backwards ? [...log.records].reverse() : [];
  const index = indexOf(log, all.getPosition());
  // Backwards, a position is where the reader stands: what begins before it is read.
  return backwards ? log.records.slice(0, index).reverse() : log.records.slice(index);
}

function streamRecords(log: TransactionLog, options: ReadReq.Options): readonly LogRecord[] | 'notFound' {
  const asked = options.getStream();
  if (!asked) throw invalidCombination(options);
  const name = streamNameOf(asked.getStreamIdentifier());
  if (log.isTombstoned(name)) throw streamDeleted(name);
  const records = log.stream(name);
  if (!records) return 'notFound';
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  if (asked.hasStart()) return backwards ? records.slice(0, 1) : records;
  if (asked.hasEnd()) return backwards ? [...records].reverse() : [];
  if (!asked.hasRevision()) throw invalid('the revision to read from is missing');
  // A stream's records stand at their revisions: one is removed whole or not at all.
  const from = Number(asked.getRevision());
  return backwards ? records.slice(0, from + 1).reverse() : records.slice(from, from + Number(options.getCount()));
}

/** A catch-up subscription to $all: from after a position, through what is there, on to what comes. */
class AllSubscription {
  private readonly accepts: (record: LogRecord) => boolean;
  private readonly checkpointEvery: number | undefined;
  private considered = 0;

  constructor(
    private readonly call: ReadCall,
    private readonly log: TransactionLog,
    private readonly options: ReadReq.Options,
    private readonly reply: (response: ReadResp) => Promise<void>,
    private readonly send: (record: LogRecord) => Promise<void>,
  ) {
    const filter = options.getFilter();
    this.accepts = filter ? acceptsOf(filter) : () => true;
    if (filter) {
      const interval = filter.getCheckpointintervalmultiplier();
      if (interval === 0) throw invalid('the checkpoint interval must be above 0');
      this.checkpointEvery = interval * (filter.hasMax() ? filter.getMax() : DEFAULT_SEARCH_WINDOW);
    }
  }

  async run(): Promise<void> {
    let after = this.start();
    const confirmation = new ReadResp.SubscriptionConfirmation();
    confirmation.setSubscriptionId(randomUUID());
    await this.reply(responseWith((response) => response.setConfirmation(confirmation)));
    let isLive = false;
    while (!this.call.cancelled) {
      after = await this.sendAfter(after);
      if (!isLive) {
        if (this.checkpointEvery !== undefined && after >= 0) await this.checkpoint(after);
        await this.reply(responseWith((response) => response.setCaughtUp(new ReadResp.CaughtUp())));
        isLive = true;
      }
      await this.nextWrite(after);
    }
  }

  /** The position after which the subscription begins; -1 for the start. */
  private start(): number {
    const all = this.options.getAll()!;
    if (all.hasStart()) return -1;
    if (all.hasEnd()) return this.log.records.at(-1)?.position ?? -1;
    indexOf(this.log, all.getPosition());
    return Number(all.getPosition()!.getCommitPosition());
  }

  private async sendAfter(after: number): Promise<number> {
    let through = after;
    for (let index = this.log.indexAfter(after); index < this.log.records.length && !this.call.cancelled; index += 1) {
      const record = this.log.records[index]!;
      through = record.position;
      if (this.accepts(record)) await this.send(record);
      this.considered += 1;
      if (this.checkpointEvery !== undefined && this.considered % this.checkpointEvery === 0)
        await this.checkpoint(through);
    }
    return through;
  }

  private async checkpoint(position: number): Promise<void> {
    const checkpoint = new ReadResp.Checkpoint();
    checkpoint.setCommitPosition(String(position));
    checkpoint.setPreparePosition(String(position));
    await this.reply(responseWith((response) => response.setCheckpoint(checkpoint)));
  }

  private nextWrite(after: number): Promise<void> {
    if ((this.log.records.at(-1)?.position ?? -1) > after) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        forget();
        this.call.off('cancelled', done);
        resolve();
      };
      const forget = this.log.onWrite(done);
      this.call.on('cancelled', done);
    });
  }
}

function acceptsOf(filter: ReadReq.Options.FilterOptions): (record: LogRecord) => boolean {
  if (!filter.hasMax() && !filter.hasCount()) throw invalid("'None' is not a valid WindowOneofCase");
  const byType = filter.hasEventType();
  const expression = byType ? filter.getEventType() : filter.getStreamIdentifier();
  if (!expression) throw invalid('the filter names neither types nor streams');
  const regex = expression.getRegex();
  const prefixes = expression.getPrefixList();
  if ((regex === '') === (prefixes.length === 0)) throw invalid('a filter has either a regex or prefixes');
  const pattern = new RegExp(regex, 'u');
  return (record) => {
    const name = byType ? record.type : record.stream;
    return regex === '' ? prefixes.some((prefix) => name.startsWith(prefix)) : pattern.test(name);
  };
}

function indexOf(log: TransactionLog, position: ReadReq.Options.Position | undefined): number {
  if (!position) throw invalid('the position to read from is missing');
  const commit = position.getCommitPosition();
  const index = commit === position.getPreparePosition() ? log.indexOf(Number(commit)) : undefined;
  if (index === undefined) throw invalid('Trying to read from an invalid position.');
  return index;
}

/** Waits until the caller has taken what was sent, or has gone. */
function drained(call: ReadCall): Promise<void> {
  return new Promise((resolve) => {
    const events = ['drain', 'cancelled', 'close'];
    const done = (): void => {
      for (const event of events) call.off(event, done);
      resolve();
    };
    for (const event of events) call.on(event, done);
  });
}

function responseWith(set: (response: ReadResp) => void): ReadResp {
  const response = new ReadResp();
  set(response);
  return response;
}

const invalidCombination = (options: ReadReq.Options): Error =>
  invalid(
    `The combination of (${options.getStreamOptionCase()}, ${options.getCountOptionCase()}, ${options.getReadDirection()}, ${options.getFilterOptionCase()}) is invalid.`,
  );

const DEFAULT_SEARCH_WINDOW = 32;
