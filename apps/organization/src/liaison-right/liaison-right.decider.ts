import type {
  AnswerLiaisonProposal,
  LiaisonProposalAnswered,
  LiaisonRightCommand,
  LiaisonRightEvent,
  LiaisonRightUsed,
  LiaisonRole,
  UseLiaisonRight,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { type PostUnits, requireSuperior } from '../liaison-officer/post-units';
import { type ServiceRecord, wasOnDuty } from '../liaison-officer/service-record';

/** What the use of a right is judged by: the officer's service, the definition of the post that day, and the units it names. */
export interface RightCircumstances {
  service: ServiceRecord | undefined;
  role: LiaisonRole | undefined;
  units: PostUnits;
}

export type LiaisonRightWish =
  | (Extract<LiaisonRightCommand, { type: 'UseLiaisonRight' }> & { circumstances: RightCircumstances })
  | Extract<LiaisonRightCommand, { type: 'AnswerLiaisonProposal' }>;

/** One use of a right; a proposal with its answer. */
export interface LiaisonRightState {
  used: LiaisonRightUsed | null;
  answered: LiaisonProposalAnswered | null;
}

/** The rules of rights (JX-37): an officer on duty uses those that the post has, and a proposal is answered by whom it was made to. */
export const liaisonRight: Decider<LiaisonRightWish, LiaisonRightEvent, LiaisonRightState> = {
  initialState: { used: null, answered: null },
  evolve: (state, event) => {
    switch (event.type) {
      case 'LiaisonRightUsed':
        return { ...state, used: event.data };
      case 'LiaisonProposalAnswered':
        return { ...state, answered: event.data };
      default:
        return unknownFact(event);
    }
  },
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'UseLiaisonRight':
        return use(wish.data, wish.circumstances, state, moment);
      case 'AnswerLiaisonProposal':
        return answer(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const liaisonRightRefusals = {
  'organization.liaisonRight.useDiffers': {
    zh: '该编号的权利行使记录已登记，内容不同',
    en: 'A use of a right was logged under this id already, with other content.',
  },
  'organization.liaisonRight.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonRight.notOnDuty': {
    zh: '{on} 该协理员不在岗',
    en: 'The officer was not on duty on {on}.',
  },
  'organization.liaisonRight.rightNotDefined': {
    zh: '岗位规定中没有权利 {rightId}',
    en: 'The role definition in force has no right {rightId}.',
  },
  'organization.liaisonRight.addressMissing': {
    zh: '建议须写明答复单位和答复期限',
    en: 'A proposal names the unit that is to answer, and by when.',
  },
  'organization.liaisonRight.addressNotAsked': {
    zh: '只有建议须写明答复单位和答复期限',
    en: 'Only a proposal names a unit that is to answer.',
  },
  'organization.liaisonRight.answerDueTooEarly': {
    zh: '答复期限早于提出日期 {usedOn}',
    en: 'The answer would be due before the proposal was made on {usedOn}.',
  },
  'organization.liaisonRight.notProposed': { zh: '没有这条建议', en: 'There is no such proposal.' },
  'organization.liaisonRight.answerDiffers': {
    zh: '该建议已答复，内容不同',
    en: 'The proposal was answered already, with other content.',
  },
  'organization.liaisonRight.answerTooEarly': {
    zh: '答复日期早于提出日期 {usedOn}',
    en: 'The answer would be before the proposal of {usedOn}.',
  },
} as const satisfies Record<`organization.liaisonRight.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonRightRefusals> = refuseWith(liaisonRightRefusals);

function use(
  data: UseLiaisonRight,
  { service, role, units }: RightCircumstances,
  { used }: LiaisonRightState,
  { today }: Moment,
): LiaisonRightEvent[] {
  if (used) {
    const { postUnitId: _unit, ...told } = used;
    return sameContent(data, told) ? [] : refuse('organization.liaisonRight.useDiffers');
  }
  const { rightId, form, proposedTo, usedOn } = data;
  if (usedOn > today) refuse('organization.liaisonRight.dayInFuture', { on: usedOn });
  if (!service || !wasOnDuty(service, usedOn)) return refuse('organization.liaisonRight.notOnDuty', { on: usedOn });
  if (!role?.rights.items.some(({ itemId }) => itemId === rightId))
    refuse('organization.liaisonRight.rightNotDefined', { rightId });
  if (form === 'proposal' && !proposedTo) refuse('organization.liaisonRight.addressMissing');
  if (proposedTo) {
    if (form !== 'proposal') refuse('organization.liaisonRight.addressNotAsked');
    requireSuperior(proposedTo.unitId, service.unitId, units);
    if (proposedTo.answerDueOn < usedOn) refuse('organization.liaisonRight.answerDueTooEarly', { usedOn });
  }
  return [{ type: 'LiaisonRightUsed', data: { ...data, postUnitId: service.unitId } }];
}

function answer(
  data: AnswerLiaisonProposal,
  { used, answered }: LiaisonRightState,
  { today }: Moment,
): LiaisonRightEvent[] {
  if (!used?.proposedTo) return refuse('organization.liaisonRight.notProposed');
  if (answered) return sameContent(data, answered) ? [] : refuse('organization.liaisonRight.answerDiffers');
  if (data.answeredOn > today) refuse('organization.liaisonRight.dayInFuture', { on: data.answeredOn });
  if (data.answeredOn < used.usedOn) refuse('organization.liaisonRight.answerTooEarly', { usedOn: used.usedOn });
  return [{ type: 'LiaisonProposalAnswered', data }];
}
