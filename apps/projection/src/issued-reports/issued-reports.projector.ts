import type { AdoptionEvent } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { IssuedReport } from './issued-report.entity';

type LeadingGroupReportIssued = AdoptionEvent & { type: 'LeadingGroupReportIssued' };

/** Keeps which reports were put on record. */
@Injectable()
export class IssuedReportsProjector implements Projector<LeadingGroupReportIssued> {
  readonly name = 'issued-reports';
  readonly types = ['LeadingGroupReportIssued'];

  async project(events: readonly Recorded<LeadingGroupReportIssued>[], tx: EntityManager): Promise<void> {
    await insertRows(
      tx,
      IssuedReport,
      events.map(({ data, position }) => ({ ...data, position })),
    );
  }
}
