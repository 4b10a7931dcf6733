import type {
  BeginUnionMembership,
  EndUnionMembership,
  IssueUnionMemberCard,
  TransferUnionMembership,
  UnionMembershipEvent,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** The worker was never a member. */
export interface NeverMember {
  stage: 'neverMember';
}

export interface Member {
  stage: 'member';
  massOrganizationId: string;
  unitId: string;
  /** The card that was issued last; none before the first. */
  membershipNumber?: string;
  /** The day of the last entry: the next one cannot be before it. */
  lastOn: Day;
}

/** The worker left; he can join again. */
export interface FormerMember {
  stage: 'formerMember';
  unitId: string;
  lastOn: Day;
}

export type UnionMembershipState = NeverMember | Member | FormerMember;

/** The commands, with whether the union that a worker joins is active. */
export type UnionMembershipWish =
  | { type: 'BeginUnionMembership'; data: BeginUnionMembership; unionIsActive: boolean }
  | { type: 'TransferUnionMembership'; data: TransferUnionMembership; unionIsActive: boolean }
  | { type: 'IssueUnionMemberCard'; data: IssueUnionMemberCard }
  | { type: 'EndUnionMembership'; data: EndUnionMembership };

/** One worker's union membership: in one union at a time, and never lost by changing sites (CC-12c). */
export const unionMembership: Decider<UnionMembershipWish, UnionMembershipEvent, UnionMembershipState> = {
  initialState: { stage: 'neverMember' },

  evolve(state, event) {
    switch (event.type) {
      case 'UnionMembershipBegan': {
        const { massOrganizationId, unitId, beganOn } = event.data;
        return { stage: 'member', massOrganizationId, unitId, lastOn: beganOn };
      }
      case 'UnionMembershipTransferred': {
        const { toMassOrganizationId, unitId, transferredOn } = event.data;
        return { ...(state as Member), massOrganizationId: toMassOrganizationId, unitId, lastOn: transferredOn };
      }
      case 'UnionMemberCardIssued':
        return { ...(state as Member), membershipNumber: event.data.membershipNumber, lastOn: event.data.issuedOn };
      case 'UnionMembershipEnded':
        return { stage: 'formerMember', unitId: (state as Member).unitId, lastOn: event.data.endedOn };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    switch (wish.type) {
      case 'BeginUnionMembership':
        return begin(wish.data, wish.unionIsActive, state, moment);
      case 'TransferUnionMembership':
        return transfer(wish.data, wish.unionIsActive, member(state), moment);
      case 'IssueUnionMemberCard':
        return issueCard(wish.data, member(state), moment);
      case 'EndUnionMembership':
        return end(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const unionMembershipRefusals = {
  'organization.unionMembership.neverMember': { zh: '此人不是工会会员', en: 'The worker is no union member.' },
  'organization.unionMembership.alreadyMember': {
    zh: '此人已是工会 {massOrganizationId} 的会员，请转移会员关系',
    en: 'The worker is a member of union {massOrganizationId}; transfer the membership.',
  },
  'organization.unionMembership.unionNotActive': {
    zh: '没有这个工会，或者工会尚未成立',
    en: 'There is no such trade union, or it is not active.',
  },
  'organization.unionMembership.beforeConsent': {
    zh: '入会日期早于本人同意的日期 {consentedOn}',
    en: 'Membership cannot begin before the worker consented on {consentedOn}.',
  },
  'organization.unionMembership.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.unionMembership.beforeLastEntry': {
    zh: '日期早于上一条记录的日期 {lastOn}',
    en: 'The day is before that of the last entry, {lastOn}.',
  },
} as const satisfies Record<`organization.unionMembership.${string}`, Bilingual>;

const refuse: RefuseOf<typeof unionMembershipRefusals> = refuseWith(unionMembershipRefusals);

function begin(
  data: BeginUnionMembership,
  unionIsActive: boolean,
  state: UnionMembershipState,
  moment: Moment,
): UnionMembershipEvent[] {
  const { workerId, massOrganizationId, unitId, employmentForm, consentedOn, beganOn, admissionId } = data;
  if (state.stage === 'member') {
    if (state.massOrganizationId === massOrganizationId) return [];
    refuse('organization.unionMembership.alreadyMember', { massOrganizationId: state.massOrganizationId });
  }
  if (!unionIsActive) refuse('organization.unionMembership.unionNotActive');
  if (beganOn < consentedOn) refuse('organization.unionMembership.beforeConsent', { consentedOn });
  notBefore(state.stage === 'formerMember' ? state.lastOn : undefined, beganOn, moment);
  return [
    {
      type: 'UnionMembershipBegan',
      data: { workerId, massOrganizationId, unitId, employmentForm, consentedOn, beganOn, admissionId },
    },
  ];
}

function transfer(
  { workerId, toMassOrganizationId, unitId, employmentForm, transferredOn }: TransferUnionMembership,
  unionIsActive: boolean,
  { massOrganizationId: fromMassOrganizationId, unitId: fromUnitId, lastOn }: Member,
  moment: Moment,
): UnionMembershipEvent[] {
  if (toMassOrganizationId === fromMassOrganizationId && unitId === fromUnitId) return [];
  if (!unionIsActive) refuse('organization.unionMembership.unionNotActive');
  notBefore(lastOn, transferredOn, moment);
  return [
    {
      type: 'UnionMembershipTransferred',
      data: { workerId, fromMassOrganizationId, toMassOrganizationId, unitId, employmentForm, transferredOn },
    },
  ];
}

function issueCard(
  { workerId, membershipNumber, issuedOn }: IssueUnionMemberCard,
  { massOrganizationId, membershipNumber: issued, lastOn }: Member,
  moment: Moment,
): UnionMembershipEvent[] {
  if (membershipNumber === issued) return [];
  notBefore(lastOn, issuedOn, moment);
  return [{ type: 'UnionMemberCardIssued', data: { workerId, massOrganizationId, membershipNumber, issuedOn } }];
}

function end(
  { workerId, reason, endedOn }: EndUnionMembership,
  state: UnionMembershipState,
  moment: Moment,
): UnionMembershipEvent[] {
  if (state.stage === 'formerMember') return [];
  notBefore(member(state).lastOn, endedOn, moment);
  return [{ type: 'UnionMembershipEnded', data: { workerId, reason, endedOn } }];
}

const member = (state: UnionMembershipState): Member =>
  state.stage === 'member' ? state : refuse('organization.unionMembership.neverMember');

function notBefore(lastOn: Day | undefined, on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.unionMembership.dayInFuture', { on });
  if (lastOn !== undefined && on < lastOn) refuse('organization.unionMembership.beforeLastEntry', { lastOn });
}
