import { hash } from 'node:crypto';
import type { Envelope } from '@gongyou/contracts';
import { isIntact, leafHashOf, type LedgerRecord, type StoredMark, type StoredRow } from '@gongyou/event-store';
import { MerkleTree } from '../proof/merkle-tree';
import { type Finding, finding, type FindingCode, type FindingDetail } from './finding';

/** What a ledger holds, and whether all of it is what was written. */
export interface LedgerFindings {
  events: number;
  streams: number;
  /** Marks of commands. */
  commands: number;
  /** Position of the last event; -1 for an empty ledger. */
  lastPosition: number;
  /** Times of recording, ISO 8601 in UTC. */
  firstRecordedAt?: string;
  lastRecordedAt?: string;
  /** Root of the RFC 6962 Merkle tree over the leaves, hexadecimal; absent when a leaf is missing. */
  rootHash?: string;
  isIntact: boolean;
  /** At most `MOST_FINDINGS` of them. */
  findings: Finding[];
  /** How many there are in all. */
  findingCount: number;
}

/** More than these nobody reads. */
export const MOST_FINDINGS = 1_000;

/**
 * Judges a ledger from its records in the order of their positions: each event by its hashes and against its columns, positions and
 * revisions without a gap, and each command's mark by the events it points to. What one broken event makes of its neighbours is not
 * found once more.
 *
 * Of a mark only the place can be judged: its fingerprint stands nowhere else.
 */
export class Verification {
  private readonly tree = new MerkleTree();
  /** Last revision by stream. */
  private readonly revisions = new Map<string, number>();
  private readonly findings: Finding[] = [];
  private findingCount = 0;
  private events = 0;
  private commands = 0;
  private lastPosition = -1;
  private firstRecordedAt: string | undefined;
  private lastRecordedAt: string | undefined;
  /** Events that are missing or unreadable: a gap in a stream may be theirs. */
  private lost = 0;
  private run: Run = { position: -1, events: 0, isMarked: true };

  /** `marks: false` for a store whose commands are no records of their own. */
  constructor(private readonly options: { marks: boolean } = { marks: true }) {}

  take(record: LedgerRecord): void {
    if ('event' in record) this.takeEvent(record.event);
    else if ('mark' in record) this.takeMark(record.mark);
    else this.takeUnreadable(record.unreadable);
  }

  /** The store serves nothing any more, because of what it found at this position. */
  takeEnd({ position, message }: { position: number; message: string }): void {
    this.find('ledger.verify.unreadable', position, { reason: message });
    this.lost += 1;
  }

  /** `nextPosition`: what the store says that the next event will get; unknown for a backup. */
  result(nextPosition?: number): LedgerFindings {
    this.endRun();
    if (nextPosition !== undefined && nextPosition !== this.lastPosition + 1)
      this.find('ledger.verify.headDiffers', undefined, { nextPosition, lastPosition: this.lastPosition });
    return {
      events: this.events,
      streams: this.revisions.size,
      commands: this.commands,
      lastPosition: this.lastPosition,
      ...(this.firstRecordedAt !== undefined && { firstRecordedAt: this.firstRecordedAt }),
      ...(this.lastRecordedAt !== undefined && { lastRecordedAt: this.lastRecordedAt }),
      ...(this.lost === 0 && { rootHash: this.tree.root().toString('hex') }),
      isIntact: this.findingCount === 0,
      findings: this.findings,
      findingCount: this.findingCount,
    };
  }

  private takeEvent(row: StoredRow): void {
    this.events += 1;
    this.tree.add(row.leaf);
    if (!isIntact(row)) this.explain(row);
    // An entry that its own leaf confirms tells where a row belongs whose columns have changed.
    const envelope = leafHashOf(row.entry).equals(row.leaf) ? envelopeOf(row.entry) : undefined;
    // A row that does not belong where it stands says nothing about its neighbours.
    if (envelope && envelope.position !== row.position) return;

    this.takePlace(row.position);
    const { stream, revision } = envelope ?? row;
    this.takeRevision(row.position, stream, revision);
    this.firstRecordedAt ??= envelope?.recordedAt;
    this.lastRecordedAt = envelope?.recordedAt ?? this.lastRecordedAt;
    if (envelope) this.takeCommand(row.position, { commandId: envelope.commandId, stream, revision });
    else this.loseTrack(row.position);
  }

