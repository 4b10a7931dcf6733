import { ProcessManagersModule, provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import { BeginUnionMembershipWhenAWorkerIsAdmitted } from './begin-union-membership-when-a-worker-is-admitted.process';
import {
  collectiveUnionAdmissionAggregate,
  CollectiveUnionAdmissions,
} from './collective-union-admission/collective-union-admission.aggregate';
import { CollectiveUnionAdmissionController } from './collective-union-admission/collective-union-admission.controller';
import { congressAggregate, Congresses } from './congress/congress.aggregate';
import { CongressController } from './congress/congress.controller';
import { employerAggregate, Employers } from './employer/employer.aggregate';
import { EmployerController } from './employer/employer.controller';
import { EnterpriseClients, enterpriseClientAggregate } from './enterprise-client/enterprise-client.aggregate';
import { EnterpriseClientController } from './enterprise-client/enterprise-client.controller';
import { ARREARS_LIST, UnkeptArrearsList } from './honour-selection/arrears-list.lookup';
import { honourSelectionAggregate, HonourSelections } from './honour-selection/honour-selection.aggregate';
import { HonourSelectionController } from './honour-selection/honour-selection.controller';
import { jointConferenceAggregate, JointConferences } from './joint-conference/joint-conference.aggregate';
import { JointConferenceController } from './joint-conference/joint-conference.controller';
import {
  massOrganizationPostingAggregate,
  MassOrganizationPostings,
} from './mass-organization-posting/mass-organization-posting.aggregate';
import { MassOrganizationPostingController } from './mass-organization-posting/mass-organization-posting.controller';
import { massOrganizationAggregate, MassOrganizations } from './mass-organization/mass-organization.aggregate';
import { MassOrganizationController } from './mass-organization/mass-organization.controller';
import { unionMembershipAggregate, UnionMemberships } from './union-membership/union-membership.aggregate';
import { UnionMembershipController } from './union-membership/union-membership.controller';
import { Units, unitAggregate } from './unit/unit.aggregate';
import { UnitController } from './unit/unit.controller';

/** The context of organization units, of the enterprise systems that act for them, and of unions, congresses and honours. */
@Module({
  imports: [ProcessManagersModule.register([BeginUnionMembershipWhenAWorkerIsAdmitted])],
  controllers: [
    UnitController,
    EnterpriseClientController,
    EmployerController,
    MassOrganizationController,
    CollectiveUnionAdmissionController,
    UnionMembershipController,
    CongressController,
    JointConferenceController,
    MassOrganizationPostingController,
    HonourSelectionController,
  ],
  providers: [
    provideAggregate(Units, unitAggregate),
    provideAggregate(EnterpriseClients, enterpriseClientAggregate),
    provideAggregate(Employers, employerAggregate),
    provideAggregate(MassOrganizations, massOrganizationAggregate),
    provideAggregate(CollectiveUnionAdmissions, collectiveUnionAdmissionAggregate),
    provideAggregate(UnionMemberships, unionMembershipAggregate),
    provideAggregate(Congresses, congressAggregate),
    provideAggregate(JointConferences, jointConferenceAggregate),
    provideAggregate(MassOrganizationPostings, massOrganizationPostingAggregate),
    provideAggregate(HonourSelections, honourSelectionAggregate),
    { provide: ARREARS_LIST, useClass: UnkeptArrearsList },
  ],
})
export class OrganizationModule {}
