import { Client } from 'pg';

/** Breaks all connections on which a ledger writes to and reads from a database, whatever is on its way there. */
export async function breakLedgerConnections(url: string): Promise<void> {
  const superuser = new Client({ connectionString: url });
  await superuser.connect();
  try {
    await superuser.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'gongyou-ledger' AND datname = current_database()`,
    );
  } finally {
    await superuser.end();
  }
}
