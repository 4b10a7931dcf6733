import type {
  CheckLearningPlace,
  CloseLearningPlace,
  LearningPlaceChecked,
  LearningPlaceEvent,
  LearningPlaceOpened,
  OpenLearningPlace,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** Nothing was opened under this id. */
export interface NotOpened {
  stage: 'notOpened';
}

export interface Open {
  stage: 'open';
  opened: LearningPlaceOpened;
  check?: LearningPlaceChecked;
}

export interface Closed {
  stage: 'closed';
  opened: LearningPlaceOpened;
  closedOn: Day;
}

export type LearningPlaceState = NotOpened | Open | Closed;

export type LearningPlaceWish =
  | { type: 'OpenLearningPlace'; data: OpenLearningPlace; unitExists: boolean }
  | { type: 'CheckLearningPlace'; data: CheckLearningPlace }
  | { type: 'CloseLearningPlace'; data: CloseLearningPlace };

/** A learning place of Party members: opened, held against the standard, closed (WZ-15a). */
export const learningPlace: Decider<LearningPlaceWish, LearningPlaceEvent, LearningPlaceState> = {
  initialState: { stage: 'notOpened' },
  evolve,
  decide,
};

function evolve(state: LearningPlaceState, event: LearningPlaceEvent): LearningPlaceState {
  if (event.type === 'LearningPlaceOpened') return { stage: 'open', opened: event.data };
  const { opened } = state as Open;
  switch (event.type) {
    case 'LearningPlaceChecked':
      return { stage: 'open', opened, check: event.data };
    case 'LearningPlaceClosed':
      return { stage: 'closed', opened, closedOn: event.data.closedOn };
    default:
      return unknownFact(event);
  }
}

function decide(wish: LearningPlaceWish, state: LearningPlaceState, moment: Moment): LearningPlaceEvent[] {
  switch (wish.type) {
    case 'OpenLearningPlace':
      return openPlace(wish.data, wish.unitExists, state, moment);
    case 'CheckLearningPlace':
      return check(wish.data, open(state), moment);
    case 'CloseLearningPlace':
      return close(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const learningPlaceRefusals = {
  'organization.learningPlace.alreadyOpened': {
    zh: '该编号的学习阵地已经开设，内容不同',
    en: 'A learning place with this id was opened already, with other content.',
  },
  'organization.learningPlace.unknown': { zh: '没有这个学习阵地', en: 'There is no such learning place.' },
  'organization.learningPlace.closed': { zh: '学习阵地已于 {closedOn} 关闭', en: 'It was closed on {closedOn}.' },
  'organization.learningPlace.unitMissing': {
    zh: '组织单元不存在或已撤销',
    en: 'The unit does not exist, or is closed.',
  },
} as const satisfies Record<`organization.learningPlace.${string}`, Bilingual>;

const refuse: RefuseOf<typeof learningPlaceRefusals> = refuseWith(learningPlaceRefusals);

function openPlace(
  data: OpenLearningPlace,
  unitExists: boolean,
  state: LearningPlaceState,
  moment: Moment,
): LearningPlaceEvent[] {
  if (state.stage !== 'notOpened') {
    if (sameContent(data, state.opened)) return [];
    return refuse('organization.learningPlace.alreadyOpened');
  }
  requireEntryDay(data.openedOn, moment);
  if (!unitExists) refuse('organization.learningPlace.unitMissing');
  return [{ type: 'LearningPlaceOpened', data: { ...data } }];
}

function check(data: CheckLearningPlace, state: Open, moment: Moment): LearningPlaceEvent[] {
  if (sameContent(data, state.check)) return [];
  requireEntryDay(data.checkedOn, moment, state.check?.checkedOn ?? state.opened.openedOn);
  return [{ type: 'LearningPlaceChecked', data: { ...data } }];
}

function close(
  { learningPlaceId, closedOn }: CloseLearningPlace,
  state: LearningPlaceState,
  moment: Moment,
): LearningPlaceEvent[] {
  if (state.stage === 'closed' && state.closedOn === closedOn) return [];
  const { opened, check } = open(state);
  requireEntryDay(closedOn, moment, check?.checkedOn ?? opened.openedOn);
  return [{ type: 'LearningPlaceClosed', data: { learningPlaceId, closedOn } }];
}

function open(state: LearningPlaceState): Open {
  if (state.stage === 'notOpened') return refuse('organization.learningPlace.unknown');
  if (state.stage === 'closed') return refuse('organization.learningPlace.closed', { closedOn: state.closedOn });
  return state;
}
