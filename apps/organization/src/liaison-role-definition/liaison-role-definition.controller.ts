import { PublishLiaisonRoleDefinition } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonRoleDefinitionHandling, roleDefinitionId } from './liaison-role-definition.aggregate';

/** Commands on what a liaison post is. */
@Controller()
export class LiaisonRoleDefinitionController {
  constructor(private readonly definitions: LiaisonRoleDefinitionHandling) {}

  @OnCommand(PublishLiaisonRoleDefinition)
  publish(data: PublishLiaisonRoleDefinition, sender: Sender) {
    const id = roleDefinitionId(data.organizationId, data.level);
    return this.definitions.handle(id, { type: 'PublishLiaisonRoleDefinition', data }, sender);
  }
}
