import { TakeOverDuplicate, WorkerMerged } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Workers } from './worker/worker.aggregate';

/** When a duplicate is merged, we tell the registration that it ended in, so that erasing the person erases the duplicate as well. */
@Injectable()
export class TakeOverDuplicatesWhenWorkersAreMerged implements ProcessManager<WorkerMerged> {
  readonly name = 'take-over-duplicates-when-workers-are-merged';
  readonly on = WorkerMerged;

  constructor(private readonly workers: Workers) {}

  async react({ data }: RecordedEvent & { data: WorkerMerged }, send: SendCommand): Promise<void> {
    const { registrations, projectIds, mergedOn } = data;
    const workerId = await this.livingOn(data.intoWorkerId);
    await send('take-over', TakeOverDuplicate, { workerId, registrations, projectIds, mergedOn });
  }

  /** The registration may have been merged itself in the meantime. */
  private async livingOn(workerId: string): Promise<string> {
    const seen = new Set<string>();
    for (let current = workerId; ;) {
      const { state } = await this.workers.state(current);
      seen.add(current);
      if (state.stage !== 'merged' || seen.has(state.intoWorkerId)) return current;
      current = state.intoWorkerId;
    }
  }
}
