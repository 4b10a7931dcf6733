import { HazardFound, HazardRemedied, HazardRewarded, SafetyPostAppointed, SafetyPostEnded } from '@gongyou/contracts';
import { day, fen, period } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleLiaison } from '../testing/example-liaison';
import { RunningReadModels } from '../testing/running-read-models';
import { SafetyPostsQuery } from './safety-posts.query';

describe('The register of safety posts', () => {
  let models: RunningReadModels;
  let log: EventsInMemory;
  let posts: SafetyPostsQuery;

  const appoint = (postId: string, kind: SafetyPostAppointed['kind'], appointedOn: string) =>
    log.record(SafetyPostAppointed, `safetyPost-${postId}`, {
      ...{ postId, unitId: 'crew-1', kind, workerId: `w-${postId}`, appointedOn: day(appointedOn) },
    });
  const find = (
    postId: string,
    hazardId: string,
    foundOn: string,
    foundBy: HazardFound['foundBy'] = 'massSafetyMonitor',
  ) =>
    log.record(HazardFound, `safetyPost-${postId}`, {
      ...{ postId, hazardId, unitId: 'crew-1', foundBy, kind: 'lifting', place: '塔吊', foundOn: day(foundOn) },
    });

  beforeEach(async () => {
    log = new ExampleLiaison(new EventsInMemory()).found().log;
    models = await RunningReadModels.start(log);
    posts = new SafetyPostsQuery(models.reading);
    appoint('a', 'massSafetyMonitor', '2026-10-01');
    appoint('b', 'youthSafetyPost', '2026-10-05');
  });

  afterEach(() => models.stop());

  it('shows who watches over a crew on a day, with what was found and rewarded (JX-49d)', async () => {
    log.record(SafetyPostEnded, 'safetyPost-a', { postId: 'a', endedOn: day('2026-10-31'), reason: '调岗' });
    find('a', 'h1', '2026-10-10');
    log.record(HazardRewarded, 'safetyPost-a', {
      postId: 'a',
      hazardId: 'h1',
      reward: 'points',
      rewardedOn: day('2026-10-11'),
    });
    const on = async (asOfDay: string, kind?: 'youthSafetyPost') =>
      (
        await posts.answer(
          { organization: 'company', asOfDay: day(asOfDay), ...(kind && { kind }) },
          { after: log.head },
        )
      ).posts;
    expect(await on('2026-10-04')).toEqual([
      {
        ...{ postId: 'a', unitId: 'crew-1', unitName: '单位 crew-1', kind: 'massSafetyMonitor', workerId: 'w-a' },
        ...{ appointedOn: '2026-10-01', endedOn: '2026-10-31', hazardsFound: 1, hazardsRewarded: 1 },
      },
    ]);
    expect((await on('2026-10-31')).map(({ postId }) => postId)).toEqual(['a', 'b']);
    expect((await on('2026-11-01')).map(({ postId }) => postId)).toEqual(['b']);
    expect((await on('2026-10-31', 'youthSafetyPost')).map(({ postId }) => postId)).toEqual(['b']);
    const page = await posts.answer({ organization: 'company', asOfDay: day('2026-10-31'), limit: 1 }, {});
    expect([page.posts.map(({ postId }) => postId), page.nextCursor]).toEqual([['a'], 'a']);
  });

  it('counts hazards by the month in which they were found, with remedies and rewards (JX-49d)', async () => {
    find('a', 'h1', '2026-10-31');
    find('a', 'h2', '2026-11-01');
    find('a', 'h3', '2026-11-30');
    find('b', 'h1', '2026-11-30', 'youthSafetyPost');
    log.record(HazardRemedied, 'safetyPost-a', { postId: 'a', hazardId: 'h2', remediedOn: day('2026-12-01') });
    for (const [hazardId, paidFen] of [
      ['h2', 5_000],
      ['h3', 2_500],
    ] as const) {
      log.record(HazardRewarded, 'safetyPost-a', {
        ...{ postId: 'a', hazardId, reward: 'money', paidFen: fen(paidFen), rewardedOn: day('2026-12-01') },
      });
    }
    const counted = async (organization: string, text: string) =>
      (await posts.byMonth({ organization, period: period(text) }, { after: log.head })).hazards;
    const november = [
      {
        ...{ month: '2026-11', foundBy: 'massSafetyMonitor', kind: 'lifting', found: 2, remedied: 1, rewarded: 2 },
        paidFen: 7_500,
      },
      {
        ...{ month: '2026-11', foundBy: 'youthSafetyPost', kind: 'lifting', found: 1, remedied: 0, rewarded: 0 },
        paidFen: 0,
      },
    ];
    expect(await counted('district', '2026-11')).toEqual(november);
    expect((await counted('district', '2026-Q4')).map(({ month, found }) => [month, found])).toEqual([
      ['2026-10', 1],
      ['2026-11', 2],
      ['2026-11', 1],
    ]);
    expect(await counted('project-2', '2026-Q4')).toEqual([]);
  });
});
