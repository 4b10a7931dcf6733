import {
  CollectiveUnionAdmissionList,
  type CollectiveUnionAdmissionListAnswer,
  CollectiveUnionAdmissionWorkers,
  type CollectiveUnionAdmissionWorkersAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CollectiveAdmissionsQuery } from './collective-admissions.query';

@Controller()
export class CollectiveAdmissionRegisterController {
  constructor(
    private readonly access: Access,
    private readonly query: CollectiveAdmissionsQuery,
  ) {}

  @OnQuery(CollectiveUnionAdmissionList)
  async admissions(query: CollectiveUnionAdmissionList, sender: Sender): Promise<CollectiveUnionAdmissionListAnswer> {
    const { roles } = queryContract(CollectiveUnionAdmissionList);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.query.admissions(query, sender);
  }

  @OnQuery(CollectiveUnionAdmissionWorkers)
  async workers(
    query: CollectiveUnionAdmissionWorkers,
    sender: Sender,
  ): Promise<CollectiveUnionAdmissionWorkersAnswer> {
    const { roles } = queryContract(CollectiveUnionAdmissionWorkers);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.query.workers(query, sender);
  }
}
