import { INCLUSIONS, type PartyMembershipEvent } from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { Count, StandingRule } from './standing-rule';

interface PartyMembershipFacts {
  /** Where the member works. */
  unitId: string;
  isMember: boolean;
  isWorker: boolean;
  /** The posts that he holds. */
  postIds: string[];
  settledItemIds: string[];
  transferPending: boolean;
  transfers: { unitId: string; dimension: 'in' | 'out'; day: Day }[];
}

/**
 * A worker member counts with the six inclusions that are due to him and those that are settled (JX-30), and once while he holds
 * a post (HM-02e). Transfers count on their day (HM-02f).
 */
export const partyMembershipsRule: StandingRule<PartyMembershipEvent, PartyMembershipFacts> = {
  types: [
    'PartyMembershipRegistered',
    'PartyMembershipTransferredOut',
    'MembershipReceiptConfirmed',
    'PartyMembershipEnded',
    'MemberPostTakenUp',
    'MemberPostLeft',
    'InclusionSettled',
  ],
  dayOf,
  evolve,
  counts: ({ unitId, isMember, isWorker, postIds, settledItemIds, transfers }) => {
    const moved = transfers.map((transfer): Count => ({ indicator: 'membershipTransfers', ...transfer }));
    if (!isMember || !isWorker) return moved;
    return [
      ...moved,
      { indicator: 'inclusionsDue', unitId, amount: INCLUSIONS },
      { indicator: 'inclusionsSettled', unitId, amount: settledItemIds.length },
      ...(postIds.length > 0 ? [{ indicator: 'workerMembersInPosts', unitId } as const] : []),
    ];
  },
};

function dayOf({ type, data }: PartyMembershipEvent): Day {
  switch (type) {
    case 'PartyMembershipRegistered':
      return data.registeredOn;
    case 'PartyMembershipTransferredOut':
      return data.issuedOn;
    case 'MembershipReceiptConfirmed':
      return data.receivedOn;
    case 'PartyMembershipEnded':
      return data.endedOn;
    case 'MemberPostTakenUp':
      return data.fromDay;
    case 'MemberPostLeft':
      // The day told is the last one in the post.
      return addDays(data.lastDay, 1);
    case 'InclusionSettled':
      return data.settledOn;
  }
}

function evolve(known: PartyMembershipFacts | undefined, { type, data }: PartyMembershipEvent): PartyMembershipFacts {
  if (type === 'PartyMembershipRegistered') {
    const { unitId, industrialWorker: isWorker, origin, registeredOn: day } = data;
    // Registered by another branch while the transfer was pending: the one before has let go of it.
    const out = known?.transferPending ? [{ unitId: known.unitId, dimension: 'out', day } as const] : [];
    const into = origin === 'transferredIn' ? [{ unitId, dimension: 'in', day } as const] : [];
    const transfers = [...(known?.transfers ?? []), ...out, ...into];
    return { unitId, isMember: true, isWorker, postIds: [], settledItemIds: [], transferPending: false, transfers };
  }
  if (!known) throw new BeginningMissing('Party membership');
  switch (type) {
    case 'PartyMembershipTransferredOut':
      return { ...known, transferPending: true };
    case 'MembershipReceiptConfirmed': {
      const out = { unitId: known.unitId, dimension: 'out', day: data.receivedOn } as const;
      return { ...known, isMember: false, transferPending: false, transfers: [...known.transfers, out] };
    }
    case 'PartyMembershipEnded':
      return { ...known, isMember: false, transferPending: false };
    case 'MemberPostTakenUp':
      return { ...known, postIds: [...known.postIds, data.postId] };
    case 'MemberPostLeft':
      return { ...known, postIds: known.postIds.filter((postId) => postId !== data.postId) };
    case 'InclusionSettled':
      return { ...known, settledItemIds: [...known.settledItemIds, data.itemId] };
  }
}
