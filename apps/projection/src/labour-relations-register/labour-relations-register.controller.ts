import {
  CollectiveContractList,
  type CollectiveContractListAnswer,
  ContractEndNoticeList,
  type ContractEndNoticeListAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LabourRelationsQuery } from './labour-relations.query';

@Controller()
export class LabourRelationsRegisterController {
  constructor(
    private readonly access: Access,
    private readonly relations: LabourRelationsQuery,
  ) {}

  @OnQuery(CollectiveContractList)
  async contracts(query: CollectiveContractList, sender: Sender): Promise<CollectiveContractListAnswer> {
    const { roles } = queryContract(CollectiveContractList);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.relations.contracts(query, sender);
  }

  @OnQuery(ContractEndNoticeList)
  async notices(query: ContractEndNoticeList, sender: Sender): Promise<ContractEndNoticeListAnswer> {
    const { roles } = queryContract(ContractEndNoticeList);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.relations.notices(query, sender);
  }
}
