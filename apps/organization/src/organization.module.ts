import { ProcessManagersModule, provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { EnterpriseClients, enterpriseClientAggregate } from './enterprise-client/enterprise-client.aggregate';
import { EnterpriseClientController } from './enterprise-client/enterprise-client.controller';
import { EraseKeptRecordsWhenTheyAreDestroyed } from './erase-kept-records-when-they-are-destroyed.process';
import { ErasePersonsWhenAWorkerIsErased } from './erase-persons-when-a-worker-is-erased.process';
import { FreeIdentitiesWhenAWorkerIsCorrected } from './free-identities-when-a-worker-is-corrected.process';
import { PersonalDataController } from './personal-data/personal-data.controller';
import { RosterImports, rosterImportAggregate } from './roster-import/roster-import.aggregate';
import { RosterImportController } from './roster-import/roster-import.controller';
import { RosterRows } from './roster-import/roster-row.commands';
import { TakeOverDuplicatesWhenWorkersAreMerged } from './take-over-duplicates-when-workers-are-merged.process';
import { Units, unitAggregate } from './unit/unit.aggregate';
import { UnitController } from './unit/unit.controller';
import { workRestrictionAggregate, WorkRestrictionsOfUnits } from './work-restriction/work-restriction.aggregate';
import { WorkRestrictionController } from './work-restriction/work-restriction.controller';
import { WorkerIdentities } from './worker-identity/worker-identities.lookup';
import { WorkerCommands } from './worker/worker.commands';
import { PersonalProfiles } from './worker/personal-profile.lookup';
import { workerAggregate, Workers } from './worker/worker.aggregate';
import { WorkerController } from './worker/worker.controller';

/** The register of persons, and what its process managers share with it. */
@Module({
  controllers: [WorkerController, RosterImportController, PersonalDataController, WorkRestrictionController],
  providers: [
    provideAggregate(Workers, workerAggregate),
    provideAggregate(WorkRestrictionsOfUnits, workRestrictionAggregate),
    provideAggregate(RosterImports, rosterImportAggregate),
    WorkerIdentities,
    WorkerCommands,
    RosterRows,
    PersonalProfiles,
  ],
  exports: [Workers, WorkerIdentities],
})
class WorkerRegisterModule {}

/** The context of organization units, of the enterprise systems that act for them, and of the workers on their sites. */
@Module({
  imports: [
    WorkerRegisterModule,
    ProcessManagersModule.register(
      [
        FreeIdentitiesWhenAWorkerIsCorrected,
        TakeOverDuplicatesWhenWorkersAreMerged,
        ErasePersonsWhenAWorkerIsErased,
        EraseKeptRecordsWhenTheyAreDestroyed,
      ],
      [WorkerRegisterModule],
    ),
  ],
  controllers: [UnitController, EnterpriseClientController],
  providers: [provideAggregate(Units, unitAggregate), provideAggregate(EnterpriseClients, enterpriseClientAggregate)],
})
export class OrganizationModule {}
