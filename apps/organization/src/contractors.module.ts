import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { equityRelationAggregate, EquityRelations } from './equity-relation/equity-relation.aggregate';
import { EquityRelationController } from './equity-relation/equity-relation.controller';
import {
  labourSubcontractorSelectionAggregate,
  LabourSubcontractorSelections,
} from './labour-subcontractor-selection/labour-subcontractor-selection.aggregate';
import { LabourSubcontractorSelectionController } from './labour-subcontractor-selection/labour-subcontractor-selection.controller';
import {
  SUBCONTRACTOR_BLACKLIST,
  UnkeptSubcontractorBlacklist,
} from './labour-subcontractor-selection/subcontractor-blacklist.lookup';
import {
  LiaisonParticipationDuties,
  liaisonParticipationDutyAggregate,
} from './liaison-participation/liaison-participation-duty.aggregate';
import { LiaisonParticipationDutyController } from './liaison-participation/liaison-participation-duty.controller';
import { LiaisonParticipationLookup } from './liaison-participation/liaison-participation.lookup';
import { LiaisonModule } from './liaison.module';
import { procurementStepAggregate, ProcurementSteps } from './procurement-step/procurement-step.aggregate';
import { ProcurementStepController } from './procurement-step/procurement-step.controller';
import { UnitsModule } from './units.module';

/** Labour subcontractors: how they are selected and dealt with, with liaison officers taking part, and who owns them. */
@Module({
  imports: [UnitsModule, LiaisonModule],
  controllers: [
    LabourSubcontractorSelectionController,
    ProcurementStepController,
    LiaisonParticipationDutyController,
    EquityRelationController,
  ],
  providers: [
    provideAggregate(LabourSubcontractorSelections, labourSubcontractorSelectionAggregate),
    provideAggregate(ProcurementSteps, procurementStepAggregate),
    provideAggregate(LiaisonParticipationDuties, liaisonParticipationDutyAggregate),
    provideAggregate(EquityRelations, equityRelationAggregate),
    LiaisonParticipationLookup,
    { provide: SUBCONTRACTOR_BLACKLIST, useClass: UnkeptSubcontractorBlacklist },
  ],
})
export class ContractorsModule {}
