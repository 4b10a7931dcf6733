import type { PartyOrganizationEvent, PartyOrganizationKind } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { Count, StandingRule } from './standing-rule';

interface PartyOrganizationFacts {
  unitId: string;
  kind: PartyOrganizationKind;
  stands: boolean;
  coveredUnitIds: string[];
  /** None before the organization has told how many are workers: a share of what is half known would be wrong. */
  members?: { worker: number; other: number };
}

type CountedEvent = Extract<
  PartyOrganizationEvent,
  {
    type: 'PartyOrganizationFounded' | 'PartyCoverageChanged' | 'PartyMembersReported' | 'PartyOrganizationDissolved';
  }
>;

/** A Party organization counts in its unit with the members that it reported (CC-02d), and in each unit that it covers (WZ-04a, CC-02a). */
export const partyOrganizationsRule: StandingRule<CountedEvent, PartyOrganizationFacts> = {
  types: ['PartyOrganizationFounded', 'PartyCoverageChanged', 'PartyMembersReported', 'PartyOrganizationDissolved'],
  dayOf,
  evolve,
  counts: ({ unitId, kind, stands, coveredUnitIds, members }) => {
    if (!stands) return [];
    return [
      { indicator: 'partyOrganizations', unitId, dimension: kind },
      ...coveredUnitIds.map((each): Count => ({ indicator: 'partyCoverings', unitId: each })),
      ...(members ? membersIn(unitId, members) : []),
    ];
  },
};

const membersIn = (unitId: string, { worker, other }: { worker: number; other: number }): Count[] => [
  { indicator: 'partyMembers', unitId, dimension: 'worker', amount: worker },
  { indicator: 'partyMembers', unitId, dimension: 'other', amount: other },
];

function dayOf({ type, data }: CountedEvent): Day {
  switch (type) {
    case 'PartyOrganizationFounded':
      return data.foundedOn;
    case 'PartyCoverageChanged':
      return data.changedOn;
    case 'PartyMembersReported':
      return data.countedOn;
    case 'PartyOrganizationDissolved':
      return data.dissolvedOn;
  }
}

function evolve(facts: PartyOrganizationFacts | undefined, { type, data }: CountedEvent): PartyOrganizationFacts {
  if (type === 'PartyOrganizationFounded') {
    const { unitId, kind, coveredUnitIds } = data;
    return { unitId, kind, stands: true, coveredUnitIds: [...new Set(coveredUnitIds)] };
  }
  if (!facts) throw new BeginningMissing('Party organization');
  switch (type) {
    case 'PartyCoverageChanged':
      return { ...facts, coveredUnitIds: [...new Set(data.coveredUnitIds)] };
    case 'PartyMembersReported': {
      const { fullMembers, probationaryMembers, workerMembers: worker } = data;
      return { ...facts, members: { worker, other: fullMembers + probationaryMembers - worker } };
    }
    case 'PartyOrganizationDissolved':
      return { ...facts, stands: false };
  }
}
