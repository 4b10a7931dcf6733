import { AdoptionChange } from '../adoption-register/adoption-change.entity';
import { BranchLifeEntry } from '../branch-life-register/branch-life.entity';
import { LastClosedDay } from '../calendar/last-closed-day.entity';
import { CrewItem, CrewMeeting, PowerUse, RegisteredCrew } from '../crew-register/crew.entity';
import { MorningMeeting } from '../crew-register/morning-meeting.entity';
import { RegisteredFloatingMember } from '../floating-member-register/floating-member.entity';
import { Balance } from '../indicator-ledger/balance.entity';
import { PostingAccount } from '../indicator-ledger/posting-account.entity';
import { Posting } from '../indicator-ledger/posting.entity';
import { Checkpoint } from '../intake/checkpoint.entity';
import { ParkedEvent } from '../intake/parked-event.entity';
import { RecordedDay } from '../intake/recorded-day.entity';
import { IssuedReport } from '../issued-reports/issued-report.entity';
import { ProjectParticipant, RegisteredProject } from '../project-register/project.entity';
import { LiaisonBoardChange, LiaisonBoardPosting } from '../liaison-register/liaison-board.entity';
import { RegisteredLiaisonOfficer } from '../liaison-register/liaison-officer.entity';
import {
  ConcludedLiaisonAssessment,
  HeldLiaisonMeeting,
  LiaisonWorkMonth,
} from '../liaison-register/liaison-rhythm.entity';
import { LiaisonRoleDefinitionVersion } from '../liaison-register/liaison-role-definition.entity';
import { CrewSupportVisitRow } from '../crew-support-register/crew-support-visit.entity';
import { LiaisonParametersRow, LiaisonWorkEntryRow } from '../liaison-work-register/liaison-work.entity';
import { RegisteredMatter } from '../matter-register/matter.entity';
import { RegisteredResourceSharing } from '../resource-sharing-register/resource-sharing.entity';
import { FoundHazard, RegisteredSafetyPost } from '../safety-post-register/safety-post.entity';
import { RegisteredPartyAdmission } from '../party-admission-register/party-admission.entity';
import { RegisteredPartyDues } from '../party-dues-register/party-dues.entity';
import { PartyCoverPlan } from '../party-instruction-register/party-cover-plan.entity';
import { RegisteredPartyMembership } from '../party-membership-register/party-membership.entity';
import {
  FoundingDutyRecord,
  FoundingFacts,
  PartyParameterSet,
} from '../party-organization-register/founding-duty.entity';
import {
  PartyCoverageRecord,
  RegisteredPartyOrganization,
} from '../party-organization-register/party-organization.entity';
import {
  RegisteredLearningPlace,
  RegisteredPairing,
  RegisteredVanguard,
} from '../party-work-register/party-work.entity';
import { RegisteredTorchStudio } from '../torch-register/torch-studio.entity';
import { ProgrammeVersionRecord } from '../programme-register/programme-version.entity';
import { BoardTask } from '../task-board/board-task.entity';
import { RegisteredUnit, UnitName, UnitPlacement } from '../unit-register/unit.entity';
import { Headcount, OwnershipOfEnterprise, UnionContribution } from '../employer-register/employer.entity';
import {
  MassOrganizationCoverage,
  MassOrganizationTerm,
  RegisteredMassOrganization,
} from '../mass-organization-register/mass-organization.entity';
import { UnionMember } from '../union-membership-register/union-member.entity';
import {
  CongressResolution,
  CongressSession,
  RegisteredCongress,
  SeatedDelegate,
} from '../congress-register/congress.entity';
import { JointMeeting, RegisteredJointConference } from '../joint-conference-register/joint-conference.entity';
import { RegisteredPosting } from '../mass-organization-posting-register/mass-organization-posting.entity';
import { HonourNomination, RegisteredHonourSelection } from '../honour-register/honour.entity';
import {
  CongressHost,
  EmployeeRightsRecord,
  OpenMattersList,
  RegisteredDisclosure,
  RegisteredFinding,
} from '../employee-rights-register/employee-rights.entity';
import {
  EnterpriseArticles,
  HeldEmployeeSeat,
  HeldPost,
} from '../enterprise-governance-register/enterprise-governance.entity';
import { EquityHolding } from '../equity-register/equity.entity';
import {
  CrewSelection,
  RecordedParticipation,
  RegisteredProcurementStep,
  RegisteredSelection,
} from '../procurement-register/procurement.entity';
import { RegisteredRedWorksite } from '../red-worksite-register/red-worksite.entity';
import {
  RegisteredServiceCentre,
  ServiceCentreBooking,
  ServiceCentreVisits,
} from '../service-centre-register/service-centre.entity';
import { PersonalDataLook, RegisteredWorker, SiteStint, WorkerPlace } from '../worker-register/worker.entity';
import { CrewBuildingPlanRecord } from '../crew-building-register/crew-building-plan.entity';
import { CrewDisclosureRecord } from '../crew-disclosure-register/crew-disclosure.entity';
import { ExitReasonCount } from '../exit-reason-register/exit-reason-count.entity';
import { CrewSupport, ManagerPromotionRecord } from '../manager-service-register/manager-service.entity';

