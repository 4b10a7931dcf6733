import type { VanguardEvent, VanguardKind } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { StandingRule } from './standing-rule';

interface VanguardFacts {
  unitId: string;
  kind: VanguardKind;
  hasWorkers: boolean;
  accidents: number;
  stands: boolean;
}

/** A vanguard counts while it stands, once more when it has worker members (CC-01b); the accidents in its area stay when it is closed (JX-49c). */
export const vanguardsRule: StandingRule<VanguardEvent, VanguardFacts> = {
  types: ['VanguardSetUp', 'VanguardResultReported', 'VanguardClosed'],
  dayOf,
  evolve,
  counts: ({ unitId, kind, hasWorkers, accidents, stands }) => [
    { indicator: 'vanguardAccidents', unitId, dimension: kind, amount: accidents },
    ...(stands ? [{ indicator: 'vanguards', unitId, dimension: kind } as const] : []),
    ...(stands && hasWorkers ? [{ indicator: 'workerVanguards', unitId, dimension: kind } as const] : []),
  ],
};

function dayOf({ type, data }: VanguardEvent): Day {
  switch (type) {
    case 'VanguardSetUp':
      return data.setUpOn;
    case 'VanguardResultReported':
      return data.reportedOn;
    case 'VanguardClosed':
      return data.closedOn;
  }
}

function evolve(facts: VanguardFacts | undefined, { type, data }: VanguardEvent): VanguardFacts {
  if (type === 'VanguardSetUp') {
    const { unitId, kind, workerMembers } = data;
    return { unitId, kind, hasWorkers: workerMembers > 0, accidents: 0, stands: true };
  }
  if (!facts) throw new BeginningMissing('vanguard');
  return type === 'VanguardClosed' ? { ...facts, stands: false } : { ...facts, accidents: data.accidents };
}
