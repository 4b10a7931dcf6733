import { rosterImportCommands, type RosterImportEvent, rosterImportEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { rosterImport, type RosterImportState, type RosterImportWish } from './roster-import.decider';

/** Carries out the commands on imports of rosters. */
export class RosterImports extends CommandHandling<RosterImportWish, RosterImportEvent, RosterImportState> {}

export const rosterImportAggregate: Aggregate<RosterImportWish, RosterImportEvent, RosterImportState> = {
  category: 'rosterImport',
  decider: rosterImport,
  commands: rosterImportCommands,
  events: rosterImportEvents,
  reach: ({ type, data }, state) => (type === 'BeginRosterImport' ? [data.organizationId] : registrarsOf(state)),
  organizationOf: ({ type, data }, state) =>
    type === 'BeginRosterImport' ? data.organizationId : registrarsOf(state)[0]!,
};

export const registrarsOf = (state: RosterImportState): string[] =>
  state.stage === 'notBegun' ? [] : [state.organizationId];
