import { PartyMassServiceCentres, type PartyMassServiceCentresAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ServiceCentresQuery } from './service-centres.query';

@Controller()
export class ServiceCentreRegisterController {
  constructor(
    private readonly access: Access,
    private readonly centres: ServiceCentresQuery,
  ) {}

  @OnQuery(PartyMassServiceCentres)
  async answer(query: PartyMassServiceCentres, sender: Sender): Promise<PartyMassServiceCentresAnswer> {
    const { roles } = queryContract(PartyMassServiceCentres);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.centres.answer(query, sender);
  }
}
