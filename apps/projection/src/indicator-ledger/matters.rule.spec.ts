import type { MatterEvent, MatterLevel, MatterStation } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { mattersRule } from './matters.rule';
import { bookStandingEvent, type StandingAccount } from './standing-rule';

const matterId = 'm-1';
const station = (level: MatterLevel, ownerId?: string): MatterStation => ({
  level,
  unitId: level,
  ...(ownerId !== undefined && { ownerId }),
  limit: { dueOn: day('2026-11-05'), provisional: false },
});
const raised: MatterEvent = {
  type: 'MatterRaised',
  data: {
    matterId,
    unitId: 'rebar',
    kind: 'board',
    subject: 'water',
    origin: { source: 'talk', recordId: 'w-1' },
    station: station('crew', 'c1'),
    raisedOn: day('2026-11-02'),
  },
};
const escalated: MatterEvent = {
  type: 'MatterEscalated',
  data: {
    matterId,
    fromLevel: 'crew',
    reason: 'timeLimitPassed',
    station: station('project'),
    escalatedOn: day('2026-11-05'),
  },
};
const owned: MatterEvent = {
  type: 'MatterOwnerAssigned',
  data: { matterId, level: 'project', ownerId: 'p1', assignedOn: day('2026-11-06') },
};
const answered = (inTime: boolean): MatterEvent => ({
  type: 'MatterAnswered',
  data: {
    matterId,
    level: 'project',
    answer: 'done',
    measure: '已修复',
    inTime,
    limit: { dueOn: day('2026-11-11'), provisional: false },
    answeredOn: day('2026-11-09'),
  },
});
const passedOn: MatterEvent = {
  type: 'MatterAnswerPassedOn',
  data: { matterId, fromLevel: 'project', station: station('crew', 'c1'), passedOn: day('2026-11-10') },
};
const closed: MatterEvent = { type: 'MatterClosed', data: { matterId, told: 'meeting', toldOn: day('2026-11-12') } };
const withdrawn: MatterEvent = {
  type: 'MatterWithdrawn',
  data: { matterId, reason: 'enteredTwice', approvedBy: 'zhou', withdrawnOn: day('2026-11-06') },
};

function postings(...events: MatterEvent[]): string[] {
  let account: StandingAccount<NonNullable<Parameters<typeof mattersRule.evolve>[0]>> | undefined;
  return events.flatMap((event) => {
    const booking = bookStandingEvent(mattersRule, account, event);
    account = booking.account;
    return booking.entries.map(
      ({ day: on, indicator, dimension, amount }) => `${on} ${indicator} ${dimension} ${amount}`,
    );
  });
}
const last = (...events: MatterEvent[]): string[] => postings(...events).slice(postings(...events.slice(0, -1)).length);

describe('A matter counts', () => {
  it('as open at its level and as owned, from the day it is raised (JX-14, JX-15)', () =>
    expect(last(raised)).toEqual([
      '2026-11-02 raisedMatters board 1',
      '2026-11-02 openMatters crew 1',
      '2026-11-02 ownedMatters crew 1',
    ]));
  it('at the next level when it is handed up, without an owner until one is named, with the days that it lay below (JX-14, JX-15)', () =>
    expect([last(raised, escalated), last(raised, escalated, owned)]).toEqual([
      [
        '2026-11-05 openMatters crew -1',
        '2026-11-05 ownedMatters crew -1',
        '2026-11-05 openMatters project 1',
        '2026-11-05 matterDays crew 3',
      ],
      ['2026-11-06 ownedMatters project 1'],
    ]));
  it('as answered by the level that did, in time or not (JX-14)', () => {
    expect(last(raised, escalated, answered(false))).toEqual(['2026-11-09 answeredMatters project 1']);
    expect(last(raised, escalated, answered(true))).toEqual([
      '2026-11-09 answeredMatters project 1',
      '2026-11-09 mattersAnsweredInTime project 1',
    ]);
  });
  it('as open until the crew was told, with all its days (JX-14)', () =>
    expect(last(raised, escalated, owned, answered(true), passedOn, closed)).toEqual([
      '2026-11-12 openMatters crew -1',
      '2026-11-12 ownedMatters crew -1',
      '2026-11-12 matterDays crew 2',
    ]));
  it('for nothing when it is withdrawn', () =>
    expect(last(raised, escalated, withdrawn)).toEqual([
      '2026-11-06 raisedMatters board -1',
      '2026-11-06 openMatters project -1',
      '2026-11-06 matterDays crew -3',
    ]));
});
