import type { CrewEvent } from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { StandingRule } from './standing-rule';

interface CrewFacts {
  unitId: string;
  stands: boolean;
  isSupported: boolean;
  /** The stationings of Party members that last. */
  stationingIds: string[];
}

type CountedEvent = Extract<
  CrewEvent,
  {
    type:
      | 'CrewFormed'
      | 'CrewDissolved'
      | 'CrewSupportAssigned'
      | 'CrewSupportEnded'
      | 'PartyMemberStationed'
      | 'PartyMemberStationingEnded';
  }
>;

/** A crew counts while it stands, and once more while a manager answers for it (QD-13) or a Party member guides it (QD-10). */
export const crewsRule: StandingRule<CountedEvent, CrewFacts> = {
  types: [
    'CrewFormed',
    'CrewDissolved',
    'CrewSupportAssigned',
    'CrewSupportEnded',
    'PartyMemberStationed',
    'PartyMemberStationingEnded',
  ],
  dayOf,
  evolve,
  counts: ({ unitId, stands, isSupported, stationingIds }) => {
    if (!stands) return [];
    return [
      { indicator: 'standingCrews', unitId },
      ...(isSupported ? [{ indicator: 'supportedCrews', unitId } as const] : []),
      ...(stationingIds.length > 0 ? [{ indicator: 'guidedCrews', unitId } as const] : []),
    ];
  },
};

function dayOf({ type, data }: CountedEvent): Day {
  switch (type) {
    case 'CrewFormed':
      return data.formedOn;
    case 'CrewDissolved':
      return data.dissolvedOn;
    case 'CrewSupportAssigned':
    case 'PartyMemberStationed':
      return data.fromDay;
    case 'CrewSupportEnded':
    case 'PartyMemberStationingEnded':
      // The day told is the last one of it.
      return addDays(data.endedOn, 1);
  }
}

function evolve(facts: CrewFacts | undefined, { type, data }: CountedEvent): CrewFacts {
  if (type === 'CrewFormed') return { unitId: data.unitId, stands: true, isSupported: false, stationingIds: [] };
  if (!facts) throw new BeginningMissing('crew');
  switch (type) {
    case 'CrewDissolved':
      return { ...facts, stands: false };
    case 'CrewSupportAssigned':
      return { ...facts, isSupported: true };
    case 'CrewSupportEnded':
      return { ...facts, isSupported: false };
    case 'PartyMemberStationed':
      return { ...facts, stationingIds: [...facts.stationingIds, data.stationingId] };
    case 'PartyMemberStationingEnded':
      return { ...facts, stationingIds: facts.stationingIds.filter((each) => each !== data.stationingId) };
  }
}
