import type { MergeWorker, TakeOverDuplicate, WorkerEvent } from '@gongyou/contracts';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { notInFuture, offAllSites, registered } from './registered-worker';
import { refuse } from './worker.refusals';
import { type Registered, sitesEverWorked, type WorkerState } from './worker.state';

/** Ends a duplicate. It must be off all sites first, so that nobody stands on one site in two crews. */
export function merge(
  { workerId, intoWorkerId, reason, approvedBy, mergedOn }: MergeWorker,
  into: WorkerState['stage'],
  state: WorkerState,
  moment: Moment,
): WorkerEvent[] {
  if (state.stage === 'merged' && state.intoWorkerId === intoWorkerId) return [];
  const duplicate = registered(state);
  notInFuture(mergedOn, moment);
  if (workerId === intoWorkerId) refuse('organization.worker.mergedIntoItself');
  if (into !== 'registered') refuse('organization.worker.mergedIntoNone', { intoWorkerId });
  offAllSites(duplicate);
  const registrations = [{ workerId, identityKey: duplicate.identityKey }, ...duplicate.duplicates];
  const projectIds = sitesEverWorked(duplicate);
  return [
    {
      type: 'WorkerMerged',
      data: { workerId, intoWorkerId, registrations, projectIds, reason, approvedBy, mergedOn },
    },
  ];
}

export function takeOver(
  { workerId, registrations, projectIds, mergedOn }: TakeOverDuplicate,
  { duplicates }: Registered,
): WorkerEvent[] {
  const known = new Set(duplicates.map((each) => each.workerId));
  if (registrations.every((each) => known.has(each.workerId))) return [];
  return [{ type: 'DuplicateTakenOver', data: { workerId, registrations, projectIds, mergedOn } }];
}
