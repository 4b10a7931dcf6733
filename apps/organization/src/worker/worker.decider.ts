import type { WorkerEvent } from '@gongyou/contracts';
import { type Decider, type Moment, unknownWish } from '@gongyou/event-sourcing/decider';
import { destroyKeptRecord, erase } from './erasure';
import { merge, takeOver } from './merging';
import { endContract, recordContract, recordTraining } from './papers';
import { correct, register } from './real-name-registration';
import { registered } from './registered-worker';
import { enter, leave, transfer } from './site-entry';
import { evolve, type WorkerState } from './worker.state';
import type { WorkerWish } from './worker.wish';

/** The rules of real-name management: how a person comes to the register, to sites, and leaves both (RN-03, RN-11, DS-06, OA-01 to OA-10, PI-07). */
export const worker: Decider<WorkerWish, WorkerEvent, WorkerState> = {
  initialState: { stage: 'notRegistered' },
  evolve,
  decide,
};

function decide(wish: WorkerWish, state: WorkerState, moment: Moment): WorkerEvent[] {
  switch (wish.type) {
    case 'RegisterWorker':
      return register(wish, state, moment);
    case 'RecordContract':
      return recordContract(wish.data, wish.employer, registered(state), moment);
    case 'EndContract':
      return endContract(wish.data, registered(state), moment);
    case 'RecordSafetyTraining':
      return recordTraining(wish.data, registered(state), moment);
    case 'EnterSite':
      return enter(wish, registered(state), moment);
    case 'TransferWorker':
      return transfer(wish, registered(state), moment);
    case 'LeaveSite':
      return leave(wish.data, registered(state), moment);
    case 'CorrectWorker':
      return correct(wish, registered(state), moment);
    case 'MergeWorker':
      return merge(wish.data, wish.into, state, moment);
    case 'TakeOverDuplicate':
      return takeOver(wish.data, registered(state));
    case 'EraseWorker':
      return erase(wish, state, moment);
    case 'DestroyKeptRecord':
      return destroyKeptRecord(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}