  private takeUnreadable({ position, reason }: { position: number; reason: string }): void {
    this.find('ledger.verify.unreadable', position, { reason });
    this.takePlace(position);
    this.lost += 1;
    this.loseTrack(position);
  }

  private takePlace(position: number): void {
    const missing = position - this.lastPosition - 1;
    if (missing > 0) {
      this.find('ledger.verify.missing', this.lastPosition + 1, { last: position - 1 });
      this.lost += missing;
      this.loseTrack(position - 1);
    }
    this.lastPosition = position;
  }

  private takeRevision(position: number, stream: string, revision: number): void {
    const expected = (this.revisions.get(stream) ?? -1) + 1;
    const isExplained = this.lost > 0 && revision > expected;
    if (revision !== expected && !isExplained)
      this.find('ledger.verify.revisionDiffers', position, { stream, revision, expected });
    this.revisions.set(stream, revision);
  }

  /** Follows the events of one append, which stand side by side and carry the same command. */
  private takeCommand(position: number, place: { commandId?: string; stream: string; revision: number }): void {
    const { run } = this;
    if (place.commandId === undefined || place.commandId !== run.commandId) {
      this.endRun();
      this.run = { ...place, position, events: 1, isMarked: place.commandId === undefined, isPartial: run.isUnknown };
    } else this.run = { ...run, ...place, position, events: run.events + 1 };
  }

  /** What stands here is not known: neither what came before it nor what comes behind it may be all of an append. */
  private loseTrack(position: number): void {
    this.run = { position, events: 0, isMarked: true, isUnknown: true };
  }

  private endRun(): void {
    const { commandId, position, isMarked } = this.run;
    if (this.options.marks && !isMarked) this.find('ledger.verify.markMissing', position, { commandId: commandId! });
  }

  private takeMark(mark: StoredMark): void {
    this.commands += 1;
    const { run } = this;
    if (mark.position === run.position && run.isUnknown) return;
    if (mark.position !== run.position || !(mark.events === 0 ? this.fitsNow(mark) : fitsRun(mark, run)))
      this.find('ledger.verify.markDiffers', mark.position, mark);
    if (mark.events > 0) run.isMarked = true;
  }

  /** A command that had nothing to add was judged by its stream as it stands at this position. */
  private fitsNow({ stream, revision }: StoredMark): boolean {
    return revision === (this.revisions.get(stream) ?? -1) || this.lost > 0;
  }

  private explain(row: StoredRow): void {
    const envelope = envelopeOf(row.entry);
    const before = this.findingCount;
    if (!leafHashOf(row.entry).equals(row.leaf)) this.find('ledger.verify.leafDiffers', row.position, {});
    if (envelope) {
      if (hash('sha256', row.data) !== envelope.dataSha256) this.find('ledger.verify.dataDiffers', row.position, {});
      const columns = (['position', 'stream', 'revision', 'eventId', 'type'] as const).filter(
        (column) => row[column] !== envelope[column],
      );
      if (columns.length > 0)
        this.find('ledger.verify.columnsDiffer', row.position, { columns, position: envelope.position });
    }
    if (this.findingCount === before) this.find('ledger.verify.entryMalformed', row.position, {});
  }

  private find<Code extends FindingCode>(code: Code, position: number | undefined, detail: FindingDetail<Code>): void {
    this.findingCount += 1;
    if (this.findings.length < MOST_FINDINGS) this.findings.push(finding(code, position, detail));
  }
}

/** The newest events that carry the same command. */
interface Run {
  /** Of the last of them; -1 before the first event. */
  position: number;
  events: number;
  commandId?: string;
  stream?: string;
  revision?: number;
  /** Its mark was seen, or it needs none. */
  isMarked: boolean;
  /** What stands here could not be read or believed. */
  isUnknown?: boolean;
  /** It may have begun earlier. */
  isPartial?: boolean | undefined;
}

const fitsRun = (mark: StoredMark, run: Run): boolean =>
  mark.commandId === run.commandId &&
  mark.stream === run.stream &&
  mark.revision === run.revision &&
  (mark.events === run.events || (run.isPartial === true && mark.events > run.events));

/** The envelope, if the entry is one at all. */
function envelopeOf(entry: string): Envelope | undefined {
  try {
    const envelope: unknown = JSON.parse(entry);
    return typeof envelope === 'object' && envelope !== null ? (envelope as Envelope) : undefined;
  } catch {
    return undefined;
  }
}
