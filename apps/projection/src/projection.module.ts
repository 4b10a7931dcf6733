import { NatsLedger } from '@gongyou/messaging';
import { type DynamicModule, Injectable, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AdoptionRegisterController } from './adoption-register/adoption-register.controller';
import { AdoptionsQuery } from './adoption-register/adoptions.query';
import { DutiesToOpenQuery } from './adoption-register/duties-to-open.query';
import { CrewItemsQuery } from './crew-register/crew-items.query';
import { CrewRegisterController } from './crew-register/crew-register.controller';
import { CrewQuery } from './crew-register/crew.query';
import { CrewsQuery } from './crew-register/crews.query';
import { LabourTeamsQuery } from './crew-register/labour-teams.query';
import { MorningMeetingExceptionsQuery } from './crew-register/morning-meeting-exceptions.query';
import { addressWithSearchPath, LIVE_SCHEMA } from './database/data-source';
import { FigureEventsQuery } from './indicator-ledger/figure-events.query';
import { IndicatorLedgerController } from './indicator-ledger/indicator-ledger.controller';
import { CheckpointWatch } from './intake/checkpoint-watch';
import { Consumer } from './intake/consumer';
import { EVENT_LOG, type EventLog } from './intake/event-log';
import { Intake } from './intake/intake';
import { ParkedReplay } from './intake/parked-replay';
import type { Projector } from './intake/projector';
import { LeadingGroupReportController } from './leading-group-report/leading-group-report.controller';
import { LeadingGroupReports } from './leading-group-report/leading-group-report.query';
import { LiaisonAlertsQuery } from './liaison-register/liaison-alerts.query';
import { LiaisonContactCardsQuery } from './liaison-register/liaison-contact-cards.query';
import { LiaisonCoverageQuery } from './liaison-register/liaison-coverage.query';
import { LiaisonForceQuery } from './liaison-register/liaison-force.query';
import { LiaisonOfficerFileQuery } from './liaison-register/liaison-officer-file.query';
import { LiaisonOfficersQuery } from './liaison-register/liaison-officers.query';
import { LiaisonRegisterController } from './liaison-register/liaison-register.controller';
import { LiaisonRightUsesQuery } from './liaison-register/liaison-right-uses.query';
import { LiaisonRoleDefinitionsQuery } from './liaison-register/liaison-role-definitions.query';
import { LiaisonTeamsQuery } from './liaison-register/liaison-teams.query';
import { LiaisonTreeQuery } from './liaison-register/liaison-tree.query';
import { LiaisonWorkQuery } from './liaison-register/liaison-work.query';
import { CrewSupportRegisterController } from './crew-support-register/crew-support-register.controller';
import { CrewSupportVisitsQuery } from './crew-support-register/crew-support-visits.query';
import { LiaisonSubordinateTasksQuery } from './liaison-work-register/liaison-subordinate-tasks.query';
import { LiaisonTeamVisitsQuery } from './liaison-work-register/liaison-team-visits.query';
import { LiaisonWorkKindsQuery } from './liaison-work-register/liaison-work-kinds.query';
import { LiaisonWorkRecordQuery } from './liaison-work-register/liaison-work-record.query';
import { LiaisonWorkRegisterController } from './liaison-work-register/liaison-work-register.controller';
import { MatterDetailsQuery } from './matter-register/matter-details.query';
import { MatterRegisterController } from './matter-register/matter-register.controller';
import { MattersQuery } from './matter-register/matters.query';
import { ResourceSharingRegisterController } from './resource-sharing-register/resource-sharing-register.controller';
import { ResourceSharingsQuery } from './resource-sharing-register/resource-sharings.query';
import { SafetyPostRegisterController } from './safety-post-register/safety-post-register.controller';
import { SafetyPostsQuery } from './safety-post-register/safety-posts.query';
import { PartyOrganizationRegisterController } from './party-organization-register/party-organization-register.controller';
import { BranchLifeRegisterController } from './branch-life-register/branch-life-register.controller';
import { PartyAdmissionRegisterController } from './party-admission-register/party-admission-register.controller';
import { FloatingMemberRegisterController } from './floating-member-register/floating-member-register.controller';
import { PartyWorkRegisterController } from './party-work-register/party-work-register.controller';
import { PartyInstructionRegisterController } from './party-instruction-register/party-instruction-register.controller';
import { PartyWorkCoverageQuery } from './party-instruction-register/party-work-coverage.query';
import { PartyMembershipRegisterController } from './party-membership-register/party-membership-register.controller';
import { PartyMembershipsQuery } from './party-membership-register/party-memberships.query';
import { TorchRegisterController } from './torch-register/torch-register.controller';
import { TorchStudiosQuery } from './torch-register/torch-studios.query';
import { PartyAlertsController } from './party-alerts/party-alerts.controller';
import { PartyOrganizationsQuery } from './party-organization-register/party-organizations.query';
import { PartyCoverageQuery } from './party-organization-register/party-coverage.query';
import { BranchLifeQuery } from './branch-life-register/branch-life.query';
import { PartyAdmissionsQuery } from './party-admission-register/party-admissions.query';
import { PartyAdmissionCountsQuery } from './party-admission-register/party-admission-counts.query';
import { FloatingMembersQuery } from './floating-member-register/floating-members.query';
import { PartyWorkQuery } from './party-work-register/party-work.query';
import { PartyAlertsQuery } from './party-alerts/party-alerts.query';
import { ProgrammeRegisterController } from './programme-register/programme-register.controller';
import { ProgrammesQuery } from './programme-register/programmes.query';
import { ProjectRegisterController } from './project-register/project-register.controller';
import { NationalProjectQuery } from './project-register/national-project.query';
import { ProjectsQuery } from './project-register/projects.query';
import { ProjectionStatusController } from './projection-status/projection-status.controller';
import { ProjectionStatusQuery } from './projection-status/projection-status.query';
import { OperatorController } from './operator/operator.controller';
import { projectors } from './projectors';
import { Reading } from './reading/reading';
import { Rebuild } from './rebuild/rebuild';
import { CrewBuildingController } from './crew-building-register/crew-building.controller';
import { CrewBuildingQuery } from './crew-building-register/crew-building.query';
import { CrewDisclosureRegisterController } from './crew-disclosure-register/crew-disclosure-register.controller';
import { CrewDisclosuresQuery } from './crew-disclosure-register/crew-disclosures.query';
import { ExitReasonsController } from './exit-reason-register/exit-reasons.controller';
import { ExitReasonsQuery } from './exit-reason-register/exit-reasons.query';
import { ManagerServiceController } from './manager-service-register/manager-service.controller';
import { ManagerServiceQuery } from './manager-service-register/manager-service.query';
import { PeriodIndicatorsController } from './period-indicators/period-indicators.controller';
import { PeriodIndicatorsQuery } from './period-indicators/period-indicators.query';
import { StandingBreakdownQuery } from './standing-indicators/standing-breakdown.query';
import { StandingIndicatorsController } from './standing-indicators/standing-indicators.controller';
import { StandingIndicatorsQuery } from './standing-indicators/standing-indicators.query';
import { TaskBoardController } from './task-board/task-board.controller';
import { TaskQuery } from './task-board/task.query';
import { TasksQuery } from './task-board/tasks.query';
import { UnitPageController } from './unit-page/unit-page.controller';
import { UnitPageQuery } from './unit-page/unit-page.query';
import { UnitRegisterController } from './unit-register/unit-register.controller';
import { UnitsQuery } from './unit-register/units.query';
import { MassOrganizationRegisterController } from './mass-organization-register/mass-organization-register.controller';
import { UnionMembershipRegisterController } from './union-membership-register/union-membership-register.controller';
import { CongressRegisterController } from './congress-register/congress-register.controller';
import { JointConferenceRegisterController } from './joint-conference-register/joint-conference-register.controller';
import { MassOrganizationPostingRegisterController } from './mass-organization-posting-register/mass-organization-posting-register.controller';
import { HonourRegisterController } from './honour-register/honour-register.controller';
import { UnionAlertsController } from './union-alerts/union-alerts.controller';
import { MassOrganizationsQuery } from './mass-organization-register/mass-organizations.query';
import { EnterpriseCoverageQuery } from './mass-organization-register/enterprise-coverage.query';
import { UnionMembersQuery } from './union-membership-register/union-members.query';
import { CongressesQuery } from './congress-register/congresses.query';
import { JointConferencesQuery } from './joint-conference-register/joint-conferences.query';
import { PostingsQuery } from './mass-organization-posting-register/postings.query';
import { HonourRewardsQuery } from './honour-register/honour-rewards.query';
import { HonoursQuery } from './honour-register/honours.query';
import { UnionMembershipOfWorkerQuery } from './union-membership-register/union-membership-of-worker.query';
import { CongressParticipationQuery } from './congress-register/congress-participation.query';
import { CollectiveAdmissionRegisterController } from './collective-admission-register/collective-admission-register.controller';
import { CollectiveAdmissionsQuery } from './collective-admission-register/collective-admissions.query';
import { UnionRuleRegisterController } from './union-rule-register/union-rule-register.controller';
import { UnionRulesQuery } from './union-rule-register/union-rules.query';
import { DelegateRecommendationRegisterController } from './delegate-recommendation-register/delegate-recommendation-register.controller';
import { DelegateRecommendationsQuery } from './delegate-recommendation-register/delegate-recommendations.query';
import { LabourRelationsRegisterController } from './labour-relations-register/labour-relations-register.controller';
import { LabourRelationsQuery } from './labour-relations-register/labour-relations.query';
import { VitalMatterRegisterController } from './vital-matter-register/vital-matter-register.controller';
import { VitalMattersQuery } from './vital-matter-register/vital-matters.query';
import { UnionAlertsQuery } from './union-alerts/union-alerts.query';
import { EmployeeRightsRegisterController } from './employee-rights-register/employee-rights-register.controller';
import { EnterpriseGovernanceRegisterController } from './enterprise-governance-register/enterprise-governance-register.controller';
import { EquityRegisterController } from './equity-register/equity-register.controller';
import { ProcurementRegisterController } from './procurement-register/procurement-register.controller';
import { RedWorksiteRegisterController } from './red-worksite-register/red-worksite-register.controller';
import { ServiceCentreRegisterController } from './service-centre-register/service-centre-register.controller';
import { DisclosuresQuery } from './employee-rights-register/disclosures.query';
import { EmployeeRightsQuery } from './employee-rights-register/employee-rights.query';
import { EnterpriseGovernanceQuery } from './enterprise-governance-register/enterprise-governance.query';
import { EquityRelationsQuery } from './equity-register/equity-relations.query';
import { ProcurementQuery } from './procurement-register/procurement.query';
import { RedWorksitesQuery } from './red-worksite-register/red-worksites.query';
import { ServiceCentresQuery } from './service-centre-register/service-centres.query';
import { PERSONAL_MASKS } from './worker-register/personal-masks';
import { RosterQuery } from './worker-register/roster.query';
import { WorkerFileQuery } from './worker-register/worker-file.query';
import { WorkerRegisterController } from './worker-register/worker-register.controller';
import { SiteEngagementQuery } from './worker-register/site-engagement.query';
import { WorkersOutsideCrewsQuery } from './worker-register/workers-outside-crews.query';
import { WorkersQuery } from './worker-register/workers.query';

