import { NatsLedger } from '@gongyou/messaging';
import { type DynamicModule, Injectable, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AdoptionRegisterController } from './adoption-register/adoption-register.controller';
import { AdoptionsQuery } from './adoption-register/adoptions.query';
import { DutiesToOpenQuery } from './adoption-register/duties-to-open.query';
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
import { PartyOrganizationRegisterController } from './party-organization-register/party-organization-register.controller';
import { BranchLifeRegisterController } from './branch-life-register/branch-life-register.controller';
import { PartyAdmissionRegisterController } from './party-admission-register/party-admission-register.controller';
import { FloatingMemberRegisterController } from './floating-member-register/floating-member-register.controller';
import { PartyWorkRegisterController } from './party-work-register/party-work-register.controller';
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
import { ProjectionStatusController } from './projection-status/projection-status.controller';
import { ProjectionStatusQuery } from './projection-status/projection-status.query';
import { OperatorController } from './operator/operator.controller';
import { projectors } from './projectors';
import { Reading } from './reading/reading';
import { Rebuild } from './rebuild/rebuild';
import { TaskBoardController } from './task-board/task-board.controller';
import { TaskQuery } from './task-board/task.query';
import { TasksQuery } from './task-board/tasks.query';
import { UnitRegisterController } from './unit-register/unit-register.controller';
import { UnitsQuery } from './unit-register/units.query';

/** The read models, what fills them, and the queries that they answer. */
@Module({})
export class ProjectionModule {
  static register(dataSource: DataSource, databaseUrl: string): DynamicModule {
    return {
      module: ProjectionModule,
      controllers: [
        UnitRegisterController,
        ProgrammeRegisterController,
        AdoptionRegisterController,
        TaskBoardController,
        IndicatorLedgerController,
        LeadingGroupReportController,
        ProjectionStatusController,
        OperatorController,
        PartyOrganizationRegisterController,
        BranchLifeRegisterController,
        PartyAdmissionRegisterController,
        FloatingMemberRegisterController,
        PartyWorkRegisterController,
        PartyAlertsController,
      ],
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: EVENT_LOG, useExisting: NatsLedger },
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
        ProgrammesQuery,
        AdoptionsQuery,
        DutiesToOpenQuery,
        TasksQuery,
        TaskQuery,
        FigureEventsQuery,
        LeadingGroupReports,
        ProjectionStatusQuery,
        PartyOrganizationsQuery,
        PartyCoverageQuery,
        BranchLifeQuery,
        PartyAdmissionsQuery,
        PartyAdmissionCountsQuery,
        FloatingMembersQuery,
        PartyWorkQuery,
        PartyAlertsQuery,
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
