import { type EquityRelationEvent, equityRelationEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { EquityHolding } from './equity.entity';

/** Keeps what contractors have, and had, in labour subcontractors. */
@Injectable()
export class EquityRegisterProjector implements Projector<EquityRelationEvent> {
  readonly name = 'equity-register';
  readonly types = Object.keys(equityRelationEvents);

  async project(events: readonly Recorded<EquityRelationEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.labourSubcontractorId));
    const known = await rowsWith(tx, EquityHolding, 'labourSubcontractorId', ids);
    const holdings = new Map(known.map((each) => [keyOf(each), each]));
    for (const { type, data } of events) {
      const lasting = [...holdings.values()].find(
        (each) =>
          each.labourSubcontractorId === data.labourSubcontractorId &&
          each.contractorId === data.contractorId &&
          each.untilDay === null,
      );
      if (type === 'EquityRelationEnded') {
        if (!lasting) throw new BeginningMissing('equity relation');
        holdings.set(keyOf(lasting), { ...lasting, untilDay: data.endedOn });
      } else {
        if (lasting) holdings.set(keyOf(lasting), { ...lasting, untilDay: data.fromDay });
        const { evidence: _evidence, ...holding } = data;
        holdings.set(keyOf(data), { ...holding, untilDay: null });
      }
    }
    await upsertRows(tx, EquityHolding, [...holdings.values()]);
  }
}

const keyOf = (each: Pick<EquityHolding, 'labourSubcontractorId' | 'contractorId' | 'fromDay'>): string =>
  `${each.labourSubcontractorId}~${each.contractorId}~${each.fromDay}`;
