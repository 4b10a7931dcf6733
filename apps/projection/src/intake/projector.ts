import type { RecordedEvent } from '@gongyou/messaging';
import type { EntityManager } from 'typeorm';

/** A recorded event whose type and data are known to be one of a union. */
export type Recorded<E extends { type: string; data: object }> = E extends unknown
  ? Omit<RecordedEvent, 'type' | 'data'> & E
  : never;

/**
 * Takes events into one read model, in the order of their positions and each exactly once, within the transaction that moves the
 * checkpoint. It reads no clock and nothing but its own tables, so that a rebuild gives the same rows.
 * What it throws parks the event and the later ones of its stream.
 */
export interface Projector<E extends { type: string; data: object } = { type: string; data: object }> {
  /** The register that it keeps; stands in the status and in parked events. */
  readonly name: string;
  /** The event types that it takes in. */
  readonly types: readonly string[];
  project(events: readonly Recorded<E>[], tx: EntityManager): Promise<void>;
}

/** An event speaks of something whose beginning was never taken in. */
export class BeginningMissing extends Error {
  constructor(what: string) {
    super(`an event speaks of a ${what} whose beginning was never taken in`);
    this.name = 'BeginningMissing';
  }
}

/** The later of two days: what is told late counts from the day of what was told before it. */
export const laterDay = <D extends string>(a: D, b: D): D => (a > b ? a : b);
