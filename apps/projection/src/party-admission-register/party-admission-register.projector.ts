import { type PartyAdmissionEvent, partyAdmissionEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { foldRows } from '../database/fold-rows';
import type { Projector, Recorded } from '../intake/projector';
import { RegisteredPartyAdmission } from './party-admission.entity';
import { admissionAfter } from './registered-admission';

/** Keeps each admission to the Party as it stands. */
@Injectable()
export class PartyAdmissionRegisterProjector implements Projector<PartyAdmissionEvent> {
  readonly name = 'party-admission-register';
  readonly types = Object.keys(partyAdmissionEvents);

  project(events: readonly Recorded<PartyAdmissionEvent>[], tx: EntityManager): Promise<void> {
    const idOf = ({ data }: PartyAdmissionEvent) => data.admissionId;
    return foldRows(tx, RegisteredPartyAdmission, 'admissionId', events, idOf, admissionAfter);
  }
}
