import { partyPairingCommands, type PartyPairingEvent, partyPairingEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { partyPairing, type PartyPairingState, type PartyPairingWish } from './party-pairing.decider';

/** Carries out the commands on pairings of Party organizations. */
export class PartyPairingHandling extends CommandHandling<PartyPairingWish, PartyPairingEvent, PartyPairingState> {}

export const partyPairingAggregate: Aggregate<PartyPairingWish, PartyPairingEvent, PartyPairingState> = {
  category: 'partyPairing',
  decider: partyPairing,
  commands: partyPairingCommands,
  events: partyPairingEvents,
  reach: (wish, state) => {
    const unitId = unitOf(wish, state);
    return unitId === undefined ? [] : [unitId];
  },
  organizationOf: (wish, state) => {
    const unitId = unitOf(wish, state);
    if (unitId === undefined) throw new Error('a pairing without an organization cannot have events');
    return unitId;
  },
};

function unitOf(wish: PartyPairingWish, state: PartyPairingState): string | undefined {
  if (state.stage !== 'notAgreed') return state.agreed.unitId;
  return wish.type === 'AgreePairing' ? wish.unitId : undefined;
}
