import { type DynamicModule, type LoggerService, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { NatsConnection } from 'nats';
import { DataSource } from 'typeorm';
import { AccountController } from './account/account.controller';
import { Administration } from './account/administration';
import { Login } from './account/login';
import { SessionController } from './account/session.controller';
import { Sessions } from './account/sessions';
import { BusModule } from './bus/bus.module';
import { type GatewayParameters, PARAMETERS } from './gateway.parameters';
import { ProblemFilter } from './http/problem.filter';
import { SessionGuard } from './http/session.guard';
import { CommandController } from './message/command.controller';
import { DocumentController, VERSION } from './message/document.controller';
import { Platform } from './message/platform';
import { QueryController } from './message/query.controller';
import { GatewayMetrics } from './operation/metrics';
import { OperationController } from './operation/operation.controller';
import { Readiness } from './operation/readiness';
import { StatusController } from './operation/status.controller';
import { AdoptionsInReach } from './page/adoptions-in-reach';
import { FigureController } from './page/figure.controller';
import { HomeController } from './page/home.controller';
import { LiaisonController } from './page/liaison.controller';
import { ReportController } from './page/report.controller';
import { RosterUpload } from './import/roster-upload';
import { RosterUploadController } from './import/roster-upload.controller';
import { StandingController } from './page/standing.controller';

/** What the module is given, open and ready. */
export interface GatewayParts {
  connection: NatsConnection;
  database: DataSource;
  metrics: GatewayMetrics;
  parameters: GatewayParameters;
  version: string;
  log: LoggerService;
}

/** HTTP, accounts and pages. The routes of commands and queries come last: they match every path of their length. */
@Module({})
export class GatewayModule {
  static register({ connection, database, metrics, parameters, version, log }: GatewayParts): DynamicModule {
    return {
      module: GatewayModule,
      imports: [BusModule.register(connection, log)],
      controllers: [
        OperationController,
        StatusController,
        HomeController,
        ReportController,
        RosterUploadController,
        StandingController,
        FigureController,
        LiaisonController,
        SessionController,
        AccountController,
        DocumentController,
        CommandController,
        QueryController,
      ],
      providers: [
        { provide: DataSource, useValue: database },
        { provide: GatewayMetrics, useValue: metrics },
        { provide: VERSION, useValue: version },
        { provide: PARAMETERS, useValue: parameters },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SessionGuard },
        AdoptionsInReach,
        Administration,
        Login,
        Platform,
        Readiness,
        RosterUpload,
        Sessions,
      ],
    };
  }
}
