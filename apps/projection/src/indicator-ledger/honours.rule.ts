import type { HonourKind, HonourSelectionEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { StandingRule } from './standing-rule';

interface HonourFacts {
  unitId: string;
  honour: HonourKind;
  /** The persons among the candidates, and whether each is an industrial worker. */
  persons: Record<string, boolean>;
  honouredIds: string[];
  paidFen: number;
}

type CountedEvent = Extract<
  HonourSelectionEvent,
  {
    type: 'HonourSelectionOpened' | 'CandidateNominated' | 'HonourGiven' | 'HonourWithdrawn' | 'HonourRewardPaid';
  }
>;

/**
 * A person counts under the honour that he holds, in the unit that gave it, and once more as an industrial worker (CC-04b); what was paid of
 * its rewards counts in fen (JX-51c).
 */
export const honoursRule: StandingRule<CountedEvent, HonourFacts> = {
  types: ['HonourSelectionOpened', 'CandidateNominated', 'HonourGiven', 'HonourWithdrawn', 'HonourRewardPaid'],
  dayOf,
  evolve,
  counts({ unitId, honour: dimension, persons, honouredIds, paidFen }) {
    const honoured = honouredIds.filter((id) => id in persons);
    const workers = honoured.filter((id) => persons[id]);
    return [
      { indicator: 'honouredPersons', unitId, dimension, amount: honoured.length },
      { indicator: 'honouredIndustrialWorkers', unitId, dimension, amount: workers.length },
      { indicator: 'honourRewardsPaidFen', unitId, dimension, amount: paidFen },
    ];
  },
};

function dayOf({ type, data }: CountedEvent): Day {
  switch (type) {
    case 'HonourSelectionOpened':
      return data.openedOn;
    case 'CandidateNominated':
      return data.nominatedOn;
    case 'HonourGiven':
      return data.givenOn;
    case 'HonourWithdrawn':
      return data.withdrawnOn;
    case 'HonourRewardPaid':
      return data.paidOn;
  }
}

function evolve(facts: HonourFacts | undefined, { type, data }: CountedEvent): HonourFacts {
  if (type === 'HonourSelectionOpened') {
    return { unitId: data.unitId, honour: data.honour, persons: {}, honouredIds: [], paidFen: 0 };
  }
  if (!facts) throw new BeginningMissing('selection');
  switch (type) {
    case 'CandidateNominated': {
      const { nominationId, candidateKind, industrialWorker } = data;
      if (candidateKind !== 'worker') return facts;
      return { ...facts, persons: { ...facts.persons, [nominationId]: industrialWorker } };
    }
    case 'HonourGiven':
      return { ...facts, honouredIds: [...facts.honouredIds, data.nominationId] };
    case 'HonourWithdrawn':
      return { ...facts, honouredIds: facts.honouredIds.filter((id) => id !== data.nominationId) };
    case 'HonourRewardPaid':
      return { ...facts, paidFen: facts.paidFen + data.paidFen };
  }
}
