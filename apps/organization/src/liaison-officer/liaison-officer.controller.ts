import {
  AppointLiaisonOfficer,
  IssueLiaisonArmband,
  NominateLiaisonOfficer,
  PublishLiaisonProfile,
  PutLiaisonOfficerOnDuty,
  RecordLiaisonCourse,
  RecordLiaisonTraining,
  RelieveLiaisonOfficer,
  ReturnLiaisonArmband,
  WithdrawLiaisonProfile,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonRoleDefinitionLookup } from '../liaison-role-definition/liaison-role-definition.lookup';
import { LiaisonOfficerHandling } from './liaison-officer.aggregate';
import type { DefinitionInForce } from './liaison-officer.decider';
import { PostUnitsLookup } from './post-units.lookup';

/** Commands on liaison officers, from nomination to relief. */
@Controller()
export class LiaisonOfficerController {
  constructor(
    private readonly officers: LiaisonOfficerHandling,
    private readonly postUnits: PostUnitsLookup,
    private readonly definitions: LiaisonRoleDefinitionLookup,
  ) {}

  @OnCommand(NominateLiaisonOfficer)
  async nominate(data: NominateLiaisonOfficer, sender: Sender) {
    const units = await this.postUnits.find([data.unitId]);
    return this.officers.handle(data.officerId, { type: 'NominateLiaisonOfficer', data, units }, sender);
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
