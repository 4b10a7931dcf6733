import { randomBytes } from 'node:crypto';
import { type PlatformClient, platformClients } from '@gongyou/contracts';

/** A password for each part of the platform, made anew at every start. */
export const newPlatformPasswords = (): Record<PlatformClient, string> =>
  samePassword(() => randomBytes(24).toString('base64url'));

/** The same password for all parts, for a bus that somebody else has set up. */
export const samePassword = (password: () => string): Record<PlatformClient, string> =>
  Object.fromEntries(platformClients.map((name) => [name, password()])) as Record<PlatformClient, string>;
