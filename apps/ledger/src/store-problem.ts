import { AppendTooLarge, StoredEventAltered, StoreUnavailable } from '@gongyou/event-store';
import { PlatformProblem } from '@gongyou/messaging';
import { Logger } from '@nestjs/common';

const logger = new Logger('EventStore');

/** Tells trouble of the store as a problem that says whether repeating helps. */
export async function reachable<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof StoreUnavailable) {
      logger.warn(error.message);
      throw new PlatformProblem('unavailable', 'ledger.storeUnavailable', {
        zh: '事件库暂时无法读写，请用同一幂等键重发',
        en: 'The event store cannot be reached at the moment. Send the same message again with the same idempotency key.',
      });
    }
    if (error instanceof AppendTooLarge) {
      throw new PlatformProblem(
        'tooLarge',
        'ledger.appendTooLarge',
        {
          zh: '一次写入的事件超过事件库的大小上限，请分批写入',
          en: 'The events of one append are more than the store takes at once. Append them in parts.',
        },
        { limit: error.limit },
      );
    }
    if (error instanceof StoredEventAltered) {
      logger.error(error.message);
      throw new PlatformProblem(
        'defect',
        'ledger.storedEventAltered',
        {
          zh: '库存事件与写入时不一致，已停止提供，请立即联系管理员',
          en: 'A stored event is not what was written. It is not served; tell the administrator at once.',
        },
        { position: error.position },
      );
    }
    throw error;
  }
}
