import { createCipheriv, createDecipheriv } from 'node:crypto';

const TAG_BYTES = 16;

/** The ciphertext with its tag behind it. */
export interface Sealed {
  nonce: Buffer;
  ciphertext: Buffer;
}

/** AES-256-GCM. A nonce of 12 bytes serves one plaintext of a key only. */
export function sealWith(key: Buffer, nonce: Buffer, plain: Buffer, context: string): Sealed {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  return { nonce, ciphertext: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) };
}

/** @throws Error when key, context or bytes are not those that were sealed */
export function openWith(key: Buffer, { nonce, ciphertext }: Sealed, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(ciphertext.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
}
