import { liaisonOfficerCommands, type LiaisonOfficerEvent, liaisonOfficerEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { liaisonOfficer, type LiaisonOfficerWish } from './liaison-officer.decider';
import type { LiaisonOfficerState } from './liaison-officer.state';

/** Carries out the commands on liaison officers. */
export class LiaisonOfficerHandling extends CommandHandling<
  LiaisonOfficerWish,
  LiaisonOfficerEvent,
  LiaisonOfficerState
> {}

export const liaisonOfficerAggregate: Aggregate<LiaisonOfficerWish, LiaisonOfficerEvent, LiaisonOfficerState> = {
  category: 'liaisonOfficer',
  decider: liaisonOfficer,
  commands: liaisonOfficerCommands,
  events: liaisonOfficerEvents,
  reach,
  organizationOf: (wish, state) => {
    if (wish.type === 'NominateLiaisonOfficer') return wish.data.unitId;
    if (state.stage === 'notNominated') throw new Error('an officer who was never nominated cannot have events');
    return state.nomination.unitId;
  },
};

/** What the dispatching body alone does once it has appointed (JX-35). */
const dispatches: readonly LiaisonOfficerWish['type'][] = [
  'PutLiaisonOfficerOnDuty',
  'RenewLiaisonTerm',
  'RelieveLiaisonOfficer',
];

/** The post's unit nominates, its Party committee approves (JX-05), the dispatching body appoints and relieves (JX-35), who trains tells of the training (JX-13). */
function reach(wish: LiaisonOfficerWish, state: LiaisonOfficerState): string[] {
  switch (wish.type) {
    case 'NominateLiaisonOfficer':
      return [wish.data.unitId];
    case 'ApproveLiaisonNomination':
      return wish.approving ? [wish.approving.unitId] : [];
    case 'AppointLiaisonOfficer':
      return [wish.data.dispatchingUnitId];
    case 'RecordLiaisonTraining':
      return [wish.data.trainerUnitId];
    default:
      break;
  }
  if (state.stage === 'notNominated') return [];
  const appointment = state.stage === 'nominated' ? null : state.appointment;
  if (!appointment) return [state.nomination.unitId];
  const { dispatchingUnitId, managingUnitIds } = appointment;
  const isDispatch = dispatches.includes(wish.type);
  return isDispatch ? [dispatchingUnitId] : [state.nomination.unitId, dispatchingUnitId, ...managingUnitIds];
}
