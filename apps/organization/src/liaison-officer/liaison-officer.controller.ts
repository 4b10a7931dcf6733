import {
  AppointLiaisonOfficer,
  ApproveLiaisonNomination,
  IssueLiaisonArmband,
  NominateLiaisonOfficer,
  PublishLiaisonProfile,
  PutLiaisonOfficerOnDuty,
  RecordLiaisonCourse,
  RecordLiaisonTraining,
  RelieveLiaisonOfficer,
  RenewLiaisonTerm,
  ReturnLiaisonArmband,
  WithdrawLiaisonProfile,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { assessmentId, LiaisonAssessmentHandling } from '../liaison-assessment/liaison-assessment.aggregate';
import { LiaisonRoleDefinitionLookup } from '../liaison-role-definition/liaison-role-definition.lookup';
import { PartyOrganizationHandling } from '../party-organization/party-organization.aggregate';
import { LiaisonOfficerHandling } from './liaison-officer.aggregate';
import { type DefinitionInForce, yearBefore } from './liaison-officer.decider';
import { PostUnitsLookup } from './post-units.lookup';

/** Commands on liaison officers, from nomination to relief. */
@Controller()
export class LiaisonOfficerController {
  constructor(
    private readonly officers: LiaisonOfficerHandling,
    private readonly postUnits: PostUnitsLookup,
    private readonly definitions: LiaisonRoleDefinitionLookup,
    private readonly partyOrganizations: PartyOrganizationHandling,
    private readonly assessments: LiaisonAssessmentHandling,
  ) {}

  @OnCommand(NominateLiaisonOfficer)
  async nominate(data: NominateLiaisonOfficer, sender: Sender) {
    const units = await this.postUnits.find([data.unitId]);
    const criteria = (await this.definitions.find(data.unitId, data.level, data.nominatedOn))?.role.selectionCriteria;
    return this.officers.handle(data.officerId, { type: 'NominateLiaisonOfficer', data, units, criteria }, sender);
  }

  @OnCommand(ApproveLiaisonNomination)
  async approve(data: ApproveLiaisonNomination, sender: Sender) {
    const { state } = await this.partyOrganizations.state(data.partyOrganizationId);
    const approving =
      state.stage === 'active'
        ? { isCommittee: state.founded.kind === 'committee', unitId: state.founded.unitId }
        : undefined;
    const named = [...(approving ? [approving.unitId] : []), ...(await this.postUnitOf(data.officerId))];
    const units = await this.postUnits.find(named);
    return this.officers.handle(data.officerId, { type: 'ApproveLiaisonNomination', data, units, approving }, sender);
  }

  @OnCommand(AppointLiaisonOfficer)
  async appoint(data: AppointLiaisonOfficer, sender: Sender) {
    const postUnitIds = await this.postUnitOf(data.officerId);
    const units = await this.postUnits.find([data.dispatchingUnitId, ...data.managingUnitIds, ...postUnitIds]);
    const definition = await this.definitionFor(data);
    return this.officers.handle(data.officerId, { type: 'AppointLiaisonOfficer', data, units, definition }, sender);
  }

  @OnCommand(RecordLiaisonTraining)
  async recordTraining(data: RecordLiaisonTraining, sender: Sender) {
    const units = await this.postUnits.find([data.trainerUnitId, ...(await this.postUnitOf(data.officerId))]);
    return this.officers.handle(data.officerId, { type: 'RecordLiaisonTraining', data, units }, sender);
  }

  @OnCommand(RecordLiaisonCourse)
  recordCourse(data: RecordLiaisonCourse, sender: Sender) {
    return this.officers.handle(data.officerId, { type: 'RecordLiaisonCourse', data }, sender);
  }

  @OnCommand(PutLiaisonOfficerOnDuty)
  putOnDuty(data: PutLiaisonOfficerOnDuty, sender: Sender) {
    return this.officers.handle(data.officerId, { type: 'PutLiaisonOfficerOnDuty', data }, sender);
  }

  @OnCommand(PublishLiaisonProfile)
  publishProfile(data: PublishLiaisonProfile, sender: Sender) {
    return this.officers.handle(data.officerId, { type: 'PublishLiaisonProfile', data }, sender);
  }

  @OnCommand(WithdrawLiaisonProfile)
  withdrawProfile(data: WithdrawLiaisonProfile, sender: Sender) {
    return this.officers.handle(data.officerId, { type: 'WithdrawLiaisonProfile', data }, sender);
  }

  @OnCommand(IssueLiaisonArmband)
  issueArmband(data: IssueLiaisonArmband, sender: Sender) {
    return this.officers.handle(data.officerId, { type: 'IssueLiaisonArmband', data }, sender);
  }

  @OnCommand(ReturnLiaisonArmband)
  returnArmband(data: ReturnLiaisonArmband, sender: Sender) {
    return this.officers.handle(data.officerId, { type: 'ReturnLiaisonArmband', data }, sender);
  }

  @OnCommand(RenewLiaisonTerm)
  async renewTerm(data: RenewLiaisonTerm, sender: Sender) {
    const year = yearBefore(data.renewedOn);
    const { conclusion } = (await this.assessments.state(assessmentId(data.officerId, year))).state;
    const assessmentBefore = { concluded: conclusion !== null, allowsRenewal: conclusion?.allowsRenewal };
    return this.officers.handle(data.officerId, { type: 'RenewLiaisonTerm', data, assessmentBefore }, sender);
  }

  @OnCommand(RelieveLiaisonOfficer)
  relieve(data: RelieveLiaisonOfficer, sender: Sender) {
    return this.officers.handle(data.officerId, { type: 'RelieveLiaisonOfficer', data }, sender);
  }

  private async postUnitOf(officerId: string): Promise<string[]> {
    const { state } = await this.officers.state(officerId);
    return state.stage === 'notNominated' ? [] : [state.nomination.unitId];
  }

  private async definitionFor({
    officerId,
    effectiveOn,
  }: AppointLiaisonOfficer): Promise<DefinitionInForce | undefined> {
    const { state } = await this.officers.state(officerId);
    if (state.stage === 'notNominated') return undefined;
    const { unitId, level } = state.nomination;
    const found = await this.definitions.find(unitId, level, effectiveOn);
    return found && { organizationId: found.organizationId, version: found.version, treatment: found.role.treatment };
  }
}
