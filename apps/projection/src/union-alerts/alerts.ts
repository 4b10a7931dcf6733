import { owesOwnCommittee, type UnionAlert, type UnitKind } from '@gongyou/contracts';
import { addDays, addMonths, type Day, lastDay, type Month, monthOf } from '@gongyou/domain';

/** From here on a year that is still without its meeting is pointed out. A service of the platform, not a rule. */
const REMINDED_FROM = '-10-01';

/** So many days before its end a term is pointed out. A service of the platform, not a rule. */
export const TERM_REMINDER_DAYS = 90;

/** An employer with its members when they were last counted by the day. */
export interface EmployerFacts {
  unitId: string;
  kind: UnitKind;
  memberCount: number;
  countedOn: string;
  hasOwnUnion: boolean;
}

/** A duty to found that is not met: enough members, and no union of its own (UN-01). */
export function ownCommitteeDue(employer: EmployerFacts, asOfDay: Day): UnionAlert[] {
  const { unitId, kind, memberCount, countedOn: dueOn, hasOwnUnion } = employer;
  if (hasOwnUnion || !owesOwnCommittee(kind, memberCount, asOfDay)) return [];
  return [{ kind: 'ownCommitteeDue', subjectId: unitId, unitId, dueOn, rule: 'UN-01' }];
}

/** Something that is owed once in each calendar year from the first full one on. */
export interface YearlyFacts {
  subjectId: string;
  unitId: string;
  since: string;
  /** The days on which it was done. */
  heldOn: readonly string[];
}

/** A joint conference that has not met in its year: pointed out before the year ends, unmet after (HM-04d). */
export const jointConferenceAlerts = (conference: YearlyFacts, asOfDay: Day): UnionAlert[] =>
  yearly(conference, asOfDay, { due: 'jointConferenceDue', missed: 'jointConferenceMissed', rule: 'HM-04d' });

/** A workers' congress without a session in its year (HM-04f). */
export const congressSessionAlerts = (congress: YearlyFacts, asOfDay: Day): UnionAlert[] =>
  yearly(congress, asOfDay, { due: 'congressSessionDue', missed: 'congressSessionMissed', rule: 'HM-04f' });

/** A union that works, and the units that it is there for. */
export interface UnionFacts {
  massOrganizationId: string;
  hostUnitId: string;
  /** When each covered unit was closed; null while it is open. */
  closedOn: readonly (string | null)[];
}

/** A union whose units have all ended is to be closed with them (同建同撤, UN-07). */
export function unionOutlivesItsUnits(union: UnionFacts, asOfDay: Day): UnionAlert[] {
  const { massOrganizationId: subjectId, hostUnitId: unitId, closedOn } = union;
  const closed = closedOn.filter((day): day is string => day !== null && day <= asOfDay).sort();
  const dueOn = closed.at(-1);
  if (dueOn === undefined || closed.length < closedOn.length) return [];
  return [{ kind: 'unionOutlivesItsUnits', subjectId, unitId, dueOn, rule: 'UN-07' }];
}

export interface TermFacts {
  massOrganizationId: string;
  hostUnitId: string;
  /** The last day of the term that ran last by the day. */
  endsOn: string;
}

/** A term that ends soon, or has ended without the next one (UN-02). */
export function termAlerts(term: TermFacts, asOfDay: Day): UnionAlert[] {
  const { massOrganizationId: subjectId, hostUnitId: unitId, endsOn: dueOn } = term;
  if (dueOn > addDays(asOfDay, TERM_REMINDER_DAYS)) return [];
  return [{ kind: dueOn < asOfDay ? 'termExpired' : 'termEnding', subjectId, unitId, dueOn, rule: 'UN-02' }];
}

export interface ContributionFacts {
  unitId: string;
  month: string;
}

/** A month whose contribution to the union is over and fell short (UN-03). */
export function contributionAlerts({ unitId, month }: ContributionFacts, asOfDay: Day): UnionAlert[] {
  if (month >= monthOf(asOfDay)) return [];
  const dueOn = lastDay(month as Month);
  return [{ kind: 'unionContributionShort', subjectId: `${unitId}~${month}`, unitId, dueOn, rule: 'UN-03' }];
}

/** A project that names the advanced of each month, with the months it has decided for by the day. */
export interface MonthlyHonourFacts {
  unitId: string;
  firstMonth: string;
  decidedMonths: readonly string[];
}

/** The month before, left without a decision by a project that has taken up the monthly selection (JX-51a). */
export function monthlyHonourMissed(project: MonthlyHonourFacts, asOfDay: Day): UnionAlert[] {
  const { unitId, firstMonth, decidedMonths } = project;
  const month = addMonths(monthOf(asOfDay), -1);
  if (month < firstMonth || decidedMonths.includes(month)) return [];
  const subjectId = `${unitId}~${month}`;
  return [{ kind: 'monthlyHonourMissed', subjectId, unitId, dueOn: lastDay(month), rule: 'JX-51a' }];
}

function yearly(
  { subjectId, unitId, since, heldOn }: YearlyFacts,
  asOfDay: Day,
  { due, missed, rule }: { due: UnionAlert['kind']; missed: UnionAlert['kind']; rule: string },
): UnionAlert[] {
  const year = Number(asOfDay.slice(0, 4));
  const owed = (of: number): boolean =>
    since <= `${of}-01-01` && !heldOn.some((day) => day <= asOfDay && day.startsWith(`${of}-`));
  const alerts: UnionAlert[] = [];
  if (owed(year) && asOfDay >= `${year}${REMINDED_FROM}`) {
    alerts.push({ kind: due, subjectId, unitId, dueOn: `${year}-12-31`, rule });
  }
  if (owed(year - 1)) alerts.push({ kind: missed, subjectId, unitId, dueOn: `${year - 1}-12-31`, rule });
  return alerts;
}
