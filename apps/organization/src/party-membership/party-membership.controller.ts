import {
  ConfirmMembershipReceipt,
  EndPartyMembership,
  LeaveMemberPost,
  RegisterPartyMembership,
  SettleInclusion,
  TakeUpMemberPost,
  TransferPartyMembershipOut,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { InclusionChecklistHandling } from '../inclusion-checklist/inclusion-checklist.aggregate';
import { PartyBodiesLookup } from '../party-organization/party-bodies.lookup';
import { PartyMembershipHandling } from './party-membership.aggregate';
import type { ChecklistForMember } from './party-membership.decider';

/** Commands on memberships. The branch, the unit and the checklist are looked up here. */
@Controller()
export class PartyMembershipController {
  constructor(
    private readonly memberships: PartyMembershipHandling,
    private readonly checklists: InclusionChecklistHandling,
    private readonly bodies: PartyBodiesLookup,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(RegisterPartyMembership)
  async register(data: RegisterPartyMembership, sender: Sender) {
    const branch = await this.bodies.active(data.partyOrganizationId);
    await this.directory.catchUp();
    const unitOpen = this.directory.unit(data.unitId)?.closed === false;
    return this.memberships.handle(data.memberId, { type: 'RegisterPartyMembership', data, branch, unitOpen }, sender);
  }

  @OnCommand(TransferPartyMembershipOut)
  transferOut(data: TransferPartyMembershipOut, sender: Sender) {
    return this.memberships.handle(data.memberId, { type: 'TransferPartyMembershipOut', data }, sender);
  }

  @OnCommand(ConfirmMembershipReceipt)
  confirmReceipt(data: ConfirmMembershipReceipt, sender: Sender) {
    return this.memberships.handle(data.memberId, { type: 'ConfirmMembershipReceipt', data }, sender);
  }

  @OnCommand(EndPartyMembership)
  end(data: EndPartyMembership, sender: Sender) {
    return this.memberships.handle(data.memberId, { type: 'EndPartyMembership', data }, sender);
  }

  @OnCommand(TakeUpMemberPost)
  takeUpPost(data: TakeUpMemberPost, sender: Sender) {
    return this.memberships.handle(data.memberId, { type: 'TakeUpMemberPost', data }, sender);
  }

  @OnCommand(LeaveMemberPost)
  leavePost(data: LeaveMemberPost, sender: Sender) {
    return this.memberships.handle(data.memberId, { type: 'LeaveMemberPost', data }, sender);
  }

  @OnCommand(SettleInclusion)
  async settleInclusion(data: SettleInclusion, sender: Sender) {
    const checklist = await this.checklistFor(data);
    return this.memberships.handle(data.memberId, { type: 'SettleInclusion', data, checklist }, sender);
  }

  private async checklistFor({ memberId, checklistUnitId }: SettleInclusion): Promise<ChecklistForMember | undefined> {
    const { state: checklist } = await this.checklists.state(checklistUnitId);
    const { state: membership } = await this.memberships.state(memberId);
    if (checklist.stage === 'notDefined' || membership.stage === 'notRegistered') return undefined;
    await this.directory.catchUp();
    return {
      itemIds: checklist.defined.items.map(({ itemId }) => itemId),
      holds: this.directory.within(membership.registered.unitId, checklistUnitId),
    };
  }
}
