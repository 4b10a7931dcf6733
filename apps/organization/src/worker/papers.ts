import type { EndContract, RecordContract, RecordSafetyTraining, WorkerEvent } from '@gongyou/contracts';
import { addCalendarMonths, addDays, type Day, day } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { openUnit } from './real-name-registration';
import { notInFuture } from './registered-worker';
import { refuse } from './worker.refusals';
import type { Registered, WrittenContract } from './worker.state';
import type { PlaceUnit } from './worker.wish';

/**
 * From this day on a written employment agreement is enough where there is no labour relation (RN-03, RN-04): 建市〔2022〕59号 bears the date
 * of 2022-08-02 and is in force from its publication, and was sent out on the day after.
 */
export const agreementsEnoughFrom = day('2022-08-02');

/** From this day on an agency that dispatches workers owes each a contract of two years at least (劳务派遣暂行规定 Arts. 5 and 29; RN-12). */
export const dispatchTermsFrom = day('2014-03-01');
const LEAST_MONTHS_OF_DISPATCH = 24;

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
  if (isDispatchedTooShort(data))
    refuse('organization.worker.dispatchTermTooShort', { months: LEAST_MONTHS_OF_DISPATCH });
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

/** An open-ended contract binds the agency longer than the rule asks for. An over-age worker has an agreement, to which it does not apply. */
const isDispatchedTooShort = ({ kind, employmentForm, signedOn, startsOn, endsOn }: RecordContract): boolean =>
  employmentForm === 'dispatched' &&
  kind === 'labourContract' &&
  signedOn >= dispatchTermsFrom &&
  endsOn !== undefined &&
  addDays(endsOn, 1) < addCalendarMonths(startsOn, LEAST_MONTHS_OF_DISPATCH);

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
