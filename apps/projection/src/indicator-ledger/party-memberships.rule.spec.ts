import type { PartyMembershipRegistered } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import { partyMembershipsRule } from './party-memberships.rule';
import { bookStandingEvent, type StandingAccount } from './standing-rule';

type Event = Parameters<typeof partyMembershipsRule.evolve>[1];
type Facts = ReturnType<typeof partyMembershipsRule.evolve>;

const memberId = 'w1';
const registered = (unitId: string, on: string, told: Partial<PartyMembershipRegistered> = {}): Event => ({
  type: 'PartyMembershipRegistered',
  data: {
    ...{ memberId, partyOrganizationId: 'branch', branchUnitId: unitId, unitId, industrialWorker: true },
    ...{ origin: 'admitted', registeredOn: day(on), ...told },
  },
});
const transferredOut: Event = {
  type: 'PartyMembershipTransferredOut',
  data: { memberId, toOrganization: '另一支部', way: 'system', issuedOn: day('2026-03-01') },
};
const received: Event = { type: 'MembershipReceiptConfirmed', data: { memberId, receivedOn: day('2026-03-05') } };
const settled: Event = {
  type: 'InclusionSettled',
  data: { memberId, checklistUnitId: 'company', itemId: 'dues', settledOn: day('2026-02-01') },
};
const post = (postId: string): Event => ({
  type: 'MemberPostTakenUp',
  data: { memberId, postId, post: 'management', unitId: 'bridge', fromDay: day('2026-02-01') },
});
const left = (postId: string, lastDay: string): Event => ({
  type: 'MemberPostLeft',
  data: { memberId, postId, lastDay: day(lastDay) },
});

function postings(...events: Event[]): string[] {
  let account: StandingAccount<Facts> | undefined;
  return events.flatMap((event) => {
    const booking = bookStandingEvent(partyMembershipsRule, account, event);
    account = booking.account;
    return booking.entries.map(({ indicator, unitId, dimension, day: on, amount }) =>
      [on, unitId, indicator, dimension, amount].filter((each) => each !== '').join(' '),
    );
  });
}

describe('A membership counts', () => {
  it('with six inclusions for a worker, and with none for another member (JX-30)', () => {
    expect(postings(registered('bridge', '2026-01-10'), settled)).toEqual([
      '2026-01-10 bridge inclusionsDue 6',
      '2026-02-01 bridge inclusionsSettled 1',
    ]);
    expect(postings(registered('bridge', '2026-01-10', { industrialWorker: false }))).toEqual([]);
  });

  it('once while the worker holds a post, however many (HM-02e)', () =>
    expect(
      postings(
        registered('bridge', '2026-01-10'),
        post('p1'),
        post('p2'),
        left('p1', '2026-02-28'),
        left('p2', '2026-03-31'),
      ).slice(1),
    ).toEqual(['2026-02-01 bridge workerMembersInPosts 1', '2026-04-01 bridge workerMembersInPosts -1']));

  it('for nothing but its transfer once another organization has it (HM-02f)', () =>
    expect(postings(registered('bridge', '2026-01-10'), settled, transferredOut, received).slice(2)).toEqual([
      '2026-03-05 bridge inclusionsDue -6',
      '2026-03-05 bridge inclusionsSettled -1',
      '2026-03-05 bridge membershipTransfers out 1',
    ]));

  it('as gone out of one branch and come into another that registers it meanwhile (HM-02f)', () =>
    expect(
      postings(
        registered('bridge', '2026-01-10'),
        transferredOut,
        registered('port', '2026-03-03', { origin: 'transferredIn', fromOrganization: '大桥支部' }),
      ).slice(1),
    ).toEqual([
      '2026-03-03 bridge inclusionsDue -6',
      '2026-03-03 bridge membershipTransfers out 1',
      '2026-03-03 port membershipTransfers in 1',
      '2026-03-03 port inclusionsDue 6',
    ]));

  it('only from its registration on', () => expect(() => postings(settled)).toThrow(BeginningMissing));
});
