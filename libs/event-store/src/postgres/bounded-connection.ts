import { type ClientConfig, Pool, type PoolConfig } from 'pg';

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

/**
 * A pool of such connections, each of which may break at any moment: an idle one tells `onTrouble`, and the next use gets a new one; one
 * in use fails the query that waits for it.
 */
export function boundedPool(
  url: string,
  settings: Pick<PoolConfig, 'max' | 'application_name'>,
  onTrouble: ((error: Error) => void) | undefined,
): Pool {
  const pool = new Pool({ ...boundedConnection(url), ...settings });
  pool.on('error', (error) => onTrouble?.(error));
  // The pool listens to idle connections only; one that broke while it was lent out would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
