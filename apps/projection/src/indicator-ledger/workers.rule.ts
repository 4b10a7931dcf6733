import type { AgeGroup, WorkerEvent } from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { StandingRule } from './standing-rule';

interface WorkerFacts {
  /** By project: the crew that he is in there, and how old he was when he came into it. */
  places: Record<string, { crewId: string; ageGroup: AgeGroup }>;
}

type CountedEvent = Extract<WorkerEvent, { type: 'WorkerEnteredSite' | 'WorkerTransferred' | 'WorkerLeftSite' }>;

/**
 * A registered worker counts in the crew that he is in, on every day on which he stands on its roster, his last one too (CC-13c, RN-03).
 * Whoever is on two sites counts in both.
 */
export const workersRule: StandingRule<CountedEvent, WorkerFacts> = {
  types: ['WorkerEnteredSite', 'WorkerTransferred', 'WorkerLeftSite'],
  dayOf,
  evolve: (facts, { type, data }) => {
    if (type === 'WorkerLeftSite') {
      if (!facts || !(data.projectId in facts.places)) throw new BeginningMissing('stay on a site');
      const { [data.projectId]: _left, ...places } = facts.places;
      return { places };
    }
    const { projectId, crewId, ageGroup } = data;
    return { places: { ...facts?.places, [projectId]: { crewId, ageGroup } } };
  },
  counts: ({ places }) =>
    Object.values(places).map(({ crewId, ageGroup }) => ({
      indicator: 'workersOnSite',
      unitId: crewId,
      dimension: ageGroup,
    })),
};

function dayOf({ type, data }: CountedEvent): Day {
  switch (type) {
    case 'WorkerEnteredSite':
      return data.enteredOn;
    case 'WorkerTransferred':
      return data.transferredOn;
    case 'WorkerLeftSite':
      // The day told is the last one on the roster.
      return addDays(data.leftOn, 1);
  }
}
