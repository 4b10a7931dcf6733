export { type Bilingual, BilingualText, bilingualTextMaxLength } from './bilingual';
export {
  checkCreditCode,
  type CreditCode,
  creditCode,
  type CreditCodeCheck,
  creditCodeRefusals,
  isCreditCode,
  IsCreditCode,
} from './credit-code';
export {
  addCalendarMonths,
  addDays,
  compareDays,
  type Day,
  day,
  dayOfInstant,
  dayRefusals,
  daysBetween,
  endOfDay,
  isDay,
  IsDay,
  startOfDay,
  weekdayOf,
} from './day';
export { addFen, type Fen, fen, fenRefusals, formatYuan, IsFen } from './fen';
export { type HolidaySchedule, scheduleFrom, stateCouncilSchedule } from './holiday-schedule';
export { domainSchemaConverters } from './json-schema';
export {
  addMonths,
  firstDay,
  isMonth,
  IsMonth,
  lastDay,
  type Month,
  month,
  monthOf,
  monthRefusals,
  monthsBetween,
} from './month';
export {
  isPeriod,
  IsPeriod,
  monthsOf,
  type Period,
  period,
  type PeriodKind,
  periodKind,
  periodOf,
  periodRange,
  periodRefusals,
  previousPeriod,
} from './period';
export { Refusal, type RefusalDetail, type RefusalFigure, type RefuseOf, refuseWith } from './refusal';
export {
  birthDayOf,
  checkResidentId,
  IsResidentId,
  type ResidentId,
  residentId,
  type ResidentIdCheck,
  residentIdRefusals,
  type Sex,
  sexOf,
} from './resident-id';
export { sameContent } from './same-content';
export { isText, IsText } from './text';
export { type CountedDay, WorkingDays, workingDays, workingDaysRefusals } from './working-days';
