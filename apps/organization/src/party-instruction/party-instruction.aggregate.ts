import { partyInstructionCommands, type PartyInstructionEvent, partyInstructionEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { partyInstruction, type PartyInstructionState, type PartyInstructionWish } from './party-instruction.decider';

/** Carries out the commands on Party-work instructors. */
export class PartyInstructionHandling extends CommandHandling<
  PartyInstructionWish,
  PartyInstructionEvent,
  PartyInstructionState
> {}

export const partyInstructionAggregate: Aggregate<PartyInstructionWish, PartyInstructionEvent, PartyInstructionState> =
  {
    category: 'partyInstruction',
    decider: partyInstruction,
    commands: partyInstructionCommands,
    events: partyInstructionEvents,
    reach: ({ data }) => [data.unitId],
    organizationOf: ({ data }) => data.unitId,
  };
