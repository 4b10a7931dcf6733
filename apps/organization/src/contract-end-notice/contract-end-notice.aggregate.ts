import { contractEndNoticeCommands, type ContractEndNoticeEvent, contractEndNoticeEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  contractEndNotice,
  type ContractEndNoticeState,
  type ContractEndNoticeWish,
} from './contract-end-notice.decider';

/** Carries out the commands on notices of the end of contracts. */
export class ContractEndNotices extends CommandHandling<
  ContractEndNoticeWish,
  ContractEndNoticeEvent,
  ContractEndNoticeState
> {}

export const contractEndNoticeAggregate: Aggregate<
  ContractEndNoticeWish,
  ContractEndNoticeEvent,
  ContractEndNoticeState
> = {
  category: 'contractEndNotice',
  decider: contractEndNotice,
  commands: contractEndNoticeCommands,
  events: contractEndNoticeEvents,
  reach: employerOf,
  organizationOf: (wish, state) => {
    const [unitId] = employerOf(wish, state);
    if (unitId === undefined) throw new Error('a notice that was never given cannot have events');
    return unitId;
  },
};

function employerOf(wish: ContractEndNoticeWish, state: ContractEndNoticeState): string[] {
  if (state.stage === 'notified') return [state.notice.employerUnitId];
  return wish.type === 'NotifyUnionOfContractEnd' ? [wish.data.employerUnitId] : [];
}
