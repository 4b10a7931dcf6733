import type { Day } from '@gongyou/domain';
import type { RegisteredPartyAdmission } from '../party-admission-register/party-admission.entity';
import { industrialWorkerShare } from '../party-admission-register/party-admission-counts.query';
import { nationalParameters } from '../party-organization-register/party-parameters';
import type { RegisteredPartyMembership } from '../party-membership-register/party-membership.entity';
import { admissionAlerts, duesAlerts, floatingMemberAlerts, pairingAlerts, transferAlerts } from './person-alerts';

const { parameters } = nationalParameters;
const day = (text: string) => text as Day;
const admission: RegisteredPartyAdmission = {
  admissionId: 'a-1',
  applicantId: 'worker-1',
  partyOrganizationId: 'bay-branch',
  unitId: 'bay-bridge',
  stage: 'applicant',
  stageSince: '2026-10-31',
  groups: [],
  distinctions: [],
  employer: 'stateOwned',
  limits: [{ step: 'talk', dueOn: '2026-11-30', rule: 'PD-02' }],
  nextDueOn: '2026-11-30',
  admittedUnitId: null,
  admittedOn: null,
  probationEndsOn: null,
  standingFrom: null,
  papers: [],
};

describe('The time limit of an admission', () => {
  it.each([
    ['2026-10-30', undefined],
    ['2026-10-31', 'warning'],
    ['2026-11-30', 'warning'],
    ['2026-12-01', 'overdue'],
  ])('is told on %s as %s: 30 days before, and after it ran out (PD-02)', (on, level) => {
    const told = admissionAlerts(admission, parameters, day(on));
    expect(told).toMatchObject(
      level === undefined ? [] : [{ level, rule: 'PD-02', what: 'talk', dueOn: '2026-11-30' }],
    );
  });
  it.each([
    ['review', 'PD-05'],
    ['branchMeeting', 'PD-12'],
    ['approval', 'PD-18'],
    ['oath', 'PD-19'],
    ['conversion', 'PD-21'],
  ] as const)('holds on its last day and is overdue on the next: %s (%s)', (step, rule) => {
    const running = { ...admission, limits: [{ step, rule, dueOn: '2026-11-30' }] };
    expect(admissionAlerts(running, parameters, day('2026-11-30'))).toMatchObject([{ level: 'warning', rule }]);
    expect(admissionAlerts(running, parameters, day('2026-12-01'))).toMatchObject([{ level: 'overdue', rule }]);
  });
  it('tells of papers that a full member’s file still lacks (PD-23)', () => {
    const member = { ...admission, stage: 'fullMember' as const, limits: [] };
    expect(admissionAlerts(member, parameters, day('2026-10-30'))).toEqual([]);
    expect(admissionAlerts(member, parameters, day('2026-10-31'))).toHaveLength(6);
    const papers = ['admissionForm', 'application', 'designatedApplicantRecord', 'politicalReview', 'probationRecord'];
    const five = { ...member, papers: papers as RegisteredPartyAdmission['papers'] };
    expect(admissionAlerts(five, parameters, day('2026-10-31'))).toMatchObject([{ what: 'conversionApplication' }]);
  });
});

describe('Dues', () => {
  const dues = (settledMonths: string[], duesFrom = '2025-01') =>
    duesAlerts({ memberId: 'm', partyOrganizationId: 'b', unitId: 'u', duesFrom, settledMonths }, day('2026-11-20'));
  it('unpaid for five months running are not told of, for six they are (PD-26)', () => {
    expect(dues(['2026-05'])).toEqual([]);
    expect(dues(['2026-04'])).toMatchObject([{ kind: 'duesUnpaid', rule: 'PD-26', period: '2026-05/2026-10' }]);
    expect(dues(['2026-03'])).toMatchObject([{ period: '2026-04/2026-10' }]);
  });
  it('of the running month are not late, and months before the first one do not count (PD-26)', () => {
    expect(dues(['2026-10'])).toEqual([]);
    expect(dues([], '2026-06')).toEqual([]);
    expect(dues([], '2026-05')).toHaveLength(1);
  });
  it('paid or excused in between begin the count again (PD-26)', () => expect(dues(['2026-07'])).toEqual([]));
});

