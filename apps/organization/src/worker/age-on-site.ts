import type { AgeGroup, WorkRole, WorkType } from '@gongyou/contracts';
import { addCalendarMonths, birthday, type Day, day, retirementDay, retirementGroup, type Sex } from '@gongyou/domain';
import type { WorkRestriction } from '../work-restriction/work-restriction.decider';

/** Below it nobody may be employed (Labour Law Art. 15; RN-11). */
const MINIMUM_AGE = 16;
/** Below it a worker is a juvenile (Labour Law Art. 58). */
const ADULT_AGE = 18;
/** Flexible late retirement ends so many months after the legal age at the latest (NPC decision of 2024-09-13, Art. 3). */
const LONGEST_DELAY_MONTHS = 36;
/** From this day on those over the retirement age work by a written employment agreement (order 56 of 2026, Arts. 6 and 24; OA-04). */
export const overAgeRulesFrom = day('2026-07-01');

/** A person and a piece of work, as far as age rules look at them. */
export interface AgedWorker {
  birthDay: Day;
  sex: Sex;
  workRole: WorkRole;
  workType: WorkType;
  /** Until when flexible late retirement is agreed. */
  lateRetirementUntil?: Day | undefined;
}

/** The group somebody belongs to on a day: years of age are completed, and the retirement age reached, on the birthday itself. */
export function ageGroupOn(worker: AgedWorker, on: Day): AgeGroup | 'underMinimumAge' {
  if (on < birthday(worker.birthDay, MINIMUM_AGE)) return 'underMinimumAge';
  if (on < birthday(worker.birthDay, ADULT_AGE)) return 'juvenile';
  return on < endOfWorkingAge(worker) ? 'adult' : 'overAge';
}

/** The restriction that keeps somebody from the work on a day, if there is one. */
export function restrictionAgainst(
  worker: AgedWorker,
  on: Day,
  restrictions: readonly WorkRestriction[],
): WorkRestriction | undefined {
  const group = ageGroupOn(worker, on);
  return restrictions.find(
    (each) =>
      each.from <= on &&
      (each.liftedFrom === null || on < each.liftedFrom) &&
      (each.sex === undefined || each.sex === worker.sex) &&
      (each.workTypes.length === 0 || each.workTypes.includes(worker.workType)) &&
      (each.group === 'yearsCompleted' ? on >= birthday(worker.birthDay, each.years!) : each.group === group),
  );
}

/** In agreed late retirement a worker stays under labour-contract law (order 56 of 2026, Art. 23; OA-10). */
function endOfWorkingAge({ birthDay, sex, workRole, lateRetirementUntil }: AgedWorker): Day {
  const legal = retirementDay(birthDay, retirementGroup(sex, workRole === '10'));
  if (lateRetirementUntil === undefined || lateRetirementUntil <= legal) return legal;
  const latest = addCalendarMonths(legal, LONGEST_DELAY_MONTHS);
  return lateRetirementUntil < latest ? lateRetirementUntil : latest;
}
