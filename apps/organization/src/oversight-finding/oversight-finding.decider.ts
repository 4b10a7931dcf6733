import type {
  AnswerOversightFinding,
  OversightFindingAnswered,
  OversightFindingEvent,
  OversightFindingRecorded,
  RecordOversightFinding,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** Nothing was recorded under this id. */
export interface NotRecorded {
  stage: 'notRecorded';
}

export interface Recorded {
  stage: 'recorded';
  recorded: OversightFindingRecorded;
}

export interface Answered {
  stage: 'answered';
  recorded: OversightFindingRecorded;
  answer: OversightFindingAnswered;
}

export type OversightFindingState = NotRecorded | Recorded | Answered;

export type OversightFindingWish =
  | { type: 'RecordOversightFinding'; data: RecordOversightFinding; isOpenEnterprise: boolean }
  | { type: 'AnswerOversightFinding'; data: AnswerOversightFinding };

/** What the employees' oversight found in an enterprise, and what became of it (监督权, HM-04h). */
export const oversightFinding: Decider<OversightFindingWish, OversightFindingEvent, OversightFindingState> = {
  initialState: { stage: 'notRecorded' },
  evolve,
  decide,
};

function evolve(state: OversightFindingState, event: OversightFindingEvent): OversightFindingState {
  switch (event.type) {
    case 'OversightFindingRecorded':
      return { stage: 'recorded', recorded: event.data };
    case 'OversightFindingAnswered':
      return { stage: 'answered', recorded: (state as Recorded).recorded, answer: event.data };
    default:
      return unknownFact(event);
  }
}

function decide(wish: OversightFindingWish, state: OversightFindingState, moment: Moment): OversightFindingEvent[] {
  switch (wish.type) {
    case 'RecordOversightFinding':
      return record(wish.data, wish.isOpenEnterprise, state, moment);
    case 'AnswerOversightFinding':
      return answer(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const oversightFindingRefusals = {
  'organization.oversightFinding.unknown': { zh: '没有这条监督意见', en: 'There is no such finding.' },
  'organization.oversightFinding.recordedOtherwise': {
    zh: '该编号的监督意见已登记，内容不同',
    en: 'A finding with this id was recorded already, with other content.',
  },
  'organization.oversightFinding.answeredOtherwise': {
    zh: '监督意见已于 {answeredOn} 答复，内容不同',
    en: 'The finding was answered on {answeredOn}, with other content.',
  },
  'organization.oversightFinding.notAnOpenEnterprise': {
    zh: '该单元不是在册企业',
    en: 'The unit is no open enterprise.',
  },
} as const satisfies Record<`organization.oversightFinding.${string}`, Bilingual>;

const refuse: RefuseOf<typeof oversightFindingRefusals> = refuseWith(oversightFindingRefusals);

function record(
  data: RecordOversightFinding,
  isOpenEnterprise: boolean,
  state: OversightFindingState,
  moment: Moment,
): OversightFindingEvent[] {
  if (state.stage !== 'notRecorded') {
    return sameContent(data, state.recorded) ? [] : refuse('organization.oversightFinding.recordedOtherwise');
  }
  requireEntryDay(data.foundOn, moment);
  if (!isOpenEnterprise) refuse('organization.oversightFinding.notAnOpenEnterprise');
  return [{ type: 'OversightFindingRecorded', data }];
}

function answer(data: AnswerOversightFinding, state: OversightFindingState, moment: Moment): OversightFindingEvent[] {
  if (state.stage === 'notRecorded') return refuse('organization.oversightFinding.unknown');
  if (state.stage === 'answered') {
    if (sameContent(data, state.answer)) return [];
    return refuse('organization.oversightFinding.answeredOtherwise', { answeredOn: state.answer.answeredOn });
  }
  requireEntryDay(data.answeredOn, moment, state.recorded.foundOn);
  return [{ type: 'OversightFindingAnswered', data }];
}
