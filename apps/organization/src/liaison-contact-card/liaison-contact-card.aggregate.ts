import { liaisonContactCardCommands, type LiaisonContactCardEvent, liaisonContactCardEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  liaisonContactCard,
  type LiaisonContactCardState,
  type LiaisonContactCardWish,
} from './liaison-contact-card.decider';

/** Carries out the commands on what the contact card of a project shows. */
export class LiaisonContactCardHandling extends CommandHandling<
  LiaisonContactCardWish,
  LiaisonContactCardEvent,
  LiaisonContactCardState
> {}

export const liaisonContactCardAggregate: Aggregate<
  LiaisonContactCardWish,
  LiaisonContactCardEvent,
  LiaisonContactCardState
> = {
  category: 'liaisonContactCard',
  decider: liaisonContactCard,
  commands: liaisonContactCardCommands,
  events: liaisonContactCardEvents,
  reach: ({ data }) => [data.projectId],
  organizationOf: ({ data }) => data.projectId,
};
