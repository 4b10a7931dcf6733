import {
  type LearningPlaceEvent,
  learningPlaceEvents,
  type PartyPairingEvent,
  partyPairingEvents,
  type VanguardEvent,
  vanguardEvents,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { BeginningMissing, laterDay, type Projector, type Recorded } from '../intake/projector';
import { RegisteredLearningPlace, RegisteredPairing, RegisteredVanguard } from './party-work.entity';

/** Keeps model posts, task forces and responsibility areas as they stand. */
@Injectable()
export class VanguardRegisterProjector implements Projector<VanguardEvent> {
  readonly name = 'vanguard-register';
  readonly types = Object.keys(vanguardEvents);

  project(events: readonly Recorded<VanguardEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, RegisteredVanguard, 'vanguardId', events, ({ data }) => data.vanguardId, vanguardAfter);
  }
}

/** Keeps pairings as they stand. */
@Injectable()
export class PairingRegisterProjector implements Projector<PartyPairingEvent> {
  readonly name = 'pairing-register';
  readonly types = Object.keys(partyPairingEvents);

  project(events: readonly Recorded<PartyPairingEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, RegisteredPairing, 'pairingId', events, ({ data }) => data.pairingId, pairingAfter);
  }
}

/** Keeps learning places as they stand. */
@Injectable()
export class LearningPlaceRegisterProjector implements Projector<LearningPlaceEvent> {
  readonly name = 'learning-place-register';
  readonly types = Object.keys(learningPlaceEvents);

  project(events: readonly Recorded<LearningPlaceEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(
      tx,
      RegisteredLearningPlace,
      'learningPlaceId',
      events,
      ({ data }) => data.learningPlaceId,
      placeAfter,
    );
  }
}

function vanguardAfter(known: RegisteredVanguard | undefined, { type, data }: VanguardEvent): RegisteredVanguard {
  if (type === 'VanguardSetUp') {
    const { memberIds, plannedUntil = null, ...setUp } = data;
    const members = new Set(memberIds).size;
    return { ...setUp, plannedUntil, members, tasksCompleted: 0, accidents: null, closedOn: null };
  }
  const vanguard = begun(known, () => new BeginningMissing('vanguard'));
  if (type === 'VanguardClosed') return { ...vanguard, closedOn: data.closedOn };
  return { ...vanguard, tasksCompleted: data.tasksCompleted, accidents: data.accidents };
}

function pairingAfter(known: RegisteredPairing | undefined, { type, data }: PartyPairingEvent): RegisteredPairing {
  if (type === 'PairingAgreed') {
    const { from: agreedFrom, until: agreedUntil, ...agreed } = data;
    return { ...agreed, agreedFrom, agreedUntil, activities: 0, lastActivityOn: null, endedOn: null };
  }
  const pairing = begun(known, () => new BeginningMissing('pairing'));
  if (type === 'PairingEnded') return { ...pairing, endedOn: data.endedOn };
  const lastActivityOn = laterDay<string>(data.heldOn, pairing.lastActivityOn ?? '');
  return { ...pairing, activities: pairing.activities + 1, lastActivityOn };
}

function placeAfter(
  known: RegisteredLearningPlace | undefined,
  { type, data }: LearningPlaceEvent,
): RegisteredLearningPlace {
  if (type === 'LearningPlaceOpened') {
    return { ...data, standard: null, standardMet: null, checkedOn: null, closedOn: null };
  }
  const place = begun(known, () => new BeginningMissing('learning place'));
  if (type === 'LearningPlaceClosed') return { ...place, closedOn: data.closedOn };
  return { ...place, standard: data.standard, standardMet: data.met, checkedOn: data.checkedOn };
}
