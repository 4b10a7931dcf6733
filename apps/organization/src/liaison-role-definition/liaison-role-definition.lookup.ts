import type { LiaisonLevel, PublishLiaisonRoleDefinition } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { LiaisonRoleDefinitionHandling, roleDefinitionId } from './liaison-role-definition.aggregate';
import { definitionInForce } from './liaison-role-definition.decider';

/** Finds the role definition that holds for a post: its unit's own, or that of the nearest unit above. */
@Injectable()
export class LiaisonRoleDefinitionLookup {
  constructor(
    private readonly definitions: LiaisonRoleDefinitionHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  async find(unitId: string, level: LiaisonLevel, on: Day): Promise<PublishLiaisonRoleDefinition | undefined> {
    await this.directory.findUnit(unitId);
    for (const organizationId of [unitId, ...this.directory.ancestors(unitId)]) {
      const { state } = await this.definitions.state(roleDefinitionId(organizationId, level));
      const definition = definitionInForce(state, on);
      if (definition) return definition;
    }
    return undefined;
  }
}
