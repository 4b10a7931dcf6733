import { Client } from 'pg';
import { boundedConnection } from './bounded-connection';
import { COMMITTED_CHANNEL } from './schema';

const RETRY_MS = 500;
/** Other processes hear of many commits at once: telling each costs a transaction. */
const TELL_OTHERS_MS = 10;

/**
 * Tells of commits, those of this process at once and those of other ledger processes by LISTEN / NOTIFY.
 * Only a hint: a reader that misses one finds the events at its next look.
 */
export class CommitListener {
  private readonly listeners = new Set<(head: number) => void>();
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;
  private announced = -1;
  private notifying: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly onTrouble: ((error: Error) => void) | undefined,
  ) {}

  async start(): Promise<void> {
    const client = new Client({ ...boundedConnection(this.url), application_name: 'gongyou-ledger-listener' });
    client.on('error', (error) => this.startAgain(client, error));
    client.on('notification', ({ payload }) => this.tell(Number(payload)));
    try {
      await client.connect();
      await client.query(`LISTEN ${COMMITTED_CHANNEL}`);
      // What was committed while nobody listened is asked for once.
      const { rows } = await client.query<{ newest: string }>('SELECT next_position - 1 AS newest FROM ledger.head');
      this.tell(Number(rows[0]!.newest));
      // Stopped while it connected: nobody else knows of this connection.
      if (this.stopped) await client.end();
      else this.client = client;
    } catch (error) {
      this.startAgain(client, error as Error);
    }
  }

  /** The newest position that this process has heard of; -1 before the first. */
  get newest(): number {
    return this.announced;
  }

  add(listener: (head: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells this process at once, and the others a moment later: only the newest position counts. */
  announce(head: number): void {
    this.tell(head);
    this.notifySoon();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearTimeout(this.notifying);
    await this.client?.end().catch(() => undefined);
  }

  private notifySoon(): void {
    if (!this.stopped) this.notifying ??= setTimeout(() => void this.notify(), TELL_OTHERS_MS);
  }

  /** One at a time: what is committed while others are being told is told next. */
  private async notify(): Promise<void> {
    const { client, announced } = this;
    try {
      await client?.query('SELECT pg_notify($1, $2)', [COMMITTED_CHANNEL, String(announced)]);
    } catch (error) {
      this.startAgain(client!, error as Error);
    }
    this.notifying = undefined;
    if (this.announced > announced) this.notifySoon();
  }

  private tell(head: number): void {
    if (head <= this.announced) return;
    this.announced = head;
    for (const listener of this.listeners) listener(head);
  }

  private startAgain(failed: Client, error: Error): void {
    // What else fails on it is the same trouble.
    failed.removeAllListeners('error').on('error', () => undefined);
    failed.end().catch(() => undefined);
    if (this.stopped || this.retry) return;
    this.onTrouble?.(error);
    this.client = undefined;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.start();
    }, RETRY_MS);
  }
}
