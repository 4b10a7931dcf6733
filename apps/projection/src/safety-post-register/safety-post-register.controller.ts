import {
  HazardsFound,
  type HazardsFoundAnswer,
  queryContract,
  SafetyPosts,
  type SafetyPostsAnswer,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { SafetyPostsQuery } from './safety-posts.query';

@Controller()
export class SafetyPostRegisterController {
  constructor(
    private readonly access: Access,
    private readonly posts: SafetyPostsQuery,
  ) {}

  @OnQuery(SafetyPosts)
  async register(query: SafetyPosts, sender: Sender): Promise<SafetyPostsAnswer> {
    await this.access.check(sender, { roles: queryContract(SafetyPosts).roles, units: [query.organization] });
    return this.posts.answer(query, sender);
  }

  @OnQuery(HazardsFound)
  async hazards(query: HazardsFound, sender: Sender): Promise<HazardsFoundAnswer> {
    await this.access.check(sender, { roles: queryContract(HazardsFound).roles, units: [query.organization] });
    return this.posts.byMonth(query, sender);
  }
}
