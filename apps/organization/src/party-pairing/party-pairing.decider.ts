import type {
  AgreePairing,
  EndPairing,
  JointActivityRecorded,
  PairingAgreed,
  PartyPairingEvent,
  RecordJointActivity,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** Nothing was agreed under this id. */
export interface NotAgreed {
  stage: 'notAgreed';
}

export interface Agreed {
  stage: 'agreed' | 'ended';
  agreed: PairingAgreed;
  activities: ReadonlyMap<string, JointActivityRecorded>;
  endedOn?: Day;
}

export type PartyPairingState = NotAgreed | Agreed;

/** The commands; `unitId`: the unit of the leading organization, where that exists and was not dissolved. */
export type PartyPairingWish =
  | { type: 'AgreePairing'; data: AgreePairing; unitId?: string | undefined }
  | { type: 'RecordJointActivity'; data: RecordJointActivity }
  | { type: 'EndPairing'; data: EndPairing };

/** Party organizations that build together: agreement, joint activities, end (WZ-14b). */
export const partyPairing: Decider<PartyPairingWish, PartyPairingEvent, PartyPairingState> = {
  initialState: { stage: 'notAgreed' },
  evolve,
  decide,
};

function evolve(state: PartyPairingState, event: PartyPairingEvent): PartyPairingState {
  switch (event.type) {
    case 'PairingAgreed':
      return { stage: 'agreed', agreed: event.data, activities: new Map() };
    case 'JointActivityRecorded': {
      const pairing = state as Agreed;
      return { ...pairing, activities: new Map([...pairing.activities, [event.data.activityId, event.data]]) };
    }
    case 'PairingEnded':
      return { ...(state as Agreed), stage: 'ended', endedOn: event.data.endedOn };
    default:
      return unknownFact(event);
  }
}

function decide(wish: PartyPairingWish, state: PartyPairingState, moment: Moment): PartyPairingEvent[] {
  switch (wish.type) {
    case 'AgreePairing':
      return agree(wish.data, wish.unitId, state);
    case 'RecordJointActivity':
      return recordActivity(wish.data, state, moment);
    case 'EndPairing':
      return end(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const partyPairingRefusals = {
  'organization.partyPairing.alreadyAgreed': {
    zh: '该编号的结对共建已经签订，内容不同',
    en: 'A pairing with this id was agreed already, with other content.',
  },
  'organization.partyPairing.unknown': { zh: '没有这个结对共建', en: 'There is no such pairing.' },
  'organization.partyPairing.ended': { zh: '结对共建已于 {endedOn} 结束', en: 'The pairing ended on {endedOn}.' },
  'organization.partyPairing.leaderMissing': {
    zh: '牵头党组织不存在或已撤销',
    en: 'The leading Party organization does not exist, or was dissolved.',
  },
  'organization.partyPairing.withItself': {
    zh: '党组织不能与自身结对',
    en: 'An organization cannot be paired with itself.',
  },
  'organization.partyPairing.endsBeforeItBegins': {
    zh: '共建期限的终止日早于起始日',
    en: 'The pairing would end before it begins.',
  },
  'organization.partyPairing.activityDiffers': {
    zh: '该编号的共建活动已经登记，内容不同',
    en: 'A joint activity with this id was recorded already, with other content.',
  },
} as const satisfies Record<`organization.partyPairing.${string}`, Bilingual>;

const refuse: RefuseOf<typeof partyPairingRefusals> = refuseWith(partyPairingRefusals);

function agree(data: AgreePairing, unitId: string | undefined, state: PartyPairingState): PartyPairingEvent[] {
  if (state.stage !== 'notAgreed') {
    const { unitId: _unitId, ...agreed } = state.agreed;
    if (sameContent(data, agreed)) return [];
    return refuse('organization.partyPairing.alreadyAgreed');
  }
  if (unitId === undefined) return refuse('organization.partyPairing.leaderMissing');
  if (data.partnerIds.includes(data.partyOrganizationId)) refuse('organization.partyPairing.withItself');
  if (data.until < data.from) refuse('organization.partyPairing.endsBeforeItBegins');
  return [{ type: 'PairingAgreed', data: { ...data, unitId } }];
}

function recordActivity(data: RecordJointActivity, state: PartyPairingState, moment: Moment): PartyPairingEvent[] {
  if (state.stage !== 'notAgreed') {
    const known = state.activities.get(data.activityId);
    if (known && sameContent(data, known)) return [];
    if (known) refuse('organization.partyPairing.activityDiffers');
  }
  requireEntryDay(data.heldOn, moment, inForce(state).agreed.from);
  return [{ type: 'JointActivityRecorded', data: { ...data } }];
}

function end({ pairingId, endedOn }: EndPairing, state: PartyPairingState, moment: Moment): PartyPairingEvent[] {
  if (state.stage === 'ended' && state.endedOn === endedOn) return [];
  requireEntryDay(endedOn, moment, inForce(state).agreed.from);
  return [{ type: 'PairingEnded', data: { pairingId, endedOn } }];
}

function inForce(state: PartyPairingState): Agreed {
  if (state.stage === 'notAgreed') return refuse('organization.partyPairing.unknown');
  if (state.endedOn !== undefined) return refuse('organization.partyPairing.ended', { endedOn: state.endedOn });
  return state;
}
