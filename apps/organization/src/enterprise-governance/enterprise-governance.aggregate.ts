import {
  enterpriseGovernanceCommands,
  type EnterpriseGovernanceEvent,
  enterpriseGovernanceEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  enterpriseGovernance,
  type EnterpriseGovernanceState,
  type EnterpriseGovernanceWish,
} from './enterprise-governance.decider';

/** Carries out the commands on the governance of enterprises. */
export class EnterpriseGovernances extends CommandHandling<
  EnterpriseGovernanceWish,
  EnterpriseGovernanceEvent,
  EnterpriseGovernanceState
> {}

export const enterpriseGovernanceAggregate: Aggregate<
  EnterpriseGovernanceWish,
  EnterpriseGovernanceEvent,
  EnterpriseGovernanceState
> = {
  category: 'enterpriseGovernance',
  decider: enterpriseGovernance,
  commands: enterpriseGovernanceCommands,
  events: enterpriseGovernanceEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
