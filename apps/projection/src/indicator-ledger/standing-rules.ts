import { branchLifeRule } from './branch-life.rule';
import { crewsRule } from './crews.rule';
import { enterpriseGovernanceRule } from './enterprise-governance.rule';
import { mattersRule } from './matters.rule';
import { partyAdmissionsRule } from './party-admissions.rule';
import { foundingPlansRule, partyInstructionsRule } from './party-instructions.rule';
import { partyMembershipsRule } from './party-memberships.rule';
import { partyOrganizationsRule } from './party-organizations.rule';
import type { StandingRule } from './standing-rule';
import { torchStudiosRule } from './torch-studios.rule';
import { unitsRule } from './units.rule';
import { vanguardsRule } from './vanguards.rule';
import { workersRule } from './workers.rule';

/** An event that a standing rule counts; the rule knows its data. */
export interface StandingEvent {
  type: string;
  data: object;
}

const rules = [
  unitsRule,
  crewsRule,
  workersRule,
  enterpriseGovernanceRule,
  mattersRule,
  partyOrganizationsRule,
  foundingPlansRule,
  partyInstructionsRule,
  partyAdmissionsRule,
  branchLifeRule,
  vanguardsRule,
  partyMembershipsRule,
  torchStudiosRule,
] as unknown as StandingRule<StandingEvent, object>[];

const ruleByType = new Map(rules.flatMap((rule) => rule.types.map((type) => [type, rule])));

export const standingTypes: readonly string[] = [...ruleByType.keys()];

/** The rule by which an event counts in its organization; none for the events of programmes. */
export const standingRuleOf = (type: string): StandingRule<StandingEvent, object> | undefined => ruleByType.get(type);
