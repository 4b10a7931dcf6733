import { checked, type LiaisonActivity, type LiaisonWorkEntry, RaiseMatter } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { mattersOf } from './matter/heard-requests';
import { hearingIn } from './raise-matters-when-liaison-work-is-recorded.process';

const entry = (activity: LiaisonActivity, other: Partial<LiaisonWorkEntry> = {}): LiaisonWorkEntry => ({
  ...{ entryId: 'w-1', workedOn: day('2026-11-12'), activity, dutyIds: [], rightIds: [], beneficiary: 'workers' },
  ...{ unitId: 'rebar', place: '驻地', personsPresent: 9, topics: [], requestsRaised: 2, matterIds: [] },
  ...other,
});

const raisedFrom = (told: LiaisonWorkEntry, crewLiaisonId?: string): RaiseMatter[] =>
  mattersOf(hearingIn({ officerId: 'p-1', postUnitId: 'bridge', entry: told }), crewLiaisonId).map((each) =>
    checked(RaiseMatter, each),
  );

describe('A request in a work log', () => {
  const requests: LiaisonWorkEntry['requests'] = [
    { matterId: 'm-1', kind: 'wage', subject: 'payLate' },
    { matterId: 'm-2', kind: 'board', subject: 'food', ownerId: 'cook' },
  ];

  it('becomes a matter of the team, owned by the officer unless another is named (JX-56b)', () =>
    expect(raisedFrom(entry('round', { requests })).map((each) => ({ ...each }))).toEqual([
      {
        ...{ matterId: 'm-1', unitId: 'rebar', kind: 'wage', subject: 'payLate', ownerId: 'p-1' },
        ...{ origin: { source: 'round', recordId: 'w-1' }, raisedOn: '2026-11-12' },
      },
      expect.objectContaining({ matterId: 'm-2', ownerId: 'cook' }),
    ]));
  it('goes to the liaison person of the crew, where it has one and nobody is named (JX-08)', () =>
    expect(raisedFrom(entry('round', { requests }), 'c-1').map(({ ownerId }) => ownerId)).toEqual(['c-1', 'cook']));
  it.each([
    ['talk', 'talk'],
    ['round', 'round'],
    ['visit', 'liaisonWork'],
  ] as const)('tells of a %s as its source %s', (activity, source) =>
    expect(raisedFrom(entry(activity, { requests }))[0]!.origin.source).toBe(source),
  );
  it('that the log only counts becomes none', () => expect(raisedFrom(entry('talk'))).toEqual([]));
});
