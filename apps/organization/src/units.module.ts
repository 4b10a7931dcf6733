import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { crewAggregate, CrewHandling } from './crew/crew.aggregate';
import { CrewController } from './crew/crew.controller';
import { CrewBuildingPlans, crewBuildingPlanAggregate } from './crew-building-plan/crew-building-plan.aggregate';
import { CrewBuildingPlanController } from './crew-building-plan/crew-building-plan.controller';
import { crewDisclosureAggregate, CrewDisclosureHandling } from './crew-disclosure/crew-disclosure.aggregate';
import { CrewDisclosureController } from './crew-disclosure/crew-disclosure.controller';
import { EnterpriseClients, enterpriseClientAggregate } from './enterprise-client/enterprise-client.aggregate';
import { EnterpriseClientController } from './enterprise-client/enterprise-client.controller';
import { exitReasonAggregate, ExitReasonHandling } from './exit-reason/exit-reason.aggregate';
import { ExitReasonController } from './exit-reason/exit-reason.controller';
import { managerPromotionAggregate, ManagerPromotions } from './manager-promotion/manager-promotion.aggregate';
import { ManagerPromotionController } from './manager-promotion/manager-promotion.controller';
import { morningMeetingAggregate, MorningMeetingHandling } from './morning-meeting/morning-meeting.aggregate';
import { MorningMeetingController } from './morning-meeting/morning-meeting.controller';
import { projectAggregate, ProjectHandling } from './project/project.aggregate';
import { ProjectController } from './project/project.controller';
import { Units, unitAggregate } from './unit/unit.aggregate';
import { UnitController } from './unit/unit.controller';

/** Organization units, their projects and crews, and the enterprise systems that act for them. */
@Module({
  controllers: [
    UnitController,
    ProjectController,
    CrewController,
    MorningMeetingController,
    CrewDisclosureController,
    CrewBuildingPlanController,
    ManagerPromotionController,
    ExitReasonController,
    EnterpriseClientController,
  ],
  providers: [
    provideAggregate(Units, unitAggregate),
    provideAggregate(ProjectHandling, projectAggregate),
    provideAggregate(CrewHandling, crewAggregate),
    provideAggregate(MorningMeetingHandling, morningMeetingAggregate),
    provideAggregate(CrewDisclosureHandling, crewDisclosureAggregate),
    provideAggregate(CrewBuildingPlans, crewBuildingPlanAggregate),
    provideAggregate(ManagerPromotions, managerPromotionAggregate),
    provideAggregate(ExitReasonHandling, exitReasonAggregate),
    provideAggregate(EnterpriseClients, enterpriseClientAggregate),
  ],
  exports: [CrewHandling],
})
export class UnitsModule {}
