import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { EnterpriseClients, enterpriseClientAggregate } from './enterprise-client/enterprise-client.aggregate';
import { EnterpriseClientController } from './enterprise-client/enterprise-client.controller';
import { Units, unitAggregate } from './unit/unit.aggregate';
import { UnitController } from './unit/unit.controller';

/** The context of organization units and of the enterprise systems that act for them. */
@Module({
  controllers: [UnitController, EnterpriseClientController],
  providers: [provideAggregate(Units, unitAggregate), provideAggregate(EnterpriseClients, enterpriseClientAggregate)],
})
export class OrganizationModule {}
