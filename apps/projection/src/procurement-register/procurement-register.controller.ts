import {
  CrewSelections,
  type CrewSelectionsAnswer,
  LabourSubcontractorSelections,
  type LabourSubcontractorSelectionsAnswer,
  LiaisonParticipations,
  type LiaisonParticipationsAnswer,
  ProcurementSteps,
  type ProcurementStepsAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ProcurementQuery } from './procurement.query';

@Controller()
export class ProcurementRegisterController {
  constructor(
    private readonly access: Access,
    private readonly procurement: ProcurementQuery,
  ) {}

  @OnQuery(LabourSubcontractorSelections)
  async selections(query: LabourSubcontractorSelections, sender: Sender): Promise<LabourSubcontractorSelectionsAnswer> {
    const { roles } = queryContract(LabourSubcontractorSelections);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.procurement.selections(query, sender);
  }

  @OnQuery(CrewSelections)
  async crews(query: CrewSelections, sender: Sender): Promise<CrewSelectionsAnswer> {
    await this.access.check(sender, { roles: queryContract(CrewSelections).roles, units: [query.organization] });
    return this.procurement.crews(query, sender);
  }

  @OnQuery(ProcurementSteps)
  async steps(query: ProcurementSteps, sender: Sender): Promise<ProcurementStepsAnswer> {
    await this.access.check(sender, { roles: queryContract(ProcurementSteps).roles, units: [query.organization] });
    return this.procurement.steps(query, sender);
  }

  @OnQuery(LiaisonParticipations)
  async participations(query: LiaisonParticipations, sender: Sender): Promise<LiaisonParticipationsAnswer> {
    const { roles } = queryContract(LiaisonParticipations);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.procurement.participations(query, sender);
  }
}
