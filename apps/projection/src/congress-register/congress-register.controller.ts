import {
  CongressList,
  type CongressListAnswer,
  CongressParticipation,
  type CongressParticipationAnswer,
  CongressResolutions,
  type CongressResolutionsAnswer,
  EnterprisesWithoutCongressSession,
  type EnterprisesWithoutCongressSessionAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CongressParticipationQuery } from './congress-participation.query';
import { CongressesQuery } from './congresses.query';

@Controller()
export class CongressRegisterController {
  constructor(
    private readonly access: Access,
    private readonly congresses: CongressesQuery,
    private readonly participation: CongressParticipationQuery,
  ) {}

  @OnQuery(CongressList)
  async list(query: CongressList, sender: Sender): Promise<CongressListAnswer> {
    await this.access.check(sender, { roles: queryContract(CongressList).roles, units: [query.organization] });
    return this.congresses.congresses(query, sender);
  }

  @OnQuery(CongressResolutions)
  async resolutions(query: CongressResolutions, sender: Sender): Promise<CongressResolutionsAnswer> {
    await this.access.check(sender, { roles: queryContract(CongressResolutions).roles, units: [query.organization] });
    return this.congresses.resolutions(query, sender);
  }

  @OnQuery(EnterprisesWithoutCongressSession)
  async withoutSession(
    query: EnterprisesWithoutCongressSession,
    sender: Sender,
  ): Promise<EnterprisesWithoutCongressSessionAnswer> {
    const { roles } = queryContract(EnterprisesWithoutCongressSession);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.participation.withoutSession(query, sender);
  }

  @OnQuery(CongressParticipation)
  async takingPart(query: CongressParticipation, sender: Sender): Promise<CongressParticipationAnswer> {
    await this.access.check(sender, { roles: queryContract(CongressParticipation).roles, units: [query.organization] });
    return this.participation.participation(query, sender);
  }
}
