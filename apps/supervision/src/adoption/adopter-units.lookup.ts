import { OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { AdopterUnit, AdopterUnits } from './adopter-units';

/** Finds in the organization directory how units stand to an adopting organization. */
@Injectable()
export class AdopterUnitsLookup {
  constructor(private readonly directory: OrganizationDirectory) {}

  /** Level with the ledger as it stands now. Units that do not exist are left out. */
  async find(organizationId: string, unitIds: readonly string[]): Promise<AdopterUnits> {
    await this.directory.catchUp();
    return new Map(
      unitIds.flatMap((unitId): [string, AdopterUnit][] => {
        const unit = this.directory.unit(unitId);
        if (!unit) return [];
        return [[unitId, { closed: unit.closed, withinReach: this.withinReach(unitId, organizationId) }]];
      }),
    );
  }

  /** The nearest open unit above; `undefined` for a root. */
  async above(unitId: string): Promise<string | undefined> {
    await this.directory.findUnit(unitId);
    return this.directory.ancestors(unitId).find((above) => !this.directory.unit(above)!.closed);
  }

  private withinReach(unitId: string, organizationId: string): boolean {
    if (this.directory.within(unitId, organizationId)) return true;
    return (
      this.directory.unit(unitId)?.kind === 'governmentBody' && this.rootOf(unitId) === this.rootOf(organizationId)
    );
  }

  private rootOf(unitId: string): string {
    return this.directory.ancestors(unitId).at(-1) ?? unitId;
  }
}
