import { ProjectionStatus, type ProjectionStatusAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ProjectionStatusQuery } from './projection-status.query';

@Controller()
export class ProjectionStatusController {
  constructor(
    private readonly access: Access,
    private readonly status: ProjectionStatusQuery,
  ) {}

  @OnQuery(ProjectionStatus)
  async answer(_: ProjectionStatus, sender: Sender): Promise<ProjectionStatusAnswer> {
    await this.access.check(sender, { roles: queryContract(ProjectionStatus).roles, units: 'any' });
    return this.status.answer();
  }
}
