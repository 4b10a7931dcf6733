import type {
  AssessPartyDues,
  ExcuseDues,
  PartyDuesAssessed,
  PartyDuesEvent,
  RecordDuesPayment,
} from '@gongyou/contracts';
import { type Bilingual, type Month, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';
import { monthlyDuesOf } from './dues-rate';

/** No dues were assessed for the member. */
export interface NotAssessed {
  stage: 'notAssessed';
}

export interface Assessed {
  stage: 'assessed';
  /** As assessed last. */
  assessed: PartyDuesAssessed;
  from: Month;
  paid: ReadonlySet<Month>;
  excused: ReadonlySet<Month>;
}

export type PartyDuesState = NotAssessed | Assessed;

/** The commands; `unitId`: the unit of the member's organization, where that exists and was not dissolved. */
export type PartyDuesWish =
  | { type: 'AssessPartyDues'; data: AssessPartyDues; unitId?: string | undefined }
  | { type: 'RecordDuesPayment'; data: RecordDuesPayment }
  | { type: 'ExcuseDues'; data: ExcuseDues };

/** The dues of one member: assessed by the rule, paid or excused month by month (HM-02f; PD-26). */
export const partyDues: Decider<PartyDuesWish, PartyDuesEvent, PartyDuesState> = {
  initialState: { stage: 'notAssessed' },
  evolve,
  decide,
};

function evolve(state: PartyDuesState, event: PartyDuesEvent): PartyDuesState {
  switch (event.type) {
    case 'PartyDuesAssessed': {
      if (state.stage === 'assessed') return { ...state, assessed: event.data };
      return { stage: 'assessed', assessed: event.data, from: event.data.from, paid: new Set(), excused: new Set() };
    }
    case 'PartyDuesPaid': {
      const dues = state as Assessed;
      return { ...dues, paid: new Set([...dues.paid, ...event.data.months]) };
    }
    case 'PartyDuesExcused': {
      const dues = state as Assessed;
      return { ...dues, excused: new Set([...dues.excused, ...event.data.months]) };
    }
    default:
      return unknownFact(event);
  }
}

function decide(wish: PartyDuesWish, state: PartyDuesState, moment: Moment): PartyDuesEvent[] {
  switch (wish.type) {
    case 'AssessPartyDues':
      return assess(wish.data, wish.unitId, state);
    case 'RecordDuesPayment':
      return pay(wish.data, assessed(state), moment);
    case 'ExcuseDues':
      return excuse(wish.data, assessed(state), moment);
    default:
      return unknownWish(wish);
  }
}

export const partyDuesRefusals = {
  'organization.partyDues.notAssessed': { zh: '尚未核定党费', en: 'No dues have been assessed.' },
  'organization.partyDues.branchMissing': {
    zh: '党组织不存在或已撤销',
    en: 'The Party organization does not exist, or was dissolved.',
  },
  'organization.partyDues.beforeAssessment': {
    zh: '{month} 早于党费起算月份 {from}',
    en: '{month} is before dues began, in {from}.',
  },
} as const satisfies Record<`organization.partyDues.${string}`, Bilingual>;

const refuse: RefuseOf<typeof partyDuesRefusals> = refuseWith(partyDuesRefusals);

function assess(data: AssessPartyDues, unitId: string | undefined, state: PartyDuesState): PartyDuesEvent[] {
  const { memberId, partyOrganizationId, afterTaxMonthlyFen, pensioner, from } = data;
  if (unitId === undefined) return refuse('organization.partyDues.branchMissing');
  const monthlyDuesFen = monthlyDuesOf(afterTaxMonthlyFen, pensioner);
  const dues: PartyDuesAssessed = { memberId, partyOrganizationId, unitId, monthlyDuesFen, from };
  if (state.stage === 'assessed') {
    if (sameContent(dues, state.assessed)) return [];
    requireSince(state.from, [from]);
  }
  return [{ type: 'PartyDuesAssessed', data: dues }];
}

/** Months can be paid ahead; a month paid twice is counted once. */
function pay({ memberId, months, paidOn }: RecordDuesPayment, state: Assessed, moment: Moment): PartyDuesEvent[] {
  const news = months.filter((month) => !state.paid.has(month));
  if (news.length === 0) return [];
  requireEntryDay(paidOn, moment);
  requireSince(state.from, news);
  return [{ type: 'PartyDuesPaid', data: { memberId, months: news, paidOn } }];
}

function excuse({ memberId, months, excusedOn }: ExcuseDues, state: Assessed, moment: Moment): PartyDuesEvent[] {
  const news = months.filter((month) => !state.excused.has(month));
  if (news.length === 0) return [];
  requireEntryDay(excusedOn, moment);
  requireSince(state.from, news);
  return [{ type: 'PartyDuesExcused', data: { memberId, months: news, excusedOn } }];
}

function assessed(state: PartyDuesState): Assessed {
  return state.stage === 'assessed' ? state : refuse('organization.partyDues.notAssessed');
}

function requireSince(from: Month, months: readonly Month[]): void {
  const month = months.find((each) => each < from);
  if (month !== undefined) refuse('organization.partyDues.beforeAssessment', { month, from });
}
