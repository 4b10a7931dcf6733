import { liaisonCardCommands, type LiaisonCardEvent, liaisonCardEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { liaisonCard, type LiaisonCardState, type LiaisonCardWish } from './liaison-card.decider';

/** Carries out the commands on what the contact card of a project shows. */
export class LiaisonCardHandling extends CommandHandling<LiaisonCardWish, LiaisonCardEvent, LiaisonCardState> {}

export const liaisonCardAggregate: Aggregate<LiaisonCardWish, LiaisonCardEvent, LiaisonCardState> = {
  category: 'liaisonCard',
  decider: liaisonCard,
  commands: liaisonCardCommands,
  events: liaisonCardEvents,
  reach: ({ data }) => [data.projectId],
  organizationOf: ({ data }) => data.projectId,
};
