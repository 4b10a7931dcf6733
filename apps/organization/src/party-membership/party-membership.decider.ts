import type {
  ConfirmMembershipReceipt,
  EndPartyMembership,
  LeaveMemberPost,
  PartyMembershipEvent,
  PartyMembershipRegistered,
  PartyMembershipTransferredOut,
  RegisterPartyMembership,
  SettleInclusion,
  TakeUpMemberPost,
  MemberPostTakenUp,
  TransferPartyMembershipOut,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** No branch on the platform has registered the member. */
export interface NotRegistered {
  stage: 'notRegistered';
}

interface Registered {
  registered: PartyMembershipRegistered;
  /** Pending until the other organization has the membership. */
  transfer?: PartyMembershipTransferredOut;
  posts: readonly (MemberPostTakenUp & { lastDay?: Day })[];
  settledItemIds: ReadonlySet<string>;
}

export interface Member extends Registered {
  stage: 'member';
}

/** The membership is kept elsewhere, or is no more. */
export interface FormerMember extends Registered {
  stage: 'formerMember';
  left: 'receivedElsewhere' | 'ended';
  leftOn: Day;
}

export type PartyMembershipState = NotRegistered | Member | FormerMember;

/** The checklist that a unit has, and whether it holds where the member works. */
export interface ChecklistForMember {
  itemIds: readonly string[];
  holds: boolean;
}

/** The commands, with what must be known beyond the member: an organization that exists, an open unit, the unit's checklist. */
export type PartyMembershipWish =
  | {
      type: 'RegisterPartyMembership';
      data: RegisterPartyMembership;
      branch?: { unitId: string } | undefined;
      unitOpen: boolean;
    }
  | { type: 'TransferPartyMembershipOut'; data: TransferPartyMembershipOut }
  | { type: 'ConfirmMembershipReceipt'; data: ConfirmMembershipReceipt }
  | { type: 'EndPartyMembership'; data: EndPartyMembership }
  | { type: 'TakeUpMemberPost'; data: TakeUpMemberPost }
  | { type: 'LeaveMemberPost'; data: LeaveMemberPost }
  | { type: 'SettleInclusion'; data: SettleInclusion; checklist?: ChecklistForMember | undefined };

/**
 * One member's membership: which branch keeps it, how it comes and goes (HM-02f), and of a worker member the posts that he is
 * brought into (HM-02e) and what of the six inclusions is settled for him (JX-30).
 */
export const partyMembership: Decider<PartyMembershipWish, PartyMembershipEvent, PartyMembershipState> = {
  initialState: { stage: 'notRegistered' },
  evolve,
  decide,
};

function evolve(state: PartyMembershipState, event: PartyMembershipEvent): PartyMembershipState {
  if (event.type === 'PartyMembershipRegistered') {
    return { stage: 'member', registered: event.data, posts: [], settledItemIds: new Set() };
  }
  const member = state as Member;
  switch (event.type) {
    case 'PartyMembershipTransferredOut':
      return { ...member, transfer: event.data };
    case 'MembershipReceiptConfirmed':
      return { ...member, stage: 'formerMember', left: 'receivedElsewhere', leftOn: event.data.receivedOn };
    case 'PartyMembershipEnded':
      return { ...member, stage: 'formerMember', left: 'ended', leftOn: event.data.endedOn };
    case 'MemberPostTakenUp':
      return { ...member, posts: [...member.posts, event.data] };
    case 'MemberPostLeft': {
      const { postId, lastDay } = event.data;
      return { ...member, posts: member.posts.map((post) => (post.postId === postId ? { ...post, lastDay } : post)) };
    }
    case 'InclusionSettled':
      return { ...member, settledItemIds: new Set([...member.settledItemIds, event.data.itemId]) };
    default:
      return unknownFact(event);
  }
}

function decide(wish: PartyMembershipWish, state: PartyMembershipState, moment: Moment): PartyMembershipEvent[] {
  switch (wish.type) {
    case 'RegisterPartyMembership':
      return register(wish, state, moment);
    case 'TransferPartyMembershipOut':
      return transferOut(wish.data, member(state), moment);
    case 'ConfirmMembershipReceipt':
      return confirmReceipt(wish.data, state, moment);
    case 'EndPartyMembership':
      return end(wish.data, state, moment);
    case 'TakeUpMemberPost':
      return takeUpPost(wish.data, worker(state), moment);
    case 'LeaveMemberPost':
      return leavePost(wish.data, member(state), moment);
    case 'SettleInclusion':
      return settleInclusion(wish.data, wish.checklist, worker(state), moment);
    default:
      return unknownWish(wish);
  }
}

export const partyMembershipRefusals = {
  'organization.partyMembership.unknown': { zh: '未登记该党员的组织关系', en: 'No membership is registered.' },
  'organization.partyMembership.left': {
    zh: '组织关系已于 {leftOn} 转出或终止',
    en: 'The membership left this platform’s branches, or ended, on {leftOn}.',
  },
  'organization.partyMembership.keptElsewhere': {
    zh: '组织关系仍在另一党组织，须先转出',
    en: 'Another organization keeps the membership: it has to be transferred out first.',
  },
  'organization.partyMembership.branchMissing': {
    zh: '党组织不存在或已撤销',
    en: 'The Party organization does not exist, or was dissolved.',
  },
  'organization.partyMembership.unitMissing': {
    zh: '工作单位不存在或已撤销',
    en: 'The unit that the member works in does not exist, or is closed.',
  },
  'organization.partyMembership.formerOrganizationMissing': {
    zh: '转入的组织关系须写明原党组织',
    en: 'A membership that was transferred in names the organization that kept it.',
  },
  'organization.partyMembership.notTransferred': {
    zh: '组织关系没有转出',
    en: 'The membership was not transferred out.',
  },
  'organization.partyMembership.noIndustrialWorker': {
    zh: '该党员不是产业工人',
    en: 'The member is no industrial worker.',
  },
  'organization.partyMembership.postTaken': {
    zh: '该任职编号已用于另一任职',
    en: 'Another post was recorded under this id.',
  },
  'organization.partyMembership.postUnknown': { zh: '没有这项任职', en: 'There is no such post.' },
  'organization.partyMembership.checklistMissing': {
    zh: '该单元没有适用于其工作单位的“六纳入”清单',
    en: 'The unit has no checklist of six inclusions that holds where the member works.',
  },
  'organization.partyMembership.inclusionUnknown': {
    zh: '清单中没有这一事项',
    en: 'The checklist has no such item.',
  },
} as const satisfies Record<`organization.partyMembership.${string}`, Bilingual>;

const refuse: RefuseOf<typeof partyMembershipRefusals> = refuseWith(partyMembershipRefusals);

/** One organization keeps a membership at a time; a pending transfer may end in another branch of the platform. */
function register(
  { data, branch, unitOpen }: PartyMembershipWish & { type: 'RegisterPartyMembership' },
  state: PartyMembershipState,
  moment: Moment,
): PartyMembershipEvent[] {
  if (state.stage !== 'notRegistered') {
    const { branchUnitId: _branchUnitId, ...told } = state.registered;
    if (sameContent(data, told)) return [];
    if (state.stage === 'member' && !state.transfer) refuse('organization.partyMembership.keptElsewhere');
  }
  if (!branch) return refuse('organization.partyMembership.branchMissing');
  if (!unitOpen) refuse('organization.partyMembership.unitMissing');
  if (data.origin === 'transferredIn' && data.fromOrganization === undefined) {
    refuse('organization.partyMembership.formerOrganizationMissing');
  }
  requireEntryDay(data.registeredOn, moment, lastDayOf(state));
  return [{ type: 'PartyMembershipRegistered', data: { ...data, branchUnitId: branch.unitId } }];
}

function lastDayOf(state: PartyMembershipState): Day | undefined {
  if (state.stage === 'notRegistered') return undefined;
  return state.stage === 'formerMember' ? state.leftOn : state.transfer?.issuedOn;
}

/** A letter that ran out is followed by another. */
function transferOut(data: TransferPartyMembershipOut, state: Member, moment: Moment): PartyMembershipEvent[] {
  if (sameContent(data, state.transfer)) return [];
  requireEntryDay(data.issuedOn, moment, state.transfer?.issuedOn ?? state.registered.registeredOn);
  return [{ type: 'PartyMembershipTransferredOut', data: { ...data } }];
}

function confirmReceipt(
  { memberId, receivedOn }: ConfirmMembershipReceipt,
  state: PartyMembershipState,
  moment: Moment,
): PartyMembershipEvent[] {
  if (state.stage === 'formerMember' && state.left === 'receivedElsewhere' && state.leftOn === receivedOn) return [];
  const { transfer } = member(state);
  if (!transfer) return refuse('organization.partyMembership.notTransferred');
  requireEntryDay(receivedOn, moment, transfer.issuedOn);
  return [{ type: 'MembershipReceiptConfirmed', data: { memberId, receivedOn } }];
}

function end(
  { memberId, endedOn }: EndPartyMembership,
  state: PartyMembershipState,
  moment: Moment,
): PartyMembershipEvent[] {
  if (state.stage === 'formerMember' && state.left === 'ended' && state.leftOn === endedOn) return [];
  requireEntryDay(endedOn, moment, member(state).registered.registeredOn);
  return [{ type: 'PartyMembershipEnded', data: { memberId, endedOn } }];
}

function takeUpPost(data: TakeUpMemberPost, state: Member, moment: Moment): PartyMembershipEvent[] {
  const known = state.posts.find(({ postId }) => postId === data.postId);
  if (known) {
    const { lastDay: _lastDay, ...told } = known;
    return sameContent(data, told) ? [] : refuse('organization.partyMembership.postTaken');
  }
  requireEntryDay(data.fromDay, moment, state.registered.registeredOn);
  return [{ type: 'MemberPostTakenUp', data: { ...data } }];
}

function leavePost({ memberId, postId, lastDay }: LeaveMemberPost, state: Member, moment: Moment) {
  const post = state.posts.find((each) => each.postId === postId);
  if (!post) return refuse('organization.partyMembership.postUnknown');
  if (post.lastDay === lastDay) return [];
  requireEntryDay(lastDay, moment, post.lastDay ?? post.fromDay);
  return [{ type: 'MemberPostLeft', data: { memberId, postId, lastDay } } satisfies PartyMembershipEvent];
}

function settleInclusion(
  data: SettleInclusion,
  checklist: ChecklistForMember | undefined,
  state: Member,
  moment: Moment,
): PartyMembershipEvent[] {
  if (state.settledItemIds.has(data.itemId)) return [];
  if (!checklist?.holds) return refuse('organization.partyMembership.checklistMissing');
  if (!checklist.itemIds.includes(data.itemId)) refuse('organization.partyMembership.inclusionUnknown');
  requireEntryDay(data.settledOn, moment, state.registered.registeredOn);
  return [{ type: 'InclusionSettled', data: { ...data } }];
}

function member(state: PartyMembershipState): Member {
  if (state.stage === 'notRegistered') return refuse('organization.partyMembership.unknown');
  if (state.stage === 'formerMember') return refuse('organization.partyMembership.left', { leftOn: state.leftOn });
  return state;
}

function worker(state: PartyMembershipState): Member {
  const known = member(state);
  return known.registered.industrialWorker ? known : refuse('organization.partyMembership.noIndustrialWorker');
}
