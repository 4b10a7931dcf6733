import { day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import { partyOrganizationsRule } from './party-organizations.rule';
import { bookStandingEvent, type StandingAccount } from './standing-rule';

type Event = Parameters<typeof partyOrganizationsRule.evolve>[1];
type Facts = ReturnType<typeof partyOrganizationsRule.evolve>;

const partyOrganizationId = 'joint';
const founded: Event = {
  type: 'PartyOrganizationFounded',
  data: {
    ...{ partyOrganizationId, name: '联合党支部', kind: 'branch', founding: 'areaJoint', setting: 'workUnit' },
    ...{ unitId: 'bridge', coveredUnitIds: ['bridge', 'tunnel', 'bridge'], fullMembers: 5, probationaryMembers: 1 },
    foundedOn: day('2026-01-15'),
  },
};
const members = (full: number, probationary: number, worker: number, on: string): Event => ({
  type: 'PartyMembersReported',
  data: {
    ...{ partyOrganizationId, fullMembers: full, probationaryMembers: probationary, workerMembers: worker },
    ...{ partyGroups: 0, countedOn: day(on) },
  },
});
const changed: Event = {
  type: 'PartyCoverageChanged',
  data: { partyOrganizationId, coveredUnitIds: ['bridge', 'port'], changedOn: day('2026-04-01') },
};
const dissolved: Event = {
  type: 'PartyOrganizationDissolved',
  data: { partyOrganizationId, reason: '完工', dissolvedOn: day('2026-10-01') },
};

function postings(...events: Event[]): string[] {
  let account: StandingAccount<Facts> | undefined;
  return events.flatMap((event) => {
    const booking = bookStandingEvent(partyOrganizationsRule, account, event);
    account = booking.account;
    return booking.entries.map(({ indicator, unitId, dimension, day: on, amount }) =>
      [on, unitId, indicator, dimension, amount].filter((each) => each !== '').join(' '),
    );
  });
}

describe('A Party organization counts', () => {
  it('in its unit, and once in each unit that it covers; with no members before it has told them (WZ-04a, CC-02d)', () =>
    expect(postings(founded)).toEqual([
      '2026-01-15 bridge partyOrganizations branch 1',
      '2026-01-15 bridge partyCoverings 1',
      '2026-01-15 tunnel partyCoverings 1',
    ]));

  it('with its members, workers and others, full and probationary (CC-02d)', () =>
    expect(postings(founded, members(8, 2, 4, '2026-03-31'), members(8, 3, 4, '2026-06-30')).slice(3)).toEqual([
      '2026-03-31 bridge partyMembers worker 4',
      '2026-03-31 bridge partyMembers other 6',
      '2026-06-30 bridge partyMembers other 1',
    ]));

  it('in the units that it came to cover, and no more in those that it left (WZ-14a)', () =>
    expect(postings(founded, changed).slice(3)).toEqual([
      '2026-04-01 tunnel partyCoverings -1',
      '2026-04-01 port partyCoverings 1',
    ]));

  it('for nothing once it is dissolved', () =>
    expect(postings(founded, members(8, 2, 4, '2026-03-31'), dissolved).slice(5)).toEqual([
      '2026-10-01 bridge partyOrganizations branch -1',
      '2026-10-01 bridge partyCoverings -1',
      '2026-10-01 tunnel partyCoverings -1',
      '2026-10-01 bridge partyMembers worker -4',
      '2026-10-01 bridge partyMembers other -6',
    ]));

  it('only from its founding on', () => expect(() => postings(changed)).toThrow(BeginningMissing));
});
