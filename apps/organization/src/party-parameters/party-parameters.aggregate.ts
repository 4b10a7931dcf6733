import {
  type PartyParametersCommand,
  partyParametersCommands,
  type PartyParametersEvent,
  partyParametersEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { PLATFORM_UNIT } from '../platform-unit';
import { partyParameters, type PartyParametersState } from './party-parameters.decider';

/** Carries out the commands on parameters of Party building. */
export class PartyParametersHandling extends CommandHandling<
  PartyParametersCommand,
  PartyParametersEvent,
  PartyParametersState
> {}

export const partyParametersAggregate: Aggregate<PartyParametersCommand, PartyParametersEvent, PartyParametersState> = {
  category: 'partyParameters',
  decider: partyParameters,
  commands: partyParametersCommands,
  events: partyParametersEvents,
  // They hold for all units of a place, whoever they belong to: only who may act everywhere sets them.
  reach: () => [],
  organizationOf: () => PLATFORM_UNIT,
};
