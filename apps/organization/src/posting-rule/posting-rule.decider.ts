import type {
  IssuePostingRule,
  PostingRuleCommand,
  PostingRuleEvent,
  PostingRuleIssued,
  RepealPostingRule,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

export interface PostingRuleState {
  /** The rule that is in force, or will be; none before the first and after a repeal. */
  rule: PostingRuleIssued | null;
  /** The day of the last entry: the next one cannot be before it. */
  lastOn: Day | null;
}

/** The command, with whether its unit stands in the directory and is open. */
export type PostingRuleWish = PostingRuleCommand & { unitIsOpen: boolean };

/** A unit's rule on workers' posts in its mass organizations: one at a time (CC-03b). */
export const postingRule: Decider<PostingRuleWish, PostingRuleEvent, PostingRuleState> = {
  initialState: { rule: null, lastOn: null },

  evolve(_, event) {
    switch (event.type) {
      case 'PostingRuleIssued':
        return { rule: event.data, lastOn: event.data.inForceFrom };
      case 'PostingRuleRepealed':
        return { rule: null, lastOn: event.data.repealedOn };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    switch (wish.type) {
      case 'IssuePostingRule':
        return issue(wish.data, wish.unitIsOpen, state);
      case 'RepealPostingRule':
        return repeal(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const postingRuleRefusals = {
  'organization.postingRule.unitNotOpen': {
    zh: '没有这个单位，或者已撤销',
    en: 'There is no such unit, or it is closed.',
  },
  'organization.postingRule.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.postingRule.beforeLastEntry': {
    zh: '日期早于上一条记录的日期 {lastOn}',
    en: 'The day is before that of the last entry, {lastOn}.',
  },
} as const satisfies Record<`organization.postingRule.${string}`, Bilingual>;

const refuse: RefuseOf<typeof postingRuleRefusals> = refuseWith(postingRuleRefusals);

function issue(data: IssuePostingRule, unitIsOpen: boolean, { rule, lastOn }: PostingRuleState): PostingRuleEvent[] {
  if (rule && sameContent(data, rule)) return [];
  if (!unitIsOpen) refuse('organization.postingRule.unitNotOpen');
  const { unitId, documentNumber, title, text, inForceFrom } = data;
  notBefore(lastOn, inForceFrom);
  return [{ type: 'PostingRuleIssued', data: { unitId, documentNumber, title, text, inForceFrom } }];
}

function repeal(
  { unitId, reason, repealedOn }: RepealPostingRule,
  { rule, lastOn }: PostingRuleState,
  { today }: Moment,
): PostingRuleEvent[] {
  if (!rule) return [];
  if (repealedOn > today) refuse('organization.postingRule.dayInFuture', { on: repealedOn });
  notBefore(lastOn, repealedOn);
  return [{ type: 'PostingRuleRepealed', data: { unitId, reason, repealedOn } }];
}

function notBefore(lastOn: Day | null, on: Day): void {
  if (lastOn !== null && on < lastOn) refuse('organization.postingRule.beforeLastEntry', { lastOn });
}
