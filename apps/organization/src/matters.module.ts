import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { crewSupportLogAggregate, CrewSupportLogHandling } from './crew-support-log/crew-support-log.aggregate';
import { CrewSupportLogController } from './crew-support-log/crew-support-log.controller';
import {
  liaisonParametersAggregate,
  LiaisonParametersHandling,
} from './liaison-parameters/liaison-parameters.aggregate';
import { LiaisonParametersController } from './liaison-parameters/liaison-parameters.controller';
import { LiaisonParametersLookup } from './liaison-parameters/liaison-parameters.lookup';
import { OfficersOnDuty } from './liaison-officer/officers-on-duty.lookup';
import { HeardRequests } from './matter/heard-requests.lookup';
import { matterAggregate, MatterHandling } from './matter/matter.aggregate';
import { MatterController } from './matter/matter.controller';
import { MatterGroundLookup } from './matter/matter-ground.lookup';
import { safetyPostAggregate, SafetyPostHandling } from './safety-post/safety-post.aggregate';
import { SafetyPostController } from './safety-post/safety-post.controller';
import { UnitsModule } from './units.module';

/** What crews and labour teams ask for, the visits at which they are heard, and who watches over their safety. */
@Module({
  imports: [UnitsModule],
  controllers: [MatterController, LiaisonParametersController, CrewSupportLogController, SafetyPostController],
  providers: [
    provideAggregate(MatterHandling, matterAggregate),
    provideAggregate(LiaisonParametersHandling, liaisonParametersAggregate),
    provideAggregate(CrewSupportLogHandling, crewSupportLogAggregate),
    provideAggregate(SafetyPostHandling, safetyPostAggregate),
    LiaisonParametersLookup,
    MatterGroundLookup,
    OfficersOnDuty,
    HeardRequests,
  ],
  exports: [MatterGroundLookup, OfficersOnDuty, HeardRequests],
})
export class MattersModule {}
