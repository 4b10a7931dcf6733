import type { EmployeeBoard, EnterpriseGovernanceEvent, RecordEmployeeSeat } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { enterpriseGovernance, type EnterpriseGovernanceWish } from './enterprise-governance.decider';

const given = specify(enterpriseGovernance);
const refused = (rule: string) => `organization.enterpriseGovernance.${rule}`;
const unitId = 'haimen-steel';
const evidence = [{ fileName: '章程.pdf', sha256: 'e'.repeat(64) }];

const articles = (included: boolean, fromDay = '2025-03-18') => ({ unitId, included, evidence, fromDay: day(fromDay) });
const recordArticles = (...of: Parameters<typeof articles>): EnterpriseGovernanceWish => ({
  type: 'RecordPartyBuildingInArticles',
  data: articles(...of),
  isOpenEnterprise: true,
});
const articlesRecorded = (...of: Parameters<typeof articles>): EnterpriseGovernanceEvent => ({
  type: 'PartyBuildingInArticlesRecorded',
  data: articles(...of),
});

const post = {
  ...{ unitId, crossHeldPostId: 'p-1', organizationPost: 'branchSecretary' as const },
  ...{ corporatePost: 'director' as const, evidence, fromDay: day('2025-04-01') },
};
const recordPost: EnterpriseGovernanceWish = { type: 'RecordCrossHeldPost', data: post, isOpenEnterprise: true };
const postRecorded: EnterpriseGovernanceEvent = { type: 'CrossHeldPostRecorded', data: post };
const postEnding = (endedOn = '2026-08-01') => ({ unitId, crossHeldPostId: 'p-1', endedOn: day(endedOn) });
const endPost = (endedOn?: string): EnterpriseGovernanceWish => ({
  type: 'EndCrossHeldPost',
  data: postEnding(endedOn),
});
const postEnded: EnterpriseGovernanceEvent = { type: 'CrossHeldPostEnded', data: postEnding() };

const seat = (seatId = 's-1', changed: Partial<RecordEmployeeSeat> = {}): RecordEmployeeSeat => ({
  ...{ unitId, seatId, board: 'directors', workerId: 'w-1', electedBy: 'workersCongress', evidence },
  ...{ electedOn: day('2025-05-20'), termFrom: day('2025-06-01'), termUntil: day('2028-05-31') },
  ...changed,
});
const recordSeat = (...of: Parameters<typeof seat>): EnterpriseGovernanceWish => ({
  type: 'RecordEmployeeSeat',
  data: seat(...of),
  isOpenEnterprise: true,
});
const seatRecorded = (...of: Parameters<typeof seat>): EnterpriseGovernanceEvent => ({
  type: 'EmployeeSeatRecorded',
  data: seat(...of),
});
const vacancy = { unitId, seatId: 's-1', reason: '离职', vacatedOn: day('2026-10-01') };
const vacate = (vacatedOn = '2026-10-01'): EnterpriseGovernanceWish => ({
  type: 'VacateEmployeeSeat',
  data: { ...vacancy, vacatedOn: day(vacatedOn) },
});
const seatVacated: EnterpriseGovernanceEvent = { type: 'EmployeeSeatVacated', data: vacancy };

const end: EnterpriseGovernanceWish = { type: 'EndEnterpriseGovernance', data: { unitId, endedOn: day('2026-10-31') } };
const ended: EnterpriseGovernanceEvent = {
  type: 'EnterpriseGovernanceEnded',
  data: { unitId, endedOn: day('2026-10-31') },
};

