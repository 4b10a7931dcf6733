import { hash } from 'node:crypto';
import type { Envelope, NewEvent } from '@gongyou/contracts';

/** Where a new event comes to stand, and when. */
export interface Place {
  position: number;
  stream: string;
  revision: number;
  recordedAt: string;
  commandId?: string;
}

/** The entry of an event: the JSON text of its envelope, with the hash of its data. These bytes are the leaf of the ledger's tree. */
export function entryOf(event: NewEvent, place: Place, dataSha256 = sha256(event.data)): string {
  const envelope: Envelope = {
    position: place.position,
    stream: place.stream,
    revision: place.revision,
    eventId: event.eventId,
    type: event.type,
    version: event.version,
    occurredAt: event.occurredAt,
    recordedAt: place.recordedAt,
    actor: event.actor,
    client: event.client,
    organizationId: event.organizationId,
    correlationId: event.correlationId,
    causationId: event.causationId,
    ...(place.commandId !== undefined && { commandId: place.commandId }),
    dataSha256,
  };
  return JSON.stringify(envelope);
}

/** The hash of an entry as a leaf of a Merkle tree (RFC 6962, section 2.1): over a byte of zero, then the entry's. */
export const leafHashOf = (entry: string): Buffer => hash('sha256', `\0${entry}`, 'buffer');

/** An event as a store keeps it: the entry, the data, the leaf hash, and what is repeated of the entry to find it by. */
export interface StoredRow {
  position: number;
  stream: string;
  revision: number;
  eventId: string;
  type: string;
  entry: string;
  data: string;
  leaf: Buffer;
}

/**
 * Whether what is stored is what was written: the entry by its leaf hash, place and data by what the entry says of them.
 * The entry is compared as text: it was written by `entryOf`, whose order of fields never changes.
 */
export function isIntact({ position, stream, revision, eventId, type, entry, data, leaf }: StoredRow): boolean {
  return (
    leafHashOf(entry).equals(leaf) &&
    entry.startsWith(
      `{"position":${position},"stream":${JSON.stringify(stream)},"revision":${revision},"eventId":"${eventId}","type":${JSON.stringify(type)},`,
    ) &&
    entry.endsWith(`,"dataSha256":"${sha256(data)}"}`)
  );
}

/** Of the text's bytes in UTF-8, hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
