import {
  HoldCollectiveAdmission,
  OpenCollectiveAdmission,
  RecordUnionConsent,
  RecordUnionDecline,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { MassOrganizations } from '../mass-organization/mass-organization.aggregate';
import { isActiveTradeUnion } from '../mass-organization/mass-organization.decider';
import { CollectiveUnionAdmissions } from './collective-union-admission.aggregate';

/** Commands on collective admissions to a trade union. */
@Controller()
export class CollectiveUnionAdmissionController {
  constructor(
    private readonly admissions: CollectiveUnionAdmissions,
    private readonly massOrganizations: MassOrganizations,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(OpenCollectiveAdmission)
  async open(data: OpenCollectiveAdmission, sender: Sender) {
    const { state: union } = await this.massOrganizations.state(data.massOrganizationId);
    const unionIsActive = isActiveTradeUnion(union);
    await this.directory.catchUp();
    const unitIsCovered =
      unionIsActive && union.coveredUnitIds.some((unitId) => this.directory.within(data.unitId, unitId));
    const wish = { type: 'OpenCollectiveAdmission', data, unionIsActive, unitIsCovered } as const;
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
}
