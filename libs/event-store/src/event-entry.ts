import { createHash } from 'node:crypto';
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
export function entryOf(event: NewEvent, place: Place): string {
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
    dataSha256: createHash('sha256').update(event.data).digest('hex'),
  };
  return JSON.stringify(envelope);
}

const LEAF = Buffer.from([0]);

/** The hash of an entry as a leaf of a Merkle tree (RFC 6962, section 2.1). */
export const leafHashOf = (entry: string): Buffer => createHash('sha256').update(LEAF).update(entry).digest();

/** Whether what is stored is what was written: the entry by its leaf hash, the data by the hash in the entry. */
export function isIntact(stored: {
  position: number;
  stream: string;
  revision: number;
  entry: string;
  data: string;
  leaf: Buffer;
}): boolean {
  if (!leafHashOf(stored.entry).equals(stored.leaf)) return false;
  const envelope = JSON.parse(stored.entry) as Envelope;
  return (
    envelope.position === stored.position &&
    envelope.stream === stored.stream &&
    envelope.revision === stored.revision &&
    envelope.dataSha256 === createHash('sha256').update(stored.data).digest('hex')
  );
}
