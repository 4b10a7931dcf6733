import { CrewDisclosures, type CrewDisclosuresAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewDisclosuresQuery } from './crew-disclosures.query';

@Controller()
export class CrewDisclosureRegisterController {
  constructor(
    private readonly access: Access,
    private readonly disclosures: CrewDisclosuresQuery,
  ) {}

  @OnQuery(CrewDisclosures)
  async answer(query: CrewDisclosures, sender: Sender): Promise<CrewDisclosuresAnswer> {
    await this.access.check(sender, { roles: queryContract(CrewDisclosures).roles, units: [query.organization] });
    return this.disclosures.answer(query, sender);
  }
}
