import { isEnterpriseKind } from '@gongyou/contracts';
import { OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** Tells whether a unit is an enterprise that is open. */
@Injectable()
export class OpenEnterpriseLookup {
  constructor(private readonly directory: OrganizationDirectory) {}

  async isOpen(unitId: string): Promise<boolean> {
    await this.directory.catchUp();
    const unit = this.directory.unit(unitId);
    return unit !== undefined && !unit.closed && isEnterpriseKind(unit.kind);
  }
}
