import { partyAdmissionCommands, type PartyAdmissionEvent, partyAdmissionEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { partyAdmission, type PartyAdmissionState, type PartyAdmissionWish } from './party-admission.decider';

/** Carries out the commands on admissions to the Party. */
export class PartyAdmissionHandling extends CommandHandling<
  PartyAdmissionWish,
  PartyAdmissionEvent,
  PartyAdmissionState
> {}

export const partyAdmissionAggregate: Aggregate<PartyAdmissionWish, PartyAdmissionEvent, PartyAdmissionState> = {
  category: 'partyAdmission',
  decider: partyAdmission,
  commands: partyAdmissionCommands,
  events: partyAdmissionEvents,
  // A committee above acts for the units below it, so that its Party affairs office reaches the file too.
  reach: (wish, state) => {
    const unitId = keeperUnitOf(wish, state);
    return unitId === undefined ? [] : [unitId];
  },
  organizationOf: (wish, state) => {
    const unitId = keeperUnitOf(wish, state);
    if (unitId === undefined) throw new Error('an admission without an organization cannot have events');
    return unitId;
  },
};

function keeperUnitOf(wish: PartyAdmissionWish, state: PartyAdmissionState): string | undefined {
  if (state.stage !== 'notFiled') return state.unitId;
  return wish.type === 'FilePartyApplication' ? wish.bodies.get(wish.data.partyOrganizationId)?.unitId : undefined;
}
