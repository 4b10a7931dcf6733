import {
  AcknowledgeCrewItem,
  AppointCrewLeader,
  AssessCrewSupport,
  AssignCrewSupport,
  DelegatePower,
  DissolveCrew,
  EndCrewSupport,
  EndPartyMemberStationing,
  FormCrew,
  IssueCrewItem,
  RecordCrewMeeting,
  RelieveCrewLeader,
  ReviewCrew,
  ReviseCrew,
  RevokePower,
  StationPartyMember,
  UsePower,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewHandling } from './crew.aggregate';
import type { CrewUnit } from './crew.decider';

/** Commands on crews. What a decision needs to know of units comes from the directory, brought level with the ledger first. */
@Controller()
export class CrewController {
  constructor(
    private readonly crews: CrewHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(FormCrew)
  async form(data: FormCrew, sender: Sender) {
    await this.directory.catchUp();
    const unit = this.unit(data.unitId);
    const subcontractor = this.unit(data.labourSubcontractorId);
    return this.crews.handle(data.unitId, { type: 'FormCrew', data, unit, subcontractor }, sender);
  }

  @OnCommand(ReviseCrew)
  async revise(data: ReviseCrew, sender: Sender) {
    await this.directory.catchUp();
    const subcontractor = this.unit(data.labourSubcontractorId);
    return this.crews.handle(data.unitId, { type: 'ReviseCrew', data, subcontractor }, sender);
  }

  @OnCommand(DissolveCrew)
  dissolve(data: DissolveCrew, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'DissolveCrew', data }, sender);
  }

  @OnCommand(AppointCrewLeader)
  appointLeader(data: AppointCrewLeader, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'AppointCrewLeader', data }, sender);
  }

  @OnCommand(RelieveCrewLeader)
  relieveLeader(data: RelieveCrewLeader, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'RelieveCrewLeader', data }, sender);
  }

  @OnCommand(AssignCrewSupport)
  assignSupport(data: AssignCrewSupport, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'AssignCrewSupport', data }, sender);
  }

  @OnCommand(EndCrewSupport)
  endSupport(data: EndCrewSupport, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'EndCrewSupport', data }, sender);
  }

  @OnCommand(AssessCrewSupport)
  assessSupport(data: AssessCrewSupport, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'AssessCrewSupport', data }, sender);
  }

  @OnCommand(StationPartyMember)
  stationPartyMember(data: StationPartyMember, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'StationPartyMember', data }, sender);
  }

  @OnCommand(EndPartyMemberStationing)
  endStationing(data: EndPartyMemberStationing, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'EndPartyMemberStationing', data }, sender);
  }

  @OnCommand(DelegatePower)
  delegatePower(data: DelegatePower, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'DelegatePower', data }, sender);
  }

  @OnCommand(RevokePower)
  revokePower(data: RevokePower, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'RevokePower', data }, sender);
  }

  @OnCommand(UsePower)
  usePower(data: UsePower, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'UsePower', data }, sender);
  }

  @OnCommand(RecordCrewMeeting)
  recordMeeting(data: RecordCrewMeeting, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'RecordCrewMeeting', data }, sender);
  }

  @OnCommand(IssueCrewItem)
  issueItem(data: IssueCrewItem, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'IssueCrewItem', data }, sender);
  }

  @OnCommand(AcknowledgeCrewItem)
  acknowledgeItem(data: AcknowledgeCrewItem, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'AcknowledgeCrewItem', data }, sender);
  }

  @OnCommand(ReviewCrew)
  review(data: ReviewCrew, sender: Sender) {
    return this.crews.handle(data.unitId, { type: 'ReviewCrew', data }, sender);
  }

  private unit(unitId: string | undefined): CrewUnit | undefined {
    return unitId === undefined ? undefined : this.directory.unit(unitId);
  }
}
