import type { CrewState } from '../crew/crew.state';
import type { Stationing } from './crew-support-log.decider';

/** The support or the stationing of a crew by its id; none of a crew that does not stand. */
export function stationingOf(crew: CrewState, assignmentId: string): Stationing | undefined {
  if (crew.stage !== 'standing') return undefined;
  const support = crew.supports.get(assignmentId);
  if (support) {
    const { managerId: stationedId, fromDay } = support.made;
    return { role: 'stationedManager', stationedId, fromDay, endedOn: support.endedOn };
  }
  const stationing = crew.stationings.get(assignmentId);
  if (!stationing) return undefined;
  const { workerId: stationedId, fromDay } = stationing.made;
  return { role: 'stationedPartyMember', stationedId, fromDay, endedOn: stationing.endedOn };
}
