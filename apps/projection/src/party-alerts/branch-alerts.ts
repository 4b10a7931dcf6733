import { type BranchLifeKind, branchLifeKinds, type PartyAlertRow, type PartyParameters } from '@gongyou/contracts';
import {
  addDays,
  type Day,
  type Month,
  type PeriodKind,
  monthsOf,
  periodOf,
  periodRange,
  previousPeriod,
} from '@gongyou/domain';
import type { RegisteredPartyOrganization } from '../party-organization-register/party-organization.entity';
import { STUDY_PERIOD } from '../party-organization-register/party-parameters';

/** What a branch held, told by months: all that the rhythms ask for, whose shortest period is a month. */
export interface HeldMonths {
  /** The months in which something of a kind was held. */
  of(kind: BranchLifeKind): ReadonlySet<Month>;
  /** The months in which the secretary himself gave a lecture. */
  secretaryLectures: ReadonlySet<Month>;
  /** Class hours of training held in each year. */
  trainingHours: ReadonlyMap<string, number>;
}

/** What members study in: any of them keeps a branch from being without a session (HM-02f). */
const studyKinds: readonly BranchLifeKind[] = ['studySession', 'training', 'partyLecture'];

/** How often something is held, and the rule that says so. */
interface Rhythm {
  kind: BranchLifeKind;
  every: PeriodKind;
  rule: string;
}

const BRANCH_MEMBERS = { fewest: 3, most: 50 }; // PO-01
const MOST_UNITS_OF_A_JOINT_BRANCH = 5; // PO-01, generally
const FULL_MEMBERS_FOR_A_COMMITTEE = 7; // PO-02
const TRAINING_HOURS_A_YEAR = 32; // PO-07

/** What needs attention in a Party organization on a day (PO-01, PO-02, PO-04 to PO-07, PD-05; WZ-14c, WZ-15d, WZ-19b, HM-02f, HM-02g). */
export function branchAlerts(
  organization: RegisteredPartyOrganization,
  held: HeldMonths,
  parameters: PartyParameters,
  asOfDay: Day,
): PartyAlertRow[] {
  if (organization.foundedOn > asOfDay) return [];
  if (organization.dissolvedOn !== null && organization.dissolvedOn <= asOfDay) return [];
  return [
    ...leadershipAlerts(organization, parameters, asOfDay),
    ...sizeAlerts(organization),
    ...rhythmAlerts(organization, held, parameters, asOfDay),
  ];
}

function leadershipAlerts(
  organization: RegisteredPartyOrganization,
  { warnDays }: PartyParameters,
  asOfDay: Day,
): PartyAlertRow[] {
  const { kind, secretaryMode, committee, fullMembers, termEndsOn } = organization;
  const alerts: PartyAlertRow[] = [];
  if (secretaryMode === null) alerts.push(alert(organization, 'secretaryMissing', 'WZ-14c'));
  if (secretaryMode === 'neither') alerts.push(warning(organization, 'secretaryInNeitherMode', 'WZ-14c'));
  if (kind === 'branch' && fullMembers >= FULL_MEMBERS_FOR_A_COMMITTEE && !committee) {
    alerts.push(alert(organization, 'committeeDue', 'PO-02'));
  }
  if (termEndsOn !== null && termEndsOn <= addDays(asOfDay, warnDays)) {
    const level = termEndsOn < asOfDay ? 'overdue' : 'warning';
    alerts.push({ ...alert(organization, 'termEnding', 'PO-02'), level, dueOn: termEndsOn });
  }
  return alerts;
}

function sizeAlerts(organization: RegisteredPartyOrganization): PartyAlertRow[] {
  const { kind, founding, fullMembers, probationaryMembers, coveredUnitIds } = organization;
  if (kind !== 'branch') return [];
  const alerts: PartyAlertRow[] = [];
  if (fullMembers < BRANCH_MEMBERS.fewest) alerts.push(alert(organization, 'tooFewFullMembers', 'PO-01'));
  if (fullMembers + probationaryMembers > BRANCH_MEMBERS.most) {
    alerts.push(warning(organization, 'tooManyMembers', 'PO-01'));
  }
  const joint = founding === 'areaJoint' || founding === 'multiPartyJoint';
  if (joint && coveredUnitIds.length > MOST_UNITS_OF_A_JOINT_BRANCH) {
    alerts.push(warning(organization, 'tooManyUnits', 'PO-01'));
  }
  return alerts;
}

