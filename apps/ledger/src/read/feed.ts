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
    let { after } = request;
    // Who has all that was heard of here waits without a look: most who ask have just been told the newest.
    let isToWait = after === this.head;
    while (Date.now() < until && !this.stopped) {
      if (isToWait) await this.nextCommit(after, until - Date.now());
      const atHand = this.store.readAtHand?.({ ...request, after });
      const page = atHand ?? (await this.store.readAll({ ...request, after }));
      if (page.events.length > 0) return page;
      after = page.through;
      isToWait = true;
    }
    return this.store.readAll({ ...request, after });
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
