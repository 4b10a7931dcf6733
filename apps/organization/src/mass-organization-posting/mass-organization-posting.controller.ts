import { AssessPosting, BeginPosting, EndPosting } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { MassOrganizations } from '../mass-organization/mass-organization.aggregate';
import { MassOrganizationPostings } from './mass-organization-posting.aggregate';

/** Commands on the posts that workers hold in mass organizations. */
@Controller()
export class MassOrganizationPostingController {
  constructor(
    private readonly postings: MassOrganizationPostings,
    private readonly massOrganizations: MassOrganizations,
  ) {}

  @OnCommand(BeginPosting)
  async begin(data: BeginPosting, sender: Sender) {
    const { state } = await this.massOrganizations.state(data.massOrganizationId);
    const hostUnitId = state.stage === 'active' ? state.application.hostUnitId : undefined;
    return this.postings.handle(data.postingId, { type: 'BeginPosting', data, hostUnitId }, sender);
  }

  @OnCommand(AssessPosting)
  assess(data: AssessPosting, sender: Sender) {
    return this.postings.handle(data.postingId, { type: 'AssessPosting', data }, sender);
  }

  @OnCommand(EndPosting)
  end(data: EndPosting, sender: Sender) {
    return this.postings.handle(data.postingId, { type: 'EndPosting', data }, sender);
  }
}
