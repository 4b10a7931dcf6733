import { day } from '@gongyou/domain';
import {
  congressSessionAlerts,
  contributionAlerts,
  type EmployerFacts,
  jointConferenceAlerts,
  monthlyHonourMissed,
  ownCommitteeDue,
  termAlerts,
  unionOutlivesItsUnits,
} from './alerts';

const kinds = (alerts: { kind: string }[]) => alerts.map(({ kind }) => kind);

describe('The duty to found a union', () => {
  const employer = (of: Partial<EmployerFacts>): EmployerFacts => ({
    unitId: 'hongda',
    kind: 'company',
    memberCount: 25,
    countedOn: '2026-03-31',
    hasOwnUnion: false,
    ...of,
  });
  const due = (facts: EmployerFacts) => ownCommitteeDue(facts, day('2026-11-20'));
  it('UN-01, T23: is unmet with 25 members and no union of its own, not with 24', () => {
    expect(due(employer({ memberCount: 24 }))).toEqual([]);
    expect(due(employer({ memberCount: 25 }))).toEqual([
      { kind: 'ownCommitteeDue', subjectId: 'hongda', unitId: 'hongda', dueOn: '2026-03-31', rule: 'UN-01' },
    ]);
  });
  it('UN-01: is met by a union of its own, and is not that of a project', () => {
    expect(due(employer({ hasOwnUnion: true }))).toEqual([]);
    expect(due(employer({ kind: 'project' }))).toEqual([]);
  });
});

describe('A joint conference', () => {
  const conference = (...heldOn: string[]) => ({
    subjectId: 'haimen',
    unitId: 'government',
    since: '2025-01-01',
    heldOn,
  });
  const on = (asOf: string, ...heldOn: string[]) => kinds(jointConferenceAlerts(conference(...heldOn), day(asOf)));
  it('HM-04d: that has not met this year is pointed out before the year ends, from 1 October on', () => {
    expect(on('2026-09-30', '2025-05-19')).toEqual([]);
    expect(on('2026-10-01', '2025-05-19')).toEqual(['jointConferenceDue']);
    expect(on('2026-12-31', '2025-05-19')).toEqual(['jointConferenceDue']);
  });
  it('HM-04d: that did not meet in a year is unmet from the next day on', () => {
    expect(on('2027-01-01', '2025-05-19')).toEqual(['jointConferenceMissed']);
    expect(jointConferenceAlerts(conference('2025-05-19'), day('2027-01-01'))[0]!.dueOn).toBe('2026-12-31');
  });
  it('HM-04d: that met once in the year has done its duty, on its first or its last day', () => {
    expect(on('2026-12-31', '2025-05-19', '2026-01-01')).toEqual([]);
    expect(on('2027-01-01', '2026-12-31')).toEqual([]);
  });
  it('HM-04d: is not excused by a meeting that comes only after the day asked for', () =>
    expect(on('2026-11-01', '2025-05-19', '2026-11-02')).toEqual(['jointConferenceDue']));
  it('owes its first meeting in the first full year', () => {
    const young = { ...conference(), since: '2026-01-02' };
    expect(jointConferenceAlerts(young, day('2026-12-31'))).toEqual([]);
    expect(kinds(jointConferenceAlerts({ ...young, since: '2026-01-01' }, day('2026-12-31')))).toEqual([
      'jointConferenceDue',
    ]);
  });
});

describe('A workers’ congress', () => {
  it('HM-04f: is listed without a session in the year', () => {
    const congress = { subjectId: 'c-6', unitId: 'first-highway', since: '2025-01-01', heldOn: ['2025-03-01'] };
    expect(kinds(congressSessionAlerts(congress, day('2026-10-01')))).toEqual(['congressSessionDue']);
    expect(kinds(congressSessionAlerts(congress, day('2027-01-01')))).toEqual(['congressSessionMissed']);
  });
});

describe('A project union', () => {
  const union = (...closedOn: (string | null)[]) => ({ massOrganizationId: 'u-1', hostUnitId: 'lot-3', closedOn });
  it('UN-07: is to be closed from the day on which the last of its units ended', () => {
    expect(unionOutlivesItsUnits(union('2026-06-30', '2026-10-31'), day('2026-10-30'))).toEqual([]);
    expect(unionOutlivesItsUnits(union('2026-06-30', '2026-10-31'), day('2026-10-31'))).toEqual([
      { kind: 'unionOutlivesItsUnits', subjectId: 'u-1', unitId: 'lot-3', dueOn: '2026-10-31', rule: 'UN-07' },
    ]);
  });
  it('UN-07: lives on while one of its units is open', () =>
    expect(unionOutlivesItsUnits(union('2026-06-30', null), day('2026-11-20'))).toEqual([]));
});

describe('The term of a union', () => {
  const on = (asOf: string) =>
    kinds(termAlerts({ massOrganizationId: 'u-1', hostUnitId: 'lot-3', endsOn: '2029-03-19' }, day(asOf)));
  it('UN-02: is pointed out 90 days before its end, and expired on the day after it', () => {
    expect(on('2028-12-18')).toEqual([]);
    expect(on('2028-12-19')).toEqual(['termEnding']);
    expect(on('2029-03-19')).toEqual(['termEnding']);
    expect(on('2029-03-20')).toEqual(['termExpired']);
  });
});

describe('A union contribution that fell short', () => {
  it('UN-03: is pointed out when its month is over', () => {
    const short = { unitId: 'hongda', month: '2026-04' };
    expect(contributionAlerts(short, day('2026-04-30'))).toEqual([]);
    expect(contributionAlerts(short, day('2026-05-01'))).toEqual([
      {
        kind: 'unionContributionShort',
        subjectId: 'hongda~2026-04',
        unitId: 'hongda',
        dueOn: '2026-04-30',
        rule: 'UN-03',
      },
    ]);
  });
});

describe('The advanced of a month', () => {
  const project = (...decidedMonths: string[]) => ({ unitId: 'lot-3', firstMonth: '2026-02', decidedMonths });
  it('JX-51a: are unmet from the first day of the next month on', () => {
    expect(monthlyHonourMissed(project('2026-02'), day('2026-03-31'))).toEqual([]);
    expect(monthlyHonourMissed(project('2026-02'), day('2026-04-01'))).toEqual([
      { kind: 'monthlyHonourMissed', subjectId: 'lot-3~2026-03', unitId: 'lot-3', dueOn: '2026-03-31', rule: 'JX-51a' },
    ]);
    expect(monthlyHonourMissed(project('2026-02', '2026-03'), day('2026-04-01'))).toEqual([]);
  });
  it('JX-51a: are owed from the first month that the project selected for', () => {
    expect(monthlyHonourMissed(project(), day('2026-02-28'))).toEqual([]);
    expect(kinds(monthlyHonourMissed(project(), day('2026-03-01')))).toEqual(['monthlyHonourMissed']);
  });
});
