import type { Type } from '@nestjs/common';
import { AdoptionRegisterProjector } from './adoption-register/adoption-register.projector';
import {
  DisclosureRegisterProjector,
  OpenMattersProjector,
  OversightFindingProjector,
} from './employee-rights-register/disclosure-register.projector';
import { EmployeeRightsRegisterProjector } from './employee-rights-register/employee-rights-register.projector';
import { EnterpriseGovernanceRegisterProjector } from './enterprise-governance-register/enterprise-governance-register.projector';
import { EquityRegisterProjector } from './equity-register/equity-register.projector';
import { ProcurementRegisterProjector } from './procurement-register/procurement-register.projector';
import { RedWorksiteRegisterProjector } from './red-worksite-register/red-worksite-register.projector';
import {
  ServiceCentreRegisterProjector,
  ServiceCentreUseProjector,
} from './service-centre-register/service-centre-register.projector';
import { BranchLifeRegisterProjector } from './branch-life-register/branch-life-register.projector';
import { CalendarProjector } from './calendar/calendar.projector';
import { CrewRegisterProjector } from './crew-register/crew-register.projector';
import { CrewBuildingRegisterProjector } from './crew-building-register/crew-building-register.projector';
import { CrewDisclosureRegisterProjector } from './crew-disclosure-register/crew-disclosure-register.projector';
import { ExitReasonRegisterProjector } from './exit-reason-register/exit-reason-register.projector';
import { ManagerServiceRegisterProjector } from './manager-service-register/manager-service-register.projector';
import { IndicatorLedgerProjector } from './indicator-ledger/indicator-ledger.projector';
import type { Projector } from './intake/projector';
import { IssuedReportsProjector } from './issued-reports/issued-reports.projector';
import { LiaisonOfficerRegisterProjector } from './liaison-register/liaison-officer-register.projector';
import { LiaisonRhythmProjector } from './liaison-register/liaison-rhythm.projector';
import { CrewSupportRegisterProjector } from './crew-support-register/crew-support-register.projector';
import { LiaisonWorkRegisterProjector } from './liaison-work-register/liaison-work-register.projector';
import { MatterRegisterProjector } from './matter-register/matter-register.projector';
import { ResourceSharingRegisterProjector } from './resource-sharing-register/resource-sharing-register.projector';
import { SafetyPostRegisterProjector } from './safety-post-register/safety-post-register.projector';
import { FloatingMemberRegisterProjector } from './floating-member-register/floating-member-register.projector';
import { PartyAdmissionRegisterProjector } from './party-admission-register/party-admission-register.projector';
import { PartyDuesRegisterProjector } from './party-dues-register/party-dues-register.projector';
import { PartyInstructionRegisterProjector } from './party-instruction-register/party-instruction-register.projector';
import { PartyMembershipRegisterProjector } from './party-membership-register/party-membership-register.projector';
import { PartyOrganizationRegisterProjector } from './party-organization-register/party-organization-register.projector';
import {
  LearningPlaceRegisterProjector,
  PairingRegisterProjector,
  VanguardRegisterProjector,
} from './party-work-register/party-work-register.projector';
import { ProgrammeRegisterProjector } from './programme-register/programme-register.projector';
import { ProjectRegisterProjector } from './project-register/project-register.projector';
import { TaskBoardProjector } from './task-board/task-board.projector';
import { TorchRegisterProjector } from './torch-register/torch-register.projector';
import { UnitRegisterProjector } from './unit-register/unit-register.projector';
import { EmployerRegisterProjector } from './employer-register/employer-register.projector';
import { MassOrganizationRegisterProjector } from './mass-organization-register/mass-organization-register.projector';
import { UnionMembershipRegisterProjector } from './union-membership-register/union-membership-register.projector';
import { CongressRegisterProjector } from './congress-register/congress-register.projector';
import { JointConferenceRegisterProjector } from './joint-conference-register/joint-conference-register.projector';
import { MassOrganizationPostingRegisterProjector } from './mass-organization-posting-register/mass-organization-posting-register.projector';
import { HonourRegisterProjector } from './honour-register/honour-register.projector';
import { WorkerRegisterProjector } from './worker-register/worker-register.projector';

/** Every read model, in the order in which an event goes through them. They do not read each other's tables. */
export const projectors: readonly Type<Projector>[] = [
  UnitRegisterProjector,
  ProgrammeRegisterProjector,
  AdoptionRegisterProjector,
  TaskBoardProjector,
  CalendarProjector,
  IssuedReportsProjector,
  IndicatorLedgerProjector,
  CrewRegisterProjector,
  CrewDisclosureRegisterProjector,
  ManagerServiceRegisterProjector,
  CrewBuildingRegisterProjector,
  ExitReasonRegisterProjector,
  ProjectRegisterProjector,
  EmployerRegisterProjector,
  MassOrganizationRegisterProjector,
  UnionMembershipRegisterProjector,
  CongressRegisterProjector,
  JointConferenceRegisterProjector,
  MassOrganizationPostingRegisterProjector,
  HonourRegisterProjector,
  WorkerRegisterProjector,
  LiaisonOfficerRegisterProjector,
  LiaisonRhythmProjector,
  MatterRegisterProjector,
  LiaisonWorkRegisterProjector,
  CrewSupportRegisterProjector,
  SafetyPostRegisterProjector,
  ResourceSharingRegisterProjector,
  PartyOrganizationRegisterProjector,
  BranchLifeRegisterProjector,
  PartyAdmissionRegisterProjector,
  PartyDuesRegisterProjector,
  FloatingMemberRegisterProjector,
  VanguardRegisterProjector,
  PairingRegisterProjector,
  LearningPlaceRegisterProjector,
  ProcurementRegisterProjector,
  EquityRegisterProjector,
  RedWorksiteRegisterProjector,
  EnterpriseGovernanceRegisterProjector,
  ServiceCentreRegisterProjector,
  ServiceCentreUseProjector,
  OpenMattersProjector,
  DisclosureRegisterProjector,
  OversightFindingProjector,
  EmployeeRightsRegisterProjector,
  PartyInstructionRegisterProjector,
  PartyMembershipRegisterProjector,
  TorchRegisterProjector,
];
