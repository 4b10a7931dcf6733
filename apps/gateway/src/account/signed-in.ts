import type { Grant } from '@gongyou/contracts';

/** Who is asking, by an open session. */
export interface SignedIn {
  accountId: string;
  username: string;
  grants: readonly Grant[];
  mustChangePassword: boolean;
  /** The session's key in the database; not the token. */
  tokenSha256: string;
  expiresAt: Date;
}