describe('Party building in the articles of an enterprise (HM-03c)', () => {
  it('is told with evidence, in or not in, and as it changes', () => {
    given().when(recordArticles(true)).then(articlesRecorded(true));
    given(articlesRecorded(true)).when(recordArticles(true)).thenNothing();
    given(articlesRecorded(false)).when(recordArticles(true, '2026-01-01')).then(articlesRecorded(true, '2026-01-01'));
    given(articlesRecorded(false))
      .when(recordArticles(true, '2025-03-17'))
      .thenRefused('organization.entryDay.beforeEarlier');
  });
  it('is told of open enterprises only', () =>
    given()
      .when({ ...recordArticles(true), isOpenEnterprise: false } as EnterpriseGovernanceWish)
      .thenRefused(refused('notAnOpenEnterprise')));
});

describe('Cross-held posts (HM-03c)', () => {
  it('are told without the person who holds them, until they end', () => {
    given().when(recordPost).then(postRecorded);
    given(postRecorded).when(recordPost).thenNothing();
    given(postRecorded)
      .when({ ...recordPost, data: { ...post, corporatePost: 'supervisor' } } as EnterpriseGovernanceWish)
      .thenRefused(refused('idTaken'), { id: 'p-1' });
    given(postRecorded).when(endPost()).then(postEnded);
    given(postRecorded, postEnded).when(endPost()).thenNothing();
    given(postRecorded, postEnded).when(endPost('2026-08-02')).thenRefused(refused('recordUnknown'));
    given().when(endPost()).thenRefused(refused('recordUnknown'));
    given(postRecorded).when(endPost('2025-03-31')).thenRefused('organization.entryDay.beforeEarlier');
  });
});

describe('An employee director or supervisor (HM-04j)', () => {
  it('HM-04j: is recorded with election and term, once', () => {
    given().when(recordSeat()).then(seatRecorded());
    given(seatRecorded()).when(recordSeat()).thenNothing();
    given(seatRecorded())
      .when(recordSeat('s-1', { workerId: 'w-2' }))
      .thenRefused(refused('idTaken'));
  });
  it('begins no term before the election, and ends none before it begins', () => {
    const onElection = { termFrom: day('2025-05-20') };
    given().when(recordSeat('s-1', onElection)).then(seatRecorded('s-1', onElection));
    given()
      .when(recordSeat('s-1', { termFrom: day('2025-05-19') }))
      .thenRefused(refused('termBeforeElection'));
    given()
      .when(recordSeat('s-1', { termUntil: day('2025-05-31') }))
      .thenRefused(refused('termEndsBeforeItBegins'));
  });
  it.each<[EmployeeBoard, string]>([
    ['directors', 'seatHeldAlready'],
    ['supervisors', 'directorAndSupervisor'],
  ])('sits on no board twice, nor on both: %s', (board, rule) => {
    const again = { board, electedOn: day('2026-09-20'), termFrom: day('2026-10-01'), termUntil: day('2029-09-30') };
    given(seatRecorded()).when(recordSeat('s-2', again)).thenRefused(refused(rule), { seatId: 's-1' });
    given(seatRecorded(), seatVacated).when(recordSeat('s-2', again)).then(seatRecorded('s-2', again));
    const dayBefore = { ...again, termFrom: day('2026-09-30') };
    given(seatRecorded(), seatVacated).when(recordSeat('s-2', dayBefore)).thenRefused(refused(rule));
  });
  it('leaves the seat once', () => {
    given(seatRecorded()).when(vacate()).then(seatVacated);
    given(seatRecorded(), seatVacated).when(vacate()).thenNothing();
    given(seatRecorded(), seatVacated).when(vacate('2026-10-02')).thenRefused(refused('recordUnknown'));
    given(seatRecorded()).when(vacate('2025-05-19')).thenRefused('organization.entryDay.beforeEarlier');
  });
});

describe('The governance of an enterprise that is closed', () => {
  it('ends with it, once, and only where something was told', () => {
    given(seatRecorded()).when(end).then(ended);
    given(articlesRecorded(false)).when(end).then(ended);
    given(seatRecorded(), ended).when(end).thenNothing();
    given().when(end).thenNothing();
    given(seatRecorded(), ended).when(recordPost).thenRefused(refused('notAnOpenEnterprise'));
  });
});
