import { type PartyDuesEvent, partyDuesEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredPartyDues } from './party-dues.entity';

/** Keeps which months of dues are settled. */
@Injectable()
export class PartyDuesRegisterProjector implements Projector<PartyDuesEvent> {
  readonly name = 'party-dues-register';
  readonly types = Object.keys(partyDuesEvents);

  project(events: readonly Recorded<PartyDuesEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, RegisteredPartyDues, 'memberId', events, ({ data }) => data.memberId, duesAfter);
  }
}

function duesAfter(known: RegisteredPartyDues | undefined, { type, data }: PartyDuesEvent): RegisteredPartyDues {
  if (type === 'PartyDuesAssessed') {
    const { memberId, partyOrganizationId, unitId, from } = data;
    const { duesFrom = from, settledMonths = [] } = known ?? {};
    return { memberId, partyOrganizationId, unitId, duesFrom, settledMonths };
  }
  const dues = begun(known, () => new BeginningMissing('member’s dues'));
  return { ...dues, settledMonths: [...new Set([...dues.settledMonths, ...data.months])].sort() };
}
