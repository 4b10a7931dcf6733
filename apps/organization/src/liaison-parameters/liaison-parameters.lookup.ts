import type { LiaisonParameters } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { LiaisonParametersHandling } from './liaison-parameters.aggregate';
import { parametersInForce } from './liaison-parameters.decider';

/** Finds the parameters that hold for a unit on a day: its own, or those of the nearest unit above that has set any. */
@Injectable()
export class LiaisonParametersLookup {
  constructor(
    private readonly parameters: LiaisonParametersHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  async find(unitId: string, on: Day): Promise<LiaisonParameters | undefined> {
    await this.directory.findUnit(unitId);
    for (const organizationId of [unitId, ...this.directory.ancestors(unitId)]) {
      const { state } = await this.parameters.state(organizationId);
      const inForce = parametersInForce(state, on);
      if (inForce) return inForce;
    }
    return undefined;
  }
}
