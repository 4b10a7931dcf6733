import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { isNotSetUp } from '../database/database-error';
import { valueTypes } from '../database/value-types';

const RECONNECT_MS = 500;

/** The channel on which each commit tells the position that it reached. */
export const checkpointChannel = (schema: string): string => `${schema}_checkpoint`;

/**
 * Knows how far the read models have come, whichever instance fills them, by listening to PostgreSQL; wakes who waits for a position.
 */
export class CheckpointWatch {
  private known = -1;
  private stopped = false;
  private following: Promise<void> | undefined;
  private ended: (() => void) | undefined;
  private readonly waiting = new Set<{ position: number; wake: (reached: boolean) => void }>();
  private readonly logger = new Logger(CheckpointWatch.name);

  /** @param url names the schema as its search path */
  constructor(
    private readonly url: string,
    private readonly schema: string,
  ) {}

  /** Last position that is known to be taken in. */
  get position(): number {
    return this.known;
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  start(): void {
    this.following ??= this.follow();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const each of this.waiting) each.wake(false);
    this.ended?.();
    await this.following;
  }

  /** Whether the position was reached within the time. */
  until(position: number, timeoutMs: number): Promise<boolean> {
    if (this.known >= position) return Promise.resolve(true);
    if (this.stopped) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiter.wake(false), timeoutMs);
      const waiter = {
        position,
        wake: (reached: boolean) => {
          clearTimeout(timer);
          this.waiting.delete(waiter);
          resolve(reached);
        },
      };
      this.waiting.add(waiter);
    });
  }

  private reached(position: number): void {
    this.known = position;
    for (const waiter of this.waiting) if (waiter.position <= position) waiter.wake(true);
  }

  private async follow(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.listen();
      } catch (error) {
        if (this.stopped) return;
        this.logger.warn(`listening for the checkpoint stopped and is tried again: ${(error as Error).message}`);
        await pause(RECONNECT_MS);
      }
    }
  }

  /** Resolves when the connection is over. */
  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.url, types: valueTypes, keepAlive: true });
    const over = new Promise<void>((resolve, reject) => {
      this.ended = resolve;
      client.on('error', reject);
      client.once('end', resolve);
    });
    over.catch(() => undefined);
    client.on('notification', ({ payload }) => this.reached(Number(payload)));
    try {
      await client.connect();
      // Listening begins before the look, so that no commit falls between the two.
      await client.query(`LISTEN ${checkpointChannel(this.schema)}`);
      this.reached(await standing(client));
      await over;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function standing(client: Client): Promise<number> {
  try {
    const { rows } = await client.query<{ position: number }>('SELECT position FROM checkpoint');
    return rows[0]?.position ?? -1;
  } catch (error) {
    if (isNotSetUp(error)) return -1;
    throw error;
  }
}
