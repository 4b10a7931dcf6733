import { EndEquityRelation, RecordEquityRelation } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { EquityRelations } from './equity-relation.aggregate';

/** Commands on equity relations to labour subcontractors. */
@Controller()
export class EquityRelationController {
  constructor(
    private readonly relations: EquityRelations,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(RecordEquityRelation)
  async record(data: RecordEquityRelation, sender: Sender) {
    await this.directory.catchUp();
    const contractor = this.directory.unit(data.contractorId);
    const labourSubcontractor = this.directory.unit(data.labourSubcontractorId);
    const wish = { type: 'RecordEquityRelation', data, contractor, labourSubcontractor } as const;
    return this.relations.handle(data.labourSubcontractorId, wish, sender);
  }

  @OnCommand(EndEquityRelation)
  end(data: EndEquityRelation, sender: Sender) {
    return this.relations.handle(data.labourSubcontractorId, { type: 'EndEquityRelation', data }, sender);
  }
}