/** The read models, what fills them, and the queries that they answer. */
@Module({})
export class ProjectionModule {
  static register(dataSource: DataSource, databaseUrl: string): DynamicModule {
    return {
      module: ProjectionModule,
      controllers: [
        UnitRegisterController,
        CrewRegisterController,
        ProjectRegisterController,
        UnitPageController,
        ProgrammeRegisterController,
        AdoptionRegisterController,
        TaskBoardController,
        IndicatorLedgerController,
        LeadingGroupReportController,
        StandingIndicatorsController,
        PeriodIndicatorsController,
        CrewDisclosureRegisterController,
        ManagerServiceController,
        CrewBuildingController,
        ExitReasonsController,
        WorkerRegisterController,
        LiaisonRegisterController,
        MatterRegisterController,
        LiaisonWorkRegisterController,
        CrewSupportRegisterController,
        SafetyPostRegisterController,
        ResourceSharingRegisterController,
        ProjectionStatusController,
        OperatorController,
        MassOrganizationRegisterController,
        UnionMembershipRegisterController,
        CongressRegisterController,
        JointConferenceRegisterController,
        MassOrganizationPostingRegisterController,
        HonourRegisterController,
        UnionAlertsController,
        CollectiveAdmissionRegisterController,
        UnionRuleRegisterController,
        DelegateRecommendationRegisterController,
        VitalMatterRegisterController,
        LabourRelationsRegisterController,
        PartyOrganizationRegisterController,
        BranchLifeRegisterController,
        PartyAdmissionRegisterController,
        FloatingMemberRegisterController,
        PartyWorkRegisterController,
        PartyAlertsController,
        EmployeeRightsRegisterController,
        EnterpriseGovernanceRegisterController,
        EquityRegisterController,
        ProcurementRegisterController,
        RedWorksiteRegisterController,
        ServiceCentreRegisterController,
        PartyInstructionRegisterController,
        PartyMembershipRegisterController,
        TorchRegisterController,
      ],
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: EVENT_LOG, useExisting: NatsLedger },
        { provide: PERSONAL_MASKS, useExisting: NatsLedger },
        ...projectors,
        { provide: Intake, useFactory: (...each: Projector[]) => new Intake(each), inject: [...projectors] },
        {
          provide: CheckpointWatch,
          useFactory: () => new CheckpointWatch(addressWithSearchPath(databaseUrl, LIVE_SCHEMA), LIVE_SCHEMA),
        },
        {
          provide: Reading,
          useFactory: (watch: CheckpointWatch) => new Reading(dataSource, watch),
          inject: [CheckpointWatch],
        },
        {
          provide: ParkedReplay,
          useFactory: (log: EventLog, intake: Intake) => new ParkedReplay(dataSource, log, intake),
          inject: [EVENT_LOG, Intake],
        },
        {
          provide: Rebuild,
          useFactory: (log: EventLog, intake: Intake, watch: CheckpointWatch) =>
            new Rebuild(databaseUrl, dataSource, log, intake, watch),
          inject: [EVENT_LOG, Intake, CheckpointWatch],
        },
        {
          provide: Consumer,
          useFactory: (log: EventLog, intake: Intake, replay: ParkedReplay) =>
            new Consumer(dataSource, log, intake, replay),
          inject: [EVENT_LOG, Intake, ParkedReplay],
        },
        UnitsQuery,
        CrewsQuery,
        CrewQuery,
        CrewItemsQuery,
        MorningMeetingExceptionsQuery,
        LabourTeamsQuery,
        ProjectsQuery,
        NationalProjectQuery,
        UnitPageQuery,
        ProgrammesQuery,
        AdoptionsQuery,
        DutiesToOpenQuery,
        TasksQuery,
        TaskQuery,
        FigureEventsQuery,
        LeadingGroupReports,
        StandingIndicatorsQuery,
        StandingBreakdownQuery,
        PeriodIndicatorsQuery,
        CrewDisclosuresQuery,
        ManagerServiceQuery,
        CrewBuildingQuery,
        ExitReasonsQuery,
        WorkersOutsideCrewsQuery,
        SiteEngagementQuery,
        LiaisonOfficersQuery,
        LiaisonCoverageQuery,
        LiaisonAlertsQuery,
        LiaisonWorkQuery,
        LiaisonRoleDefinitionsQuery,
        MattersQuery,
        MatterDetailsQuery,
        LiaisonTeamVisitsQuery,
        LiaisonWorkKindsQuery,
        LiaisonWorkRecordQuery,
        LiaisonSubordinateTasksQuery,
        CrewSupportVisitsQuery,
        SafetyPostsQuery,
        ResourceSharingsQuery,
        LiaisonTreeQuery,
        LiaisonForceQuery,
        LiaisonTeamsQuery,
        LiaisonOfficerFileQuery,
        LiaisonRightUsesQuery,
        LiaisonContactCardsQuery,
        ProjectionStatusQuery,
        MassOrganizationsQuery,
        EnterpriseCoverageQuery,
        UnionMembersQuery,
        CongressesQuery,
        JointConferencesQuery,
        PostingsQuery,
        HonoursQuery,
        HonourRewardsQuery,
        UnionAlertsQuery,
        UnionMembershipOfWorkerQuery,
        CongressParticipationQuery,
        CollectiveAdmissionsQuery,
        UnionRulesQuery,
        DelegateRecommendationsQuery,
        VitalMattersQuery,
        LabourRelationsQuery,
        WorkersQuery,
        RosterQuery,
        WorkerFileQuery,
        PartyOrganizationsQuery,
        PartyCoverageQuery,
        BranchLifeQuery,
        PartyAdmissionsQuery,
        PartyAdmissionCountsQuery,
        FloatingMembersQuery,
        PartyWorkQuery,
        PartyAlertsQuery,
        DisclosuresQuery,
        EmployeeRightsQuery,
        EnterpriseGovernanceQuery,
        EquityRelationsQuery,
        ProcurementQuery,
        RedWorksitesQuery,
        ServiceCentresQuery,
        PartyWorkCoverageQuery,
        PartyMembershipsQuery,
        TorchStudiosQuery,
        ProjectionLife,
      ],
    };
  }
}

/** Runs what the projection does by itself, as long as the projection runs. */
@Injectable()
class ProjectionLife implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly consumer: Consumer,
    private readonly watch: CheckpointWatch,
    private readonly rebuild: Rebuild,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.watch.start();
    this.consumer.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rebuild.cancel();
    await this.consumer.stop();
    await this.watch.stop();
    await this.dataSource.destroy();
  }
}
