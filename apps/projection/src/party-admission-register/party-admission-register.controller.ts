import {
  PartyAdmissionCounts,
  type PartyAdmissionCountsAnswer,
  PartyAdmissions,
  type PartyAdmissionsAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyAdmissionCountsQuery } from './party-admission-counts.query';
import { PartyAdmissionsQuery } from './party-admissions.query';

@Controller()
export class PartyAdmissionRegisterController {
  constructor(
    private readonly access: Access,
    private readonly admissions: PartyAdmissionsQuery,
    private readonly counts: PartyAdmissionCountsQuery,
  ) {}

  @OnQuery(PartyAdmissions)
  async list(query: PartyAdmissions, sender: Sender): Promise<PartyAdmissionsAnswer> {
    await this.access.check(sender, { roles: queryContract(PartyAdmissions).roles, units: [query.organization] });
    return this.admissions.answer(query, sender);
  }

  @OnQuery(PartyAdmissionCounts)
  async counted(query: PartyAdmissionCounts, sender: Sender): Promise<PartyAdmissionCountsAnswer> {
    await this.access.check(sender, { roles: queryContract(PartyAdmissionCounts).roles, units: [query.organization] });
    return this.counts.answer(query, sender);
  }
}
