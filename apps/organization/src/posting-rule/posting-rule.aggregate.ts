import { postingRuleCommands, type PostingRuleEvent, postingRuleEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { postingRule, type PostingRuleState, type PostingRuleWish } from './posting-rule.decider';

/** Carries out the commands on posting rules; a stream is one unit's. */
export class PostingRules extends CommandHandling<PostingRuleWish, PostingRuleEvent, PostingRuleState> {}

export const postingRuleAggregate: Aggregate<PostingRuleWish, PostingRuleEvent, PostingRuleState> = {
  category: 'postingRule',
  decider: postingRule,
  commands: postingRuleCommands,
  events: postingRuleEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
