import { crewsRule } from './crews.rule';
import { enterpriseGovernanceRule } from './enterprise-governance.rule';
import type { StandingRule } from './standing-rule';
import { unitsRule } from './units.rule';
import { workersRule } from './workers.rule';

/** An event that a standing rule counts; the rule knows its data. */
export interface StandingEvent {
  type: string;
  data: object;
}

const rules = [unitsRule, crewsRule, workersRule, enterpriseGovernanceRule] as unknown as StandingRule<
  StandingEvent,
  object
>[];

const ruleByType = new Map(rules.flatMap((rule) => rule.types.map((type) => [type, rule])));

export const standingTypes: readonly string[] = [...ruleByType.keys()];

/** The rule by which an event counts in its organization; none for the events of programmes. */
export const standingRuleOf = (type: string): StandingRule<StandingEvent, object> | undefined => ruleByType.get(type);
