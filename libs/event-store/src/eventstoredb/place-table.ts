import type { Placed } from '@gongyou/contracts';
import type { LogPosition } from './log-position';

const CONTENT_BYTES = 32;
const FIRST_CAPACITY = 1_024;

/**
 * What is known of each position, in columns: about 150 bytes for an event with its id, so that a million events stay in memory.
 */
export class PlaceTable {
  length = 0;
  private commits = new Float64Array(FIRST_CAPACITY);
  private prepares = new Float64Array(FIRST_CAPACITY);
  private revisions = new Uint32Array(FIRST_CAPACITY);
  private types = new Uint16Array(FIRST_CAPACITY);
  private contents = Buffer.alloc(FIRST_CAPACITY * CONTENT_BYTES);
  private readonly eventIds: string[] = [];
  private readonly typeNames: string[] = [];
  private readonly typeNumbers = new Map<string, number>();

  add({
    at,
    revision,
    eventId,
    type,
    content,
  }: {
    at: LogPosition;
    revision: number;
    eventId: string;
    type: string;
    content: Buffer;
  }): void {
    const position = this.length;
    if (position === this.commits.length) this.grow();
    this.commits[position] = at.commit;
    this.prepares[position] = at.prepare;
    this.revisions[position] = revision;
    this.types[position] = this.typeNumber(type);
    content.copy(this.contents, position * CONTENT_BYTES);
    this.eventIds.push(eventId);
    this.length += 1;
  }

  placed(position: number): Placed {
    return {
      eventId: this.eventIds[position]!,
      type: this.typeNames[this.types[position]!]!,
      revision: this.revisions[position]!,
      position,
    };
  }

  logPosition(position: number): LogPosition {
    return { commit: this.commits[position]!, prepare: this.prepares[position]! };
  }

  content(position: number): Buffer {
    return this.contents.subarray(position * CONTENT_BYTES, (position + 1) * CONTENT_BYTES);
  }

  positionsAfter(after: number, limit: number, types: readonly string[] | undefined): number[] {
    const wanted = types && new Set(types.map((type) => this.typeNumbers.get(type)));
    const positions: number[] = [];
    for (let position = after + 1; position < this.length && positions.length < limit; position += 1) {
      if (!wanted || wanted.has(this.types[position])) positions.push(position);
    }
    return positions;
  }

  private typeNumber(type: string): number {
    const known = this.typeNumbers.get(type);
    if (known !== undefined) return known;
    this.typeNumbers.set(type, this.typeNames.length);
    return this.typeNames.push(type) - 1;
  }

  private grow(): void {
    const capacity = this.length * 2;
    this.commits = copied(this.commits, new Float64Array(capacity));
    this.prepares = copied(this.prepares, new Float64Array(capacity));
    this.revisions = copied(this.revisions, new Uint32Array(capacity));
    this.types = copied(this.types, new Uint16Array(capacity));
    const contents = Buffer.alloc(capacity * CONTENT_BYTES);
    this.contents.copy(contents);
    this.contents = contents;
  }
}

function copied<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
