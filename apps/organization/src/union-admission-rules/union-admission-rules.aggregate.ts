import {
  type UnionAdmissionRulesCommand,
  unionAdmissionRulesCommands,
  type UnionAdmissionRulesEvent,
  unionAdmissionRulesEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { unionAdmissionRules, type UnionAdmissionRulesState } from './union-admission-rules.decider';

/** Carries out the commands on rules of union admission; a stream is one unit's. */
export class UnionAdmissionRules extends CommandHandling<
  UnionAdmissionRulesCommand,
  UnionAdmissionRulesEvent,
  UnionAdmissionRulesState
> {}

export const unionAdmissionRulesAggregate: Aggregate<
  UnionAdmissionRulesCommand,
  UnionAdmissionRulesEvent,
  UnionAdmissionRulesState
> = {
  category: 'unionAdmissionRules',
  decider: unionAdmissionRules,
  commands: unionAdmissionRulesCommands,
  events: unionAdmissionRulesEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
