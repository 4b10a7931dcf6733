import {
  massOrganizationPostingCommands,
  type MassOrganizationPostingEvent,
  massOrganizationPostingEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  massOrganizationPosting,
  type MassOrganizationPostingState,
  type MassOrganizationPostingWish,
} from './mass-organization-posting.decider';

/** Carries out the commands on postings. */
export class MassOrganizationPostings extends CommandHandling<
  MassOrganizationPostingWish,
  MassOrganizationPostingEvent,
  MassOrganizationPostingState
> {}

export const massOrganizationPostingAggregate: Aggregate<
  MassOrganizationPostingWish,
  MassOrganizationPostingEvent,
  MassOrganizationPostingState
> = {
  category: 'massOrganizationPosting',
  decider: massOrganizationPosting,
  commands: massOrganizationPostingCommands,
  events: massOrganizationPostingEvents,
  reach: unitOf,
  organizationOf: (wish, state) => {
    const [unitId] = unitOf(wish, state);
    if (unitId === undefined) throw new Error('a posting that never began cannot have events');
    return unitId;
  },
};

function unitOf(wish: MassOrganizationPostingWish, state: MassOrganizationPostingState): string[] {
  if (state.stage !== 'notPosted') return [state.posting.unitId];
  return wish.type === 'BeginPosting' && wish.hostUnitId !== undefined ? [wish.hostUnitId] : [];
}
