import { type CrewSupportVisit, CrewSupportVisitRecorded, CrewSupportVisitWithdrawn } from '@gongyou/contracts';
import { day, period } from '@gongyou/domain';
import { StandingIndicatorsQuery } from '../standing-indicators/standing-indicators.query';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { CrewSupportVisitsQuery } from './crew-support-visits.query';

describe('The visits of those who are stationed with crews', () => {
  let models: RunningReadModels;
  let log: EventsInMemory;

  const crew = (type: string, unitId: string, data: object) => log.record(type, `crew-${unitId}`, { unitId, ...data });
  const visit = (unitId: string, visitId: string, visitedOn: string, change: Partial<CrewSupportVisit> = {}) =>
    log.record(CrewSupportVisitRecorded, `crewSupportLog-${unitId}~${visitedOn.slice(0, 7)}`, {
      ...{ unitId, role: 'stationedManager', stationedId: 'zhao' },
      visit: {
        ...{ visitId, assignmentId: 's1', visitedOn: day(visitedOn), minutes: 30, helpGiven: ['guidance'] },
        ...{ requests: [], followedUpMatterIds: [], ...change },
      },
    });

  beforeEach(async () => {
    log = new EventsInMemory();
    const group = new ExampleGroup(log);
    group.unit('company', 'company');
    group.unit('project', 'project', 'company', '2026-01-01');
    for (const unitId of ['rebar', 'formwork']) {
      group.unit(unitId, 'crew', 'project', '2026-01-01');
      crew('CrewFormed', unitId, { trade: '020', formedOn: '2026-01-01' });
    }
    const supported = { assignmentId: 's1', managerId: 'zhao', duties: ['到班组'], fromDay: '2026-02-01' };
    crew('CrewSupportAssigned', 'rebar', supported);
    crew('PartyMemberStationed', 'rebar', { stationingId: 'g1', workerId: 'chen', fromDay: '2026-03-01' });
    crew('CrewSupportEnded', 'rebar', { assignmentId: 's1', reason: '期满', endedOn: '2026-09-30' });
    crew('CrewSupportAssigned', 'rebar', { ...supported, assignmentId: 's2', fromDay: '2026-10-01' });
    models = await RunningReadModels.start(log);
  });

  afterEach(() => models.stop());

  const visits = (asked: { period?: string; role?: 'stationedPartyMember'; cursor?: string; limit?: number } = {}) => {
    const { period: text = '2026-Q3', ...rest } = asked;
    const query = new CrewSupportVisitsQuery(models.reading);
    return query.answer({ organization: 'company', period: period(text), ...rest }, { after: log.head });
  };

  it('are shown by assignment with their frequency, what they raised and followed up; without one too (QD-41)', async () => {
    visit('rebar', 'v1', '2026-07-01', { requests: [{ matterId: 'm1', kind: 'work', subject: 'tools' }] });
    visit('rebar', 'v2', '2026-07-31', { followedUpMatterIds: ['m1'] });
    visit('rebar', 'v3', '2026-09-30');
    visit('rebar', 'v4', '2026-06-30');
    expect((await visits()).assignments).toEqual([
      {
        ...{ unitId: 'rebar', unitName: '单位 rebar', assignmentId: 'g1', role: 'stationedPartyMember' },
        ...{ stationedId: 'chen', fromDay: '2026-03-01', endedOn: null, visits: 0, minutes: 0, lastVisitedOn: null },
        ...{ mattersRaised: 0, mattersFollowedUp: 0, visitsByMonth: [] },
      },
      {
        ...{ unitId: 'rebar', unitName: '单位 rebar', assignmentId: 's1', role: 'stationedManager' },
        ...{ stationedId: 'zhao', fromDay: '2026-02-01', endedOn: '2026-09-30', visits: 3, minutes: 90 },
        ...{ lastVisitedOn: '2026-09-30', mattersRaised: 1, mattersFollowedUp: 1 },
        visitsByMonth: [
          { month: '2026-07', visits: 2 },
          { month: '2026-09', visits: 1 },
        ],
      },
    ]);
  });

  it('are of assignments that lasted in the period only (QD-41)', async () => {
    const ids = async (text: string) =>
      (await visits({ period: text })).assignments.map(({ assignmentId }) => assignmentId);
    expect(await ids('2026-01')).toEqual([]);
    expect(await ids('2026-02')).toEqual(['s1']);
    expect(await ids('2026-09')).toEqual(['g1', 's1']);
    expect(await ids('2026-10')).toEqual(['g1', 's2']);
    expect(await ids('2026-Q4')).toEqual(['g1', 's2']);
    expect(await ids('2026-H2')).toEqual(['g1', 's1', 's2']);
  });

  it('are lost again with a visit that is withdrawn', async () => {
    visit('rebar', 'v1', '2026-07-01');
    log.record(CrewSupportVisitWithdrawn, 'crewSupportLog-rebar~2026-07', {
      ...{ unitId: 'rebar', visitId: 'v1', assignmentId: 's1', visitedOn: day('2026-07-01'), reason: '误记' },
    });
    expect((await visits()).assignments.map((each) => each.visits)).toEqual([0, 0]);
  });

  it('are shown of Party members too, page by page; the share of crews with one is a standing indicator (QD-10)', async () => {
    visit('rebar', 'v1', '2026-07-01', { assignmentId: 'g1' });
    const guided = (await visits({ role: 'stationedPartyMember' })).assignments;
    expect(guided.map(({ assignmentId, visits: count }) => [assignmentId, count])).toEqual([['g1', 1]]);
    const first = await visits({ limit: 1 });
    expect(first.nextCursor).toBe('rebar.g1');
    const second = await visits({ limit: 1, cursor: 'rebar.g1' });
    expect([second.assignments.map(({ assignmentId }) => assignmentId), second.nextCursor]).toEqual([['s1'], null]);
    const asked = { organization: 'company', asOfDay: day('2026-07-01') };
    const { indicators } = await new StandingIndicatorsQuery(models.reading).answer(asked, {});
    const share = indicators.find(({ indicator }) => indicator === 'crewsWithStationedPartyMemberRate')!;
    expect([share.numerator.value, share.denominator?.value, share.shareBasisPoints]).toEqual([1, 2, 5_000]);
  });
});
