import { Projects, type ProjectsAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ProjectsQuery } from './projects.query';

@Controller()
export class ProjectRegisterController {
  constructor(
    private readonly access: Access,
    private readonly projects: ProjectsQuery,
  ) {}

  @OnQuery(Projects)
  async register(query: Projects, sender: Sender): Promise<ProjectsAnswer> {
    await this.access.check(sender, { roles: queryContract(Projects).roles, units: [query.organization] });
    return this.projects.answer(query, sender);
  }
}
