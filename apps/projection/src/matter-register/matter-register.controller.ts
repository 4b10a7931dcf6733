import {
  MatterDetails,
  type MatterDetailsAnswer,
  Matters,
  type MattersAnswer,
  MattersToEscalate,
  type MattersToEscalateAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { MatterDetailsQuery } from './matter-details.query';
import { MattersQuery } from './matters.query';

@Controller()
export class MatterRegisterController {
  constructor(
    private readonly access: Access,
    private readonly matters: MattersQuery,
    private readonly details: MatterDetailsQuery,
  ) {}

  @OnQuery(Matters)
  async register(query: Matters, sender: Sender): Promise<MattersAnswer> {
    await this.access.check(sender, { roles: queryContract(Matters).roles, units: [query.organization] });
    return this.matters.answer(query, sender);
  }

  @OnQuery(MatterDetails)
  one({ matter }: MatterDetails, sender: Sender): Promise<MatterDetailsAnswer> {
    const { roles } = queryContract(MatterDetails);
    return this.details.answer(matter, sender, (units) => this.access.check(sender, { roles, units }));
  }

  @OnQuery(MattersToEscalate)
  async toEscalate(query: MattersToEscalate, sender: Sender): Promise<MattersToEscalateAnswer> {
    await this.access.check(sender, { roles: queryContract(MattersToEscalate).roles, units: [] });
    return this.matters.toEscalate(query, sender);
  }
}
