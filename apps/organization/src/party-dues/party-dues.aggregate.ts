import { partyDuesCommands, type PartyDuesEvent, partyDuesEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { partyDues, type PartyDuesState, type PartyDuesWish } from './party-dues.decider';

/** Carries out the commands on the dues of members. */
export class PartyDuesHandling extends CommandHandling<PartyDuesWish, PartyDuesEvent, PartyDuesState> {}

export const partyDuesAggregate: Aggregate<PartyDuesWish, PartyDuesEvent, PartyDuesState> = {
  category: 'partyDues',
  decider: partyDues,
  commands: partyDuesCommands,
  events: partyDuesEvents,
  // Where the member moved, both organizations' offices see to it that the dues follow.
  reach: (wish, state) => unitsOf(wish, state),
  organizationOf: (wish, state) => {
    const [unitId] = unitsOf(wish, state);
    if (unitId === undefined) throw new Error('dues without an organization cannot have events');
    return unitId;
  },
};

function unitsOf(wish: PartyDuesWish, state: PartyDuesState): string[] {
  const named = wish.type === 'AssessPartyDues' && wish.unitId !== undefined ? [wish.unitId] : [];
  return state.stage === 'assessed' ? [...named, state.assessed.unitId] : named;
}
