import { createHmac } from 'node:crypto';
import { isSealed, type PersonalKind } from '@gongyou/contracts';
import { openWith, sealWith } from './aes-gcm';

/** Where a personal field stands. It is bound to the sealed text: moved to another person, event type or field, that does not open. */
export interface FieldPlace {
  personId: string;
  type: string;
  field: string;
  kind: PersonalKind;
}

export interface OpenedField {
  kind: PersonalKind;
  value: string;
}

/** A sealed text that this person's key does not open: it is another's, or was altered. */
export class SealBroken extends Error {
  constructor(options?: ErrorOptions) {
    super('a sealed field does not open with the key of this person', options);
    this.name = 'SealBroken';
  }
}

/**
 * A field's value sealed with the key of its person, as text: `sealed:v1:` and, in base64url, what it is (kind, event type, field),
 * the nonce, and the AES-256-GCM ciphertext with its tag.
 *
 * The nonce is made from the event, the field and the value by a key of the person's own, so that the same event sealed again has the
 * same bytes and an append stays safe to repeat, and so that no nonce serves two values.
 */
export function sealField(key: Buffer, place: FieldPlace, eventId: string, value: string): string {
  const header = headerOf(place);
  const nonce = createHmac('sha256', derivedOf(key).nonce)
    .update(JSON.stringify([eventId, place.field, value]))
    .digest()
    .subarray(0, NONCE_BYTES);
  const { ciphertext } = sealWith(derivedOf(key).field, nonce, Buffer.from(value), contextOf(place.personId, header));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(header.length);
  return `${prefix}${Buffer.concat([length, header, nonce, ciphertext]).toString('base64url')}`;
}

/** @throws SealBroken */
export function openField(key: Buffer, personId: string, text: string): OpenedField {
  if (!isSealed(text)) throw new SealBroken();
  const bytes = Buffer.from(text.slice(prefix.length), 'base64url');
  try {
    const end = 2 + bytes.readUInt16BE(0);
    const header = bytes.subarray(2, end);
    const sealed = { nonce: bytes.subarray(end, end + NONCE_BYTES), ciphertext: bytes.subarray(end + NONCE_BYTES) };
    const plain = openWith(derivedOf(key).field, sealed, contextOf(personId, header));
    const [kind] = JSON.parse(header.toString()) as [PersonalKind];
    return { kind, value: plain.toString() };
  } catch (error) {
    throw new SealBroken({ cause: error });
  }
}

const prefix = 'sealed:v1:';
const NONCE_BYTES = 12;

const headerOf = ({ kind, type, field }: FieldPlace): Buffer => Buffer.from(JSON.stringify([kind, type, field]));

const contextOf = (personId: string, header: Buffer): string =>
  JSON.stringify(['personal-field', personId, header.toString()]);

interface DerivedKeys {
  field: Buffer;
  nonce: Buffer;
}

/** Derived once for all fields of a person that a request holds; they go when the person's key goes from memory. */
const derivedKeys = new WeakMap<Buffer, DerivedKeys>();

function derivedOf(key: Buffer): DerivedKeys {
  let keys = derivedKeys.get(key);
  if (!keys) derivedKeys.set(key, (keys = { field: derived(key, 'field'), nonce: derived(key, 'nonce') }));
  return keys;
}

/** HKDF-Expand for one block (RFC 5869): the person's key is random already, so nothing needs to be extracted. */
const derived = (key: Buffer, use: 'field' | 'nonce'): Buffer =>
  createHmac('sha256', key).update(`gongyou/person/${use}/v1\u0001`).digest();
