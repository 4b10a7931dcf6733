import type { Day } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { refuse } from './worker.refusals';
import type { Registered, WorkerState } from './worker.state';
import type { Profile } from './worker.wish';

/** The worker, if he stands in the register under this id. Throws a refusal that says what became of the registration. */
export function registered(state: WorkerState): Registered {
  if (state.stage === 'notRegistered') return refuse('organization.worker.unknown');
  if (state.stage === 'merged') return refuse('organization.worker.merged', { intoWorkerId: state.intoWorkerId });
  if (state.stage === 'erased') return refuse('organization.worker.erased');
  return state;
}

export function offAllSites({ sites }: Registered): void {
  const projectIds = Object.keys(sites);
  if (projectIds.length > 0) refuse('organization.worker.stillOnSite', { projectIds });
}

export function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.worker.dayInFuture', { on });
}

/** What a decision about a registered person is handed; it is missing when he was registered or erased since it was looked up. */
export function handedOver<T extends Profile | Day>(value: T | undefined): T {
  return value ?? refuse('organization.worker.changedMeanwhile');
}
