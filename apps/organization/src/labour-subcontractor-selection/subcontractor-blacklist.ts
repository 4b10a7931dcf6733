import type { BlacklistAnswer } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';

/**
 * Who knows which labour subcontractors stand on the blacklist (黑名单): one that is listed cannot be selected (QD-49). Asked before
 * a selection is decided; what it answered, and that it was it, stands in the event.
 */
export interface SubcontractorBlacklist {
  /** What the list said of a labour subcontractor on a day; `undefined` when it cannot say. Never a guess. */
  answerOf(labourSubcontractorId: string, on: Day): Promise<BlacklistAnswer | undefined>;
}
