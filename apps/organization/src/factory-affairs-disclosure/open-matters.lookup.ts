import type { OpenMatter } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { OpenMattersLists } from './open-matters.aggregate';
import { mattersInForce } from './open-matters.decider';

/** Finds a matter in the list that holds for an enterprise: its own, or that of the nearest unit above. */
@Injectable()
export class OpenMattersLookup {
  constructor(
    private readonly lists: OpenMattersLists,
    private readonly directory: OrganizationDirectory,
  ) {}

  async find(unitId: string, matterId: string, on: Day): Promise<OpenMatter | undefined> {
    await this.directory.findUnit(unitId);
    for (const each of [unitId, ...this.directory.ancestors(unitId)]) {
      const list = mattersInForce((await this.lists.state(each)).state, on);
      if (list) return list.matters.find((matter) => matter.matterId === matterId);
    }
    return undefined;
  }
}
