import { massOrganizationCommands, type MassOrganizationEvent, massOrganizationEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { massOrganization, type MassOrganizationState, type MassOrganizationWish } from './mass-organization.decider';

/** Carries out the commands on mass organizations. */
export class MassOrganizations extends CommandHandling<
  MassOrganizationWish,
  MassOrganizationEvent,
  MassOrganizationState
> {}

export const massOrganizationAggregate: Aggregate<MassOrganizationWish, MassOrganizationEvent, MassOrganizationState> =
  {
    category: 'massOrganization',
    decider: massOrganization,
    commands: massOrganizationCommands,
    events: massOrganizationEvents,
    // The host keeps its own record; founding, its officers and its end are approved one level up (批复).
    reach: (wish, state) => {
      switch (wish.type) {
        case 'ApproveMassOrganization':
        case 'ConfirmMassOrganizationElection':
        case 'DissolveMassOrganization':
          return wish.unitAboveId === undefined ? [] : [wish.unitAboveId];
        default:
          return hostOf(wish, state);
      }
    },
    organizationOf: (wish, state) => {
      const [host] = hostOf(wish, state);
      if (host === undefined) throw new Error('a mass organization that was never applied for cannot have events');
      return host;
    },
  };

function hostOf(wish: MassOrganizationWish, state: MassOrganizationState): string[] {
  if (state.stage !== 'notApplied') return [state.application.hostUnitId];
  return wish.type === 'ApplyForMassOrganization' ? [wish.data.hostUnitId] : [];
}
