import type { RaiseMatter } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import { OfficersOnDuty } from '../liaison-officer/officers-on-duty.lookup';
import { type Hearing, mattersOf } from './heard-requests';

/** Finds the matters to be raised of a record that holds requests, each with its owner. */
@Injectable()
export class HeardRequests {
  constructor(private readonly officers: OfficersOnDuty) {}

  /** @param after the position of the event that holds the record */
  async matters(hearing: Hearing, after: number): Promise<RaiseMatter[]> {
    const { unitId, requests, heardOn } = hearing;
    if (requests.every(({ ownerId }) => ownerId !== undefined)) return mattersOf(hearing, undefined);
    return mattersOf(hearing, await this.officers.first({ unitId, level: 'crew', onDutyOn: heardOn, after }));
  }
}
