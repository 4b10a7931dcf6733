import { equityRelationCommands, type EquityRelationEvent, equityRelationEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { equityRelation, type EquityRelationState, type EquityRelationWish } from './equity-relation.decider';

/** Carries out the commands on equity relations to labour subcontractors; a stream holds all of one labour subcontractor. */
export class EquityRelations extends CommandHandling<EquityRelationWish, EquityRelationEvent, EquityRelationState> {}

export const equityRelationAggregate: Aggregate<EquityRelationWish, EquityRelationEvent, EquityRelationState> = {
  category: 'equityRelation',
  decider: equityRelation,
  commands: equityRelationCommands,
  events: equityRelationEvents,
  reach: ({ data }) => [data.contractorId],
  organizationOf: ({ data }) => data.contractorId,
};
