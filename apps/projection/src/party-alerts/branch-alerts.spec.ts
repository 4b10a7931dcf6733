import type { BranchLifeKind, PartyAlertRow } from '@gongyou/contracts';
import type { Day, Month } from '@gongyou/domain';
import type { RegisteredPartyOrganization } from '../party-organization-register/party-organization.entity';
import { nationalParameters } from '../party-organization-register/party-parameters';
import { branchAlerts, type HeldMonths } from './branch-alerts';

const { parameters } = nationalParameters;
const ASKED = '2026-11-20' as Day;

/** A branch of which nothing needs attention by itself. */
const branch: RegisteredPartyOrganization = {
  partyOrganizationId: 'bay-branch',
  name: '大桥项目党支部',
  kind: 'branch',
  founding: 'areaJoint',
  setting: 'workUnit',
  unitId: 'bay-bridge',
  coveredUnitIds: ['u1', 'u2', 'u3', 'u4', 'u5'],
  superiorId: null,
  fullMembers: 9,
  probationaryMembers: 1,
  workerMembers: 4,
  partyGroups: 1,
  committee: true,
  secretaryMode: 'concurrentPost',
  secretarySince: '2024-01-01',
  officersSince: '2024-01-01',
  termEndsOn: '2027-01-01',
  foundedOn: '2024-01-01',
  dissolvedOn: null,
};

/** All that was due before the day, held in the last month of its period. */
const inTime: Partial<Record<BranchLifeKind, string[]>> = {
  membersMeeting: ['2026-09'],
  committeeMeeting: ['2026-10'],
  partyGroupMeeting: ['2026-10'],
  partyLecture: ['2026-07'],
  themeDay: ['2026-10'],
  organizationLifeMeeting: ['2025-01'],
  democraticAppraisal: ['2025-12'],
  memberTalks: ['2025-06'],
  studySession: ['2026-08'],
};
const held = (
  changed: Partial<Record<BranchLifeKind, string[]>> = {},
  hours = 32,
  bySecretary = ['2026-09'],
): HeldMonths => ({
  of: (kind) => new Set(({ ...inTime, ...changed }[kind] ?? []) as Month[]),
  secretaryLectures: new Set(bySecretary as Month[]),
  trainingHours: new Map([['2025', hours]]),
});

const alerts = (changed: Partial<RegisteredPartyOrganization> = {}, what = held(), day = ASKED) =>
  branchAlerts({ ...branch, ...changed }, what, parameters, day);
const kinds = (...told: Parameters<typeof alerts>) => alerts(...told).map(({ kind }) => kind);

describe('A branch that keeps its rhythm', () => {
  it('needs no attention', () => expect(alerts()).toEqual([]));
  it('is not looked at before it was founded, nor from the day it was dissolved on', () => {
    expect(alerts({ foundedOn: '2026-11-21' }, held({}, 0))).toEqual([]);
    expect(alerts({ dissolvedOn: '2026-11-20', secretaryMode: null })).toEqual([]);
    expect(kinds({ dissolvedOn: '2026-11-21', secretaryMode: null })).toEqual(['secretaryMissing']);
  });
});

