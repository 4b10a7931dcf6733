import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { accountProblem } from './account.problems';

/** argon2id with the library's defaults: 19 MiB, two passes, as OWASP asks for at least. */
export const passwordHash = (password: string): Promise<string> => hash(kept(password));

export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, kept(password));

/** Throws an account problem when a password may not be chosen. */
export function checkPassword(password: string, username: string, leastLength: number): void {
  if ([...kept(password)].length < leastLength)
    throw accountProblem('account.passwordTooShort', { least: leastLength });
  if (kept(password).toLowerCase() === username.toLowerCase()) throw accountProblem('account.passwordIsUsername');
}

/** Letters and digits that are not mistaken for each other when they are copied from a screen by hand. */
const alphabet = 'abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRSTUVWXYZ2345679';

/** A password of 20 random characters, about 115 bits, in groups of five: `kT4mw-…`. */
export function randomPassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** The same characters can be typed as different code points (RFC 8265, OpaqueString). */
const kept = (password: string): string => password.normalize('NFC');
