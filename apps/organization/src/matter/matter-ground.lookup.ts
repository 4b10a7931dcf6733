import type { LoggedRequest } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { type DirectoryUnit, OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { LiaisonParametersLookup } from '../liaison-parameters/liaison-parameters.lookup';
import { MatterHandling } from './matter.aggregate';
import { matterPath } from './matter-path';
import { type MatterGround, noGround, type RequestGround } from './raising';

/** Finds what a decision on a matter must know of the organization around the unit that asks. */
@Injectable()
export class MatterGroundLookup {
  constructor(
    private readonly matters: MatterHandling,
    private readonly parameters: LiaisonParametersLookup,
    private readonly directory: OrganizationDirectory,
  ) {}

  async find(unitId: string, on: Day): Promise<MatterGround> {
    await this.directory.catchUp();
    const units = [unitId, ...this.directory.ancestors(unitId)].map((id) => this.directory.unit(id));
    const path = matterPath(units.filter((unit): unit is DirectoryUnit => unit !== undefined));
    return { path, isClosed: units[0]?.closed === true, parameters: await this.parameters.find(unitId, on) };
  }

  /** As a matter that was raised already finds it; nothing of one that was not, which its decision refuses. */
  async findFor(matterId: string, on: Day): Promise<MatterGround> {
    const { state } = await this.matters.state(matterId);
    if (state.stage === 'notRaised') return noGround;
    return this.find(state.raised.unitId, on);
  }

  /** As a log entry of that day finds it, which holds requests of a team. */
  async findForRequests(requests: readonly LoggedRequest[], unitId: string, on: Day): Promise<RequestGround> {
    if (requests.length === 0) return noGround;
    const takenIds = new Set<string>();
    for (const { matterId } of requests) {
      const { state } = await this.matters.state(matterId);
      if (state.stage !== 'notRaised') takenIds.add(matterId);
    }
    return { ...(await this.find(unitId, on)), takenIds };
  }
}
