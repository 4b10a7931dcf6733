import type {
  CountedCrewSupport,
  CrewSupportServed,
  ManagerPromoted,
  ManagerPromotionEvent,
  RecordManagerPromotion,
  WithdrawManagerPromotion,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import type { SupportOnRecord } from '../crew/crew-support-assessment';

export interface NotRecorded {
  stage: 'notRecorded';
}

export interface Recorded {
  stage: 'recorded';
  promotion: ManagerPromoted;
}

export interface Withdrawn extends Omit<Recorded, 'stage'> {
  stage: 'withdrawn';
}

export type ManagerPromotionState = NotRecorded | Recorded | Withdrawn;

/** The commands; to record, with how each assignment that is named stood on the day of the promotion, in their order. */
export type ManagerPromotionWish =
  | { type: 'RecordManagerPromotion'; data: RecordManagerPromotion; onRecord: readonly (SupportOnRecord | undefined)[] }
  | { type: 'WithdrawManagerPromotion'; data: WithdrawManagerPromotion };

/**
 * The rules of a promotion for which service with crews counted (QD-14): each assignment that it names was the manager's own, and
 * had begun. How it was assessed by then is kept with it.
 */
export const managerPromotion: Decider<ManagerPromotionWish, ManagerPromotionEvent, ManagerPromotionState> = {
  initialState: { stage: 'notRecorded' },

  evolve(state, event) {
    switch (event.type) {
      case 'ManagerPromoted':
        return { stage: 'recorded', promotion: event.data };
      case 'ManagerPromotionWithdrawn':
        return { ...(state as Recorded), stage: 'withdrawn' };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    switch (wish.type) {
      case 'RecordManagerPromotion':
        return record(wish, state, moment);
      case 'WithdrawManagerPromotion':
        return withdraw(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const managerPromotionRefusals = {
  'organization.managerPromotion.unknown': { zh: '没有这项晋升登记', en: 'There is no such promotion.' },
  'organization.managerPromotion.recordedOtherwise': {
    zh: '该编号的晋升已登记，内容不同，或已撤回',
    en: 'A promotion with this id was recorded already, with other content, or was withdrawn.',
  },
  'organization.managerPromotion.assignmentUnknown': {
    zh: '班组 {unitId} 没有包保任务 {assignmentId}',
    en: 'Crew {unitId} has no assignment {assignmentId}.',
  },
  'organization.managerPromotion.assignmentOfAnother': {
    zh: '班组 {unitId} 的包保任务 {assignmentId} 不是该管理人员的',
    en: 'The assignment {assignmentId} of crew {unitId} was another manager’s.',
  },
  'organization.managerPromotion.servedLater': {
    zh: '包保任务 {assignmentId} 自 {fromDay} 起，晚于晋升日',
    en: 'The assignment {assignmentId} began on {fromDay}, after the promotion.',
  },
  'organization.managerPromotion.namedTwice': {
    zh: '包保任务 {assignmentId} 重复',
    en: 'The assignment {assignmentId} is named twice.',
  },
  'organization.managerPromotion.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.managerPromotion.withdrawnBeforeIt': {
    zh: '撤回日早于晋升日 {promotedOn}',
    en: 'It cannot be withdrawn before {promotedOn}, the day of the promotion.',
  },
} as const satisfies Record<`organization.managerPromotion.${string}`, Bilingual>;

const refuse: RefuseOf<typeof managerPromotionRefusals> = refuseWith(managerPromotionRefusals);

function record(
  { data, onRecord }: ManagerPromotionWish & { type: 'RecordManagerPromotion' },
  state: ManagerPromotionState,
  moment: Moment,
): ManagerPromotionEvent[] {
  const { promotionId, managerId, organizationId, fromPost, toPost, promotedOn } = data;
  if (state.stage !== 'notRecorded') {
    const told = { ...state.promotion, served: state.promotion.served.map(asNamed) };
    const same = state.stage === 'recorded' && sameContent(data, told);
    return same ? [] : refuse('organization.managerPromotion.recordedOtherwise');
  }
  notInFuture(promotedOn, moment);
  const named = new Set<string>();
  const served = data.served.map((each, index): CountedCrewSupport => {
    const { unitId, assignmentId } = each;
    if (named.has(`${unitId}~${assignmentId}`)) refuse('organization.managerPromotion.namedTwice', { assignmentId });
    named.add(`${unitId}~${assignmentId}`);
    return counted(each, onRecord[index], data);
  });
  return [
    { type: 'ManagerPromoted', data: { promotionId, managerId, organizationId, fromPost, toPost, served, promotedOn } },
  ];
}

const asNamed = ({ unitId, assignmentId }: CountedCrewSupport): CrewSupportServed => ({ unitId, assignmentId });

function counted(
  { unitId, assignmentId }: CrewSupportServed,
  onRecord: SupportOnRecord | undefined,
  { managerId, promotedOn }: RecordManagerPromotion,
): CountedCrewSupport {
  if (!onRecord) return refuse('organization.managerPromotion.assignmentUnknown', { unitId, assignmentId });
  const { fromDay, endedOn, grade } = onRecord;
  if (onRecord.managerId !== managerId) {
    refuse('organization.managerPromotion.assignmentOfAnother', { unitId, assignmentId });
  }
  if (fromDay > promotedOn) refuse('organization.managerPromotion.servedLater', { assignmentId, fromDay });
  return {
    ...{ unitId, assignmentId, fromDay },
    ...(endedOn !== undefined && { endedOn }),
    ...(grade !== undefined && { grade }),
  };
}

function withdraw(
  { promotionId, reason, approvedBy, withdrawnOn }: WithdrawManagerPromotion,
  state: ManagerPromotionState,
  moment: Moment,
): ManagerPromotionEvent[] {
  if (state.stage === 'notRecorded') return refuse('organization.managerPromotion.unknown');
  if (state.stage === 'withdrawn') return [];
  notInFuture(withdrawnOn, moment);
  const { promotedOn } = state.promotion;
  if (withdrawnOn < promotedOn) refuse('organization.managerPromotion.withdrawnBeforeIt', { promotedOn });
  return [{ type: 'ManagerPromotionWithdrawn', data: { promotionId, reason, approvedBy, withdrawnOn } }];
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.managerPromotion.dayInFuture', { on });
}
