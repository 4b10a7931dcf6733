import type {
  ClosePartyMassServiceCentre,
  OpenPartyMassServiceCentre,
  PartyMassServiceCentreEvent,
  PartyMassServiceCentreOpened,
  PartyMassServiceCentreRevised,
  RevisePartyMassServiceCentre,
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
  opened: PartyMassServiceCentreOpened;
  revised?: PartyMassServiceCentreRevised;
}

export interface Closed {
  stage: 'closed';
  opened: PartyMassServiceCentreOpened;
  /** The first day on which it is not open any more. */
  closedOn: Day;
}

export type PartyMassServiceCentreState = NotOpened | Open | Closed;

export type PartyMassServiceCentreWish =
  | { type: 'OpenPartyMassServiceCentre'; data: OpenPartyMassServiceCentre; isOpenPark: boolean }
  | { type: 'RevisePartyMassServiceCentre'; data: RevisePartyMassServiceCentre }
  | { type: 'ClosePartyMassServiceCentre'; data: ClosePartyMassServiceCentre };

/** A Party-mass service centre in a park: opened, revised, closed (HM-03h). */
export const partyMassServiceCentre: Decider<
  PartyMassServiceCentreWish,
  PartyMassServiceCentreEvent,
  PartyMassServiceCentreState
> = { initialState: { stage: 'notOpened' }, evolve, decide };

function evolve(state: PartyMassServiceCentreState, event: PartyMassServiceCentreEvent): PartyMassServiceCentreState {
  if (event.type === 'PartyMassServiceCentreOpened') return { stage: 'open', opened: event.data };
  const { opened } = state as Open;
  switch (event.type) {
    case 'PartyMassServiceCentreRevised':
      return { stage: 'open', opened, revised: event.data };
    case 'PartyMassServiceCentreClosed':
      return { stage: 'closed', opened, closedOn: event.data.closedOn };
    default:
      return unknownFact(event);
  }
}

/** Whether a centre is open on a day. */
export function isOpenOn(state: PartyMassServiceCentreState, on: Day): boolean {
  if (state.stage === 'notOpened' || on < state.opened.openedOn) return false;
  return state.stage === 'open' || on < state.closedOn;
}

function decide(
  wish: PartyMassServiceCentreWish,
  state: PartyMassServiceCentreState,
  moment: Moment,
): PartyMassServiceCentreEvent[] {
  switch (wish.type) {
    case 'OpenPartyMassServiceCentre':
      return openCentre(wish.data, wish.isOpenPark, state, moment);
    case 'RevisePartyMassServiceCentre':
      return revise(wish.data, open(state), moment);
    case 'ClosePartyMassServiceCentre':
      return close(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const partyMassServiceCentreRefusals = {
  'organization.partyMassServiceCentre.unknown': { zh: '没有这个党群服务中心', en: 'There is no such centre.' },
  'organization.partyMassServiceCentre.closed': {
    zh: '党群服务中心已于 {closedOn} 关闭',
    en: 'The centre was closed on {closedOn}.',
  },
  'organization.partyMassServiceCentre.alreadyOpened': {
    zh: '该编号的党群服务中心已登记，内容不同',
    en: 'A centre with this id was opened already, with other content.',
  },
  'organization.partyMassServiceCentre.notAnOpenPark': {
    zh: '党群服务中心须设在在册园区',
    en: 'A centre stands in an open park.',
  },
} as const satisfies Record<`organization.partyMassServiceCentre.${string}`, Bilingual>;

const refuse: RefuseOf<typeof partyMassServiceCentreRefusals> = refuseWith(partyMassServiceCentreRefusals);

function openCentre(
  data: OpenPartyMassServiceCentre,
  isOpenPark: boolean,
  state: PartyMassServiceCentreState,
  moment: Moment,
): PartyMassServiceCentreEvent[] {
  if (state.stage !== 'notOpened') {
    return sameContent(data, state.opened) ? [] : refuse('organization.partyMassServiceCentre.alreadyOpened');
  }
  requireEntryDay(data.openedOn, moment);
  if (!isOpenPark) refuse('organization.partyMassServiceCentre.notAnOpenPark');
  return [{ type: 'PartyMassServiceCentreOpened', data }];
}

function revise(
  data: RevisePartyMassServiceCentre,
  { opened, revised }: Open,
  moment: Moment,
): PartyMassServiceCentreEvent[] {
  if (sameContent(data, revised)) return [];
  requireEntryDay(data.revisedOn, moment, revised?.revisedOn ?? opened.openedOn);
  return [{ type: 'PartyMassServiceCentreRevised', data }];
}

function close(
  data: ClosePartyMassServiceCentre,
  state: PartyMassServiceCentreState,
  moment: Moment,
): PartyMassServiceCentreEvent[] {
  if (state.stage === 'closed' && state.closedOn === data.closedOn) return [];
  const { opened, revised } = open(state);
  requireEntryDay(data.closedOn, moment, revised?.revisedOn ?? opened.openedOn);
  return [{ type: 'PartyMassServiceCentreClosed', data }];
}

function open(state: PartyMassServiceCentreState): Open {
  if (state.stage === 'notOpened') return refuse('organization.partyMassServiceCentre.unknown');
  if (state.stage === 'closed') {
    return refuse('organization.partyMassServiceCentre.closed', { closedOn: state.closedOn });
  }
  return state;
}
