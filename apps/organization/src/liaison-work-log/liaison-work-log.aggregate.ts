import { liaisonWorkLogCommands, type LiaisonWorkLogEvent, liaisonWorkLogEvents } from '@gongyou/contracts';
import { type Day, monthOf } from '@gongyou/domain';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { liaisonWorkLog, type LiaisonWorkLogState, type LiaisonWorkLogWish } from './liaison-work-log.decider';

/** Carries out the commands on work logs. */
export class LiaisonWorkLogHandling extends CommandHandling<
  LiaisonWorkLogWish,
  LiaisonWorkLogEvent,
  LiaisonWorkLogState
> {}

export const liaisonWorkLogAggregate: Aggregate<LiaisonWorkLogWish, LiaisonWorkLogEvent, LiaisonWorkLogState> = {
  category: 'liaisonWorkLog',
  decider: liaisonWorkLog,
  commands: liaisonWorkLogCommands,
  events: liaisonWorkLogEvents,
  // Of an officer who never served only a grant over everything may learn that he did not.
  reach: (wish, state) => {
    const unitId = postUnitOf(wish, state);
    return unitId === null ? [] : [unitId];
  },
  organizationOf: (wish, state) => {
    const unitId = postUnitOf(wish, state);
    if (unitId === null) throw new Error('an officer who never served cannot have a work log');
    return unitId;
  },
};

const postUnitOf = (wish: LiaisonWorkLogWish, { unitId }: LiaisonWorkLogState): string | null =>
  wish.type === 'RecordLiaisonWork' ? (wish.circumstances.service?.unitId ?? null) : unitId;

/** One log a month, so that no stream grows for ever. */
export const workLogId = (officerId: string, workedOn: Day): string => `${officerId}~${monthOf(workedOn)}`;
