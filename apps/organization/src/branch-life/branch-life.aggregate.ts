import { branchLifeCommands, type BranchLifeEvent, branchLifeEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { branchLife, type BranchLifeState, type BranchLifeWish } from './branch-life.decider';

/** Carries out the commands on the life of branches. */
export class BranchLifeHandling extends CommandHandling<BranchLifeWish, BranchLifeEvent, BranchLifeState> {}

export const branchLifeAggregate: Aggregate<BranchLifeWish, BranchLifeEvent, BranchLifeState> = {
  category: 'branchLife',
  decider: branchLife,
  commands: branchLifeCommands,
  events: branchLifeEvents,
  reach: (wish, state) => {
    const unitId = unitOf(wish, state);
    return unitId === undefined ? [] : [unitId];
  },
  organizationOf: (wish, state) => {
    const unitId = unitOf(wish, state);
    if (unitId === undefined) throw new Error('a record without an organization cannot have events');
    return unitId;
  },
};

function unitOf(wish: BranchLifeWish, state: BranchLifeState): string | undefined {
  if (state.stage !== 'notRecorded') return state.unitId;
  return wish.type === 'RecordBranchLife' ? wish.branch?.unitId : undefined;
}
