import type { EndContract, RecordContract, RecordSafetyTraining, WorkerEvent } from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { openUnit } from './real-name-registration';
import { notInFuture } from './registered-worker';
import { refuse } from './worker.refusals';
import type { Registered, WrittenContract } from './worker.state';
import type { PlaceUnit } from './worker.wish';

/**
 * From this day on a written employment agreement is enough where there is no labour relation (建市〔2022〕59号; RN-03, RN-04). The rule was
 * read in excerpts; the day on which it came into force was not, and is a parameter of the platform until somebody has read it. It
 * decides nothing but entries that are told of days before it, and is shown to nobody as law.
 */
export const agreementsEnoughFrom = day('2022-08-02');

export function recordContract(
  data: RecordContract,
  employer: PlaceUnit | undefined,
  { contracts }: Registered,
  moment: Moment,
): WorkerEvent[] {
  const known = contracts.find(({ contractId }) => contractId === data.contractId);
  if (known) return sameContract(data, known) ? [] : refuse('organization.worker.contractDiffers');
  notInFuture(data.signedOn, moment);
  const { workerId, contractId, kind, employerUnitId, signedOn, startsOn, endsOn } = data;
  const { lateRetirementUntil, employmentForm } = data;
  if (endsOn !== undefined && endsOn < startsOn) refuse('organization.worker.contractEndsBeforeItStarts', { startsOn });
  openUnit(employerUnitId, employer);
  return [
    {
      type: 'ContractRecorded',
      data: {
        ...{ workerId, contractId, kind, employerUnitId, signedOn, startsOn, endsOn },
        ...{ lateRetirementUntil, employmentForm },
      },
    },
  ];
}

export function endContract(
  { workerId, contractId, endedOn }: EndContract,
  { contracts }: Registered,
  moment: Moment,
): WorkerEvent[] {
  const contract = contracts.find((each) => each.contractId === contractId);
  if (!contract) return refuse('organization.worker.contractUnknown');
  const { startsOn, endsOn, ended } = contract;
  if (ended && endsOn === endedOn) return [];
  notInFuture(endedOn, moment);
  if (endedOn < startsOn) refuse('organization.worker.contractEndsBeforeItStarts', { startsOn });
  if (endsOn !== undefined && (ended || endedOn > endsOn))
    refuse('organization.worker.contractEndedBefore', { endsOn });
  return [{ type: 'ContractEnded', data: { workerId, contractId, endedOn } }];
}

export function recordTraining(
  { workerId, trainingId, organizationId, hours, trainedOn }: RecordSafetyTraining,
  { trainings }: Registered,
  moment: Moment,
): WorkerEvent[] {
  const known = trainings.find((each) => each.trainingId === trainingId);
  if (known) {
    const same = known.organizationId === organizationId && known.hours === hours && known.trainedOn === trainedOn;
    return same ? [] : refuse('organization.worker.trainingDiffers');
  }
  notInFuture(trainedOn, moment);
  return [{ type: 'SafetyTrainingRecorded', data: { workerId, trainingId, organizationId, hours, trainedOn } }];
}

/** The contract by which somebody may work on a day: signed, begun and not ended, and of a kind that was enough on that day. */
export function contractOn(on: Day, { contracts }: Registered): WrittenContract | undefined {
  return contracts.find(
    ({ kind, signedOn, startsOn, endsOn }) =>
      signedOn <= on &&
      startsOn <= on &&
      (endsOn === undefined || on <= endsOn) &&
      (kind === 'labourContract' || on >= agreementsEnoughFrom),
  );
}

const sameContract = (a: RecordContract, b: WrittenContract): boolean =>
  a.kind === b.kind &&
  a.employerUnitId === b.employerUnitId &&
  a.signedOn === b.signedOn &&
  a.startsOn === b.startsOn &&
  (b.ended || a.endsOn === b.endsOn) &&
  a.lateRetirementUntil === b.lateRetirementUntil &&
  a.employmentForm === b.employmentForm;
