import { OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { PostUnit, PostUnits } from './post-units';

/** Finds what an appointment must know of the units it names. */
@Injectable()
export class PostUnitsLookup {
  constructor(private readonly directory: OrganizationDirectory) {}

  async find(unitIds: readonly string[]): Promise<PostUnits> {
    await this.directory.catchUp();
    const found = new Map<string, PostUnit>();
    for (const unitId of unitIds) {
      const unit = this.directory.unit(unitId);
      if (!unit) continue;
      const ancestorIds = this.directory.ancestors(unitId);
      found.set(unitId, {
        kind: unit.kind,
        closed: unit.closed,
        ancestorIds,
        actsFor: this.actsFor(unitId, ancestorIds),
      });
    }
    return found;
  }

  private actsFor(unitId: string, ancestorIds: readonly string[]): string {
    const isOwnMaster = (id: string): boolean => this.directory.unit(id)!.kind !== 'department';
    return [unitId, ...ancestorIds].find(isOwnMaster) ?? unitId;
  }
}
