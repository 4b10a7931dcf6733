import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { PersonalDataController } from './personal-data/personal-data.controller';
import { RosterImports, rosterImportAggregate } from './roster-import/roster-import.aggregate';
import { RosterImportController } from './roster-import/roster-import.controller';
import { RosterRows } from './roster-import/roster-rows.commands';
import { UnitsModule } from './units.module';
import { workRestrictionAggregate, WorkRestrictionsOfUnits } from './work-restriction/work-restriction.aggregate';
import { WorkRestrictionController } from './work-restriction/work-restriction.controller';
import { WorkerIdentities } from './worker-identity/worker-identities.lookup';
import { WorkerCommands } from './worker/worker.commands';
import { PersonalProfiles } from './worker/personal-profile.lookup';
import { WorkPlaces } from './worker/work-places.lookup';
import { workerAggregate, Workers } from './worker/worker.aggregate';
import { WorkerController } from './worker/worker.controller';

/** The register of persons: registrations, papers, sites, looks and erasure; and rosters that are imported. */
@Module({
  imports: [UnitsModule],
  controllers: [WorkerController, RosterImportController, PersonalDataController, WorkRestrictionController],
  providers: [
    provideAggregate(Workers, workerAggregate),
    provideAggregate(WorkRestrictionsOfUnits, workRestrictionAggregate),
    provideAggregate(RosterImports, rosterImportAggregate),
    WorkerIdentities,
    WorkerCommands,
    RosterRows,
    PersonalProfiles,
    WorkPlaces,
  ],
  exports: [Workers, WorkerIdentities],
})
export class WorkersModule {}
