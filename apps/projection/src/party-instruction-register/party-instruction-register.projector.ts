import type { PartyInstructionEvent } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { foldRows } from '../database/fold-rows';
import type { Projector, Recorded } from '../intake/projector';
import { PartyCoverPlan } from './party-cover-plan.entity';

type Planned = Extract<PartyInstructionEvent, { type: 'PartyCoverPlanned' }>;

/** Keeps what is planned for units that Party work does not reach. Who instructs them is counted by the indicator ledger. */
@Injectable()
export class PartyInstructionRegisterProjector implements Projector<Planned> {
  readonly name = 'party-instruction-register';
  readonly types = ['PartyCoverPlanned'];

  project(events: readonly Recorded<Planned>[], tx: EntityManager): Promise<void> {
    const planAfter = (_: PartyCoverPlan | undefined, { data }: Planned): PartyCoverPlan => {
      const { unitId, reason, coverPlannedOn } = data;
      return { unitId, reason, coverPlannedOn };
    };
    return foldRows(tx, PartyCoverPlan, 'unitId', events, ({ data }) => data.unitId, planAfter);
  }
}
