import {
  Programmes,
  type ProgrammesAnswer,
  ProgrammeVersion,
  type ProgrammeVersionAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ProgrammesQuery } from './programmes.query';

/** Programmes are public documents: whoever may read anything may read them. */
@Controller()
export class ProgrammeRegisterController {
  constructor(
    private readonly access: Access,
    private readonly programmes: ProgrammesQuery,
  ) {}

  @OnQuery(Programmes)
  async all(_: Programmes, sender: Sender): Promise<ProgrammesAnswer> {
    await this.access.check(sender, { roles: queryContract(Programmes).roles, units: 'any' });
    return this.programmes.programmes(sender);
  }

  @OnQuery(ProgrammeVersion)
  async version(query: ProgrammeVersion, sender: Sender): Promise<ProgrammeVersionAnswer> {
    await this.access.check(sender, { roles: queryContract(ProgrammeVersion).roles, units: 'any' });
    return this.programmes.version(query, sender);
  }
}
