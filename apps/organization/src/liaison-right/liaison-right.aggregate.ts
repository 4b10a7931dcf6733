import { liaisonRightCommands, type LiaisonRightEvent, liaisonRightEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { liaisonRight, type LiaisonRightState, type LiaisonRightWish } from './liaison-right.decider';

/** Carries out the commands on rights that were used. */
export class LiaisonRightHandling extends CommandHandling<LiaisonRightWish, LiaisonRightEvent, LiaisonRightState> {}

export const liaisonRightAggregate: Aggregate<LiaisonRightWish, LiaisonRightEvent, LiaisonRightState> = {
  category: 'liaisonRightUse',
  decider: liaisonRight,
  commands: liaisonRightCommands,
  events: liaisonRightEvents,
  // The post's unit logs; the unit that a proposal was made to answers.
  reach: (wish, { used }) => {
    if (wish.type === 'AnswerLiaisonProposal') return used?.proposedTo ? [used.proposedTo.unitId] : [];
    const { service } = wish.circumstances;
    return service ? [service.unitId] : [];
  },
  organizationOf: (wish, { used }) => {
    const unitId = wish.type === 'UseLiaisonRight' ? wish.circumstances.service?.unitId : used?.postUnitId;
    if (unitId === undefined) throw new Error('an officer who never served used no right');
    return unitId;
  },
};
