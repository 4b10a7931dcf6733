import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
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
import { MattersModule } from './matters.module';
import { resourceSharingAggregate, ResourceSharingHandling } from './resource-sharing/resource-sharing.aggregate';
import { ResourceSharingController } from './resource-sharing/resource-sharing.controller';

/** Party-mass liaison officers, from their nomination to the board they stand on. */
@Module({
  imports: [MattersModule],
  controllers: [
    LiaisonOfficerController,
    LiaisonRoleDefinitionController,
    LiaisonMeetingController,
    LiaisonWorkLogController,
    LiaisonAssessmentController,
    LiaisonNoticeBoardController,
    LiaisonBoardController,
    ResourceSharingController,
  ],
  providers: [
    provideAggregate(LiaisonOfficerHandling, liaisonOfficerAggregate),
    provideAggregate(LiaisonRoleDefinitionHandling, liaisonRoleDefinitionAggregate),
    provideAggregate(LiaisonMeetingHandling, liaisonMeetingAggregate),
    provideAggregate(LiaisonWorkLogHandling, liaisonWorkLogAggregate),
    provideAggregate(LiaisonAssessmentHandling, liaisonAssessmentAggregate),
    provideAggregate(LiaisonNoticeBoardHandling, liaisonNoticeBoardAggregate),
    provideAggregate(ResourceSharingHandling, resourceSharingAggregate),
    PostUnitsLookup,
    LiaisonRoleDefinitionLookup,
    PublicLiaisonProfiles,
  ],
  exports: [LiaisonOfficerHandling],
})
export class LiaisonModule {}
