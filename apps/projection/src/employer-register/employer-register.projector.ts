import { type EmployerEvent, employerEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows, upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { Headcount, OwnershipOfEnterprise, UnionContribution } from './employer.entity';

/** Keeps what employers tell of themselves. */
@Injectable()
export class EmployerRegisterProjector implements Projector<EmployerEvent> {
  readonly name = 'employer-register';
  readonly types = Object.keys(employerEvents);

  async project(events: readonly Recorded<EmployerEvent>[], tx: EntityManager): Promise<void> {
    const ownerships: OwnershipOfEnterprise[] = [];
    const headcounts: Headcount[] = [];
    const contributions = new Map<string, UnionContribution>();
    for (const { type, data, position: fromPosition } of events) {
      switch (type) {
        case 'EnterpriseOwnershipRecorded':
          ownerships.push({ ...data, fromPosition });
          break;
        case 'HeadcountReported':
          headcounts.push({ ...data, fromPosition });
          break;
        case 'UnionContributionPaid':
        case 'UnionContributionFellShort': {
          const { unitId, month, wagesFen, dueFen, paidFen, paidOn } = data;
          contributions.set(`${unitId}~${month}`, { unitId, month, wagesFen, dueFen, paidFen, paidOn });
        }
      }
    }
    await insertRows(tx, OwnershipOfEnterprise, ownerships);
    await insertRows(tx, Headcount, headcounts);
    await upsertRows(tx, UnionContribution, [...contributions.values()]);
  }
}
