import { JointConferenceList, type JointConferenceListAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { JointConferencesQuery } from './joint-conferences.query';

@Controller()
export class JointConferenceRegisterController {
  constructor(
    private readonly access: Access,
    private readonly conferences: JointConferencesQuery,
  ) {}

  @OnQuery(JointConferenceList)
  async answer(query: JointConferenceList, sender: Sender): Promise<JointConferenceListAnswer> {
    await this.access.check(sender, { roles: queryContract(JointConferenceList).roles, units: [query.organization] });
    return this.conferences.answer(query, sender);
  }
}
