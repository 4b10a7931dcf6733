import {
  liaisonContactCardHolderCommands,
  type LiaisonContactCardHolderEvent,
  liaisonContactCardHolderEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  liaisonContactCardHolder,
  type LiaisonContactCardHolderState,
  type LiaisonContactCardHolderWish,
} from './liaison-contact-card-holder.decider';

/** Carries out the commands on cards that workers hold. */
export class LiaisonContactCardHolderHandling extends CommandHandling<
  LiaisonContactCardHolderWish,
  LiaisonContactCardHolderEvent,
  LiaisonContactCardHolderState
> {}

export const liaisonContactCardHolderAggregate: Aggregate<
  LiaisonContactCardHolderWish,
  LiaisonContactCardHolderEvent,
  LiaisonContactCardHolderState
> = {
  category: 'liaisonContactCardHolder',
  decider: liaisonContactCardHolder,
  commands: liaisonContactCardHolderCommands,
  events: liaisonContactCardHolderEvents,
  reach: ({ data }) => [data.projectId],
  organizationOf: ({ data }) => data.projectId,
};
