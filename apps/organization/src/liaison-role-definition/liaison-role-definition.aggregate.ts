import {
  type LiaisonLevel,
  type LiaisonRoleDefinitionCommand,
  liaisonRoleDefinitionCommands,
  type LiaisonRoleDefinitionEvent,
  liaisonRoleDefinitionEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { liaisonRoleDefinition, type LiaisonRoleDefinitionState } from './liaison-role-definition.decider';

/** Carries out the commands on role definitions. */
export class LiaisonRoleDefinitionHandling extends CommandHandling<
  LiaisonRoleDefinitionCommand,
  LiaisonRoleDefinitionEvent,
  LiaisonRoleDefinitionState
> {}

export const liaisonRoleDefinitionAggregate: Aggregate<
  LiaisonRoleDefinitionCommand,
  LiaisonRoleDefinitionEvent,
  LiaisonRoleDefinitionState
> = {
  category: 'liaisonRoleDefinition',
  decider: liaisonRoleDefinition,
  commands: liaisonRoleDefinitionCommands,
  events: liaisonRoleDefinitionEvents,
  reach: ({ data }) => [data.organizationId],
  organizationOf: ({ data }) => data.organizationId,
};

/** Neither part can hold a tilde, so no two definitions share an id. */
export const roleDefinitionId = (organizationId: string, level: LiaisonLevel): string => `${organizationId}~${level}`;
