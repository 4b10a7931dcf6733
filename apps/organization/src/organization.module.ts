import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { EnterpriseClients, enterpriseClientAggregate } from './enterprise-client/enterprise-client.aggregate';
import { EnterpriseClientController } from './enterprise-client/enterprise-client.controller';
import { liaisonOfficerAggregate, LiaisonOfficerHandling } from './liaison-officer/liaison-officer.aggregate';
import { LiaisonOfficerController } from './liaison-officer/liaison-officer.controller';
import {
  liaisonRoleDefinitionAggregate,
  LiaisonRoleDefinitionHandling,
} from './liaison-role-definition/liaison-role-definition.aggregate';
import { LiaisonRoleDefinitionController } from './liaison-role-definition/liaison-role-definition.controller';
import { liaisonMeetingAggregate, LiaisonMeetingHandling } from './liaison-meeting/liaison-meeting.aggregate';
import { LiaisonMeetingController } from './liaison-meeting/liaison-meeting.controller';
import { liaisonWorkLogAggregate, LiaisonWorkLogHandling } from './liaison-work-log/liaison-work-log.aggregate';
import { LiaisonWorkLogController } from './liaison-work-log/liaison-work-log.controller';
import {
  liaisonAssessmentAggregate,
  LiaisonAssessmentHandling,
} from './liaison-assessment/liaison-assessment.aggregate';
import { LiaisonAssessmentController } from './liaison-assessment/liaison-assessment.controller';
import {
  liaisonNoticeBoardAggregate,
  LiaisonNoticeBoardHandling,
} from './liaison-notice-board/liaison-notice-board.aggregate';
import { LiaisonNoticeBoardController } from './liaison-notice-board/liaison-notice-board.controller';
import { PostUnitsLookup } from './liaison-officer/post-units.lookup';
import { LiaisonBoardController } from './liaison-notice-board/liaison-board.controller';
import { PublicLiaisonProfiles } from './liaison-notice-board/public-liaison-profiles.lookup';
import { LiaisonRoleDefinitionLookup } from './liaison-role-definition/liaison-role-definition.lookup';
import { Units, unitAggregate } from './unit/unit.aggregate';
import { UnitController } from './unit/unit.controller';

/** The context of organization units and of the enterprise systems that act for them. */
@Module({
  controllers: [
    UnitController,
    EnterpriseClientController,
    LiaisonOfficerController,
    LiaisonRoleDefinitionController,
    LiaisonMeetingController,
    LiaisonWorkLogController,
    LiaisonAssessmentController,
    LiaisonNoticeBoardController,
    LiaisonBoardController,
  ],
  providers: [
    provideAggregate(Units, unitAggregate),
    provideAggregate(EnterpriseClients, enterpriseClientAggregate),
    provideAggregate(LiaisonOfficerHandling, liaisonOfficerAggregate),
    provideAggregate(LiaisonRoleDefinitionHandling, liaisonRoleDefinitionAggregate),
    provideAggregate(LiaisonMeetingHandling, liaisonMeetingAggregate),
    provideAggregate(LiaisonWorkLogHandling, liaisonWorkLogAggregate),
    provideAggregate(LiaisonAssessmentHandling, liaisonAssessmentAggregate),
    provideAggregate(LiaisonNoticeBoardHandling, liaisonNoticeBoardAggregate),
    PostUnitsLookup,
    LiaisonRoleDefinitionLookup,
    PublicLiaisonProfiles,
  ],
})
export class OrganizationModule {}
