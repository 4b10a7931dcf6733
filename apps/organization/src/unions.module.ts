import { provideAggregate } from '@gongyou/event-sourcing';
import { Module } from '@nestjs/common';
import {
  collectiveUnionAdmissionAggregate,
  CollectiveUnionAdmissions,
} from './collective-union-admission/collective-union-admission.aggregate';
import { CollectiveUnionAdmissionController } from './collective-union-admission/collective-union-admission.controller';
import { congressAggregate, Congresses } from './congress/congress.aggregate';
import { CongressController } from './congress/congress.controller';
import { employerAggregate, Employers } from './employer/employer.aggregate';
import { EmployerController } from './employer/employer.controller';
import { employmentFormAggregate, EmploymentForms } from './employment-form/employment-form.aggregate';
import { EmploymentFormController } from './employment-form/employment-form.controller';
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
import { collectiveContractAggregate, CollectiveContracts } from './collective-contract/collective-contract.aggregate';
import { CollectiveContractController } from './collective-contract/collective-contract.controller';
import { contractEndNoticeAggregate, ContractEndNotices } from './contract-end-notice/contract-end-notice.aggregate';
import { ContractEndNoticeController } from './contract-end-notice/contract-end-notice.controller';
import { OwnUnionSeats } from './own-union-seat/own-union-seats.lookup';
import { UnionMembershipController } from './union-membership/union-membership.controller';
import { vitalMatterAggregate, VitalMatters } from './vital-matter/vital-matter.aggregate';
import { VitalMatterController } from './vital-matter/vital-matter.controller';
import {
  delegateRecommendationAggregate,
  DelegateRecommendations,
} from './delegate-recommendation/delegate-recommendation.aggregate';
import { DelegateRecommendationController } from './delegate-recommendation/delegate-recommendation.controller';
import { postingRuleAggregate, PostingRules } from './posting-rule/posting-rule.aggregate';
import { PostingRuleController } from './posting-rule/posting-rule.controller';
import {
  unionMemberBenefitsAggregate,
  UnionMemberBenefits,
} from './union-member-benefits/union-member-benefits.aggregate';
import { UnionMemberBenefitsController } from './union-member-benefits/union-member-benefits.controller';
import {
  unionAdmissionRulesAggregate,
  UnionAdmissionRules,
} from './union-admission-rules/union-admission-rules.aggregate';
import { UnionAdmissionRulesController } from './union-admission-rules/union-admission-rules.controller';
import { WorkersModule } from './workers.module';

/** Trade unions and the other mass organizations, congresses and honours. */
@Module({
  imports: [WorkersModule],
  controllers: [
    EmployerController,
    EmploymentFormController,
    MassOrganizationController,
    CollectiveUnionAdmissionController,
    UnionMembershipController,
    CongressController,
    JointConferenceController,
    MassOrganizationPostingController,
    HonourSelectionController,
    VitalMatterController,
    CollectiveContractController,
    ContractEndNoticeController,
    DelegateRecommendationController,
    PostingRuleController,
    UnionMemberBenefitsController,
    UnionAdmissionRulesController,
  ],
  providers: [
    provideAggregate(Employers, employerAggregate),
    provideAggregate(EmploymentForms, employmentFormAggregate),
    provideAggregate(MassOrganizations, massOrganizationAggregate),
    provideAggregate(CollectiveUnionAdmissions, collectiveUnionAdmissionAggregate),
    provideAggregate(UnionMemberships, unionMembershipAggregate),
    provideAggregate(Congresses, congressAggregate),
    provideAggregate(JointConferences, jointConferenceAggregate),
    provideAggregate(MassOrganizationPostings, massOrganizationPostingAggregate),
    provideAggregate(VitalMatters, vitalMatterAggregate),
    provideAggregate(DelegateRecommendations, delegateRecommendationAggregate),
    provideAggregate(PostingRules, postingRuleAggregate),
    provideAggregate(UnionMemberBenefits, unionMemberBenefitsAggregate),
    provideAggregate(UnionAdmissionRules, unionAdmissionRulesAggregate),
    provideAggregate(HonourSelections, honourSelectionAggregate),
    provideAggregate(CollectiveContracts, collectiveContractAggregate),
    provideAggregate(ContractEndNotices, contractEndNoticeAggregate),
    OwnUnionSeats,
    { provide: ARREARS_LIST, useClass: UnkeptArrearsList },
  ],
})
export class UnionsModule {}