function rhythmAlerts(
  organization: RegisteredPartyOrganization,
  held: HeldMonths,
  { lecturePeriod, studyPeriod = STUDY_PERIOD }: PartyParameters,
  asOfDay: Day,
): PartyAlertRow[] {
  const alerts: PartyAlertRow[] = [];
  for (const { kind, every, rule } of rhythmsOf(organization, lecturePeriod)) {
    const since = kind === 'committeeMeeting' ? organization.officersSince! : organization.foundedOn;
    const missed = missedPeriod(held.of(kind), every, since, asOfDay);
    if (missed !== undefined) {
      alerts.push({
        ...alert(organization, 'rhythmMissed', rule),
        what: kind,
        period: missed.period,
        dueOn: missed.dueOn,
      });
    }
  }
  if (organization.kind !== 'branch') return alerts;
  const { secretarySince } = organization;
  if (secretarySince !== null) {
    const missed = missedPeriod(held.secretaryLectures, lecturePeriod, secretarySince, asOfDay);
    if (missed !== undefined) alerts.push({ ...warning(organization, 'secretaryLectureMissed', 'WZ-15d'), ...missed });
  }
  const study = new Set(studyKinds.flatMap((kind) => [...held.of(kind)]));
  const missedStudy = missedPeriod(study, studyPeriod, organization.foundedOn, asOfDay);
  if (missedStudy !== undefined) {
    alerts.push({ ...warning(organization, 'studySessionMissed', 'HM-02f'), ...missedStudy });
  }
  const anything = new Set(branchLifeKinds.flatMap((kind) => [...held.of(kind)]));
  const missed = missedPeriod(anything, 'month', organization.foundedOn, asOfDay);
  if (missed !== undefined) alerts.push({ ...alert(organization, 'nothingRecorded', 'WZ-19b'), ...missed });
  const year = previousPeriod(periodOf(asOfDay, 'year'));
  const { from, to } = periodRange(year);
  if (organization.foundedOn <= from && (held.trainingHours.get(year) ?? 0) < TRAINING_HOURS_A_YEAR) {
    alerts.push({ ...alert(organization, 'trainingHoursShort', 'PO-07'), period: year, dueOn: to });
  }
  return alerts;
}

/** 三会一课 and what comes beside it; a basic committee analyses its designated applicants once a year. */
function rhythmsOf(
  { kind, committee, partyGroups }: RegisteredPartyOrganization,
  lecturePeriod: PartyParameters['lecturePeriod'],
): Rhythm[] {
  if (kind === 'committee') return [{ kind: 'applicantAnalysis', every: 'year', rule: 'PD-05' }];
  if (kind !== 'branch') return [];
  return [
    { kind: 'membersMeeting', every: 'quarter', rule: 'PO-04' },
    ...(committee ? [{ kind: 'committeeMeeting', every: 'month', rule: 'PO-04' } as const] : []),
    ...(partyGroups > 0 ? [{ kind: 'partyGroupMeeting', every: 'month', rule: 'PO-04' } as const] : []),
    { kind: 'partyLecture', every: lecturePeriod, rule: 'PO-04' },
    { kind: 'themeDay', every: 'month', rule: 'PO-05' },
    { kind: 'organizationLifeMeeting', every: 'year', rule: 'PO-06' },
    { kind: 'democraticAppraisal', every: 'year', rule: 'PO-06' },
    { kind: 'memberTalks', every: 'year', rule: 'PO-06' },
  ];
}

/**
 * The last whole period before the day, when nothing was held in it. One that had begun before there was a duty is let be, and so
 * is the one that still runs.
 */
function missedPeriod(
  months: ReadonlySet<Month>,
  every: PeriodKind,
  since: string,
  asOfDay: Day,
): { period: string; dueOn: string } | undefined {
  const period = previousPeriod(periodOf(asOfDay, every));
  const { from, to } = periodRange(period);
  if (from < since || monthsOf(period).some((month) => months.has(month))) return undefined;
  return { period, dueOn: to };
}

const alert = (
  { partyOrganizationId, unitId }: RegisteredPartyOrganization,
  kind: PartyAlertRow['kind'],
  rule: string,
): PartyAlertRow => ({
  kind,
  level: 'overdue',
  subjectId: partyOrganizationId,
  unitId,
  rule,
  what: null,
  period: null,
  dueOn: null,
});

const warning = (...told: Parameters<typeof alert>): PartyAlertRow => ({ ...alert(...told), level: 'warning' });
