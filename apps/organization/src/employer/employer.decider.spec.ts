import type { EmployerEvent, UnitKind } from '@gongyou/contracts';
import { day, fen, month } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { employer, type EmployerWish } from './employer.decider';

const given = specify(employer);
const company = { kind: 'company' as UnitKind };

const ownership = (kind: 'private' | 'stateOwned', fromDay = '2026-01-01') => ({
  unitId: 'hongda',
  ownership: kind,
  fromDay: day(fromDay),
});
const record = (...of: Parameters<typeof ownership>): EmployerWish => ({
  type: 'RecordEnterpriseOwnership',
  data: ownership(...of),
  unit: company,
});
const recorded = (...of: Parameters<typeof ownership>): EmployerEvent => ({
  type: 'EnterpriseOwnershipRecorded',
  data: ownership(...of),
});

describe('The owner of an enterprise', () => {
  it('is recorded from a day on, and may change', () => {
    given().when(record('private')).then(recorded('private'));
    given(recorded('private')).when(record('stateOwned', '2026-06-01')).then(recorded('stateOwned', '2026-06-01'));
    given(recorded('private')).when(record('private', '2026-06-01')).thenNothing();
  });
  it('does not change before the day that is on record, or in the future', () => {
    given(recorded('private'))
      .when(record('stateOwned', '2025-12-31'))
      .thenRefused('organization.employer.beforeLastEntry');
    given().when(record('private', '2026-11-21')).thenRefused('organization.employer.dayInFuture');
  });
  it('is one of an enterprise, which a project is not', () => {
    given()
      .when({ type: 'RecordEnterpriseOwnership', data: ownership('private'), unit: { kind: 'project' } })
      .thenRefused('organization.employer.notAnEnterprise', { kind: 'project' });
    given()
      .when({ type: 'RecordEnterpriseOwnership', data: ownership('private') })
      .thenRefused('organization.employer.unitUnknown');
  });
});

describe('The people of an employer', () => {
  const counted = (staffCount: number, memberCount: number) => ({
    unitId: 'hongda',
    staffCount,
    memberCount,
    countedOn: day('2026-03-31'),
  });
  const report = (...of: Parameters<typeof counted>): EmployerWish => ({
    type: 'ReportHeadcount',
    data: counted(...of),
    unit: company,
  });
  it('are counted, and told once', () => {
    const told: EmployerEvent = { type: 'HeadcountReported', data: counted(60, 24) };
    given().when(report(60, 24)).then(told);
    given(told).when(report(60, 24)).thenNothing();
  });
  it('hold no more members than staff', () => {
    given()
      .when(report(60, 60))
      .then({ type: 'HeadcountReported', data: counted(60, 60) });
    given().when(report(60, 61)).thenRefused('organization.employer.moreMembersThanStaff');
  });
});

describe('The contribution to the union', () => {
  /** 2% of 391,500.00 yuan are 7,830.00. */
  const told = (paidFen: number, wagesFen = 39_150_000, paidOn = '2026-04-10') => ({
    unitId: 'hongda',
    month: month('2026-03'),
    wagesFen: fen(wagesFen),
    paidFen: fen(paidFen),
    paidOn: day(paidOn),
    evidence: [],
  });
  const report = (...of: Parameters<typeof told>): EmployerWish => ({
    type: 'ReportUnionContribution',
    data: told(...of),
    unit: company,
  });
  const paid = (dueFen: number, ...of: Parameters<typeof told>): EmployerEvent => ({
    type: 'UnionContributionPaid',
    data: { ...told(...of), dueFen: fen(dueFen) },
  });
  const short = (dueFen: number, ...of: Parameters<typeof told>): EmployerEvent => ({
    type: 'UnionContributionFellShort',
    data: { ...told(...of), dueFen: fen(dueFen) },
  });
  it('UN-03: is 2% of the month’s wages: 783000 fen of 39150000 are enough', () =>
    given().when(report(783_000)).then(paid(783_000, 783_000)));
  it('UN-03: falls short by one fen less', () => given().when(report(782_999)).then(short(783_000, 782_999)));
  it('UN-03: may be more', () => given().when(report(783_001)).then(paid(783_000, 783_001)));
  it('UN-03: owes a part of a fen in full: 51 fen of wages owe 2', () => {
    given()
      .when(report(1, 51))
      .then(short(2, 1, 51));
    given()
      .when(report(1, 50))
      .then(paid(1, 1, 50));
  });
  it('is told once a month; what it lacked may be paid later', () => {
    given(short(783_000, 700_000)).when(report(700_000)).thenNothing();
    given(short(783_000, 700_000))
      .when(report(783_000, 39_150_000, '2026-05-10'))
      .then(paid(783_000, 783_000, 39_150_000, '2026-05-10'));
    given(paid(783_000, 783_000)).when(report(700_000)).thenRefused('organization.employer.contributionToldOtherwise');
  });
  it('is not paid before the month of the wages', () =>
    given()
      .when(report(783_000, 39_150_000, '2026-02-28'))
      .thenRefused('organization.employer.paidBeforeMonth'));
});
