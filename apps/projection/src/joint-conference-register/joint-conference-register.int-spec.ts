import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { JointConferencesQuery } from './joint-conferences.query';

describe('The register of joint conferences', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory());
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const answer = (asked = {}) =>
    new JointConferencesQuery(models.reading).answer({ organization: 'haimen', ...asked }, { after: unions.log.head });

  it('HM-04d: shows each with its meetings, earliest first, to both sides', async () => {
    unions.conference('c-1', '2025-01-01', '2026-05-19', '2025-05-19');
    const expected = {
      ...{ jointConferenceId: 'c-1', name: '联席会议', governmentUnitId: 'haimen', unionUnitId: 'town' },
      establishedOn: '2025-01-01',
      meetings: ['2025-05-19', '2026-05-19'].map((heldOn) => ({
        ...{ meetingId: `m-${heldOn}`, heldOn, agenda: '议程', resolutions: 1 },
      })),
    };
    expect((await answer()).jointConferences).toEqual([expected]);
    expect((await answer({ organization: 'town' })).jointConferences).toEqual([expected]);
    expect((await answer({ organization: 'nowhere' })).jointConferences).toEqual([]);
  });

  it('is read page by page', async () => {
    unions.conference('c-1', '2025-01-01').conference('c-2', '2025-01-01');
    const first = await answer({ limit: 1 });
    const second = await answer({ limit: 1, cursor: first.nextCursor! });
    expect(second.jointConferences.map(({ jointConferenceId }) => jointConferenceId)).toEqual(['c-2']);
    expect(second.nextCursor).toBeNull();
  });
});
