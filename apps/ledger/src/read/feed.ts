import type { EventPage, FeedRequest } from '@gongyou/contracts';
import type { EventStore } from '@gongyou/event-store';

/** The feed of all events that waits for the next one when there is none yet. */
export class Feed {
  private head = -1;
  private stopped = false;
  private readonly sleepers = new Set<() => void>();
  private readonly forget: () => void;

  constructor(private readonly store: EventStore) {
    this.forget = store.onCommitted((head) => {
      this.head = Math.max(this.head, head);
      for (const wake of this.sleepers) wake();
    });
  }

  /** Answers at once with what there is, or with the first events that come within `waitMs`, or with an empty page. */
  async read(request: FeedRequest): Promise<EventPage> {
    const until = Date.now() + request.waitMs;
    // Who has all that was heard of here waits without a look: most who ask have just been told the newest.
    if (request.after === this.head && request.waitMs > 0 && !this.stopped)
      await this.nextCommit(request.after, request.waitMs);
    let page = await this.store.readAll(request);
    while (page.events.length === 0 && Date.now() < until && !this.stopped) {
      await this.nextCommit(page.through, until - Date.now());
      page = await this.store.readAll({ ...request, after: page.through });
    }
    return page;
  }

  /** Lets every waiting reader go with what there is. */
  stop(): void {
    this.stopped = true;
    this.forget();
    for (const wake of this.sleepers) wake();
  }

  private nextCommit(after: number, waitMs: number): Promise<void> {
    if (this.head > after) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      // A commit of another process whose announcement was lost is found when the wait ends.
      const timer = setTimeout(wake, Math.min(waitMs, LOOK_AGAIN_MS));
      this.sleepers.add(wake);
    });
  }
}

const LOOK_AGAIN_MS = 1_000;
