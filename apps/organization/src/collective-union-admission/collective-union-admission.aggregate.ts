import {
  collectiveUnionAdmissionCommands,
  type CollectiveUnionAdmissionEvent,
  collectiveUnionAdmissionEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  collectiveUnionAdmission,
  type CollectiveUnionAdmissionState,
  type CollectiveUnionAdmissionWish,
} from './collective-union-admission.decider';

/** Carries out the commands on collective admissions. */
export class CollectiveUnionAdmissions extends CommandHandling<
  CollectiveUnionAdmissionWish,
  CollectiveUnionAdmissionEvent,
  CollectiveUnionAdmissionState
> {}

export const collectiveUnionAdmissionAggregate: Aggregate<
  CollectiveUnionAdmissionWish,
  CollectiveUnionAdmissionEvent,
  CollectiveUnionAdmissionState
> = {
  category: 'collectiveUnionAdmission',
  decider: collectiveUnionAdmission,
  commands: collectiveUnionAdmissionCommands,
  events: collectiveUnionAdmissionEvents,
  reach: unitOf,
  organizationOf: (wish, state) => {
    const [unitId] = unitOf(wish, state);
    if (unitId === undefined) throw new Error('an admission that was never opened cannot have events');
    return unitId;
  },
};

function unitOf(wish: CollectiveUnionAdmissionWish, state: CollectiveUnionAdmissionState): string[] {
  if (state.stage !== 'notOpened') return [state.opening.unitId];
  return wish.type === 'OpenCollectiveAdmission' ? [wish.data.unitId] : [];
}
