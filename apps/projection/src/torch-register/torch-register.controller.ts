import { queryContract, TorchStudios, type TorchStudiosAnswer } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { TorchStudiosQuery } from './torch-studios.query';

@Controller()
export class TorchRegisterController {
  constructor(
    private readonly access: Access,
    private readonly studios: TorchStudiosQuery,
  ) {}

  @OnQuery(TorchStudios)
  async list(query: TorchStudios, sender: Sender): Promise<TorchStudiosAnswer> {
    await this.access.check(sender, { roles: queryContract(TorchStudios).roles, units: [query.organization] });
    return this.studios.answer(query, sender);
  }
}
