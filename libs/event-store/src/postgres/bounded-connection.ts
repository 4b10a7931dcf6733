import type { ClientConfig } from 'pg';

/** As long as the ledger's callers wait for it: an answer that comes later reaches nobody. */
const ANSWERED_WITHIN_MS = 10_000;

/**
 * A connection on which nothing waits for ever. Without bounds, one that dies without a word (a machine or a firewall in between is
 * gone) would hold up all writing on this side, and on the server's side the lock on the head that its transaction holds.
 */
export const boundedConnection = (url: string): ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: ANSWERED_WITHIN_MS,
  query_timeout: ANSWERED_WITHIN_MS,
  idle_in_transaction_session_timeout: ANSWERED_WITHIN_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: ANSWERED_WITHIN_MS,
});
