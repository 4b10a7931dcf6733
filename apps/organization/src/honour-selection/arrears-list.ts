import type { ArrearsAnswer } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';

/**
 * Who knows which employers stand on the arrears list (拖欠农民工工资失信联合惩戒对象名单): one that is listed gets no honour
 * (令第45号 Art. 10, BL-09). Asked before a selection is decided; what it answered, and that it was it, stands in the event.
 */
export interface ArrearsList {
  /** What the list said of a unit on a day; `undefined` when it cannot say. Never a guess. */
  answerOf(unitId: string, on: Day): Promise<ArrearsAnswer | undefined>;
}
