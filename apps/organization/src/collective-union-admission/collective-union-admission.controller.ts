import {
  HoldCollectiveAdmission,
  OpenCollectiveAdmission,
  RecordUnionConsent,
  RecordUnionDecline,
  type RulesInForce,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { MassOrganizations } from '../mass-organization/mass-organization.aggregate';
import { isActiveTradeUnion } from '../mass-organization/mass-organization.decider';
import { UnionAdmissionRules } from '../union-admission-rules/union-admission-rules.aggregate';
import { rulesInForce } from '../union-admission-rules/union-admission-rules.decider';
import { CollectiveUnionAdmissions } from './collective-union-admission.aggregate';

/** Commands on collective admissions to a trade union. */
@Controller()
export class CollectiveUnionAdmissionController {
  constructor(
    private readonly admissions: CollectiveUnionAdmissions,
    private readonly massOrganizations: MassOrganizations,
    private readonly rules: UnionAdmissionRules,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(OpenCollectiveAdmission)
  async open(data: OpenCollectiveAdmission, sender: Sender) {
    const { state: union } = await this.massOrganizations.state(data.massOrganizationId);
    const unionIsActive = isActiveTradeUnion(union);
    await this.directory.catchUp();
    const unitIsCovered =
      unionIsActive && union.coveredUnitIds.some((unitId) => this.directory.within(data.unitId, unitId));
    const rules = await this.rulesFor(data);
    const wish = { type: 'OpenCollectiveAdmission', data, unionIsActive, unitIsCovered, rules } as const;
    return this.admissions.handle(data.admissionId, wish, sender);
  }

  @OnCommand(RecordUnionConsent)
  recordConsent(data: RecordUnionConsent, sender: Sender) {
    return this.admissions.handle(data.admissionId, { type: 'RecordUnionConsent', data }, sender);
  }

  @OnCommand(RecordUnionDecline)
  recordDecline(data: RecordUnionDecline, sender: Sender) {
    return this.admissions.handle(data.admissionId, { type: 'RecordUnionDecline', data }, sender);
  }

  @OnCommand(HoldCollectiveAdmission)
  hold(data: HoldCollectiveAdmission, sender: Sender) {
    return this.admissions.handle(data.admissionId, { type: 'HoldCollectiveAdmission', data }, sender);
  }

  /** The rules of the unit itself, or of the nearest above it that has any in force (CC-12d). */
  private async rulesFor({ unitId, openedOn }: OpenCollectiveAdmission): Promise<RulesInForce | undefined> {
    for (const each of [unitId, ...this.directory.ancestors(unitId)]) {
      const inForce = rulesInForce((await this.rules.state(each)).state, openedOn);
      if (inForce) return { unitId: each, version: inForce.version };
    }
    return undefined;
  }
}
