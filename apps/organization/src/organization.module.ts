import { ProcessManagersModule } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { BeginUnionMembershipWhenAWorkerIsAdmitted } from './begin-union-membership-when-a-worker-is-admitted.process';
import { ContractorsModule } from './contractors.module';
import { EndEnterpriseGovernanceWhenAUnitIsClosed } from './end-enterprise-governance-when-a-unit-is-closed.process';
import { EnterprisesModule } from './enterprises.module';
import { EraseKeptRecordsWhenTheyAreDestroyed } from './erase-kept-records-when-they-are-destroyed.process';
import { ErasePersonsWhenAWorkerIsErased } from './erase-persons-when-a-worker-is-erased.process';
import { FreeIdentitiesWhenAWorkerIsCorrected } from './free-identities-when-a-worker-is-corrected.process';
import { IssueCardsWhenAWorkerEntersASite } from './issue-cards-when-a-worker-enters-a-site.process';
import { IssueCardsWhenAnEditionIsDesigned } from './issue-cards-when-an-edition-is-designed.process';
import { LiaisonModule } from './liaison.module';
import { PartyModule } from './party.module';
import { EscalateMattersWhenADayIsClosed } from './escalate-matters-when-a-day-is-closed.process';
import { MattersModule } from './matters.module';
import { NameOwnersWhenMattersAreEscalated } from './name-owners-when-matters-are-escalated.process';
import { RaiseMattersWhenACrewIsVisited } from './raise-matters-when-a-crew-is-visited.process';
import { RaiseMattersWhenLiaisonWorkIsRecorded } from './raise-matters-when-liaison-work-is-recorded.process';
import { RelieveOfficersWhenTheirTermIsOver } from './relieve-officers-when-their-term-is-over.process';
import { RenewCardsWhenAnOfficerIsDisclosed } from './renew-cards-when-an-officer-is-disclosed.process';
import { RenewCardsWhenAnOfficerIsRelieved } from './renew-cards-when-an-officer-is-relieved.process';
import { RenewCardsWhenAnOfficerTakesUpDuty } from './renew-cards-when-an-officer-takes-up-duty.process';
import { TakeOverDuplicatesWhenWorkersAreMerged } from './take-over-duplicates-when-workers-are-merged.process';
import { UnionsModule } from './unions.module';
import { UnitsModule } from './units.module';
import { WorkersModule } from './workers.module';

/** The context of organization: units, and who works, leads and is organized in them. */
@Module({
  imports: [
    UnitsModule,
    WorkersModule,
    PartyModule,
    UnionsModule,
    LiaisonModule,
    ContractorsModule,
    EnterprisesModule,
    MattersModule,
    ProcessManagersModule.register(
      [
        FreeIdentitiesWhenAWorkerIsCorrected,
        TakeOverDuplicatesWhenWorkersAreMerged,
        ErasePersonsWhenAWorkerIsErased,
        EraseKeptRecordsWhenTheyAreDestroyed,
        BeginUnionMembershipWhenAWorkerIsAdmitted,
        EndEnterpriseGovernanceWhenAUnitIsClosed,
        RaiseMattersWhenLiaisonWorkIsRecorded,
        RaiseMattersWhenACrewIsVisited,
        EscalateMattersWhenADayIsClosed,
        NameOwnersWhenMattersAreEscalated,
        RelieveOfficersWhenTheirTermIsOver,
        RenewCardsWhenAnOfficerIsDisclosed,
        RenewCardsWhenAnOfficerTakesUpDuty,
        RenewCardsWhenAnOfficerIsRelieved,
        IssueCardsWhenAWorkerEntersASite,
        IssueCardsWhenAnEditionIsDesigned,
      ],
      [WorkersModule, LiaisonModule, MattersModule],
    ),
  ],
})
export class OrganizationModule {}
