/** Where an event stands: in the whole ledger, and in its stream. */
export interface Place {
  position: number;
  revision: number;
}

/**
 * One stream's places: its revisions in the ledger, and the revisions that the server gave. They differ by what is void: an append that
 * lost a race between processes, or somebody else's record.
 */
export class StreamPlaces {
  private readonly positions: number[] = [];
  private readonly voids: number[] = [];

  /** How many events the ledger counts. */
  get length(): number {
    return this.positions.length;
  }

  get nextServerRevision(): number {
    return this.positions.length + this.voids.length;
  }

  positionOf(revision: number): number | undefined {
    return this.positions[revision];
  }

  add(position: number): void {
    this.positions.push(position);
  }

  addVoid(serverRevision: number): void {
    this.voids.push(serverRevision);
  }

  serverRevisionOf(revision: number): number {
    let serverRevision = revision;
    for (const each of this.voids) {
      if (each > serverRevision) break;
      serverRevision += 1;
    }
    return serverRevision;
  }

  /** The event at a revision of the server; undefined if it is void or unknown. */
  placeOf(serverRevision: number): Place | undefined {
    let before = 0;
    for (const each of this.voids) {
      if (each === serverRevision) return undefined;
      if (each > serverRevision) break;
      before += 1;
    }
    const revision = serverRevision - before;
    const position = this.positions[revision];
    return position === undefined ? undefined : { position, revision };
  }
}
