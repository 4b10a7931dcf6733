import { type PartyMembershipEvent, partyMembershipEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredPartyMembership } from './party-membership.entity';

/** Keeps each membership as it stands. */
@Injectable()
export class PartyMembershipRegisterProjector implements Projector<PartyMembershipEvent> {
  readonly name = 'party-membership-register';
  readonly types = Object.keys(partyMembershipEvents);

  project(events: readonly Recorded<PartyMembershipEvent>[], tx: EntityManager): Promise<void> {
    const idOf = ({ data }: PartyMembershipEvent) => data.memberId;
    return foldRows(tx, RegisteredPartyMembership, 'memberId', events, idOf, membershipAfter);
  }
}

function membershipAfter(
  known: RegisteredPartyMembership | undefined,
  { type, data }: PartyMembershipEvent,
): RegisteredPartyMembership {
  if (type === 'PartyMembershipRegistered') {
    const { fromOrganization = null, ...registered } = data;
    const transfer = { toOrganization: null, transferWay: null, transferIssuedOn: null };
    const begins = { standing: 'member', leftOn: null, posts: [], inclusionsSettled: [] } as const;
    return { ...registered, fromOrganization, ...transfer, ...begins, posts: [], inclusionsSettled: [] };
  }
  const membership = begun(known, () => new BeginningMissing('Party membership'));
  switch (type) {
    case 'PartyMembershipTransferredOut': {
      const { toOrganization, way: transferWay, issuedOn: transferIssuedOn } = data;
      return { ...membership, standing: 'transferringOut', toOrganization, transferWay, transferIssuedOn };
    }
    case 'MembershipReceiptConfirmed':
      return { ...membership, standing: 'transferredOut', leftOn: data.receivedOn };
    case 'PartyMembershipEnded':
      return { ...membership, standing: 'ended', leftOn: data.endedOn };
    case 'MemberPostTakenUp': {
      const { postId, post, unitId, fromDay } = data;
      return { ...membership, posts: [...membership.posts, { postId, post, unitId, fromDay, lastDay: null }] };
    }
    case 'MemberPostLeft': {
      const { postId, lastDay } = data;
      const posts = membership.posts.map((post) => (post.postId === postId ? { ...post, lastDay } : post));
      return { ...membership, posts };
    }
    case 'InclusionSettled':
      return { ...membership, inclusionsSettled: [...membership.inclusionsSettled, data.itemId] };
  }
}
