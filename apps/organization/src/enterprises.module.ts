import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import {
  enterpriseGovernanceAggregate,
  EnterpriseGovernances,
} from './enterprise-governance/enterprise-governance.aggregate';
import { EnterpriseGovernanceController } from './enterprise-governance/enterprise-governance.controller';
import { OpenEnterpriseLookup } from './enterprise-governance/open-enterprise.lookup';
import {
  factoryAffairsDisclosureAggregate,
  FactoryAffairsDisclosures,
} from './factory-affairs-disclosure/factory-affairs-disclosure.aggregate';
import { FactoryAffairsDisclosureController } from './factory-affairs-disclosure/factory-affairs-disclosure.controller';
import { openMattersAggregate, OpenMattersLists } from './factory-affairs-disclosure/open-matters.aggregate';
import { OpenMattersLookup } from './factory-affairs-disclosure/open-matters.lookup';
import { oversightFindingAggregate, OversightFindings } from './oversight-finding/oversight-finding.aggregate';
import { OversightFindingController } from './oversight-finding/oversight-finding.controller';
import {
  partyMassServiceCentreUseAggregate,
  PartyMassServiceCentreUses,
} from './party-mass-service-centre/party-mass-service-centre-use.aggregate';
import { PartyMassServiceCentreUseController } from './party-mass-service-centre/party-mass-service-centre-use.controller';
import {
  partyMassServiceCentreAggregate,
  PartyMassServiceCentres,
} from './party-mass-service-centre/party-mass-service-centre.aggregate';
import { PartyMassServiceCentreController } from './party-mass-service-centre/party-mass-service-centre.controller';
import { redWorksiteAggregate, RedWorksites } from './red-worksite/red-worksite.aggregate';
import { RedWorksiteController } from './red-worksite/red-worksite.controller';

/** How enterprises are governed and open to their employees, the service centres of parks, and Red Worksites. */
@Module({
  controllers: [
    EnterpriseGovernanceController,
    FactoryAffairsDisclosureController,
    OversightFindingController,
    PartyMassServiceCentreController,
    PartyMassServiceCentreUseController,
    RedWorksiteController,
  ],
  providers: [
    provideAggregate(EnterpriseGovernances, enterpriseGovernanceAggregate),
    provideAggregate(FactoryAffairsDisclosures, factoryAffairsDisclosureAggregate),
    provideAggregate(OpenMattersLists, openMattersAggregate),
    provideAggregate(OversightFindings, oversightFindingAggregate),
    provideAggregate(PartyMassServiceCentres, partyMassServiceCentreAggregate),
    provideAggregate(PartyMassServiceCentreUses, partyMassServiceCentreUseAggregate),
    provideAggregate(RedWorksites, redWorksiteAggregate),
    OpenEnterpriseLookup,
    OpenMattersLookup,
  ],
})
export class EnterprisesModule {}
