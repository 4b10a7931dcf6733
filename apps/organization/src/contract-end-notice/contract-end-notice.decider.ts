import type {
  AnswerUnionOpinion,
  ContractEndNoticeEvent,
  NotifyUnionOfContractEnd,
  RaiseUnionOpinion,
  UnionNotifiedOfContractEnd,
  UnionOpinionAnswered,
  UnionOpinionRaised,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

export interface NotNotified {
  stage: 'notNotified';
}

export interface Notified {
  stage: 'notified';
  notice: UnionNotifiedOfContractEnd;
  opinion?: UnionOpinionRaised;
  answer?: UnionOpinionAnswered;
}

export type ContractEndNoticeState = NotNotified | Notified;

/** The commands; to notify, with whether the union is active and there for the employer. */
export type ContractEndNoticeWish =
  | { type: 'NotifyUnionOfContractEnd'; data: NotifyUnionOfContractEnd; unionCoversEmployer: boolean }
  | { type: 'RaiseUnionOpinion'; data: RaiseUnionOpinion }
  | { type: 'AnswerUnionOpinion'; data: AnswerUnionOpinion };

/** What an employer owes the union before it ends a contract on its own: the reason beforehand, and an answer in writing (UN-05). */
export const contractEndNotice: Decider<ContractEndNoticeWish, ContractEndNoticeEvent, ContractEndNoticeState> = {
  initialState: { stage: 'notNotified' },

  evolve(state, event) {
    switch (event.type) {
      case 'UnionNotifiedOfContractEnd':
        return { stage: 'notified', notice: event.data };
      case 'UnionOpinionRaised':
        return { ...(state as Notified), opinion: event.data };
      case 'UnionOpinionAnswered':
        return { ...(state as Notified), answer: event.data };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    if (wish.type === 'NotifyUnionOfContractEnd') return notify(wish, state, moment);
    if (state.stage === 'notNotified') return refuse('organization.contractEndNotice.unknown');
    switch (wish.type) {
      case 'RaiseUnionOpinion':
        return raise(wish.data, state, moment);
      case 'AnswerUnionOpinion':
        return answer(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const contractEndNoticeRefusals = {
  'organization.contractEndNotice.unknown': { zh: '没有这项通知', en: 'There is no such notice.' },
  'organization.contractEndNotice.toldOtherwise': {
    zh: '该编号的通知、意见或答复已登记，内容不同',
    en: 'The notice, opinion or answer was recorded already, with other content.',
  },
  'organization.contractEndNotice.unionNotThere': {
    zh: '没有覆盖该用人单位的工会',
    en: 'There is no such trade union for the employer.',
  },
  'organization.contractEndNotice.notBeforehand': {
    zh: '用人单位单方解除劳动合同，应当事先将理由通知工会（工会法第二十二条）',
    en: 'The union is told before the contract ends, not on its last day or after (Trade Union Law, Art. 22).',
  },
  'organization.contractEndNotice.noOpinion': { zh: '工会没有提出意见', en: 'The union has raised no opinion.' },
  'organization.contractEndNotice.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.contractEndNotice.beforeLastEntry': {
    zh: '日期早于上一条记录的日期 {lastOn}',
    en: 'The day is before that of the last entry, {lastOn}.',
  },
} as const satisfies Record<`organization.contractEndNotice.${string}`, Bilingual>;

const refuse: RefuseOf<typeof contractEndNoticeRefusals> = refuseWith(contractEndNoticeRefusals);

function notify(
  { data, unionCoversEmployer }: ContractEndNoticeWish & { type: 'NotifyUnionOfContractEnd' },
  state: ContractEndNoticeState,
  { today }: Moment,
): ContractEndNoticeEvent[] {
  if (state.stage === 'notified') return once(data, state.notice);
  const { notifiedOn, plannedEndOn } = data;
  if (!unionCoversEmployer) refuse('organization.contractEndNotice.unionNotThere');
  if (notifiedOn > today) refuse('organization.contractEndNotice.dayInFuture', { on: notifiedOn });
  if (notifiedOn >= plannedEndOn) refuse('organization.contractEndNotice.notBeforehand');
  return [{ type: 'UnionNotifiedOfContractEnd', data: { ...data } }];
}

function raise(data: RaiseUnionOpinion, { notice, opinion }: Notified, moment: Moment): ContractEndNoticeEvent[] {
  if (opinion) return once(data, opinion);
  notBefore(notice.notifiedOn, data.raisedOn, moment);
  return [{ type: 'UnionOpinionRaised', data: { ...data } }];
}

function answer(
  data: AnswerUnionOpinion,
  { opinion, answer: told }: Notified,
  moment: Moment,
): ContractEndNoticeEvent[] {
  if (told) return once(data, told);
  if (!opinion) return refuse('organization.contractEndNotice.noOpinion');
  notBefore(opinion.raisedOn, data.answeredOn, moment);
  return [{ type: 'UnionOpinionAnswered', data: { ...data } }];
}

const once = (data: object, told: object): ContractEndNoticeEvent[] =>
  sameContent(data, told) ? [] : refuse('organization.contractEndNotice.toldOtherwise');

function notBefore(lastOn: Day, on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.contractEndNotice.dayInFuture', { on });
  if (on < lastOn) refuse('organization.contractEndNotice.beforeLastEntry', { lastOn });
}
