import type {
  AnswerDisclosureObjection,
  CrewDisclosureEvent,
  CrewDisclosurePosted,
  DisclosureObjectionAnswered,
  DisclosureObjectionRaised,
  ObjectToCrewDisclosure,
  PostCrewDisclosure,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { type CrewLife, stoodOn } from '../crew/crew-life';

export interface NotPosted {
  stage: 'notPosted';
}

/** It hangs before the crew, with what was said against it. */
export interface Posted {
  stage: 'posted';
  posted: CrewDisclosurePosted;
  /** By their ids. */
  objections: ReadonlyMap<string, { raised: DisclosureObjectionRaised; answered?: DisclosureObjectionAnswered }>;
}

export type CrewDisclosureState = NotPosted | Posted;

/** The commands, with what must be known of the crew; one that was never formed is `undefined`. */
export type CrewDisclosureWish =
  | {
      type: 'PostCrewDisclosure';
      data: PostCrewDisclosure;
      crew?: CrewLife | undefined;
    }
  | { type: 'ObjectToCrewDisclosure'; data: ObjectToCrewDisclosure }
  | { type: 'AnswerDisclosureObjection'; data: AnswerDisclosureObjection };

/**
 * The rules of what is disclosed to a crew: posted with its day, objections taken and answered (QD-30). An objection is heard whenever it
 * comes, since nobody is refused an answer about his wages; whether it came in time is kept with it.
 */
export const crewDisclosure: Decider<CrewDisclosureWish, CrewDisclosureEvent, CrewDisclosureState> = {
  initialState: { stage: 'notPosted' },

  evolve(state, event) {
    if (event.type === 'CrewDisclosurePosted') return { stage: 'posted', posted: event.data, objections: new Map() };
    const { objections, ...disclosure } = state as Posted;
    const { objectionId } = event.data;
    switch (event.type) {
      case 'DisclosureObjectionRaised':
        return { ...disclosure, objections: new Map(objections).set(objectionId, { raised: event.data }) };
      case 'DisclosureObjectionAnswered': {
        const { raised } = objections.get(objectionId)!;
        return { ...disclosure, objections: new Map(objections).set(objectionId, { raised, answered: event.data }) };
      }
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    if (wish.type === 'PostCrewDisclosure') return post(wish, state, moment);
    if (state.stage === 'notPosted') return refuse('organization.crewDisclosure.unknown');
    switch (wish.type) {
      case 'ObjectToCrewDisclosure':
        return object(wish.data, state, moment);
      case 'AnswerDisclosureObjection':
        return answer(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const crewDisclosureRefusals = {
  'organization.crewDisclosure.unknown': { zh: '没有这项公示', en: 'There is no such disclosure.' },
  'organization.crewDisclosure.postedOtherwise': {
    zh: '该编号的公示已发布，内容不同；如有更正请另行公示',
    en: 'A disclosure with this id was posted already, with other content; post the corrected one anew.',
  },
  'organization.crewDisclosure.crewNotFormed': { zh: '班组尚未组建', en: 'The crew was never formed.' },
  'organization.crewDisclosure.outsideTheCrewsLife': {
    zh: '{on} 班组尚未组建或已解散',
    en: 'On {on} the crew was not formed yet, or was dissolved.',
  },
  'organization.crewDisclosure.endsBeforePosting': {
    zh: '异议截止日早于公示日 {postedOn}',
    en: 'Objections cannot end before it was posted on {postedOn}.',
  },
  'organization.crewDisclosure.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.crewDisclosure.beforeIt': {
    zh: '日期早于 {since}',
    en: 'The day is before {since}, when what it is about was told.',
  },
  'organization.crewDisclosure.objectionDiffers': {
    zh: '该编号的异议已提出，内容不同',
    en: 'An objection with this id was raised already, with other content.',
  },
  'organization.crewDisclosure.objectionUnknown': { zh: '没有这项异议', en: 'There is no such objection.' },
  'organization.crewDisclosure.answeredAlready': {
    zh: '该异议已答复，内容不同',
    en: 'The objection was answered already, otherwise.',
  },
} as const satisfies Record<`organization.crewDisclosure.${string}`, Bilingual>;

const refuse: RefuseOf<typeof crewDisclosureRefusals> = refuseWith(crewDisclosureRefusals);

function post(
  { data, crew }: CrewDisclosureWish & { type: 'PostCrewDisclosure' },
  state: CrewDisclosureState,
  moment: Moment,
): CrewDisclosureEvent[] {
  if (state.stage === 'posted') {
    return sameContent(data, state.posted) ? [] : refuse('organization.crewDisclosure.postedOtherwise');
  }
  const { disclosureId, unitId, subject, month, title, sha256, postedOn, objectionsUntil } = data;
  notInFuture(postedOn, moment);
  if (!crew) return refuse('organization.crewDisclosure.crewNotFormed');
  if (!stoodOn(crew, postedOn)) refuse('organization.crewDisclosure.outsideTheCrewsLife', { on: postedOn });
  if (objectionsUntil < postedOn) refuse('organization.crewDisclosure.endsBeforePosting', { postedOn });
  return [
    {
      type: 'CrewDisclosurePosted',
      data: { disclosureId, unitId, subject, month, title, sha256, postedOn, objectionsUntil },
    },
  ];
}

function object(
  { disclosureId, objectionId, workerId, objection, raisedOn }: ObjectToCrewDisclosure,
  { posted, objections }: Posted,
  moment: Moment,
): CrewDisclosureEvent[] {
  const known = objections.get(objectionId);
  if (known) {
    const { inTime: _judged, ...told } = known.raised;
    const same = sameContent({ disclosureId, objectionId, workerId, objection, raisedOn }, told);
    return same ? [] : refuse('organization.crewDisclosure.objectionDiffers');
  }
  notInFuture(raisedOn, moment);
  if (raisedOn < posted.postedOn) refuse('organization.crewDisclosure.beforeIt', { since: posted.postedOn });
  const inTime = raisedOn <= posted.objectionsUntil;
  return [
    {
      type: 'DisclosureObjectionRaised',
      data: { disclosureId, objectionId, workerId, objection, inTime, raisedOn },
    },
  ];
}

function answer(
  { disclosureId, objectionId, isUpheld, answer, answeredOn }: AnswerDisclosureObjection,
  { objections }: Posted,
  moment: Moment,
): CrewDisclosureEvent[] {
  const objection = objections.get(objectionId);
  if (!objection) return refuse('organization.crewDisclosure.objectionUnknown');
  const data = { disclosureId, objectionId, isUpheld, answer, answeredOn };
  if (objection.answered) {
    return sameContent(data, objection.answered) ? [] : refuse('organization.crewDisclosure.answeredAlready');
  }
  notInFuture(answeredOn, moment);
  const { raisedOn } = objection.raised;
  if (answeredOn < raisedOn) refuse('organization.crewDisclosure.beforeIt', { since: raisedOn });
  return [{ type: 'DisclosureObjectionAnswered', data }];
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.crewDisclosure.dayInFuture', { on });
}
