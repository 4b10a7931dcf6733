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
export const leafHashOf = (entry: string): Buffer => Buffer.from(leafHexOf(entry), 'hex');

/** The same in hexadecimal, which costs a third. */
export const leafHexOf = (entry: string): string => sha256(`\0${entry}`);

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

/** Whether what is stored is what was written: the entry by its leaf hash, place and data by what the entry says of them. */
export const isIntact = ({ leaf, ...row }: StoredRow): boolean => isIntactByHex(row, leaf.toString('hex'));

/**
 * The same with the leaf hash in hexadecimal. The entry is compared as text, piece by piece: it was written by `entryOf`, whose order
 * of fields never changes.
 */
export function isIntactByHex(row: Omit<StoredRow, 'leaf'>, leafHex: string): boolean {
  const { entry } = row;
  if (leafHexOf(entry) !== leafHex || !entry.endsWith(`,"dataSha256":"${sha256(row.data)}"}`)) return false;
  let place = 0;
  const goesOnWith = (text: string): boolean => {
    if (!entry.startsWith(text, place)) return false;
    place += text.length;
    return true;
  };
  return (
    goesOnWith('{"position":') &&
    goesOnWith(String(row.position)) &&
    goesOnWith(',"stream":') &&
    goesOnWith(JSON.stringify(row.stream)) &&
    goesOnWith(',"revision":') &&
    goesOnWith(String(row.revision)) &&
    goesOnWith(',"eventId":"') &&
    goesOnWith(row.eventId) &&
    goesOnWith('","type":') &&
    goesOnWith(JSON.stringify(row.type)) &&
    goesOnWith(',')
  );
}

/** Of the text's bytes in UTF-8, hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
