import { definitionsInTurn, type LiaisonLevel, type PublishLiaisonRoleDefinition } from '@gongyou/contracts';
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

  /** The definition in force on a day. */
  async find(unitId: string, level: LiaisonLevel, on: Day): Promise<PublishLiaisonRoleDefinition | undefined> {
    return definitionInForce({ versions: await this.history(unitId, level) }, on);
  }

  /** The definitions that hold one after the other: a unit's own go before those from above from its first one on. */
  async history(unitId: string, level: LiaisonLevel): Promise<readonly PublishLiaisonRoleDefinition[]> {
    await this.directory.findUnit(unitId);
    const versions: (readonly PublishLiaisonRoleDefinition[])[] = [];
    for (const organizationId of [unitId, ...this.directory.ancestors(unitId)])
      versions.push((await this.definitions.state(roleDefinitionId(organizationId, level))).state.versions);
    return definitionsInTurn(versions);
  }
}
