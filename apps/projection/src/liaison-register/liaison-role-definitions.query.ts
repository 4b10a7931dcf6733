import type { LiaisonRoleDefinitions, LiaisonRoleDefinitionsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { LiaisonRoleDefinitionVersion } from './liaison-role-definition.entity';

/** The versions of a role definition, latest first. */
@Injectable()
export class LiaisonRoleDefinitionsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, level, asOfDay }: LiaisonRoleDefinitions,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonRoleDefinitionsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const versions = await tx.find(LiaisonRoleDefinitionVersion, {
        where: { organizationId: organization, level },
        order: { version: 'DESC' },
      });
      const inForce = versions.find(({ effectiveOn }) => effectiveOn <= asOfDay);
      const definitions = versions.map(({ organizationId: _organization, level: _level, ...definition }) => ({
        ...definition,
        inForce: definition.version === inForce?.version,
      }));
      return { definitions, position };
    });
  }
}
