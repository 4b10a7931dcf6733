import type { AppointCrewLeader, CrewEvent, RelieveCrewLeader } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { refuse } from './crew.refusals';
import type { Leadership, StandingCrew } from './crew.state';
import { withinItsLife } from './crew-days';

export function appointLeader(data: AppointCrewLeader, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, workerId, appointedOn } = data;
  const leader = leaderOf(crew);
  if (leader?.workerId === workerId) return [];
  withinItsLife(appointedOn, crew, moment);
  const last = crew.leaders.at(-1);
  const since = last?.until ?? last?.from;
  if (since !== undefined && appointedOn < since) refuse('organization.crew.beforeLeader', { since });
  return [{ type: 'CrewLeaderAppointed', data: { unitId, workerId, replacedWorkerId: leader?.workerId, appointedOn } }];
}

export function relieveLeader(data: RelieveCrewLeader, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, reason, relievedOn } = data;
  const leader = leaderOf(crew);
  if (!leader) return refuse('organization.crew.noLeader');
  withinItsLife(relievedOn, crew, moment);
  if (relievedOn < leader.from) refuse('organization.crew.beforeLeader', { since: leader.from });
  return [{ type: 'CrewLeaderRelieved', data: { unitId, workerId: leader.workerId, reason, relievedOn } }];
}

/** Whether a worker led the crew on a day. */
export const ledOn = ({ leaders }: StandingCrew, workerId: string, day: Day): boolean =>
  leaders.some((each) => each.workerId === workerId && each.from <= day && (each.until === null || day <= each.until));

function leaderOf({ leaders }: StandingCrew): Leadership | undefined {
  const last = leaders.at(-1);
  return last?.until === null ? last : undefined;
}
