import {
  NationalProject,
  type NationalProjectAnswer,
  Projects,
  type ProjectsAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { NationalProjectQuery } from './national-project.query';
import { ProjectsQuery } from './projects.query';

@Controller()
export class ProjectRegisterController {
  constructor(
    private readonly access: Access,
    private readonly projects: ProjectsQuery,
    private readonly nationalProjects: NationalProjectQuery,
  ) {}

  @OnQuery(Projects)
  async register(query: Projects, sender: Sender): Promise<ProjectsAnswer> {
    await this.access.check(sender, { roles: queryContract(Projects).roles, units: [query.organization] });
    return this.projects.answer(query, sender);
  }

  @OnQuery(NationalProject)
  async national(query: NationalProject, sender: Sender): Promise<NationalProjectAnswer> {
    await this.access.check(sender, { roles: queryContract(NationalProject).roles, units: [query.unit] });
    return this.nationalProjects.answer(query.unit, sender);
  }
}
