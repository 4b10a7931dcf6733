import { ProcessManagersModule } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { BeginUnionMembershipWhenAWorkerIsAdmitted } from './begin-union-membership-when-a-worker-is-admitted.process';
import { UnionsModule } from './unions.module';
import { UnitsModule } from './units.module';

/** The context of organization: units, and who works, leads and is organized in them. */
@Module({
  imports: [UnitsModule, UnionsModule, ProcessManagersModule.register([BeginUnionMembershipWhenAWorkerIsAdmitted])],
})
export class OrganizationModule {}