/** Every table of the read models. */
export const entities = [
  Checkpoint,
  RecordedDay,
  ParkedEvent,
  RegisteredUnit,
  UnitPlacement,
  UnitName,
  ProgrammeVersionRecord,
  AdoptionChange,
  BoardTask,
  LastClosedDay,
  IssuedReport,
  Posting,
  Balance,
  PostingAccount,
  RegisteredCrew,
  CrewMeeting,
  CrewItem,
  PowerUse,
  MorningMeeting,
  CrewDisclosureRecord,
  CrewSupport,
  ManagerPromotionRecord,
  CrewBuildingPlanRecord,
  ExitReasonCount,
  RegisteredProject,
  ProjectParticipant,
  Headcount,
  OwnershipOfEnterprise,
  UnionContribution,
  MassOrganizationCoverage,
  MassOrganizationTerm,
  RegisteredMassOrganization,
  UnionMember,
  CongressResolution,
  CongressSession,
  RegisteredCongress,
  SeatedDelegate,
  JointMeeting,
  RegisteredJointConference,
  RegisteredPosting,
  HonourNomination,
  RegisteredHonourSelection,
  RegisteredWorker,
  WorkerPlace,
  SiteStint,
  PersonalDataLook,
  RegisteredLiaisonOfficer,
  HeldLiaisonMeeting,
  LiaisonWorkMonth,
  ConcludedLiaisonAssessment,
  LiaisonBoardPosting,
  LiaisonBoardChange,
  LiaisonRoleDefinitionVersion,
  RegisteredMatter,
  LiaisonParametersRow,
  LiaisonWorkEntryRow,
  CrewSupportVisitRow,
  RegisteredSafetyPost,
  FoundHazard,
  RegisteredResourceSharing,
  PartyCoverageRecord,
  FoundingDutyRecord,
  FoundingFacts,
  PartyCoverPlan,
  RegisteredPartyMembership,
  RegisteredTorchStudio,
  PartyParameterSet,
  BranchLifeEntry,
  RegisteredPartyAdmission,
  RegisteredFloatingMember,
  RegisteredLearningPlace,
  RegisteredPartyDues,
  RegisteredPartyOrganization,
  RegisteredVanguard,
  RegisteredPairing,
  RegisteredSelection,
  CrewSelection,
  RegisteredProcurementStep,
  RecordedParticipation,
  EquityHolding,
  RegisteredRedWorksite,
  EnterpriseArticles,
  HeldPost,
  HeldEmployeeSeat,
  RegisteredServiceCentre,
  ServiceCentreBooking,
  ServiceCentreVisits,
  OpenMattersList,
  RegisteredDisclosure,
  RegisteredFinding,
  EmployeeRightsRecord,
  CongressHost,
];
