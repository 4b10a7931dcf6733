import type { RedWorksites } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { RedWorksitesQuery } from './red-worksites.query';

describe('The register of Red Worksites', () => {
  const log = new EventsInMemory();
  let models: RunningReadModels;

  const tell = (type: string, unitId: string, data: object) =>
    log.record(type, `redWorksite-${unitId}`, { unitId, ...data });
  const enrol = (unitId: string, dueOn: string) => {
    new ExampleGroup(log).unit(unitId, 'project', 'cccc');
    tell('RedWorksiteEnrolled', unitId, { enrolledOn: '2026-03-01', dueOn });
  };
  const fill = (unitId: string, entry: string, more = {}) =>
    tell('RedWorksiteEntryFilled', unitId, {
      ...{ entry, content: '已建立', evidence: [], filledOn: '2026-03-15', filledBy: 'user:filler', ...more },
    });

  beforeAll(async () => {
    new ExampleGroup(log).unit('cccc', 'group');
    enrol('bridge', '2026-04-30');
    fill('bridge', 'venue');
    tell('RedWorksiteEntryPassed', 'bridge', { entry: 'venue', checkedOn: '2026-03-20' });
    fill('bridge', 'members', { partyMembers: 14 });
    fill('bridge', 'signage');
    tell('RedWorksiteEntrySentBack', 'bridge', { entry: 'signage', reason: '未上墙', checkedOn: '2026-03-20' });
    enrol('metro', '2026-04-30');
    for (const entry of ['venue', 'rules', 'signage', 'members']) {
      fill('metro', entry);
      tell('RedWorksiteEntryPassed', 'metro', { entry, checkedOn: '2026-03-20' });
    }
    tell('RedWorksiteCreationCompleted', 'metro', { completedOn: '2026-03-20' });
    enrol('tunnel', '2026-05-31');
    enrol('withdrawn', '2026-04-30');
    tell('RedWorksiteEnrolmentWithdrawn', 'withdrawn', { reason: '移交', withdrawnOn: '2026-04-01' });
    models = await RunningReadModels.start(log);
  });

  afterAll(() => models.stop());

  const answer = async (asked: Partial<RedWorksites> = {}) =>
    (await new RedWorksitesQuery(models.reading).answer({ organization: 'cccc', ...asked }, { after: log.head }))
      .worksites;
  const ids = async (asked: Partial<RedWorksites>) => (await answer(asked)).map(({ unitId }) => unitId);

  it('WZ-19a: shows how far the four entries have come, and what is outstanding', async () => {
    const [bridge] = await answer();
    const untouched = { content: null, partyMembers: null, filledOn: null, checkedOn: null, reason: null };
    const filled = { ...untouched, content: '已建立', filledOn: '2026-03-15' };
    expect(bridge).toEqual({
      ...{ unitId: 'bridge', partyOrganizationId: null, enrolledOn: '2026-03-01', dueOn: '2026-04-30' },
      ...{ stage: 'incomplete', completedOn: null, outstanding: ['rules', 'signage', 'members'] },
      entries: [
        { ...filled, entry: 'venue', state: 'passed', checkedOn: '2026-03-20' },
        { ...untouched, entry: 'rules', state: 'missing' },
        { ...filled, entry: 'signage', state: 'sentBack', checkedOn: '2026-03-20', reason: '未上墙' },
        { ...filled, entry: 'members', state: 'filled', partyMembers: 14 },
      ],
    });
  });

  it('WZ-19a: lists what is incomplete and overdue from the day after it was due', async () => {
    expect(await ids({ overdueOn: day('2026-04-30') })).toEqual([]);
    expect(await ids({ overdueOn: day('2026-05-01') })).toEqual(['bridge']);
    expect(await ids({ overdueOn: day('2026-06-01') })).toEqual(['bridge', 'tunnel']);
  });

  it('tells the complete from the incomplete, and shows no enrolment that was withdrawn', async () => {
    expect(await ids({ stage: 'complete' })).toEqual(['metro']);
    expect(await ids({ stage: 'incomplete' })).toEqual(['bridge', 'tunnel']);
    expect(await ids({ organization: 'metro' })).toEqual(['metro']);
    expect(await ids({ cursor: 'bridge' })).toEqual(['metro', 'tunnel']);
  });
});
