import type {
  DiscloseFactoryAffairs,
  FactoryAffairsDisclosed,
  FactoryAffairsDisclosureEvent,
  FactoryAffairsDisclosureObjectedTo,
  FactoryAffairsObjectionRepliedTo,
  ObjectToFactoryAffairsDisclosure,
  OpenMatter,
  ReplyToFactoryAffairsObjection,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** Nothing was disclosed under this id. */
export interface NotPosted {
  stage: 'notPosted';
}

interface Objection {
  raised: FactoryAffairsDisclosureObjectedTo;
  reply?: FactoryAffairsObjectionRepliedTo;
}

export interface Posted {
  stage: 'posted';
  posted: FactoryAffairsDisclosed;
  objections: ReadonlyMap<string, Objection>;
}

export type FactoryAffairsDisclosureState = NotPosted | Posted;

/** The commands, with what must be known of the enterprise and the matter; `undefined` where the list in force does not hold it. */
export type FactoryAffairsDisclosureWish =
  | {
      type: 'DiscloseFactoryAffairs';
      data: DiscloseFactoryAffairs;
      isOpenEnterprise: boolean;
      matter?: OpenMatter | undefined;
    }
  | { type: 'ObjectToFactoryAffairsDisclosure'; data: ObjectToFactoryAffairsDisclosure }
  | { type: 'ReplyToFactoryAffairsObjection'; data: ReplyToFactoryAffairsObjection };

/** A matter disclosed to the employees of an enterprise (厂务公开), with objections and replies (HM-04g). */
export const factoryAffairsDisclosure: Decider<
  FactoryAffairsDisclosureWish,
  FactoryAffairsDisclosureEvent,
  FactoryAffairsDisclosureState
> = { initialState: { stage: 'notPosted' }, evolve, decide };

function evolve(
  state: FactoryAffairsDisclosureState,
  event: FactoryAffairsDisclosureEvent,
): FactoryAffairsDisclosureState {
  if (event.type === 'FactoryAffairsDisclosed') return { stage: 'posted', posted: event.data, objections: new Map() };
  const disclosure = state as Posted;
  const objections = new Map(disclosure.objections);
  switch (event.type) {
    case 'FactoryAffairsDisclosureObjectedTo':
      return { ...disclosure, objections: objections.set(event.data.objectionId, { raised: event.data }) };
    case 'FactoryAffairsObjectionRepliedTo': {
      const { objectionId } = event.data;
      const { raised } = objections.get(objectionId)!;
      return { ...disclosure, objections: objections.set(objectionId, { raised, reply: event.data }) };
    }
    default:
      return unknownFact(event);
  }
}

function decide(
  wish: FactoryAffairsDisclosureWish,
  state: FactoryAffairsDisclosureState,
  moment: Moment,
): FactoryAffairsDisclosureEvent[] {
  switch (wish.type) {
    case 'DiscloseFactoryAffairs':
      return disclose(wish, state, moment);
    case 'ObjectToFactoryAffairsDisclosure':
      return objectTo(wish.data, posted(state), moment);
    case 'ReplyToFactoryAffairsObjection':
      return reply(wish.data, posted(state), moment);
    default:
      return unknownWish(wish);
  }
}

export const factoryAffairsDisclosureRefusals = {
  'organization.factoryAffairsDisclosure.unknown': { zh: '没有这项公开', en: 'There is no such disclosure.' },
  'organization.factoryAffairsDisclosure.postedOtherwise': {
    zh: '该编号的公开已登记，内容不同',
    en: 'A disclosure with this id was posted already, with other content.',
  },
  'organization.factoryAffairsDisclosure.notAnOpenEnterprise': {
    zh: '该单元不是在册企业',
    en: 'The unit is no open enterprise.',
  },
  'organization.factoryAffairsDisclosure.matterNotListed': {
    zh: '{postedOn} 生效的公开事项目录没有 {matterId}',
    en: 'The list of matters in force on {postedOn} holds no {matterId}.',
  },
  'organization.factoryAffairsDisclosure.endsBeforeItBegins': {
    zh: '公开截止日早于公开日 {postedOn}',
    en: 'It cannot stand until a day before it was posted on {postedOn}.',
  },
  'organization.factoryAffairsDisclosure.objectionDiffers': {
    zh: '异议 {objectionId} 已登记，内容不同',
    en: 'The objection {objectionId} was recorded already, with other content.',
  },
  'organization.factoryAffairsDisclosure.objectionUnknown': {
    zh: '没有异议 {objectionId}',
    en: 'There is no objection {objectionId}.',
  },
  'organization.factoryAffairsDisclosure.repliedOtherwise': {
    zh: '异议 {objectionId} 已答复，内容不同',
    en: 'The objection {objectionId} was replied to already, with other content.',
  },
} as const satisfies Record<`organization.factoryAffairsDisclosure.${string}`, Bilingual>;

const refuse: RefuseOf<typeof factoryAffairsDisclosureRefusals> = refuseWith(factoryAffairsDisclosureRefusals);

function disclose(
  { data, isOpenEnterprise, matter }: FactoryAffairsDisclosureWish & { type: 'DiscloseFactoryAffairs' },
  state: FactoryAffairsDisclosureState,
  moment: Moment,
): FactoryAffairsDisclosureEvent[] {
  const { matterId, postedOn, postedUntil } = data;
  if (state.stage === 'posted') {
    const { matterTitle: _matterTitle, ...known } = state.posted;
    return sameContent(data, known) ? [] : refuse('organization.factoryAffairsDisclosure.postedOtherwise');
  }
  requireEntryDay(postedOn, moment);
  if (!isOpenEnterprise) refuse('organization.factoryAffairsDisclosure.notAnOpenEnterprise');
  if (postedUntil < postedOn) refuse('organization.factoryAffairsDisclosure.endsBeforeItBegins', { postedOn });
  if (!matter) return refuse('organization.factoryAffairsDisclosure.matterNotListed', { matterId, postedOn });
  return [{ type: 'FactoryAffairsDisclosed', data: { ...data, matterTitle: matter.title } }];
}

function objectTo(
  data: ObjectToFactoryAffairsDisclosure,
  { posted, objections }: Posted,
  moment: Moment,
): FactoryAffairsDisclosureEvent[] {
  const { objectionId } = data;
  const known = objections.get(objectionId);
  if (known) {
    if (sameContent(data, known.raised)) return [];
    refuse('organization.factoryAffairsDisclosure.objectionDiffers', { objectionId });
  }
  requireEntryDay(data.objectedOn, moment, posted.postedOn);
  return [{ type: 'FactoryAffairsDisclosureObjectedTo', data }];
}

function reply(
  data: ReplyToFactoryAffairsObjection,
  { objections }: Posted,
  moment: Moment,
): FactoryAffairsDisclosureEvent[] {
  const { objectionId } = data;
  const known = objections.get(objectionId);
  if (!known) return refuse('organization.factoryAffairsDisclosure.objectionUnknown', { objectionId });
  if (known.reply) {
    if (sameContent(data, known.reply)) return [];
    refuse('organization.factoryAffairsDisclosure.repliedOtherwise', { objectionId });
  }
  requireEntryDay(data.repliedOn, moment, known.raised.objectedOn);
  return [{ type: 'FactoryAffairsObjectionRepliedTo', data }];
}

const posted = (state: FactoryAffairsDisclosureState): Posted =>
  state.stage === 'notPosted' ? refuse('organization.factoryAffairsDisclosure.unknown') : state;
