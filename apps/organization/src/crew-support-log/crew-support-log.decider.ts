import type {
  CrewSupportLogCommand,
  CrewSupportLogEvent,
  CrewSupportRole,
  CrewSupportVisit,
  RecordCrewSupportVisit,
  WithdrawCrewSupportVisit,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';
import { requireRaisable, type RequestGround } from '../matter/raising';

/** How long somebody is stationed with the crew, as whom, and who it is. */
export interface Stationing {
  role: CrewSupportRole;
  stationedId: string;
  fromDay: Day;
  /** The last day; none while no end is known. */
  endedOn: Day | null;
}

/** What a visit is judged by. */
export interface VisitCircumstances {
  /** The stationing that the visit names; none when the crew has none of that id. */
  stationing: Stationing | undefined;
  /** Where the requests of the visit lead to. */
  requestGround: RequestGround;
}

export type CrewSupportLogWish =
  | (Extract<CrewSupportLogCommand, { type: 'RecordCrewSupportVisit' }> & { circumstances: VisitCircumstances })
  | Extract<CrewSupportLogCommand, { type: 'WithdrawCrewSupportVisit' }>;

/** The visits to one crew in one month. */
export interface CrewSupportLogState {
  visits: ReadonlyMap<string, CrewSupportVisit>;
  withdrawnIds: ReadonlySet<string>;
}

/** As many visits as a crew's month may hold. */
export const MOST_VISITS_A_MONTH = 300;

/** The rules of the log of those who are stationed with a crew (QD-10, QD-41): it is written for days of the stationing, ahead never. */
export const crewSupportLog: Decider<CrewSupportLogWish, CrewSupportLogEvent, CrewSupportLogState> = {
  initialState: { visits: new Map(), withdrawnIds: new Set() },
  evolve,
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'RecordCrewSupportVisit':
        return record(wish.data, wish.circumstances, state, moment);
      case 'WithdrawCrewSupportVisit':
        return withdraw(wish.data, state);
      default:
        return unknownWish(wish);
    }
  },
};

function evolve({ visits, withdrawnIds }: CrewSupportLogState, event: CrewSupportLogEvent): CrewSupportLogState {
  switch (event.type) {
    case 'CrewSupportVisitRecorded': {
      const { visit } = event.data;
      return { visits: new Map([...visits, [visit.visitId, visit]]), withdrawnIds };
    }
    case 'CrewSupportVisitWithdrawn': {
      const { visitId } = event.data;
      const kept = [...visits].filter(([each]) => each !== visitId);
      return { visits: new Map(kept), withdrawnIds: new Set([...withdrawnIds, visitId]) };
    }
    default:
      return unknownFact(event);
  }
}

export const crewSupportLogRefusals = {
  'organization.crewSupportLog.visitDiffers': {
    zh: '该编号的走访已登记，内容不同',
    en: 'A visit with this id was recorded already, with other content.',
  },
  'organization.crewSupportLog.visitWithdrawn': {
    zh: '该编号的走访已撤销',
    en: 'The visit with this id was withdrawn.',
  },
  'organization.crewSupportLog.visitUnknown': { zh: '没有这次走访', en: 'There is no such visit.' },
  'organization.crewSupportLog.notStationed': {
    zh: '{on} 没有编号为 {assignmentId} 的包保或进驻',
    en: 'On {on} the crew had no support or stationing {assignmentId}.',
  },
  'organization.crewSupportLog.monthFull': {
    zh: '一个班组一个月最多登记 {most} 次走访',
    en: 'A crew’s month holds at most {most} visits.',
  },
} as const satisfies Record<`organization.crewSupportLog.${string}`, Bilingual>;

const refuse: RefuseOf<typeof crewSupportLogRefusals> = refuseWith(crewSupportLogRefusals);

function record(
  { unitId, visit }: RecordCrewSupportVisit,
  { stationing, requestGround }: VisitCircumstances,
  { visits, withdrawnIds }: CrewSupportLogState,
  moment: Moment,
): CrewSupportLogEvent[] {
  const { visitId, assignmentId, visitedOn, requests } = visit;
  const known = visits.get(visitId);
  if (known) return sameContent(visit, known) ? [] : refuse('organization.crewSupportLog.visitDiffers');
  if (withdrawnIds.has(visitId)) refuse('organization.crewSupportLog.visitWithdrawn');
  requireEntryDay(visitedOn, moment);
  if (
    !stationing ||
    visitedOn < stationing.fromDay ||
    (stationing.endedOn !== null && visitedOn > stationing.endedOn)
  ) {
    return refuse('organization.crewSupportLog.notStationed', { on: visitedOn, assignmentId });
  }
  requireRaisable(requests, unitId, visitedOn, requestGround);
  if (visits.size >= MOST_VISITS_A_MONTH) {
    refuse('organization.crewSupportLog.monthFull', { most: MOST_VISITS_A_MONTH });
  }
  const { role, stationedId } = stationing;
  return [{ type: 'CrewSupportVisitRecorded', data: { unitId, role, stationedId, visit } }];
}

function withdraw(
  { unitId, visitId, reason }: WithdrawCrewSupportVisit,
  { visits, withdrawnIds }: CrewSupportLogState,
): CrewSupportLogEvent[] {
  if (withdrawnIds.has(visitId)) return [];
  const visit = visits.get(visitId);
  if (!visit) return refuse('organization.crewSupportLog.visitUnknown');
  const { assignmentId, visitedOn } = visit;
  return [{ type: 'CrewSupportVisitWithdrawn', data: { unitId, visitId, assignmentId, visitedOn, reason } }];
}
