import {
  HonourRewardPayments,
  type HonourRewardPaymentsAnswer,
  Honours,
  type HonoursAnswer,
  HonourSelectionList,
  type HonourSelectionListAnswer,
  MobileRedFlagHolders,
  type MobileRedFlagHoldersAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { HonourRewardsQuery } from './honour-rewards.query';
import { HonoursQuery } from './honours.query';

@Controller()
export class HonourRegisterController {
  constructor(
    private readonly access: Access,
    private readonly honours: HonoursQuery,
    private readonly rewards: HonourRewardsQuery,
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

  @OnQuery(MobileRedFlagHolders)
  async flagHolders(query: MobileRedFlagHolders, sender: Sender): Promise<MobileRedFlagHoldersAnswer> {
    await this.access.check(sender, { roles: queryContract(MobileRedFlagHolders).roles, units: [query.organization] });
    return this.rewards.flagHolders(query, sender);
  }

  @OnQuery(HonourRewardPayments)
  async payments(query: HonourRewardPayments, sender: Sender): Promise<HonourRewardPaymentsAnswer> {
    await this.access.check(sender, { roles: queryContract(HonourRewardPayments).roles, units: [query.organization] });
    return this.rewards.payments(query, sender);
  }
}
