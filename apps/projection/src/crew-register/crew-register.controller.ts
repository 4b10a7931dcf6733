import {
  Crew,
  type CrewAnswer,
  CrewItems,
  type CrewItemsAnswer,
  Crews,
  type CrewsAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewItemsQuery } from './crew-items.query';
import { CrewQuery } from './crew.query';
import { CrewsQuery } from './crews.query';

@Controller()
export class CrewRegisterController {
  constructor(
    private readonly access: Access,
    private readonly crews: CrewsQuery,
    private readonly crew: CrewQuery,
    private readonly items: CrewItemsQuery,
  ) {}

  @OnQuery(Crews)
  async register(query: Crews, sender: Sender): Promise<CrewsAnswer> {
    await this.access.check(sender, { roles: queryContract(Crews).roles, units: [query.organization] });
    return this.crews.answer(query, sender);
  }

  @OnQuery(Crew)
  async one(query: Crew, sender: Sender): Promise<CrewAnswer> {
    await this.access.check(sender, { roles: queryContract(Crew).roles, units: [query.crew] });
    return this.crew.answer(query.crew, sender);
  }

  @OnQuery(CrewItems)
  async issued(query: CrewItems, sender: Sender): Promise<CrewItemsAnswer> {
    await this.access.check(sender, { roles: queryContract(CrewItems).roles, units: [query.organization] });
    return this.items.answer(query, sender);
  }
}
