import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import type { PersonalKind } from '@gongyou/contracts';
import { normalized } from './normalized';
import { type Sealed, sealWith, openWith } from './aes-gcm';

const KEY_BYTES = 32;

/**
 * The one secret that the ledger is given from outside and that no database holds. It wraps the keys of persons and makes the keyed
 * hashes; for each use a key of its own is derived (HKDF-SHA-256). Whoever loses it loses all personal fields, and nothing else.
 */
export class MasterKey {
  /** Tells one master key from another, and nothing of the key: 32 hexadecimal digits. */
  readonly id: string;
  private readonly wrapping: Buffer;
  private readonly fingerprints: Buffer;
  private readonly indexes: Buffer;

  private constructor(secret: Buffer) {
    const derived = (use: string): Buffer =>
      Buffer.from(hkdfSync('sha256', secret, '', `gongyou/master/${use}/v1`, KEY_BYTES));
    this.id = derived('id').toString('hex', 0, 16);
    this.wrapping = derived('wrap');
    this.fingerprints = derived('fingerprint');
    this.indexes = derived('blind-index');
  }

  static random(): MasterKey {
    return new MasterKey(randomBytes(KEY_BYTES));
  }

  /** @throws WrongMasterKey when the file is missing, holds something else, or may be read by everybody */
  static async read(file: string): Promise<MasterKey> {
    let text: string;
    try {
      if (((await stat(file)).mode & 0o007) !== 0) throw new WrongMasterKey(`everybody may read ${file}`);
      text = (await readFile(file, 'utf8')).trim();
    } catch (error) {
      if (error instanceof WrongMasterKey) throw error;
      throw new WrongMasterKey(`${file} cannot be read`, { cause: error });
    }
    const secret = Buffer.from(text, 'base64url');
    if (secret.length !== KEY_BYTES || secret.toString('base64url') !== text)
      throw new WrongMasterKey(`${file} does not hold 32 bytes in base64url`);
    return new MasterKey(secret);
  }

  /** Makes a new master key in a file that only its owner may read. A file that is there stays as it is. */
  static async makeIn(file: string): Promise<void> {
    try {
      const made = await open(file, 'wx', 0o600);
      await made.writeFile(`${randomBytes(KEY_BYTES).toString('base64url')}\n`);
      await made.sync();
      await made.close();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }

  wrap(personId: string, key: Buffer): Buffer {
    const { nonce, ciphertext } = sealWith(this.wrapping, randomBytes(12), key, wrapContext(personId));
    return Buffer.concat([nonce, ciphertext]);
  }

  /** @throws Error for bytes that this master key has not wrapped for this person */
  unwrap(personId: string, wrapped: Buffer): Buffer {
    const sealed: Sealed = { nonce: wrapped.subarray(0, 12), ciphertext: wrapped.subarray(12) };
    return openWith(this.wrapping, sealed, wrapContext(personId));
  }

  /** What the ledger keeps of a command's fingerprint: a bare hash of a body with an ID number in it could be guessed. */
  fingerprint(ofBody: string): string {
    return createHmac('sha256', this.fingerprints).update(ofBody).digest('hex');
  }

  /** Equal for values that mean the same, of one kind only. 64 hexadecimal digits. */
  blindIndex(kind: PersonalKind, value: string): string {
    return createHmac('sha256', this.indexes)
      .update(JSON.stringify([kind, normalized(kind, value)]))
      .digest('hex');
  }
}

/** The ledger does not start without its own master key. */
export class WrongMasterKey extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`个人信息主密钥有误 the master key of personal data: ${what}`, options);
    this.name = 'WrongMasterKey';
  }
}

const wrapContext = (personId: string): string => JSON.stringify(['person-key', personId]);
