import type { WorkerEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import { bookStandingEvent, type StandingAccount } from './standing-rule';
import { workersRule } from './workers.rule';

type Event = Parameters<typeof workersRule.evolve>[1];
type Facts = ReturnType<typeof workersRule.evolve>;

const place = { workerId: 'w', workType: '020', workRole: '20', ageGroup: 'adult' } as const;
const entered = (projectId: string, crewId: string, on: string): Event => ({
  type: 'WorkerEnteredSite',
  data: { ...place, projectId, crewId, contractId: 'c', enteredOn: day(on) },
});
const transferred = (projectId: string, fromCrewId: string, crewId: string, on: string): Event => ({
  type: 'WorkerTransferred',
  data: { ...place, projectId, fromCrewId, crewId, transferredOn: day(on) },
});
const left = (projectId: string, crewId: string, on: string): Event => ({
  type: 'WorkerLeftSite',
  data: { workerId: 'w', projectId, crewId, leftOn: day(on) } satisfies (WorkerEvent & {
    type: 'WorkerLeftSite';
  })['data'],
});

function booked(...events: Event[]) {
  let account: StandingAccount<Facts> | undefined;
  return events.flatMap((event) => {
    const booking = bookStandingEvent(workersRule, account, event);
    account = booking.account;
    return booking.entries.map(({ unitId, dimension, day: on, amount }) => [unitId, dimension, on, amount]);
  });
}

describe('A worker on a site', () => {
  it('counts in his crew from the day he enters (CC-13c)', () =>
    expect(booked(entered('bridge', 'rebar', '2026-03-01'))).toEqual([['rebar', 'adult', '2026-03-01', 1]]));

  it('counts in the other crew from the day he is transferred', () =>
    expect(
      booked(entered('bridge', 'rebar', '2026-03-01'), transferred('bridge', 'rebar', 'formwork', '2026-04-01')).slice(
        1,
      ),
    ).toEqual([
      ['rebar', 'adult', '2026-04-01', -1],
      ['formwork', 'adult', '2026-04-01', 1],
    ]));

  it('counts on his last day, and no more on the day after it', () =>
    expect(booked(entered('bridge', 'rebar', '2026-03-01'), left('bridge', 'rebar', '2026-05-31'))[1]).toEqual([
      'rebar',
      'adult',
      '2026-06-01',
      -1,
    ]));

  it('counts on each of two sites, and on the one that is left to him', () => {
    const both = [entered('bridge', 'rebar', '2026-03-01'), entered('port', 'pile', '2026-03-05')];
    expect(booked(...both)).toHaveLength(2);
    expect(booked(...both, left('bridge', 'rebar', '2026-03-31')).slice(2)).toEqual([
      ['rebar', 'adult', '2026-04-01', -1],
    ]);
  });

  it('cannot leave where he was never taken in', () =>
    expect(() => booked(left('bridge', 'rebar', '2026-03-01'))).toThrow(BeginningMissing));
});
