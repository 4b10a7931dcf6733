import { AcceptAttachment, DeclareFloatingMember, LeaveAsFloatingMember, RequestAttachment } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyBodiesLookup } from '../party-organization/party-bodies.lookup';
import { FloatingMemberHandling } from './floating-member.aggregate';

/** Commands on floating members. */
@Controller()
export class FloatingMemberController {
  constructor(
    private readonly members: FloatingMemberHandling,
    private readonly bodies: PartyBodiesLookup,
  ) {}

  @OnCommand(DeclareFloatingMember)
  declare(data: DeclareFloatingMember, sender: Sender) {
    return this.members.handle(data.floatingMemberId, { type: 'DeclareFloatingMember', data }, sender);
  }

  @OnCommand(RequestAttachment)
  async request(data: RequestAttachment, sender: Sender) {
    const hostActive = (await this.bodies.active(data.partyOrganizationId)) !== undefined;
    return this.members.handle(data.floatingMemberId, { type: 'RequestAttachment', data, hostActive }, sender);
  }

  @OnCommand(AcceptAttachment)
  accept(data: AcceptAttachment, sender: Sender) {
    return this.members.handle(data.floatingMemberId, { type: 'AcceptAttachment', data }, sender);
  }

  @OnCommand(LeaveAsFloatingMember)
  leave(data: LeaveAsFloatingMember, sender: Sender) {
    return this.members.handle(data.floatingMemberId, { type: 'LeaveAsFloatingMember', data }, sender);
  }
}
