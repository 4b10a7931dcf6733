import type {
  CrossHeldPostRecorded,
  EmployeeSeatRecorded,
  EndCrossHeldPost,
  EndEnterpriseGovernance,
  EnterpriseGovernanceEvent,
  PartyBuildingInArticlesRecorded,
  RecordCrossHeldPost,
  RecordEmployeeSeat,
  RecordPartyBuildingInArticles,
  VacateEmployeeSeat,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** What lasts until it ends; the day is the first one without it. */
interface Lasting<Recorded> {
  recorded: Recorded;
  endedOn: Day | null;
}

/** What is known of the governance of an enterprise; collections are by identifier and keep what ended. */
export interface EnterpriseGovernanceState {
  articles: PartyBuildingInArticlesRecorded | undefined;
  crossHeldPosts: ReadonlyMap<string, Lasting<CrossHeldPostRecorded>>;
  seats: ReadonlyMap<string, Lasting<EmployeeSeatRecorded>>;
  /** The day on which the enterprise was closed. */
  endedOn: Day | null;
}

type RecordWish =
  | { type: 'RecordPartyBuildingInArticles'; data: RecordPartyBuildingInArticles }
  | { type: 'RecordCrossHeldPost'; data: RecordCrossHeldPost }
  | { type: 'RecordEmployeeSeat'; data: RecordEmployeeSeat };

/** The commands, with whether the unit is an open enterprise. */
export type EnterpriseGovernanceWish =
  | (RecordWish & { isOpenEnterprise: boolean })
  | { type: 'EndCrossHeldPost'; data: EndCrossHeldPost }
  | { type: 'VacateEmployeeSeat'; data: VacateEmployeeSeat }
  | { type: 'EndEnterpriseGovernance'; data: EndEnterpriseGovernance };

/** Party and workers in the governance of an enterprise: its articles, cross-held posts, employee seats on its boards (HM-03c, HM-04j). */
export const enterpriseGovernance: Decider<
  EnterpriseGovernanceWish,
  EnterpriseGovernanceEvent,
  EnterpriseGovernanceState
> = {
  initialState: { articles: undefined, crossHeldPosts: new Map(), seats: new Map(), endedOn: null },
  evolve,
  decide,
};

function evolve(state: EnterpriseGovernanceState, event: EnterpriseGovernanceEvent): EnterpriseGovernanceState {
  const { crossHeldPosts, seats } = state;
  switch (event.type) {
    case 'PartyBuildingInArticlesRecorded':
      return { ...state, articles: event.data };
    case 'CrossHeldPostRecorded': {
      const post = { recorded: event.data, endedOn: null };
      return { ...state, crossHeldPosts: new Map(crossHeldPosts).set(event.data.crossHeldPostId, post) };
    }
    case 'CrossHeldPostEnded': {
      const { crossHeldPostId, endedOn } = event.data;
      const post = { ...crossHeldPosts.get(crossHeldPostId)!, endedOn };
      return { ...state, crossHeldPosts: new Map(crossHeldPosts).set(crossHeldPostId, post) };
    }
    case 'EmployeeSeatRecorded': {
      const seat = { recorded: event.data, endedOn: null };
      return { ...state, seats: new Map(seats).set(event.data.seatId, seat) };
    }
    case 'EmployeeSeatVacated': {
      const { seatId, vacatedOn: endedOn } = event.data;
      return { ...state, seats: new Map(seats).set(seatId, { ...seats.get(seatId)!, endedOn }) };
    }
    case 'EnterpriseGovernanceEnded':
      return { ...state, endedOn: event.data.endedOn };
    default:
      return unknownFact(event);
  }
}

function decide(
  wish: EnterpriseGovernanceWish,
  state: EnterpriseGovernanceState,
  moment: Moment,
): EnterpriseGovernanceEvent[] {
  switch (wish.type) {
    case 'RecordPartyBuildingInArticles':
      return recordArticles(wish.data, openEnterprise(wish, state), moment);
    case 'RecordCrossHeldPost':
      return recordCrossHeldPost(wish.data, openEnterprise(wish, state), moment);
    case 'EndCrossHeldPost':
      return endCrossHeldPost(wish.data, state, moment);
    case 'RecordEmployeeSeat':
      return recordSeat(wish.data, openEnterprise(wish, state), moment);
    case 'VacateEmployeeSeat':
      return vacateSeat(wish.data, state, moment);
    case 'EndEnterpriseGovernance':
      return end(wish.data, state);
    default:
      return unknownWish(wish);
  }
}

export const enterpriseGovernanceRefusals = {
  'organization.enterpriseGovernance.notAnOpenEnterprise': {
    zh: '该单元不是在册企业',
    en: 'The unit is no open enterprise.',
  },
  'organization.enterpriseGovernance.idTaken': {
    zh: '编号 {id} 已用于内容不同的记录',
    en: 'The id {id} stands for another record of this enterprise already.',
  },
  'organization.enterpriseGovernance.recordUnknown': {
    zh: '该企业没有编号为 {id} 的有效记录',
    en: 'The enterprise has no record {id} that lasts.',
  },
  'organization.enterpriseGovernance.termEndsBeforeItBegins': {
    zh: '任期截止日早于开始日 {termFrom}',
    en: 'The term cannot end before it begins on {termFrom}.',
  },
  'organization.enterpriseGovernance.termBeforeElection': {
    zh: '任期开始日早于选举日 {electedOn}',
    en: 'The term cannot begin before the election on {electedOn}.',
  },
  'organization.enterpriseGovernance.seatHeldAlready': {
    zh: '该职工已担任此职（{seatId}）',
    en: 'The employee sits on this board already ({seatId}); that seat must be vacated first.',
  },
  'organization.enterpriseGovernance.directorAndSupervisor': {
    zh: '董事不得兼任监事（{seatId}）',
    en: 'Nobody is director and supervisor at once ({seatId}).',
  },
} as const satisfies Record<`organization.enterpriseGovernance.${string}`, Bilingual>;

const refuse: RefuseOf<typeof enterpriseGovernanceRefusals> = refuseWith(enterpriseGovernanceRefusals);

function recordArticles(
  data: RecordPartyBuildingInArticles,
  { articles }: EnterpriseGovernanceState,
  moment: Moment,
): EnterpriseGovernanceEvent[] {
  if (articles && sameContent(data, articles)) return [];
  requireEntryDay(data.fromDay, moment, articles?.fromDay);
  return [{ type: 'PartyBuildingInArticlesRecorded', data }];
}

function recordCrossHeldPost(
  data: RecordCrossHeldPost,
  { crossHeldPosts }: EnterpriseGovernanceState,
  moment: Moment,
): EnterpriseGovernanceEvent[] {
  if (isToldAlready(data, data.crossHeldPostId, crossHeldPosts)) return [];
  requireEntryDay(data.fromDay, moment);
  return [{ type: 'CrossHeldPostRecorded', data }];
}

function endCrossHeldPost(
  data: EndCrossHeldPost,
  { crossHeldPosts }: EnterpriseGovernanceState,
  moment: Moment,
): EnterpriseGovernanceEvent[] {
  const { recorded, endedOn } = known(data.crossHeldPostId, crossHeldPosts);
  if (endedOn === data.endedOn) return [];
  requireLasting(data.crossHeldPostId, endedOn);
  requireEntryDay(data.endedOn, moment, recorded.fromDay);
  return [{ type: 'CrossHeldPostEnded', data }];
}

function recordSeat(
  data: RecordEmployeeSeat,
  { seats }: EnterpriseGovernanceState,
  moment: Moment,
): EnterpriseGovernanceEvent[] {
  const { seatId, board, workerId, electedOn, termFrom, termUntil } = data;
  if (isToldAlready(data, seatId, seats)) return [];
  requireEntryDay(electedOn, moment);
  if (termFrom < electedOn) refuse('organization.enterpriseGovernance.termBeforeElection', { electedOn });
  if (termUntil < termFrom) refuse('organization.enterpriseGovernance.termEndsBeforeItBegins', { termFrom });
  for (const { recorded: held, endedOn } of seats.values()) {
    if (held.workerId !== workerId || (endedOn !== null && endedOn <= termFrom)) continue;
    if (held.board === board) refuse('organization.enterpriseGovernance.seatHeldAlready', { seatId: held.seatId });
    refuse('organization.enterpriseGovernance.directorAndSupervisor', { seatId: held.seatId });
  }
  return [{ type: 'EmployeeSeatRecorded', data }];
}

function vacateSeat(
  data: VacateEmployeeSeat,
  { seats }: EnterpriseGovernanceState,
  moment: Moment,
): EnterpriseGovernanceEvent[] {
  const { recorded, endedOn } = known(data.seatId, seats);
  if (endedOn === data.vacatedOn) return [];
  requireLasting(data.seatId, endedOn);
  requireEntryDay(data.vacatedOn, moment, recorded.electedOn);
  return [{ type: 'EmployeeSeatVacated', data }];
}

/** Sent for every unit that is closed: nothing to end where nothing was told. */
function end(data: EndEnterpriseGovernance, state: EnterpriseGovernanceState): EnterpriseGovernanceEvent[] {
  const nothingTold = !state.articles && state.crossHeldPosts.size === 0 && state.seats.size === 0;
  return nothingTold || state.endedOn !== null ? [] : [{ type: 'EnterpriseGovernanceEnded', data }];
}

function openEnterprise(
  { isOpenEnterprise }: { isOpenEnterprise: boolean },
  state: EnterpriseGovernanceState,
): EnterpriseGovernanceState {
  if (!isOpenEnterprise || state.endedOn !== null) refuse('organization.enterpriseGovernance.notAnOpenEnterprise');
  return state;
}

function isToldAlready<Recorded extends object>(
  data: Recorded,
  id: string,
  all: ReadonlyMap<string, Lasting<Recorded>>,
): boolean {
  const told = all.get(id);
  if (told && !sameContent(data, told.recorded)) refuse('organization.enterpriseGovernance.idTaken', { id });
  return told !== undefined;
}

function known<Recorded>(id: string, all: ReadonlyMap<string, Lasting<Recorded>>): Lasting<Recorded> {
  return all.get(id) ?? refuse('organization.enterpriseGovernance.recordUnknown', { id });
}

function requireLasting(id: string, endedOn: Day | null): void {
  if (endedOn !== null) refuse('organization.enterpriseGovernance.recordUnknown', { id });
}
