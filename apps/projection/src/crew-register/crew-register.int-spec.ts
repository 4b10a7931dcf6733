import type { CrewEvent, Crews, MorningMeetingEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { CrewItemsQuery } from './crew-items.query';
import { CrewQuery } from './crew.query';
import { CrewsQuery } from './crews.query';

describe('The register of crews', () => {
  let models: RunningReadModels;
  let log: EventsInMemory;

  type Told = CrewEvent | MorningMeetingEvent;
  const tell = <Type extends Told['type']>(
    unitId: string,
    type: Type,
    data: Omit<Extract<Told, { type: Type }>['data'], 'unitId'>,
  ): number => log.record(type, `crew-${unitId}`, { unitId, ...data });
  const support = (unitId: string, assignmentId: string, managerId: string, fromDay: string) =>
    tell(unitId, 'CrewSupportAssigned', { assignmentId, managerId, duties: ['每周到班组'], fromDay: day(fromDay) });
  const guide = (unitId: string, stationingId: string, workerId: string, fromDay: string) =>
    tell(unitId, 'PartyMemberStationed', { stationingId, workerId, fromDay: day(fromDay) });
  const morning = (unitId: string, heldOn: string, shift: 'day' | 'night' = 'day') => ({
    ...{ unitId, heldOn: day(heldOn), shift, place: '3 号墩', presentCount: 9, topics: ['点名'], risks: ['临边'] },
    evidence: [{ fileName: '合影.jpg', sha256: 'ab'.repeat(32) }],
  });
  const meet = (unitId: string, heldOn: string, shift: 'day' | 'night' = 'day') =>
    log.record('MorningMeetingHeld', `morningMeeting-${unitId}~${heldOn}~${shift}`, morning(unitId, heldOn, shift));

  beforeAll(async () => {
    log = new EventsInMemory();
    const group = new ExampleGroup(log);
    group.unit('cccc', 'group');
    group.unit('company-a', 'company', 'cccc');
    group.unit('company-b', 'company', 'cccc');
    group.unit('bridge', 'project', 'company-a');
    for (const crew of ['formwork', 'rebar', 'scaffold']) group.unit(crew, 'crew', 'bridge');
    group.unit('pile', 'crew', 'company-b');

    for (const [crew, trade] of Object.entries({ formwork: '050', rebar: '020', scaffold: '030', pile: '160' })) {
      tell(crew, 'CrewFormed', { trade, formedOn: day('2026-03-01') });
    }
    tell('rebar', 'CrewRevised', { trade: '020', labourSubcontractorId: 'labour', revisedOn: day('2026-03-02') });
    tell('rebar', 'CrewLeaderAppointed', { workerId: 'wang', appointedOn: day('2026-03-02') });
    tell('rebar', 'CrewLeaderAppointed', {
      workerId: 'li',
      replacedWorkerId: 'wang',
      appointedOn: day('2026-05-01'),
    });
    support('rebar', 's1', 'manager-zhao', '2026-03-02');
    tell('rebar', 'CrewSupportEnded', { assignmentId: 's1', reason: '轮换', endedOn: day('2026-04-30') });
    support('rebar', 's2', 'manager-qian', '2026-05-01');
    guide('rebar', 'p1', 'chen', '2026-03-02');
    guide('rebar', 'p2', 'sun', '2026-03-02');
    tell('rebar', 'PartyMemberStationingEnded', { stationingId: 'p1', reason: '调离', endedOn: day('2026-06-30') });
    const power = { catalogueVersion: 1, grantorId: 'manager-qian', fromDay: day('2026-05-01') };
    tell('rebar', 'PowerDelegated', {
      ...power,
      delegationId: 'd1',
      power: 'safetyStop',
      holderId: 'li',
      untilDay: day('2026-12-31'),
    });
    const use = { delegationId: 'd1', power: 'safetyStop', holderId: 'li', action: '停工整改' };
    tell('rebar', 'PowerUsed', { ...use, useId: 'u1', usedOn: day('2026-05-02') });
    tell('rebar', 'PowerUsed', { ...use, useId: 'u2', usedOn: day('2026-05-03') });
    tell('rebar', 'PowerRevoked', { delegationId: 'd1', reason: '期间调整', revokedOn: day('2026-09-01') });
    const votes = { votesFor: 7, votesAgainst: 1, votesAbstained: 0, withinDelegatedPowers: true };
    const matters = [{ title: '奖金分配', outcome: 'decided' as const, power: 'bonusDistribution', ...votes }];
    const count = { memberCount: 10, presentCount: 8, matters };
    tell('rebar', 'CrewMeetingHeld', { ...count, meetingId: 'm2', heldOn: day('2026-10-30') });
    tell('rebar', 'CrewMeetingHeld', { ...count, meetingId: 'm1', heldOn: day('2026-09-30') });
    const stars = { qualityStars: 5, progressStars: 4, safetyStars: 5 };
    tell('rebar', 'CrewReviewed', { ...stars, reviewId: 'r1', reviewedOn: day('2026-10-08') });
    tell('rebar', 'CrewReviewed', { ...stars, reviewId: 'r0', reviewedOn: day('2026-07-08') });
    tell('rebar', 'CrewReviewed', {
      ...stars,
      progressStars: 2,
      reviewId: 'r2',
      reviewedOn: day('2026-10-08'),
      replacesReviewId: 'r1',
    });
    meet('rebar', '2026-11-19');
    meet('rebar', '2026-11-18', 'night');
    const corrected = { ...morning('rebar', '2026-11-19'), presentCount: 8, reason: '误记', correctedOn: '2026-11-20' };
    log.record('MorningMeetingCorrected', 'morningMeeting-rebar~2026-11-19~day', corrected);
    meet('formwork', '2026-11-20');
    support('formwork', 's1', 'manager-qian', '2026-03-02');

    support('scaffold', 's1', 'manager-qian', '2026-03-02');
    guide('scaffold', 'p1', 'chen', '2026-03-02');
    tell('scaffold', 'CrewLeaderAppointed', { workerId: 'zhou', appointedOn: day('2026-03-02') });
    tell('scaffold', 'CrewDissolved', { reason: '完工', dissolvedOn: day('2026-10-31') });

    const issue = (crew: string, itemId: string, acknowledgeBy: string) =>
      tell(crew, 'CrewItemIssued', {
        itemId,
        kind: 'disclosure',
        title: `交底 ${itemId}`,
        issuedOn: day('2026-06-01'),
        acknowledgeBy: day(acknowledgeBy),
      });
    const acknowledge = (itemId: string, workerId: string, asLeader: boolean, on: string) =>
      tell('rebar', 'CrewItemAcknowledged', { itemId, workerId, asLeader, acknowledgedOn: day(on) });
    issue('rebar', 'i1', '2026-06-04');
    issue('rebar', 'i2', '2026-06-04');
    issue('rebar', 'i3', '2026-06-05');
    issue('pile', 'i1', '2026-06-04');
    acknowledge('i1', 'wu', false, '2026-06-02');
    acknowledge('i1', 'li', true, '2026-06-04');
    acknowledge('i2', 'li', true, '2026-06-06');
    acknowledge('i3', 'wu', false, '2026-06-02');

    models = await RunningReadModels.start(log);
    await models.caughtUp();
  });

  afterAll(() => models.stop());

  const ids = async (asked: Partial<Crews> = {}) =>
    (await new CrewsQuery(models.reading).answer({ organization: 'cccc', ...asked }, {})).crews.map(
      ({ unitId }) => unitId,
    );

  it('holds the crews at or below a unit, in the order of ids (QD-03)', async () => {
    expect(await ids()).toEqual(['formwork', 'pile', 'rebar', 'scaffold']);
    expect(await ids({ organization: 'company-a' })).toEqual(['formwork', 'rebar', 'scaffold']);
    expect(await ids({ organization: 'rebar' })).toEqual(['rebar']);
    expect(await ids({ organization: 'nowhere' })).toEqual([]);
  });

  it.each<[string, Partial<Crews>, string[]]>([
    ['stage', { stage: 'formed' }, ['formwork', 'pile']],
    ['stage', { stage: 'active' }, ['rebar']],
    ['stage', { stage: 'dissolved' }, ['scaffold']],
    ['trade', { trade: '050' }, ['formwork']],
    ['labour subcontractor', { labourSubcontractor: 'labour' }, ['rebar']],
    ['the manager who answers for them', { manager: 'manager-qian' }, ['formwork', 'rebar']],
    ['a manager of former times: none', { manager: 'manager-zhao' }, []],
    ['having a manager (QD-13)', { supported: 'true' }, ['formwork', 'rebar']],
    ['standing without a manager (QD-13)', { supported: 'false' }, ['pile']],
    ['having a Party member (QD-10)', { guided: 'true' }, ['rebar']],
    ['standing without a Party member (QD-10)', { guided: 'false' }, ['formwork', 'pile']],
    ['no morning meeting on the day or later', { noMorningMeetingSince: day('2026-11-19') }, ['pile']],
    ['no morning meeting one day later', { noMorningMeetingSince: day('2026-11-20') }, ['pile', 'rebar']],
    ['no crew meeting on the day or later (QD-30)', { noMeetingSince: day('2026-10-30') }, ['formwork', 'pile']],
    ['no crew meeting one day later', { noMeetingSince: day('2026-10-31') }, ['formwork', 'pile', 'rebar']],
    ['several at once', { supported: 'true', trade: '020' }, ['rebar']],
  ])('can be narrowed by %s', async (_, asked, expected) => {
    expect(await ids(asked)).toEqual(expected);
  });

  it('answers page by page', async () => {
    const crews = new CrewsQuery(models.reading);
    const first = await crews.answer({ organization: 'cccc', limit: 3 }, {});
    const second = await crews.answer({ organization: 'cccc', limit: 3, cursor: first.nextCursor! }, {});
    expect(first.crews.map(({ unitId }) => unitId)).toEqual(['formwork', 'pile', 'rebar']);
    expect([second.crews.map(({ unitId }) => unitId), second.nextCursor]).toEqual([['scaffold'], null]);
  });

  it('shows each crew as it stands', async () => {
    const { crews } = await new CrewsQuery(models.reading).answer({ organization: 'rebar' }, {});
    expect(crews).toEqual([
      {
        unitId: 'rebar',
        unitName: '单位 rebar',
        trade: '020',
        labourSubcontractorId: 'labour',
        stage: 'active',
        formedOn: '2026-03-01',
        dissolvedOn: null,
        leaderId: 'li',
        leaderSince: '2026-05-01',
        managerId: 'manager-qian',
        managerSince: '2026-05-01',
        partyMemberIds: ['sun'],
        lastMeetingOn: '2026-10-30',
        lastMorningMeetingOn: '2026-11-19',
        lastReview: {
          reviewedOn: '2026-10-08',
          qualityStars: 5,
          progressStars: 2,
          safetyStars: 5,
          reservedStars: null,
        },
      },
    ]);
  });

  describe('opens to one crew', () => {
    const one = (unitId: string) => new CrewQuery(models.reading).answer(unitId, {});

    it('with whoever answered for it and guided it, and for how long (QD-10, QD-13)', async () => {
      const { supports, partyMembers } = await one('rebar');
      expect(supports.map(({ personId, fromDay, endedOn }) => [personId, fromDay, endedOn])).toEqual([
        ['manager-zhao', '2026-03-02', '2026-04-30'],
        ['manager-qian', '2026-05-01', null],
      ]);
      expect(partyMembers.map(({ personId, endedOn }) => [personId, endedOn])).toEqual([
        ['chen', '2026-06-30'],
        ['sun', null],
      ]);
    });

    it('with its delegated powers and their use, the latest first (QD-29)', async () => {
      const { powers, powerUses } = await one('rebar');
      expect(powers).toEqual([
        {
          delegationId: 'd1',
          catalogueVersion: 1,
          power: 'safetyStop',
          grantorId: 'manager-qian',
          holderId: 'li',
          limits: null,
          fromDay: '2026-05-01',
          untilDay: '2026-12-31',
          revokedOn: '2026-09-01',
        },
      ]);
      expect(powerUses.map(({ useId, usedOn }) => [useId, usedOn])).toEqual([
        ['u2', '2026-05-03'],
        ['u1', '2026-05-02'],
      ]);
    });

    it('with its reviews, the replaced one among them (DS-13, RW-13)', async () => {
      const { reviews } = await one('rebar');
      expect(reviews.map(({ reviewId, replacedByReviewId }) => [reviewId, replacedByReviewId])).toEqual([
        ['r1', 'r2'],
        ['r0', null],
        ['r2', null],
      ]);
    });

    it('with its meetings, the latest first, as they were corrected (HS-08, QD-30)', async () => {
      const { meetings, morningMeetings } = await one('rebar');
      expect(meetings.map(({ meetingId, matters }) => [meetingId, matters[0]!.withinDelegatedPowers])).toEqual([
        ['m2', true],
        ['m1', true],
      ]);
      expect(morningMeetings).toEqual([
        {
          heldOn: '2026-11-19',
          shift: 'day',
          place: '3 号墩',
          presentCount: 8,
          topics: ['点名'],
          risks: ['临边'],
          minutes: null,
          evidenceCount: 1,
          isCorrected: true,
        },
        expect.objectContaining({ heldOn: '2026-11-18', shift: 'night', presentCount: 9, isCorrected: false }),
      ]);
    });

    it('whose people and powers ended with it', async () => {
      const { crew, supports, partyMembers } = await one('scaffold');
      expect(crew).toMatchObject({ stage: 'dissolved', dissolvedOn: '2026-10-31', leaderId: null, managerId: null });
      expect([...supports, ...partyMembers].map(({ endedOn }) => endedOn)).toEqual(['2026-10-31', '2026-10-31']);
    });

    it('that was formed', async () => {
      await expect(one('bridge')).rejects.toMatchObject({ kind: 'notFound', code: 'organization.crewUnknown' });
    });
  });

  describe('tells what was issued to crews (QD-12)', () => {
    const items = async (asked: { organization?: string; lateOn?: string; cursor?: string; limit?: number } = {}) => {
      const { lateOn, ...rest } = asked;
      const query = { organization: 'cccc', ...rest, ...(lateOn !== undefined && { lateOn: day(lateOn) }) };
      return new CrewItemsQuery(models.reading).answer(query, {});
    };
    const names = ({ items: rows }: Awaited<ReturnType<typeof items>>) =>
      rows.map(({ unitId, itemId }) => `${unitId} ${itemId}`);

    it('with the day on which the leader acknowledged it, and how many did', async () => {
      const { items: rows } = await items({ organization: 'rebar' });
      expect(rows.map((each) => [each.itemId, each.acknowledgedOn, each.acknowledgedByCount])).toEqual([
        ['i1', '2026-06-04', 2],
        ['i2', '2026-06-06', 1],
        ['i3', null, 1],
      ]);
    });

    it.each([
      ['2026-06-04', []],
      ['2026-06-05', ['pile i1', 'rebar i2']],
      ['2026-06-06', ['pile i1', 'rebar i2', 'rebar i3']],
      ['2026-06-07', ['pile i1', 'rebar i3']],
    ])('and what no leader had acknowledged in time when %s began', async (lateOn, expected) => {
      expect(names(await items({ lateOn }))).toEqual(expected);
    });

    it('page by page', async () => {
      const first = await items({ limit: 3 });
      const second = await items({ limit: 3, cursor: first.nextCursor! });
      expect([names(first), names(second), second.nextCursor]).toEqual([
        ['pile i1', 'rebar i1', 'rebar i2'],
        ['rebar i3'],
        null,
      ]);
    });

    it.each(['2026-02-30.rebar.i1', '2026-06-04.rebar', '2026-06-04.a.b.c', ''])(
      'and refuses a cursor that no page gave: %s',
      async (cursor) => {
        await expect(items({ cursor })).rejects.toMatchObject({ code: 'reporting.badCursor' });
      },
    );
  });
});
