import {
  unionMemberBenefitsCommands,
  type UnionMemberBenefitsEvent,
  unionMemberBenefitsEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  unionMemberBenefits,
  type UnionMemberBenefitsState,
  type UnionMemberBenefitsWish,
} from './union-member-benefits.decider';

/** Carries out the commands on members' benefits; a stream is one trade union's. */
export class UnionMemberBenefits extends CommandHandling<
  UnionMemberBenefitsWish,
  UnionMemberBenefitsEvent,
  UnionMemberBenefitsState
> {}

export const unionMemberBenefitsAggregate: Aggregate<
  UnionMemberBenefitsWish,
  UnionMemberBenefitsEvent,
  UnionMemberBenefitsState
> = {
  category: 'unionMemberBenefits',
  decider: unionMemberBenefits,
  commands: unionMemberBenefitsCommands,
  events: unionMemberBenefitsEvents,
  reach: ({ hostUnitId }) => (hostUnitId === undefined ? [] : [hostUnitId]),
  organizationOf: ({ hostUnitId }) => {
    if (hostUnitId === undefined) throw new Error('a union that is not active publishes nothing');
    return hostUnitId;
  },
};
