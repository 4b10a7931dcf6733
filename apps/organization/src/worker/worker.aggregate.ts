import { workerCommands, type WorkerEvent, workerEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { worker } from './worker.decider';
import type { WorkerState } from './worker.state';
import type { WorkerWish } from './worker.wish';

/** Carries out the commands on workers. */
export class Workers extends CommandHandling<WorkerWish, WorkerEvent, WorkerState> {}

export const workerAggregate: Aggregate<WorkerWish, WorkerEvent, WorkerState> = {
  category: 'worker',
  decider: worker,
  commands: workerCommands,
  events: workerEvents,
  // A person belongs to nobody: whoever answers for a site lets him in there, by papers of his own making.
  reach: ({ type, data }, state) => {
    switch (type) {
      case 'RegisterWorker':
        return [data.organizationId];
      case 'RecordContract':
        return [data.employerUnitId];
      case 'RecordSafetyTraining':
        return [data.organizationId];
      case 'EndContract':
        return [...unitsAnsweringFor(state), ...employersOf(state)];
      case 'EnterSite':
      case 'TransferWorker':
      case 'LeaveSite':
        return [data.projectId];
      case 'CorrectWorker':
        return unitsAnsweringFor(state);
      default:
        return registrarOf(state);
    }
  },
  organizationOf: ({ type, data }, state) => (type === 'RegisterWorker' ? data.organizationId : registrarOf(state)[0]!),
};

/** The unit that registered a worker, and the sites that he is on: they may see and correct what is held of him. */
export const unitsAnsweringFor = (state: WorkerState): string[] => [
  ...registrarOf(state),
  ...(state.stage === 'registered' ? Object.keys(state.sites) : []),
];

const registrarOf = (state: WorkerState): string[] => (state.stage === 'notRegistered' ? [] : [state.organizationId]);

const employersOf = (state: WorkerState): string[] =>
  state.stage === 'registered' ? state.contracts.map(({ employerUnitId }) => employerUnitId) : [];
