import {
  type CorrectWorker,
  type IdentityDocumentType,
  RESIDENT_IDENTITY_CARD,
  type RegisterWorker,
  type WorkerEvent,
} from '@gongyou/contracts';
import { birthDayOf, type Day, residentId, type Sex, sexOf } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { handedOver, notInFuture, registered } from './registered-worker';
import { refuse } from './worker.refusals';
import type { Registered, WorkerState } from './worker.state';
import type { Identity, PlaceUnit, Profile, WorkerWish } from './worker.wish';

type Register = WorkerWish & { type: 'RegisterWorker' };
type Correct = WorkerWish & { type: 'CorrectWorker' };

/** Once per person: whoever holds the identity already is told, and nobody else is registered by it (CC-13c, RN-02). */
export function register(
  { data, identity, unit, current }: Register,
  state: WorkerState,
  moment: Moment,
): WorkerEvent[] {
  const { birthDay, sex } = saidByDocument(data, moment);
  if (state.stage !== 'notRegistered') {
    const known = registered(state);
    const same = sameRegistration(data, { birthDay, sex }, identity, known, handedOver(current));
    return same ? [] : refuse('organization.worker.alreadyRegistered');
  }
  notInFuture(data.registeredOn, moment);
  openUnit(data.organizationId, unit);
  freeFor(data.workerId, identity);
  const { workerId, organizationId, name, identityDocumentType, identityNumber, ethnicGroup, education } = data;
  const { phone, registeredAddress, presentAddress, registeredOn } = data;
  const { identityKey } = identity;
  return [
    {
      type: 'WorkerRegistered',
      data: {
        ...{ workerId, organizationId, name, identityDocumentType, identityNumber, identityKey, sex, birthDay },
        ...{ ethnicGroup, education, phone, registeredAddress, presentAddress, registeredOn },
      },
    },
  ];
}

/** Only what differs is recorded; a correction that changes nothing is none. */
export function correct({ data, identity, current }: Correct, state: Registered, moment: Moment): WorkerEvent[] {
  const { workerId, reason, approvedBy, correctedOn } = data;
  notInFuture(correctedOn, moment);
  const before = handedOver(current);
  const corrected = correctedFields(data, state, before, moment);
  const newKey = identity && identity.identityKey !== state.identityKey ? identity.identityKey : undefined;
  if (identity && newKey !== undefined) freeFor(workerId, identity);
  if (Object.keys(corrected).length === 0) return [];
  const keys = newKey === undefined ? {} : { identityKey: newKey, replacedIdentityKey: state.identityKey };
  return [{ type: 'WorkerCorrected', data: { workerId, ...corrected, ...keys, reason, approvedBy, correctedOn } }];
}

function correctedFields(data: CorrectWorker, state: Registered, current: Profile, moment: Moment) {
  const { identityDocumentType, identityNumber } = data;
  if ((identityDocumentType === undefined) !== (identityNumber === undefined))
    refuse('organization.worker.documentTypeAndNumberTogether');
  const document: Document = {
    identityDocumentType: identityDocumentType ?? state.identityDocumentType,
    identityNumber: identityNumber ?? current.identityNumber,
    // What a new document says of itself is not measured by what the wrong one said.
    birthDay: data.birthDay ?? (identityNumber === undefined ? current.birthDay : undefined),
    sex: data.sex ?? (identityNumber === undefined ? state.sex : undefined),
  };
  const { name, ethnicGroup, education, phone, registeredAddress, presentAddress } = data;
  const wanted = {
    ...{ name, identityDocumentType, identityNumber, ...saidByDocument(document, moment) },
    ...{ ethnicGroup, education, phone, registeredAddress, presentAddress },
  };
  const { identityDocumentType: type, sex, education: level } = state;
  const known: typeof wanted = { ...current, identityDocumentType: type, sex, education: level };
  const changed = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    (field) => wanted[field] !== undefined && wanted[field] !== known[field],
  );
  return Object.fromEntries(changed.map((field) => [field, wanted[field]])) as Partial<typeof wanted>;
}

interface Document {
  identityDocumentType: IdentityDocumentType;
  identityNumber: string;
  birthDay?: Day | undefined;
  sex?: Sex | undefined;
}

/** Birth day and sex: a resident identity number tells them, another document cannot (ID-02). */
function saidByDocument(document: Document, { today }: Moment): { birthDay: Day; sex: Sex } {
  const { birthDay, sex } = document;
  if (document.identityDocumentType === RESIDENT_IDENTITY_CARD) {
    const id = residentId(document.identityNumber, today);
    const said = { birthDay: birthDayOf(id), sex: sexOf(id) };
    if ((birthDay ?? said.birthDay) !== said.birthDay || (sex ?? said.sex) !== said.sex)
      refuse('organization.worker.documentSaysOtherwise');
    return said;
  }
  if (birthDay === undefined || sex === undefined) return refuse('organization.worker.birthDayAndSexNeeded');
  if (birthDay > today) refuse('organization.worker.bornInFuture');
  return { birthDay, sex };
}

function freeFor(workerId: string, { holder }: Identity): void {
  if (holder !== undefined && holder !== workerId) refuse('organization.worker.identityTaken', { workerId: holder });
}

export function openUnit(unitId: string, unit: PlaceUnit | undefined): PlaceUnit {
  if (!unit) return refuse('organization.worker.unitUnknown', { unitId });
  if (unit.closed) refuse('organization.worker.unitClosed', { unitId });
  return unit;
}

const sameRegistration = (
  data: RegisterWorker,
  { birthDay, sex }: { birthDay: Day; sex: Sex },
  { identityKey }: Identity,
  state: Registered,
  current: Profile,
): boolean =>
  identityKey === state.identityKey &&
  data.organizationId === state.organizationId &&
  data.registeredOn === state.registeredOn &&
  data.ethnicGroup === current.ethnicGroup &&
  data.education === state.education &&
  sex === state.sex &&
  birthDay === current.birthDay &&
  data.name === current.name &&
  data.phone === current.phone &&
  data.registeredAddress === current.registeredAddress &&
  data.presentAddress === current.presentAddress;
