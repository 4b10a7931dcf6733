import { type MassOrganizationEvent, massOrganizationEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { insertRows, upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { MassOrganizationCoverage, MassOrganizationTerm, RegisteredMassOrganization } from './mass-organization.entity';

/** Keeps each mass organization as it stands, its terms, and which units it has been there for. */
@Injectable()
export class MassOrganizationRegisterProjector implements Projector<MassOrganizationEvent> {
  readonly name = 'mass-organization-register';
  readonly types = Object.keys(massOrganizationEvents).filter((type) => type !== 'OfficerTimeRecorded');

  async project(events: readonly Recorded<MassOrganizationEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.massOrganizationId));
    const changes = new MassOrganizationChanges(
      await rowsWith(tx, RegisteredMassOrganization, 'massOrganizationId', ids),
      await rowsWith(tx, MassOrganizationCoverage, 'massOrganizationId', ids),
    );
    for (const event of events) changes.take(event);
    await upsertRows(tx, RegisteredMassOrganization, [...changes.organizations.values()]);
    await upsertRows(tx, MassOrganizationCoverage, changes.coverage);
    await insertRows(tx, MassOrganizationTerm, changes.terms);
  }
}

/** The changes of one batch, kept in memory until they are written. */
class MassOrganizationChanges {
  readonly organizations: Map<string, RegisteredMassOrganization>;
  readonly terms: MassOrganizationTerm[] = [];

  constructor(
    known: readonly RegisteredMassOrganization[],
    readonly coverage: MassOrganizationCoverage[],
  ) {
    this.organizations = new Map(known.map((each) => [each.massOrganizationId, each]));
  }

  take({ type, data, position }: Recorded<MassOrganizationEvent>): void {
    if (type === 'MassOrganizationApplied') {
      const { coveredUnits, ...application } = data;
      return this.change({
        ...application,
        coveredUnitIds: coveredUnits.map(({ unitId }) => unitId),
        stage: 'applied',
        activeSince: null,
        termEndsOn: null,
        officers: [],
        dissolvedOn: null,
      });
    }
    const before = this.organizations.get(data.massOrganizationId);
    if (!before) throw new BeginningMissing('mass organization');
    switch (type) {
      case 'MassOrganizationApproved':
        return this.change({ ...before, stage: 'approved' });
      case 'MassOrganizationElected':
        return before.stage === 'active' ? undefined : this.change({ ...before, stage: 'elected' });
      case 'MassOrganizationTermBegan': {
        const { massOrganizationId, confirmedOn, endsOn, officers } = data;
        const activeSince = before.activeSince ?? confirmedOn;
        if (before.activeSince === null) this.cover(before, before.coveredUnitIds, confirmedOn, position);
        const chairBranchPost = officers.find(({ post }) => post === 'chair')!.branchPost;
        this.terms.push({ massOrganizationId, fromPosition: position, confirmedOn, endsOn, chairBranchPost });
        return this.change({ ...before, stage: 'active', activeSince, termEndsOn: endsOn, officers });
      }
      case 'MassOrganizationCoverageChanged': {
        const takenIn = data.takenIn.map(({ unitId }) => unitId);
        this.cover(before, takenIn, data.changedOn, position);
        this.uncover(before, data.letGoUnitIds, data.changedOn);
        const coveredUnitIds = [...before.coveredUnitIds, ...takenIn].filter((id) => !data.letGoUnitIds.includes(id));
        return this.change({ ...before, coveredUnitIds });
      }
      case 'OfficerTimeRecorded':
        return undefined;
      case 'MassOrganizationDissolved':
        this.uncover(before, before.coveredUnitIds, data.dissolvedOn);
        return this.change({ ...before, stage: 'dissolved', dissolvedOn: data.dissolvedOn });
    }
  }

  private cover(
    { massOrganizationId, kind, form }: RegisteredMassOrganization,
    unitIds: readonly string[],
    coveredFrom: string,
    fromPosition: number,
  ): void {
    for (const unitId of unitIds) {
      this.coverage.push({ massOrganizationId, unitId, fromPosition, kind, form, coveredFrom, coveredUntil: null });
    }
  }

  private uncover(
    { massOrganizationId }: RegisteredMassOrganization,
    unitIds: readonly string[],
    coveredUntil: string,
  ): void {
    for (const row of this.coverage) {
      const ends = row.massOrganizationId === massOrganizationId && unitIds.includes(row.unitId);
      if (ends && row.coveredUntil === null) row.coveredUntil = coveredUntil;
    }
  }

  private change(organization: RegisteredMassOrganization): void {
    this.organizations.set(organization.massOrganizationId, organization);
  }
}
