import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { BranchLifeHandling, branchLifeAggregate } from './branch-life/branch-life.aggregate';
import { BranchLifeController } from './branch-life/branch-life.controller';
import { FloatingMemberHandling, floatingMemberAggregate } from './floating-member/floating-member.aggregate';
import { FloatingMemberController } from './floating-member/floating-member.controller';
import { FoundingDutyHandling, foundingDutyAggregate } from './founding-duty/founding-duty.aggregate';
import { FoundingDutyController } from './founding-duty/founding-duty.controller';
import { LearningPlaceHandling, learningPlaceAggregate } from './learning-place/learning-place.aggregate';
import { LearningPlaceController } from './learning-place/learning-place.controller';
import { PartyAdmissionHandling, partyAdmissionAggregate } from './party-admission/party-admission.aggregate';
import { PartyAdmissionController } from './party-admission/party-admission.controller';
import { PartyDuesHandling, partyDuesAggregate } from './party-dues/party-dues.aggregate';
import { PartyDuesController } from './party-dues/party-dues.controller';
import { PartyBodiesLookup } from './party-organization/party-bodies.lookup';
import {
  PartyOrganizationHandling,
  partyOrganizationAggregate,
} from './party-organization/party-organization.aggregate';
import { PartyOrganizationController } from './party-organization/party-organization.controller';
import { PartyPairingHandling, partyPairingAggregate } from './party-pairing/party-pairing.aggregate';
import { PartyPairingController } from './party-pairing/party-pairing.controller';
import { PartyParametersHandling, partyParametersAggregate } from './party-parameters/party-parameters.aggregate';
import { PartyParametersController } from './party-parameters/party-parameters.controller';
import { VanguardHandling, vanguardAggregate } from './vanguard/vanguard.aggregate';
import { VanguardController } from './vanguard/vanguard.controller';

/** The Party in the units: its organizations, their life, and how members are admitted. */
@Module({
  controllers: [
    PartyOrganizationController,
    FoundingDutyController,
    PartyParametersController,
    BranchLifeController,
    PartyAdmissionController,
    PartyDuesController,
    FloatingMemberController,
    VanguardController,
    PartyPairingController,
    LearningPlaceController,
  ],
  providers: [
    provideAggregate(PartyOrganizationHandling, partyOrganizationAggregate),
    provideAggregate(FoundingDutyHandling, foundingDutyAggregate),
    provideAggregate(PartyParametersHandling, partyParametersAggregate),
    provideAggregate(BranchLifeHandling, branchLifeAggregate),
    provideAggregate(PartyAdmissionHandling, partyAdmissionAggregate),
    provideAggregate(PartyDuesHandling, partyDuesAggregate),
    provideAggregate(FloatingMemberHandling, floatingMemberAggregate),
    provideAggregate(VanguardHandling, vanguardAggregate),
    provideAggregate(PartyPairingHandling, partyPairingAggregate),
    provideAggregate(LearningPlaceHandling, learningPlaceAggregate),
    PartyBodiesLookup,
  ],
  exports: [PartyOrganizationHandling],
})
export class PartyModule {}
