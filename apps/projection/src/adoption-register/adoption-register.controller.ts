import {
  Adoptions,
  type AdoptionsAnswer,
  DutiesToOpen,
  type DutiesToOpenAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { AdoptionsQuery } from './adoptions.query';
import { DutiesToOpenQuery } from './duties-to-open.query';

@Controller()
export class AdoptionRegisterController {
  constructor(
    private readonly access: Access,
    private readonly adoptions: AdoptionsQuery,
    private readonly dutiesToOpen: DutiesToOpenQuery,
  ) {}

  @OnQuery(Adoptions)
  async all(query: Adoptions, sender: Sender): Promise<AdoptionsAnswer> {
    await this.access.check(sender, { roles: queryContract(Adoptions).roles, units: [query.organization] });
    return this.adoptions.answer(query, sender);
  }

  @OnQuery(DutiesToOpen)
  async duties(query: DutiesToOpen, sender: Sender): Promise<DutiesToOpenAnswer> {
    await this.access.check(sender, { roles: queryContract(DutiesToOpen).roles, units: [] });
    return this.dutiesToOpen.answer(query, sender);
  }
}