describe('A pairing', () => {
  const pairing = {
    pairingId: 'p',
    partyOrganizationId: 'b',
    unitId: 'u',
    partnerIds: ['c'],
    agreement: '协议',
    agreedFrom: '2026-01-01',
    agreedUntil: '2027-12-31',
    activities: 1,
    lastActivityOn: '2026-06-18',
    endedOn: null,
  };
  it.each([
    ['2026-09-18', 0],
    ['2026-09-19', 1],
    ['2027-12-31', 1],
    ['2028-01-01', 0],
  ])('without an activity for three months is idle, on %s: %i (WZ-14b)', (on, told) =>
    expect(pairingAlerts(pairing, parameters, day(on))).toHaveLength(told),
  );
  it('counts from its first day while nothing was done, and not once it ended (WZ-14b)', () => {
    const untouched = { ...pairing, lastActivityOn: null };
    expect(pairingAlerts(untouched, parameters, day('2026-04-01'))).toEqual([]);
    expect(pairingAlerts(untouched, parameters, day('2026-04-02'))).toMatchObject([{ dueOn: '2026-04-01' }]);
    expect(pairingAlerts({ ...untouched, endedOn: '2026-04-01' }, parameters, day('2026-04-02'))).toEqual([]);
  });
});

describe('A floating member', () => {
  const member = {
    floatingMemberId: 'f',
    memberId: 'worker-1',
    unitId: 'u',
    homeOrganization: '某村党支部',
    awaySince: '2026-01-01',
    declaredOn: '2026-07-01',
    stage: 'declared' as const,
    partyOrganizationId: null,
    attachment: null,
    requestedOn: null,
    attachedOn: null,
    leftOn: null,
  };
  it('is told of while in no organization here (QD-09)', () => {
    expect(floatingMemberAlerts(member, day('2026-07-01'))).toMatchObject([{ what: 'notRequested', rule: 'QD-09' }]);
    expect(floatingMemberAlerts({ ...member, requestedOn: '2026-07-02' }, day('2026-07-03'))).toMatchObject([
      { what: 'notAccepted' },
    ]);
    expect(floatingMemberAlerts({ ...member, stage: 'attached' }, day('2026-07-03'))).toEqual([]);
    expect(floatingMemberAlerts(member, day('2026-06-30'))).toEqual([]);
  });
});

describe('The share of industrial workers among those admitted', () => {
  it.each([
    [0, 0, null, false],
    [0, 199, 0, true],
    [4, 1000, 4, true],
    [5, 1000, 5, false],
    [6, 1000, 6, false],
    [1, 201, 4, true],
    [1, 200, 5, false],
  ])('%i of %i is %s per mille, below the floor: %s (CC-02b)', (workers, admitted, perMille, belowFloor) =>
    expect(industrialWorkerShare(workers, admitted)).toEqual({ industrialWorkersPerMille: perMille, belowFloor }),
  );
});

describe('A letter that carries a membership (PO-09)', () => {
  const membership: RegisteredPartyMembership = {
    ...{ memberId: 'worker-1', partyOrganizationId: 'bay-branch', branchUnitId: 'bay-bridge', unitId: 'bay-bridge' },
    ...{ industrialWorker: true, origin: 'admitted', fromOrganization: null, registeredOn: '2026-01-01' },
    ...{ standing: 'transferringOut', toOrganization: '新桥村党支部', transferWay: 'letter', leftOn: null },
    ...{ transferIssuedOn: '2026-06-30', posts: [], inclusionsSettled: [] },
  };
  const set = { ...parameters, transferLetterMonths: 3, warnDays: 10 };

  it.each([
    ['2026-09-19', undefined],
    ['2026-09-20', 'warning'],
    ['2026-09-30', 'warning'],
    ['2026-10-01', 'overdue'],
  ])('is told of on %s as %s where the place has set three months', (on, level) =>
    expect(transferAlerts(membership, set, day(on))).toMatchObject(
      level === undefined ? [] : [{ level, rule: 'PO-09', dueOn: '2026-09-30', subjectId: 'worker-1' }],
    ),
  );
  it('is told of nowhere else: the limit is not verified', () =>
    expect(transferAlerts(membership, parameters, day('2027-06-30'))).toEqual([]));
  it('does not run out in the system, nor once it was received', () => {
    expect(transferAlerts({ ...membership, transferWay: 'system' }, set, day('2026-10-01'))).toEqual([]);
    expect(transferAlerts({ ...membership, standing: 'transferredOut' }, set, day('2026-10-01'))).toEqual([]);
  });
});
