import {
  type LiaisonParametersCommand,
  liaisonParametersCommands,
  type LiaisonParametersEvent,
  liaisonParametersEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { liaisonParameters, type LiaisonParametersState } from './liaison-parameters.decider';

/** Carries out the commands on parameters of liaison work. */
export class LiaisonParametersHandling extends CommandHandling<
  LiaisonParametersCommand,
  LiaisonParametersEvent,
  LiaisonParametersState
> {}

export const liaisonParametersAggregate: Aggregate<
  LiaisonParametersCommand,
  LiaisonParametersEvent,
  LiaisonParametersState
> = {
  category: 'liaisonParameters',
  decider: liaisonParameters,
  commands: liaisonParametersCommands,
  events: liaisonParametersEvents,
  reach: ({ data }) => [data.organizationId],
  organizationOf: ({ data }) => data.organizationId,
};
