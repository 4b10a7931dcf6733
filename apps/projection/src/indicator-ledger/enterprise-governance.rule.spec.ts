import type { EmployeeBoard, EnterpriseGovernanceEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { enterpriseGovernanceRule } from './enterprise-governance.rule';
import { bookStandingEvent, type StandingAccount } from './standing-rule';

const unitId = 'steel';
const evidence = [{ fileName: '文件.pdf', sha256: 'a'.repeat(64) }];
const articles = (included: boolean, fromDay: string): EnterpriseGovernanceEvent => ({
  type: 'PartyBuildingInArticlesRecorded',
  data: { unitId, included, evidence, fromDay: day(fromDay) },
});
const post = (crossHeldPostId: string): EnterpriseGovernanceEvent => ({
  type: 'CrossHeldPostRecorded',
  data: {
    ...{ unitId, crossHeldPostId, organizationPost: 'branchSecretary', corporatePost: 'director', evidence },
    fromDay: day('2025-04-01'),
  },
});
const postEnded = (crossHeldPostId: string, endedOn: string): EnterpriseGovernanceEvent => ({
  type: 'CrossHeldPostEnded',
  data: { unitId, crossHeldPostId, endedOn: day(endedOn) },
});
const seat = (seatId: string, board: EmployeeBoard, electedOn: string): EnterpriseGovernanceEvent => ({
  type: 'EmployeeSeatRecorded',
  data: {
    ...{ unitId, seatId, board, workerId: `w-${seatId}`, electedBy: 'workersCongress', evidence },
    ...{ electedOn: day(electedOn), termFrom: day('2027-01-01'), termUntil: day('2029-12-31') },
  },
});
const vacated = (seatId: string, vacatedOn: string): EnterpriseGovernanceEvent => ({
  type: 'EmployeeSeatVacated',
  data: { unitId, seatId, reason: '离职', vacatedOn: day(vacatedOn) },
});
const ended: EnterpriseGovernanceEvent = {
  type: 'EnterpriseGovernanceEnded',
  data: { unitId, endedOn: day('2026-10-31') },
};

function postings(...events: EnterpriseGovernanceEvent[]): string[] {
  let account: StandingAccount<NonNullable<Parameters<typeof enterpriseGovernanceRule.evolve>[0]>> | undefined;
  return events.flatMap((event) => {
    const booking = bookStandingEvent(enterpriseGovernanceRule, account, event);
    account = booking.account;
    return booking.entries.map(({ indicator, dimension, day: on, amount }) =>
      [on, indicator, ...(dimension ? [dimension] : []), amount].join(' '),
    );
  });
}

describe('An enterprise counts', () => {
  it('while its articles speak of Party building (HM-03c)', () => {
    expect(postings(articles(false, '2025-03-18'))).toEqual([]);
    expect(postings(articles(true, '2025-03-18'), articles(true, '2025-06-01'), articles(false, '2026-01-01'))).toEqual(
      ['2025-03-18 enterprisesWithPartyBuildingInArticles 1', '2026-01-01 enterprisesWithPartyBuildingInArticles -1'],
    );
  });
  it('once while at least one post is cross-held (HM-03c)', () =>
    expect(postings(post('p-1'), post('p-2'), postEnded('p-1', '2026-01-01'), postEnded('p-2', '2026-08-01'))).toEqual([
      '2025-04-01 enterprisesWithCrossHeldPosts 1',
      '2026-08-01 enterprisesWithCrossHeldPosts -1',
    ]));
  it('once for each board on which an employee sits, from the election to the vacancy (HM-04j)', () =>
    expect(
      postings(
        seat('s-1', 'directors', '2026-05-20'),
        seat('s-2', 'directors', '2026-05-20'),
        seat('s-3', 'supervisors', '2026-05-21'),
        vacated('s-1', '2026-08-01'),
        vacated('s-2', '2026-10-01'),
      ),
    ).toEqual([
      '2026-05-20 enterprisesWithEmployeeSeats directors 1',
      '2026-05-21 enterprisesWithEmployeeSeats supervisors 1',
      '2026-10-01 enterprisesWithEmployeeSeats directors -1',
    ]));
  it('under nothing any more once it is closed', () =>
    expect(postings(articles(true, '2025-03-18'), seat('s-1', 'directors', '2026-05-20'), ended)).toEqual([
      '2025-03-18 enterprisesWithPartyBuildingInArticles 1',
      '2026-05-20 enterprisesWithEmployeeSeats directors 1',
      '2026-10-31 enterprisesWithPartyBuildingInArticles -1',
      '2026-10-31 enterprisesWithEmployeeSeats directors -1',
    ]));
});