describe('The rhythm of a branch', () => {
  it.each<[BranchLifeKind, string, string[], string, string]>([
    ['membersMeeting', 'PO-04', ['2026-06', '2026-10'], '2026-Q3', '2026-09-30'],
    ['committeeMeeting', 'PO-04', ['2026-09', '2026-11'], '2026-10', '2026-10-31'],
    ['partyGroupMeeting', 'PO-04', ['2026-09', '2026-11'], '2026-10', '2026-10-31'],
    ['partyLecture', 'PO-04', ['2026-06', '2026-10'], '2026-Q3', '2026-09-30'],
    ['themeDay', 'PO-05', ['2026-09', '2026-11'], '2026-10', '2026-10-31'],
    ['organizationLifeMeeting', 'PO-06', ['2024-12', '2026-01'], '2025', '2025-12-31'],
    ['democraticAppraisal', 'PO-06', ['2024-12', '2026-01'], '2025', '2025-12-31'],
    ['memberTalks', 'PO-06', ['2024-12', '2026-01'], '2025', '2025-12-31'],
  ])('misses a %s in its last whole period (%s, HM-02g)', (kind, rule, months, period, dueOn) =>
    expect(alerts({}, held({ [kind]: months }))).toEqual([
      expect.objectContaining<Partial<PartyAlertRow>>({
        kind: 'rhythmMissed',
        level: 'overdue',
        subjectId: 'bay-branch',
        rule,
        what: kind,
        period,
        dueOn,
      }),
    ]),
  );
  it('is asked about a quarter from the day after it ends (PO-04, HM-02g)', () => {
    const none = held({ membersMeeting: ['2026-06'] });
    const missed = (day: string) => alerts({}, none, day as Day).filter(({ what }) => what === 'membersMeeting');
    expect(missed('2026-09-30')).toEqual([]);
    expect(missed('2026-10-01')).toMatchObject([{ period: '2026-Q3' }]);
  });
  it('is not asked about a period that had begun before the branch was founded (PO-04)', () => {
    const nothing = held(Object.fromEntries(Object.keys(inTime).map((kind) => [kind, []])), 0, []);
    const missed = (foundedOn: string) => alerts({ foundedOn }, nothing).filter(({ what }) => what === 'themeDay');
    expect(missed('2026-10-01')).toHaveLength(1);
    expect(missed('2026-10-02')).toEqual([]);
  });
  it('asks for committee meetings from the election on, where there is a committee (PO-02, PO-04)', () => {
    const none = held({ committeeMeeting: [] });
    expect(kinds({ officersSince: '2026-10-02' }, none)).toEqual([]);
    expect(kinds({ committee: false, fullMembers: 6 }, none)).toEqual([]);
  });
  it('asks for meetings of Party groups where there are any (PO-04)', () =>
    expect(kinds({ partyGroups: 0 }, held({ partyGroupMeeting: [] }))).toEqual([]));
  it('asks for lectures in the period that the place sets (PO-04)', () => {
    const monthly = { ...parameters, lecturePeriod: 'month' as const };
    expect(branchAlerts(branch, held(), monthly, ASKED).map(({ kind, period }) => [kind, period])).toEqual([
      ['rhythmMissed', '2026-10'],
      ['secretaryLectureMissed', '2026-10'],
    ]);
  });
  it('asks the secretary himself for a lecture (WZ-15d)', () =>
    expect(alerts({}, held({}, 32, ['2026-06']))).toMatchObject([
      { kind: 'secretaryLectureMissed', level: 'warning', rule: 'WZ-15d', period: '2026-Q3' },
    ]));
  it('asks for a study session in the quarter: of its own, a training or a lecture (HM-02f)', () => {
    const missed = (what: Parameters<typeof held>[0], studied = parameters) =>
      branchAlerts(branch, held(what), studied, ASKED).filter(({ kind }) => kind === 'studySessionMissed');
    expect(missed({ partyLecture: ['2026-06', '2026-10'], studySession: ['2026-10'] })).toMatchObject([
      { level: 'warning', rule: 'HM-02f', period: '2026-Q3', dueOn: '2026-09-30' },
    ]);
    expect(missed({ partyLecture: [], studySession: ['2026-09'] })).toEqual([]);
    expect(missed({ partyLecture: [], studySession: [], training: ['2026-07'] })).toEqual([]);
    expect(missed({ partyLecture: ['2026-09'], studySession: [] })).toEqual([]);
    const monthly = { ...parameters, studyPeriod: 'month' as const };
    expect(missed({ studySession: ['2026-09'] }, monthly)).toMatchObject([{ period: '2026-10' }]);
    expect(missed({ studySession: ['2026-10'] }, monthly)).toEqual([]);
  });
  it('asks for an entry of any kind each month (WZ-19b)', () => {
    const nothingInOctober = held({ committeeMeeting: [], partyGroupMeeting: [], themeDay: [] });
    expect(kinds({ committee: false, partyGroups: 0, fullMembers: 6 }, nothingInOctober)).toContain('nothingRecorded');
    const activity = held({ committeeMeeting: [], partyGroupMeeting: [], themeDay: [], activity: ['2026-10'] });
    expect(kinds({ committee: false, partyGroups: 0, fullMembers: 6 }, activity)).not.toContain('nothingRecorded');
  });
  it.each([
    [31, ['trainingHoursShort']],
    [32, []],
    [33, []],
  ])('asks for 32 class hours of training a year: %i (PO-07)', (hours, expected) =>
    expect(kinds({}, held({}, hours))).toEqual(expected),
  );
  it('asks a basic committee for one analysis of its applicants a year (PD-05)', () => {
    const committee = { kind: 'committee' as const };
    expect(alerts(committee, held({ applicantAnalysis: ['2026-01'] }))).toMatchObject([
      { kind: 'rhythmMissed', rule: 'PD-05', what: 'applicantAnalysis', period: '2025' },
    ]);
    expect(alerts(committee, held({ applicantAnalysis: ['2025-12'] }))).toEqual([]);
  });
});

describe('The leadership of a branch', () => {
  it('is flagged without a secretary, and with one found in neither way (WZ-14c)', () => {
    expect(alerts({ secretaryMode: null })).toMatchObject([{ kind: 'secretaryMissing', rule: 'WZ-14c' }]);
    expect(alerts({ secretaryMode: 'neither' })).toMatchObject([{ kind: 'secretaryInNeitherMode', rule: 'WZ-14c' }]);
    expect(alerts({ secretaryMode: 'dispatchedCadre' })).toEqual([]);
  });
  it.each([
    [6, []],
    [7, ['committeeDue']],
    [8, ['committeeDue']],
  ])('is a committee from 7 full members on: %i (PO-02)', (fullMembers, expected) =>
    expect(kinds({ fullMembers, committee: false })).toEqual(expected),
  );
  it.each([
    ['2026-12-21', undefined],
    ['2026-12-20', 'warning'],
    ['2026-11-20', 'warning'],
    ['2026-11-19', 'overdue'],
  ])('whose term ends on %s is warned of 30 days before (PO-02)', (termEndsOn, level) =>
    expect(alerts({ termEndsOn }).map((each) => each.level)).toEqual(level === undefined ? [] : [level]),
  );
});

describe('The size of a branch', () => {
  it.each([
    [2, ['tooFewFullMembers']],
    [3, []],
  ])('of %i full members (PO-01)', (fullMembers, expected) =>
    expect(kinds({ fullMembers, probationaryMembers: 0 })).toEqual(expected),
  );
  it.each([
    [50, []],
    [51, ['tooManyMembers']],
  ])('of %i members is generally 50 at most (PO-01)', (members, expected) =>
    expect(kinds({ fullMembers: members - 1 })).toEqual(expected),
  );
  it.each([
    [5, []],
    [6, ['tooManyUnits']],
  ])('that is joint covers %i units, generally 5 at most (PO-01)', (units, expected) =>
    expect(kinds({ coveredUnitIds: Array.from({ length: units }, (_, index) => `u${index}`) })).toEqual(expected),
  );
});
