import { congressesRule } from './congresses.rule';
import { enterprisesRule } from './enterprises.rule';
import type { JoinedRule } from './joined-rule';
import { jointConferencesRule } from './joint-conferences.rule';
import { liaisonPostsRule } from './liaison-posts.rule';
import type { StandingEvent } from './standing-rules';
import { unionMembersRule } from './union-members.rule';

type AnyJoinedRule = JoinedRule<StandingEvent, object, object, object>;

const rules = [
  enterprisesRule,
  unionMembersRule,
  congressesRule,
  jointConferencesRule,
  liaisonPostsRule,
] as unknown as AnyJoinedRule[];

export const joinedTypes: readonly string[] = [...new Set(rules.flatMap(({ types }) => types))];

const rulesByType = new Map(joinedTypes.map((type) => [type, rules.filter(({ types }) => types.includes(type))]));

/** The rules that an event is told to; none for most. */
export const joinedRulesOf = (type: string): readonly AnyJoinedRule[] => rulesByType.get(type) ?? [];
