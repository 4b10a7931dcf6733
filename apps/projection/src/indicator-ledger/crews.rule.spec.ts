import { day } from '@gongyou/domain';
import { crewsRule } from './crews.rule';
import { bookStandingEvent, type StandingAccount } from './standing-rule';

type Counted = Parameters<typeof crewsRule.evolve>[1];

const unitId = 'rebar';
const formed: Counted = { type: 'CrewFormed', data: { unitId, trade: '020', formedOn: day('2026-03-01') } };
const assigned = (assignmentId: string, fromDay: string): Counted => ({
  type: 'CrewSupportAssigned',
  data: { unitId, assignmentId, managerId: 'zhao', duties: ['到班组'], fromDay: day(fromDay) },
});
const relieved = (assignmentId: string, endedOn: string): Counted => ({
  type: 'CrewSupportEnded',
  data: { unitId, assignmentId, reason: '期满', endedOn: day(endedOn) },
});
const stationed = (stationingId: string): Counted => ({
  type: 'PartyMemberStationed',
  data: { unitId, stationingId, workerId: 'chen', fromDay: day('2026-04-01') },
});
const left = (stationingId: string, endedOn: string): Counted => ({
  type: 'PartyMemberStationingEnded',
  data: { unitId, stationingId, reason: '调离', endedOn: day(endedOn) },
});
const dissolved: Counted = { type: 'CrewDissolved', data: { unitId, reason: '完工', dissolvedOn: day('2026-10-31') } };

function postings(...events: Counted[]): string[] {
  let account: StandingAccount<NonNullable<Parameters<typeof crewsRule.evolve>[0]>> | undefined;
  return events.flatMap((event) => {
    const booking = bookStandingEvent(crewsRule, account, event);
    account = booking.account;
    return booking.entries.map(({ indicator, day: on, amount }) => `${on} ${indicator} ${amount}`);
  });
}

describe('A crew counts', () => {
  it('while it stands', () =>
    expect(postings(formed, dissolved)).toEqual(['2026-03-01 standingCrews 1', '2026-10-31 standingCrews -1']));

  it('as supported from the first day to the last that a manager answers for it (QD-13)', () =>
    expect(postings(formed, assigned('s1', '2026-04-01'), relieved('s1', '2026-06-30'))).toEqual([
      '2026-03-01 standingCrews 1',
      '2026-04-01 supportedCrews 1',
      '2026-07-01 supportedCrews -1',
    ]));

  it('as supported without a gap when one manager follows another the day after (QD-13)', () =>
    expect(
      postings(formed, assigned('s1', '2026-04-01'), relieved('s1', '2026-06-30'), assigned('s2', '2026-07-01')).slice(
        2,
      ),
    ).toEqual(['2026-07-01 supportedCrews -1', '2026-07-01 supportedCrews 1']));

  it('as guided until the last Party member has left (QD-10)', () =>
    expect(
      postings(formed, stationed('p1'), stationed('p2'), left('p1', '2026-05-31'), left('p2', '2026-06-30')).slice(1),
    ).toEqual(['2026-04-01 guidedCrews 1', '2026-07-01 guidedCrews -1']));

  it('for nothing once it is dissolved', () =>
    expect(postings(formed, assigned('s1', '2026-04-01'), stationed('p1'), dissolved).slice(3)).toEqual([
      '2026-10-31 standingCrews -1',
      '2026-10-31 supportedCrews -1',
      '2026-10-31 guidedCrews -1',
    ]));
});
