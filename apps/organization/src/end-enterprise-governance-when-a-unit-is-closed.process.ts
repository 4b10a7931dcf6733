import { EndEnterpriseGovernance, UnitClosed } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** When a unit is closed, what was told of its governance counts no longer: shares of enterprises are of open ones (provision HM-03c). */
@Injectable()
export class EndEnterpriseGovernanceWhenAUnitIsClosed implements ProcessManager<UnitClosed> {
  readonly name = 'end-enterprise-governance-when-a-unit-is-closed';
  readonly on = UnitClosed;

  async react({ data: { unitId, closedOn } }: RecordedEvent & { data: UnitClosed }, send: SendCommand): Promise<void> {
    await send('end', EndEnterpriseGovernance, { unitId, endedOn: closedOn });
  }
}
