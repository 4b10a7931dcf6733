import { LRUCache } from 'lru-cache';

const MINUTE_MS = 60_000;

/** Counts failed logins by address, so that nobody tries passwords of many accounts in a row. Kept in memory: a brake, not a lock. */
export class LoginLimit {
  private readonly failures = new LRUCache<string, { count: number }>({ max: 50_000, ttl: MINUTE_MS });

  constructor(private readonly perMinute: number) {}

  /** Seconds to wait before the address may try again; 0 when it may. */
  waitOf(address: string): number {
    if ((this.failures.get(address)?.count ?? 0) < this.perMinute) return 0;
    return Math.max(1, Math.ceil(this.failures.getRemainingTTL(address) / 1000));
  }

  failed(address: string): void {
    const before = this.failures.get(address);
    if (before) before.count += 1;
    else this.failures.set(address, { count: 1 });
  }
}
