import type { TorchStudioEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { Count, StandingRule } from './standing-rule';

interface TorchStudioFacts {
  unitId: string;
  isInAction: boolean;
  results: { day: Day; apprenticesHelped: number }[];
}

type CountedEvent = Exclude<TorchStudioEvent, { type: 'TorchTaskAssigned' }>;

/** A studio counts while it is in the Torch action; its results, and the apprentices they helped, count on the day of the result (HM-02h). */
export const torchStudiosRule: StandingRule<CountedEvent, TorchStudioFacts> = {
  types: ['TorchActionJoined', 'TorchResultRecorded', 'TorchActionLeft'],
  dayOf,
  evolve,
  counts: ({ unitId, isInAction, results }) => [
    ...(isInAction ? [{ indicator: 'torchStudios', unitId } as const] : []),
    ...results.flatMap(({ day, apprenticesHelped }): Count[] => [
      { indicator: 'torchResults', unitId, day },
      { indicator: 'torchApprentices', unitId, day, amount: apprenticesHelped },
    ]),
  ],
};

function dayOf({ type, data }: CountedEvent): Day {
  switch (type) {
    case 'TorchActionJoined':
      return data.joinedOn;
    case 'TorchResultRecorded':
      return data.achievedOn;
    case 'TorchActionLeft':
      return data.leftOn;
  }
}

function evolve(facts: TorchStudioFacts | undefined, { type, data }: CountedEvent): TorchStudioFacts {
  if (type === 'TorchActionJoined') return { unitId: data.unitId, isInAction: true, results: [] };
  if (!facts) throw new BeginningMissing('studio');
  if (type === 'TorchActionLeft') return { ...facts, isInAction: false };
  const { achievedOn: day, apprenticesHelped } = data;
  return { ...facts, results: [...facts.results, { day, apprenticesHelped }] };
}
