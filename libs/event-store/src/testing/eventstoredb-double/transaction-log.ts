/** An event as a client proposes it. */
export interface ProposedEvent {
  id: string;
  type: string;
  isJson: boolean;
  data: Buffer;
  metadata: Buffer;
}

/** An event as it stands in the log. Commit and prepare position are the same for everything that is written over gRPC. */
export interface LogRecord extends ProposedEvent {
  stream: string;
  revision: number;
  position: number;
  /** Ticks of 100 ns since 1970. */
  created: string;
}

export type ExpectedVersion = number | 'any' | 'noStream' | 'streamExists';

export type WriteDecision =
  /** `position` is that of the last event; -1 when nothing was written. */
  | { decision: 'written' | 'idempotent'; lastRevision: number; position: number }
  | { decision: 'wrongExpectedVersion'; currentRevision: number };

/**
 * The log of an EventStoreDB server: one order of all records, positions that are offsets of bytes, and the server's own way of
 * judging a write (`IndexWriter.CheckCommit` of KurrentDB 25): with an expected version it compares the ids with what stands at those
 * revisions, for the life of the stream; with `any` it asks a memory of recent ids, which a restart empties.
 */
export class TransactionLog {
  readonly records: LogRecord[] = [];
  private readonly streams = new Map<string, LogRecord[]>();
  private readonly tombstones = new Set<string>();
  private recentIds = new Map<string, { stream: string; record: LogRecord }>();
  private end = FIRST_POSITION;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly recentIdsKept = 100_000) {}

  write(stream: string, expected: ExpectedVersion, events: readonly ProposedEvent[]): WriteDecision {
    const current = this.lastRevision(stream);
    if (expected === 'streamExists' && current < 0)
      return { decision: 'wrongExpectedVersion', currentRevision: current };
    if (expected === 'any' || expected === 'streamExists') return this.writeAnywhere(stream, events, current);
    const expectedRevision = expected === 'noStream' ? -1 : expected;
    if (expectedRevision < current) return this.writtenBefore(stream, expectedRevision, events, current);
    if (expectedRevision > current) return { decision: 'wrongExpectedVersion', currentRevision: current };
    return this.append(stream, events);
  }

  stream(name: string): readonly LogRecord[] | undefined {
    return this.streams.get(name);
  }

  lastRevision(stream: string): number {
    return this.streams.get(stream)?.at(-1)?.revision ?? -1;
  }

  /** Index of the first record at or after a position; undefined for a position at which no record stands and none could. */
  indexOf(position: number): number | undefined {
    if (position === this.end) return this.records.length;
    const index = this.indexAfter(position) - 1;
    return this.records[index]?.position === position ? index : undefined;
  }

  /** Index of the first record after a position, whether one stands there or not. */
  indexAfter(position: number): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Calls back after every write. Answers how to stop. */
  onWrite(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What a restarted server no longer knows. */
  forgetRecentIds(): void {
    this.recentIds = new Map();
  }

  /** Removes a stream as a deletion with a scavenge does: gone from the stream and from $all. */
  remove(stream: string): void {
    this.streams.delete(stream);
    const kept = this.records.filter((record) => record.stream !== stream);
    this.records.splice(0, this.records.length, ...kept);
  }

  /** Deletes a stream for good, as a tombstone does before a scavenge: it stays in $all and cannot be read any more. */
  tombstone(stream: string): void {
    this.tombstones.add(stream);
  }

  isTombstoned(stream: string): boolean {
    return this.tombstones.has(stream);
  }

  private writeAnywhere(stream: string, events: readonly ProposedEvent[], current: number): WriteDecision {
    const known = events.map(({ id }) => {
      const recent = this.recentIds.get(id);
      return recent?.stream === stream ? recent.record : undefined;
    });
    if (events.length === 0 || !known[0]) return this.append(stream, events);
    if (known.includes(undefined)) return { decision: 'wrongExpectedVersion', currentRevision: current };
    const last = known.at(-1)!;
    return { decision: 'idempotent', lastRevision: last.revision, position: last.position };
  }

  private writtenBefore(
    stream: string,
    expectedRevision: number,
    events: readonly ProposedEvent[],
    current: number,
  ): WriteDecision {
    const written = this.streams.get(stream)!.slice(expectedRevision + 1, expectedRevision + 1 + events.length);
    const same = events.length > 0 && events.every(({ id }, index) => written[index]?.id === id);
    if (!same) return { decision: 'wrongExpectedVersion', currentRevision: current };
    const last = written.at(-1)!;
    return { decision: 'idempotent', lastRevision: last.revision, position: last.position };
  }

  private append(stream: string, events: readonly ProposedEvent[]): WriteDecision {
    const records = this.streams.get(stream) ?? [];
    if (events.length > 0) this.streams.set(stream, records);
    const created = (BigInt(Date.now()) * 10_000n).toString();
    let revision = records.at(-1)?.revision ?? -1;
    for (const event of events) {
      revision += 1;
      const record: LogRecord = { ...event, stream, revision, position: this.end, created };
      this.end += RECORD_OVERHEAD + sizeOnDisk(event) + Buffer.byteLength(stream);
      records.push(record);
      this.records.push(record);
      this.recentIds.set(event.id, { stream, record });
      if (this.recentIds.size > this.recentIdsKept) this.recentIds.delete(this.recentIds.keys().next().value!);
    }
    for (const listener of this.listeners) listener();
    return { decision: 'written', lastRevision: revision, position: records.at(-1)?.position ?? -1 };
  }
}

/** What the server counts against its limit of an append: the type in UTF-16, data and metadata. */
export const sizeOnDisk = ({ type, data, metadata }: ProposedEvent): number =>
  2 * type.length + data.length + metadata.length;

// The server writes a record of its own epoch before anything of a client.
const FIRST_POSITION = 1_340;
const RECORD_OVERHEAD = 77;
