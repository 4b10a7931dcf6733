import {
  Honours,
  type HonoursAnswer,
  HonourSelectionList,
  type HonourSelectionListAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { HonoursQuery } from './honours.query';

@Controller()
export class HonourRegisterController {
  constructor(
    private readonly access: Access,
    private readonly honours: HonoursQuery,
  ) {}

  @OnQuery(HonourSelectionList)
  async selections(query: HonourSelectionList, sender: Sender): Promise<HonourSelectionListAnswer> {
    await this.access.check(sender, { roles: queryContract(HonourSelectionList).roles, units: [query.organization] });
    return this.honours.selections(query, sender);
  }

  @OnQuery(Honours)
  async list(query: Honours, sender: Sender): Promise<HonoursAnswer> {
    await this.access.check(sender, { roles: queryContract(Honours).roles, units: [query.organization] });
    return this.honours.honours(query, sender);
  }
}
