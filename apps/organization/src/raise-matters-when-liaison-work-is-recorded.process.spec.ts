import { checked, type LiaisonActivity, type LiaisonWorkEntry, RaiseMatter } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { RaiseMattersWhenLiaisonWorkIsRecorded } from './raise-matters-when-liaison-work-is-recorded.process';

const entry = (activity: LiaisonActivity, other: Partial<LiaisonWorkEntry> = {}): LiaisonWorkEntry => ({
  ...{ entryId: 'w-1', workedOn: day('2026-11-12'), activity, dutyIds: [], rightIds: [], beneficiary: 'workers' },
  ...{ unitId: 'rebar', place: '驻地', personsPresent: 9, topics: [], requestsRaised: 2, matterIds: [] },
  ...other,
});

async function raisedFrom(told: LiaisonWorkEntry): Promise<RaiseMatter[]> {
  const sent: RaiseMatter[] = [];
  await new RaiseMattersWhenLiaisonWorkIsRecorded().react(
    { data: { officerId: 'p-1', postUnitId: 'bridge', entry: told } } as never,
    (_step, _command, data) => Promise.resolve(void sent.push(checked(RaiseMatter, data))),
  );
  return sent;
}

describe('A request in a work log', () => {
  const requests: LiaisonWorkEntry['requests'] = [
    { matterId: 'm-1', kind: 'wage', subject: 'payLate' },
    { matterId: 'm-2', kind: 'board', subject: 'food', ownerId: 'cook' },
  ];

  it('becomes a matter of the team, owned by the officer unless another is named (JX-56b)', async () =>
    expect((await raisedFrom(entry('round', { requests }))).map((each) => ({ ...each }))).toEqual([
      {
        ...{ matterId: 'm-1', unitId: 'rebar', kind: 'wage', subject: 'payLate', ownerId: 'p-1' },
        ...{ origin: { source: 'round', recordId: 'w-1' }, raisedOn: '2026-11-12' },
      },
      expect.objectContaining({ matterId: 'm-2', ownerId: 'cook' }),
    ]));
  it.each([
    ['talk', 'talk'],
    ['round', 'round'],
    ['visit', 'liaisonWork'],
  ] as const)('tells of a %s as its source %s', async (activity, source) =>
    expect((await raisedFrom(entry(activity, { requests })))[0]!.origin.source).toBe(source),
  );
  it('that the log only counts becomes none', async () => expect(await raisedFrom(entry('talk'))).toEqual([]));
});
