import {
  ApplyForConversion,
  AppointSponsors,
  AssignCultivators,
  CompleteShortCourse,
  ConcludePoliticalReview,
  DecideAdmissionApproval,
  DecideConversion,
  DeliberateAdmission,
  DesignateApplicant,
  EndPartyAdmission,
  ExtendProbation,
  FileAdmissionPapers,
  FilePartyApplication,
  HoldApplicantTalk,
  ListProspectiveMember,
  type PartyAdmissionCommand,
  PassPreReview,
  PostponeConversion,
  RecordAdmissionApproval,
  ResolveAdmission,
  ResolveConversion,
  ReviewDesignatedApplicant,
  TakePartyOath,
  TalkBeforeApproval,
  TransferPartyAdmission,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyBodiesLookup } from '../party-organization/party-bodies.lookup';
import { PartyAdmissionHandling } from './party-admission.aggregate';

/** Commands on admissions to the Party. The organizations that a decision has to know are looked up here. */
@Controller()
export class PartyAdmissionController {
  constructor(
    private readonly admissions: PartyAdmissionHandling,
    private readonly bodies: PartyBodiesLookup,
  ) {}

  @OnCommand(FilePartyApplication)
  fileApplication(data: FilePartyApplication, sender: Sender) {
    return this.carryOut(
      { type: 'FilePartyApplication', data },
      sender,
      data.partyOrganizationId,
      data.formalOrganizationId,
    );
  }

  @OnCommand(HoldApplicantTalk)
  holdTalk(data: HoldApplicantTalk, sender: Sender) {
    return this.carryOut({ type: 'HoldApplicantTalk', data }, sender);
  }

  @OnCommand(DesignateApplicant)
  designate(data: DesignateApplicant, sender: Sender) {
    return this.carryOut({ type: 'DesignateApplicant', data }, sender);
  }

  @OnCommand(AssignCultivators)
  assignCultivators(data: AssignCultivators, sender: Sender) {
    return this.carryOut({ type: 'AssignCultivators', data }, sender);
  }

  @OnCommand(ReviewDesignatedApplicant)
  review(data: ReviewDesignatedApplicant, sender: Sender) {
    return this.carryOut({ type: 'ReviewDesignatedApplicant', data }, sender);
  }

  @OnCommand(TransferPartyAdmission)
  transfer(data: TransferPartyAdmission, sender: Sender) {
    return this.carryOut({ type: 'TransferPartyAdmission', data }, sender, data.toPartyOrganizationId);
  }

  @OnCommand(ListProspectiveMember)
  listProspectiveMember(data: ListProspectiveMember, sender: Sender) {
    return this.carryOut({ type: 'ListProspectiveMember', data }, sender);
  }

  @OnCommand(AppointSponsors)
  appointSponsors(data: AppointSponsors, sender: Sender) {
    return this.carryOut({ type: 'AppointSponsors', data }, sender);
  }

  @OnCommand(ConcludePoliticalReview)
  concludePoliticalReview(data: ConcludePoliticalReview, sender: Sender) {
    return this.carryOut({ type: 'ConcludePoliticalReview', data }, sender);
  }

  @OnCommand(CompleteShortCourse)
  completeShortCourse(data: CompleteShortCourse, sender: Sender) {
    return this.carryOut({ type: 'CompleteShortCourse', data }, sender);
  }

  @OnCommand(PassPreReview)
  passPreReview(data: PassPreReview, sender: Sender) {
    return this.carryOut({ type: 'PassPreReview', data }, sender);
  }

  @OnCommand(ResolveAdmission)
  resolveAdmission(data: ResolveAdmission, sender: Sender) {
    return this.carryOut({ type: 'ResolveAdmission', data }, sender);
  }

  @OnCommand(DeliberateAdmission)
  deliberate(data: DeliberateAdmission, sender: Sender) {
    return this.carryOut({ type: 'DeliberateAdmission', data }, sender, data.partyOrganizationId);
  }

  @OnCommand(TalkBeforeApproval)
  talkBeforeApproval(data: TalkBeforeApproval, sender: Sender) {
    return this.carryOut({ type: 'TalkBeforeApproval', data }, sender);
  }

  @OnCommand(DecideAdmissionApproval)
  decideApproval(data: DecideAdmissionApproval, sender: Sender) {
    return this.carryOut({ type: 'DecideAdmissionApproval', data }, sender, data.approvingOrganizationId);
  }

  @OnCommand(RecordAdmissionApproval)
  recordApproval(data: RecordAdmissionApproval, sender: Sender) {
    return this.carryOut({ type: 'RecordAdmissionApproval', data }, sender);
  }

  @OnCommand(TakePartyOath)
  takeOath(data: TakePartyOath, sender: Sender) {
    return this.carryOut({ type: 'TakePartyOath', data }, sender);
  }

  @OnCommand(ExtendProbation)
  extendProbation(data: ExtendProbation, sender: Sender) {
    return this.carryOut({ type: 'ExtendProbation', data }, sender);
  }

  @OnCommand(ApplyForConversion)
  applyForConversion(data: ApplyForConversion, sender: Sender) {
    return this.carryOut({ type: 'ApplyForConversion', data }, sender);
  }

  @OnCommand(PostponeConversion)
  postponeConversion(data: PostponeConversion, sender: Sender) {
    return this.carryOut({ type: 'PostponeConversion', data }, sender);
  }

  @OnCommand(ResolveConversion)
  resolveConversion(data: ResolveConversion, sender: Sender) {
    return this.carryOut({ type: 'ResolveConversion', data }, sender);
  }

  @OnCommand(DecideConversion)
  decideConversion(data: DecideConversion, sender: Sender) {
    return this.carryOut({ type: 'DecideConversion', data }, sender, data.approvingOrganizationId);
  }

  @OnCommand(FileAdmissionPapers)
  filePapers(data: FileAdmissionPapers, sender: Sender) {
    return this.carryOut({ type: 'FileAdmissionPapers', data }, sender);
  }

  @OnCommand(EndPartyAdmission)
  end(data: EndPartyAdmission, sender: Sender) {
    return this.carryOut({ type: 'EndPartyAdmission', data }, sender);
  }

  private async carryOut(
    command: PartyAdmissionCommand,
    sender: Sender,
    ...named: readonly (string | undefined)[]
  ): ReturnType<PartyAdmissionHandling['handle']> {
    const { admissionId } = command.data;
    const { state } = await this.admissions.state(admissionId);
    const keeperId = state.stage === 'notFiled' ? undefined : state.partyOrganizationId;
    const bodies = await this.bodies.find(keeperId, ...named);
    return this.admissions.handle(admissionId, { ...command, bodies }, sender);
  }
}
