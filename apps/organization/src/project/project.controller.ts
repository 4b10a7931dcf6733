import {
  AdmitParticipant,
  ChangeProjectStatus,
  commandContract,
  GiveUpQualityAward,
  GrantStandardisedWorksite,
  PlanQualityAward,
  RegisterProject,
  ReleaseParticipant,
  ReviseProject,
  WithdrawStandardisedWorksite,
} from '@gongyou/contracts';
import { Access, OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ProjectHandling } from './project.aggregate';

/** Commands on the files of projects. */
@Controller()
export class ProjectController {
  constructor(
    private readonly projects: ProjectHandling,
    private readonly directory: OrganizationDirectory,
    private readonly access: Access,
  ) {}

  @OnCommand(RegisterProject)
  async register(data: RegisterProject, sender: Sender) {
    await this.directory.catchUp();
    const unit = this.directory.unit(data.unitId);
    return this.projects.handle(data.unitId, { type: 'RegisterProject', data, unit }, sender);
  }

  @OnCommand(ReviseProject)
  revise(data: ReviseProject, sender: Sender) {
    return this.projects.handle(data.unitId, { type: 'ReviseProject', data }, sender);
  }

  @OnCommand(ChangeProjectStatus)
  changeStatus(data: ChangeProjectStatus, sender: Sender) {
    return this.projects.handle(data.unitId, { type: 'ChangeProjectStatus', data }, sender);
  }

  @OnCommand(AdmitParticipant)
  admit(data: AdmitParticipant, sender: Sender) {
    return this.projects.handle(data.unitId, { type: 'AdmitParticipant', data }, sender);
  }

  @OnCommand(ReleaseParticipant)
  release(data: ReleaseParticipant, sender: Sender) {
    return this.projects.handle(data.unitId, { type: 'ReleaseParticipant', data }, sender);
  }

  @OnCommand(PlanQualityAward)
  planAward(data: PlanQualityAward, sender: Sender) {
    return this.projects.handle(data.unitId, { type: 'PlanQualityAward', data }, sender);
  }

  @OnCommand(GiveUpQualityAward)
  giveUpAward(data: GiveUpQualityAward, sender: Sender) {
    return this.projects.handle(data.unitId, { type: 'GiveUpQualityAward', data }, sender);
  }

  @OnCommand(GrantStandardisedWorksite)
  async grantStandardised(data: GrantStandardisedWorksite, sender: Sender) {
    await this.evaluator(data.unitId, GrantStandardisedWorksite, sender);
    return this.projects.handle(data.unitId, { type: 'GrantStandardisedWorksite', data }, sender);
  }

  @OnCommand(WithdrawStandardisedWorksite)
  async withdrawStandardised(data: WithdrawStandardisedWorksite, sender: Sender) {
    await this.evaluator(data.unitId, WithdrawStandardisedWorksite, sender);
    return this.projects.handle(data.unitId, { type: 'WithdrawStandardisedWorksite', data }, sender);
  }

  /** A site is judged from above: a role over the project alone does not do. */
  private async evaluator(
    unitId: string,
    command: typeof GrantStandardisedWorksite | typeof WithdrawStandardisedWorksite,
    sender: Sender,
  ): Promise<void> {
    await this.directory.findUnit(unitId);
    const [parent] = this.directory.ancestors(unitId);
    await this.access.check(sender, {
      roles: commandContract(command).roles,
      units: parent === undefined ? [] : [parent],
    });
  }
}
