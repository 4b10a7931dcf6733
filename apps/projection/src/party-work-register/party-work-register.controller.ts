import {
  LearningPlaces,
  type LearningPlacesAnswer,
  PartyPairings,
  type PartyPairingsAnswer,
  queryContract,
  Vanguards,
  type VanguardsAnswer,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyWorkQuery } from './party-work.query';

@Controller()
export class PartyWorkRegisterController {
  constructor(
    private readonly access: Access,
    private readonly work: PartyWorkQuery,
  ) {}

  @OnQuery(Vanguards)
  async vanguards(query: Vanguards, sender: Sender): Promise<VanguardsAnswer> {
    await this.access.check(sender, { roles: queryContract(Vanguards).roles, units: [query.organization] });
    return this.work.vanguards(query, sender);
  }

  @OnQuery(PartyPairings)
  async pairings(query: PartyPairings, sender: Sender): Promise<PartyPairingsAnswer> {
    await this.access.check(sender, { roles: queryContract(PartyPairings).roles, units: [query.organization] });
    return this.work.pairings(query, sender);
  }

  @OnQuery(LearningPlaces)
  async learningPlaces(query: LearningPlaces, sender: Sender): Promise<LearningPlacesAnswer> {
    await this.access.check(sender, { roles: queryContract(LearningPlaces).roles, units: [query.organization] });
    return this.work.learningPlaces(query, sender);
  }
}
