import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { BranchLifeHandling, branchLifeAggregate } from './branch-life/branch-life.aggregate';
import { BranchLifeController } from './branch-life/branch-life.controller';
import { FloatingMemberHandling, floatingMemberAggregate } from './floating-member/floating-member.aggregate';
import { FloatingMemberController } from './floating-member/floating-member.controller';
import { FoundingDutyHandling, foundingDutyAggregate } from './founding-duty/founding-duty.aggregate';
import { FoundingDutyController } from './founding-duty/founding-duty.controller';
import {
  InclusionChecklistHandling,
  inclusionChecklistAggregate,
} from './inclusion-checklist/inclusion-checklist.aggregate';
import { InclusionChecklistController } from './inclusion-checklist/inclusion-checklist.controller';
import { LearningPlaceHandling, learningPlaceAggregate } from './learning-place/learning-place.aggregate';
import { LearningPlaceController } from './learning-place/learning-place.controller';
import { PartyAdmissionHandling, partyAdmissionAggregate } from './party-admission/party-admission.aggregate';
import { PartyAdmissionController } from './party-admission/party-admission.controller';
import { PartyDuesHandling, partyDuesAggregate } from './party-dues/party-dues.aggregate';
import { PartyDuesController } from './party-dues/party-dues.controller';
import { PartyInstructionHandling, partyInstructionAggregate } from './party-instruction/party-instruction.aggregate';
import { PartyInstructionController } from './party-instruction/party-instruction.controller';
import { PartyMembershipHandling, partyMembershipAggregate } from './party-membership/party-membership.aggregate';
import { PartyMembershipController } from './party-membership/party-membership.controller';
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
import { TorchStudioHandling, torchStudioAggregate } from './torch-studio/torch-studio.aggregate';
import { TorchStudioController } from './torch-studio/torch-studio.controller';
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
    PartyInstructionController,
    PartyMembershipController,
    InclusionChecklistController,
    TorchStudioController,
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
    provideAggregate(PartyInstructionHandling, partyInstructionAggregate),
    provideAggregate(PartyMembershipHandling, partyMembershipAggregate),
    provideAggregate(InclusionChecklistHandling, inclusionChecklistAggregate),
    provideAggregate(TorchStudioHandling, torchStudioAggregate),
    PartyBodiesLookup,
  ],
})
export class PartyModule {}
