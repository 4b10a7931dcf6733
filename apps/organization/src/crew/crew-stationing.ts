import type {
  AssignCrewSupport,
  CrewEvent,
  EndCrewSupport,
  EndPartyMemberStationing,
  StationPartyMember,
} from '@gongyou/contracts';
import { type Day, sameContent } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { refuse } from './crew.refusals';
import type { Ending, StandingCrew } from './crew.state';
import { notBeforeItsBeginning, withinItsLife } from './crew-days';

/** One manager at a time answers for a crew, so that nobody can point to another (QD-13). He may answer for other crews too. */
export function assignSupport(data: AssignCrewSupport, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, assignmentId, managerId, duties, fromDay, plannedUntil } = data;
  const known = crew.supports.get(assignmentId);
  if (known) return sameContent(data, known.made) ? [] : refuse('organization.crew.idTaken', { id: assignmentId });
  withinItsLife(fromDay, crew, moment);
  notBeforeItsBeginning(plannedUntil, fromDay);
  const standing = [...crew.supports.values()].find((each) => lastsOn(each, fromDay));
  if (standing) refuse('organization.crew.supportStands', { assignmentId: standing.made.assignmentId });
  return [{ type: 'CrewSupportAssigned', data: { unitId, assignmentId, managerId, duties, fromDay, plannedUntil } }];
}

export function endSupport(data: EndCrewSupport, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, assignmentId, reason, endedOn } = data;
  if (!mayEnd(crew.supports.get(assignmentId), assignmentId, endedOn, crew, moment)) return [];
  return [{ type: 'CrewSupportEnded', data: { unitId, assignmentId, reason, endedOn } }];
}

/** Several Party members may guide a crew, each once at a time (QD-10). */
export function stationPartyMember(data: StationPartyMember, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, stationingId, workerId, fromDay, plannedUntil } = data;
  const known = crew.stationings.get(stationingId);
  if (known) return sameContent(data, known.made) ? [] : refuse('organization.crew.idTaken', { id: stationingId });
  withinItsLife(fromDay, crew, moment);
  notBeforeItsBeginning(plannedUntil, fromDay);
  const standing = [...crew.stationings.values()].find(
    (each) => each.made.workerId === workerId && lastsOn(each, fromDay),
  );
  if (standing) refuse('organization.crew.alreadyStationed', { stationingId: standing.made.stationingId });
  return [{ type: 'PartyMemberStationed', data: { unitId, stationingId, workerId, fromDay, plannedUntil } }];
}

export function endStationing(data: EndPartyMemberStationing, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, stationingId, reason, endedOn } = data;
  if (!mayEnd(crew.stationings.get(stationingId), stationingId, endedOn, crew, moment)) return [];
  return [{ type: 'PartyMemberStationingEnded', data: { unitId, stationingId, reason, endedOn } }];
}

/** Whether it lasts on a day or comes after it: what is to begin then without an end would meet it. */
const lastsOn = ({ endedOn }: Ending<unknown>, day: Day): boolean => endedOn === null || endedOn >= day;

/** False when it has ended already: it ends once, however often it is told. */
function mayEnd(
  known: Ending<{ fromDay: Day }> | undefined,
  id: string,
  endedOn: Day,
  crew: StandingCrew,
  moment: Moment,
): boolean {
  if (!known) return refuse('organization.crew.recordUnknown', { id });
  if (known.endedOn !== null) return false;
  withinItsLife(endedOn, crew, moment);
  notBeforeItsBeginning(endedOn, known.made.fromDay);
  return true;
}
