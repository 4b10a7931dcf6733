import type { EmployeeBoard, EnterpriseGovernanceEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { Count, StandingRule } from './standing-rule';

interface GovernanceFacts {
  unitId: string;
  isOpen: boolean;
  hasArticles: boolean;
  /** The posts that are held together, by id. */
  crossHeldPostIds: string[];
  seats: { seatId: string; board: EmployeeBoard }[];
}

/**
 * An enterprise counts once under each thing that its governance has: Party building in its articles, a cross-held post (HM-03c), an
 * employee among its directors or supervisors from his election on (HM-04j); until it is closed.
 */
export const enterpriseGovernanceRule: StandingRule<EnterpriseGovernanceEvent, GovernanceFacts> = {
  types: [
    'PartyBuildingInArticlesRecorded',
    'CrossHeldPostRecorded',
    'CrossHeldPostEnded',
    'EmployeeSeatRecorded',
    'EmployeeSeatVacated',
    'EnterpriseGovernanceEnded',
  ],
  dayOf,
  evolve,
  counts: ({ unitId, isOpen, hasArticles, crossHeldPostIds, seats }) => {
    if (!isOpen) return [];
    const counts: Count[] = [];
    if (hasArticles) counts.push({ indicator: 'enterprisesWithPartyBuildingInArticles', unitId });
    if (crossHeldPostIds.length > 0) counts.push({ indicator: 'enterprisesWithCrossHeldPosts', unitId });
    for (const board of new Set(seats.map((seat) => seat.board))) {
      counts.push({ indicator: 'enterprisesWithEmployeeSeats', unitId, dimension: board });
    }
    return counts;
  },
};

function dayOf({ type, data }: EnterpriseGovernanceEvent): Day {
  switch (type) {
    case 'PartyBuildingInArticlesRecorded':
    case 'CrossHeldPostRecorded':
      return data.fromDay;
    case 'CrossHeldPostEnded':
    case 'EnterpriseGovernanceEnded':
      return data.endedOn;
    case 'EmployeeSeatRecorded':
      return data.electedOn;
    case 'EmployeeSeatVacated':
      return data.vacatedOn;
  }
}

function evolve(known: GovernanceFacts | undefined, { type, data }: EnterpriseGovernanceEvent): GovernanceFacts {
  const facts = known ?? { unitId: data.unitId, isOpen: true, hasArticles: false, crossHeldPostIds: [], seats: [] };
  switch (type) {
    case 'PartyBuildingInArticlesRecorded':
      return { ...facts, hasArticles: data.included };
    case 'CrossHeldPostRecorded':
      return { ...facts, crossHeldPostIds: [...facts.crossHeldPostIds, data.crossHeldPostId] };
    case 'CrossHeldPostEnded':
      return { ...facts, crossHeldPostIds: facts.crossHeldPostIds.filter((each) => each !== data.crossHeldPostId) };
    case 'EmployeeSeatRecorded':
      return { ...facts, seats: [...facts.seats, { seatId: data.seatId, board: data.board }] };
    case 'EmployeeSeatVacated':
      return { ...facts, seats: facts.seats.filter(({ seatId }) => seatId !== data.seatId) };
    case 'EnterpriseGovernanceEnded':
      return { ...facts, isOpen: false };
  }
}
