import { OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { CrewHandling } from '../crew/crew.aggregate';
import { type CrewLife, crewLifeOf } from '../crew/crew-life';
import type { WorkRestriction } from '../work-restriction/work-restriction.decider';
import { WorkRestrictionsOfUnits } from '../work-restriction/work-restriction.aggregate';
import type { PlaceUnit, Site } from './worker.wish';

/** Units and sites, as decisions about workers are handed them. */
@Injectable()
export class WorkPlaces {
  constructor(
    private readonly restrictions: WorkRestrictionsOfUnits,
    private readonly crews: CrewHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  /** As they stand in the ledger now; what is asked for more than once is looked up once. */
  async now(): Promise<PlacesNow> {
    await this.directory.catchUp();
    return new PlacesNow(this.restrictions, this.crews, this.directory);
  }
}

/** One look at the units and sites. */
export class PlacesNow {
  private readonly restrictionsOf = new Map<string, Promise<WorkRestriction[]>>();
  private readonly lives = new Map<string, Promise<CrewLife | undefined>>();

  constructor(
    private readonly restrictions: WorkRestrictionsOfUnits,
    private readonly crews: CrewHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  unit(unitId: string): PlaceUnit | undefined {
    return this.directory.unit(unitId);
  }

  async site({ projectId, crewId }: { projectId: string; crewId: string }): Promise<Site> {
    let restrictions = this.restrictionsOf.get(projectId);
    if (!restrictions) this.restrictionsOf.set(projectId, (restrictions = this.allAbove(projectId)));
    let life = this.lives.get(crewId);
    if (!life) this.lives.set(crewId, (life = this.lifeOf(crewId)));
    return {
      project: this.directory.unit(projectId),
      crew: this.directory.unit(crewId),
      crewBelowProject: this.directory.within(crewId, projectId),
      crewLife: await life,
      restrictions: await restrictions,
    };
  }

  private async lifeOf(crewId: string): Promise<CrewLife | undefined> {
    return crewLifeOf((await this.crews.state(crewId)).state);
  }

  /** All that the project and the units above it have set. */
  private async allAbove(projectId: string): Promise<WorkRestriction[]> {
    const above = [projectId, ...this.directory.ancestors(projectId)];
    const set = await Promise.all(above.map((unitId) => this.restrictions.state(unitId)));
    return set.flatMap(({ state }) => Object.values(state));
  }
}
