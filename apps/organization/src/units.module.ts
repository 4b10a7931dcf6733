import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { crewAggregate, CrewHandling } from './crew/crew.aggregate';
import { CrewController } from './crew/crew.controller';
import { EnterpriseClients, enterpriseClientAggregate } from './enterprise-client/enterprise-client.aggregate';
import { EnterpriseClientController } from './enterprise-client/enterprise-client.controller';
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
    EnterpriseClientController,
  ],
  providers: [
    provideAggregate(Units, unitAggregate),
    provideAggregate(ProjectHandling, projectAggregate),
    provideAggregate(CrewHandling, crewAggregate),
    provideAggregate(MorningMeetingHandling, morningMeetingAggregate),
    provideAggregate(EnterpriseClients, enterpriseClientAggregate),
  ],
  exports: [CrewHandling],
})
export class UnitsModule {}
