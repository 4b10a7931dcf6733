import { RegisterEnterpriseClient, RevokeEnterpriseClient } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { EnterpriseClients } from './enterprise-client.aggregate';

/** Commands on enterprise systems. Their credentials on the bus are made and withdrawn by the operator's tool. */
@Controller()
export class EnterpriseClientController {
  constructor(
    private readonly clients: EnterpriseClients,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(RegisterEnterpriseClient)
  async register(data: RegisterEnterpriseClient, sender: Sender) {
    await this.directory.catchUp();
    const unit = this.directory.unit(data.organizationId);
    return this.clients.handle(data.clientName, { type: 'RegisterEnterpriseClient', data, unit }, sender);
  }

  @OnCommand(RevokeEnterpriseClient)
  revoke(data: RevokeEnterpriseClient, sender: Sender) {
    return this.clients.handle(data.clientName, { type: 'RevokeEnterpriseClient', data }, sender);
  }
}
