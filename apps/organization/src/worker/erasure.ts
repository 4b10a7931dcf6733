import type { DestroyKeptRecord, KeptByLaw, WorkerEvent } from '@gongyou/contracts';
import { addCalendarMonths, type Day } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { handedOver, notInFuture, offAllSites, registered } from './registered-worker';
import { refuse } from './worker.refusals';
import { sitesEverWorked, type WorkerState } from './worker.state';
import type { WorkerWish } from './worker.wish';

type Erase = WorkerWish & { type: 'EraseWorker' };

/** Years that the labour ledger of a site is kept after completion and full settlement of wages (decree 724, Arts. 15 and 28; WG-06, WG-18). */
export const YEARS_AFTER_SETTLEMENT = 3;

/**
 * Everything personal goes. For the sites that he worked on law demands the labour ledger (LC-07, WG-18): what stands in it of the
 * person is recorded once more under a key of its own, which no query opens, together with the reason (PI-07, T21).
 */
export function erase({ data, current, keptRecordId }: Erase, state: WorkerState, moment: Moment): WorkerEvent[] {
  if (state.stage === 'erased') return [];
  const { workerId, reason, erasedOn } = data;
  const person = registered(state);
  notInFuture(erasedOn, moment);
  offAllSites(person);
  const registrations = [{ workerId, identityKey: person.identityKey }, ...person.duplicates];
  const projectIds = sitesEverWorked(person);
  if (projectIds.length === 0)
    return [{ type: 'WorkerErased', data: { workerId, reason, kept: [], registrations, erasedOn } }];
  const { name, identityNumber, phone, registeredAddress, presentAddress } = handedOver(current);
  const kept: KeptByLaw[] = [
    {
      what: 'labourLedger',
      basis: '《保障农民工工资支付条例》第十五条、第二十八条；《劳动合同法实施条例》第八条',
      yearsAfterSettlement: YEARS_AFTER_SETTLEMENT,
      projectIds,
    },
  ];
  return [
    {
      type: 'LegalRecordKept',
      data: { workerId, keptRecordId, name, identityNumber, phone, registeredAddress, presentAddress },
    },
    { type: 'WorkerErased', data: { workerId, reason, kept, keptRecordId, registrations, erasedOn } },
  ];
}

export function destroyKeptRecord(data: DestroyKeptRecord, state: WorkerState, moment: Moment): WorkerEvent[] {
  if (state.stage !== 'erased' || state.keptRecordId === null) return refuse('organization.worker.nothingKept');
  if (state.keptRecordDestroyed) return [];
  const { workerId, completedOn, settledOn, destroyedOn } = data;
  notInFuture(destroyedOn, moment);
  const until = keptUntil(completedOn, settledOn);
  if (destroyedOn <= until) refuse('organization.worker.keptByLaw', { until });
  const { keptRecordId } = state;
  return [{ type: 'KeptRecordDestroyed', data: { workerId, keptRecordId, completedOn, settledOn, destroyedOn } }];
}

/** The last day of keeping: the later of completion and settlement counts. */
export function keptUntil(completedOn: Day, settledOn: Day): Day {
  return addCalendarMonths(completedOn > settledOn ? completedOn : settledOn, 12 * YEARS_AFTER_SETTLEMENT);
}
