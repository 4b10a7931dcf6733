import {
  type LiaisonParticipationDutyCommand,
  liaisonParticipationDutyCommands,
  type LiaisonParticipationDutyEvent,
  liaisonParticipationDutyEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { liaisonParticipationDuty, type LiaisonParticipationDutyState } from './liaison-participation-duty.decider';

/** Carries out the commands on the duty to let a liaison officer take part. */
export class LiaisonParticipationDuties extends CommandHandling<
  LiaisonParticipationDutyCommand,
  LiaisonParticipationDutyEvent,
  LiaisonParticipationDutyState
> {}

export const liaisonParticipationDutyAggregate: Aggregate<
  LiaisonParticipationDutyCommand,
  LiaisonParticipationDutyEvent,
  LiaisonParticipationDutyState
> = {
  category: 'liaisonParticipationDuty',
  decider: liaisonParticipationDuty,
  commands: liaisonParticipationDutyCommands,
  events: liaisonParticipationDutyEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
