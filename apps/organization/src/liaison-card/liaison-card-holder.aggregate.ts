import { liaisonCardHolderCommands, type LiaisonCardHolderEvent, liaisonCardHolderEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  liaisonCardHolder,
  type LiaisonCardHolderState,
  type LiaisonCardHolderWish,
} from './liaison-card-holder.decider';

/** Carries out the commands on cards that workers hold. */
export class LiaisonCardHolderHandling extends CommandHandling<
  LiaisonCardHolderWish,
  LiaisonCardHolderEvent,
  LiaisonCardHolderState
> {}

export const liaisonCardHolderAggregate: Aggregate<
  LiaisonCardHolderWish,
  LiaisonCardHolderEvent,
  LiaisonCardHolderState
> = {
  category: 'liaisonCardHolder',
  decider: liaisonCardHolder,
  commands: liaisonCardHolderCommands,
  events: liaisonCardHolderEvents,
  reach: ({ data }) => [data.projectId],
  organizationOf: ({ data }) => data.projectId,
};
