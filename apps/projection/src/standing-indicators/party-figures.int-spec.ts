import {
  BranchLifeCorrected,
  BranchLifeRecorded,
  BranchLifeWithdrawn,
  type FigureEvent,
  FoundingFactsReported,
  InclusionSettled,
  MemberPostLeft,
  MemberPostTakenUp,
  PartyApplicationFiled,
  PartyInstructionEnded,
  PartyInstructorAssigned,
  PartyMembersReported,
  PartyMembershipRegistered,
  PartyOrganizationDissolved,
  PartyOrganizationFounded,
  PartyParametersSet,
  ProbationaryMemberAdmitted,
  type StandingIndicatorLine,
  TorchActionJoined,
  TorchResultRecorded,
  UnitEstablished,
  type UnitKind,
  VanguardClosed,
  VanguardResultReported,
  VanguardSetUp,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { figureKeyOf } from '../indicator-ledger/figure-key';
import { EventsInMemory } from '../testing/events-in-memory';
import { RunningReadModels } from '../testing/running-read-models';
import { partyLines } from './party-lines';
import { StandingIndicatorsQuery } from './standing-indicators.query';

const shown = { partyFigures: true };

describe('The figures of the Party in an organization', () => {
  const log = new EventsInMemory();
  let models: RunningReadModels;
  /** The last position before the second company founded its organization. */
  let beforeTunnel: number;

  const unit = (unitId: string, kind: UnitKind, parentId?: string) =>
    log.record(UnitEstablished, `unit-${unitId}`, {
      ...{ unitId, kind, name: unitId, establishedOn: day('2024-01-01') },
      ...(parentId !== undefined && { parentId }),
    });
  const found = (partyOrganizationId: string, unitId: string, coveredUnitIds: string[], foundedOn: string) =>
    log.record(PartyOrganizationFounded, `partyOrganization-${partyOrganizationId}`, {
      ...{ partyOrganizationId, name: '党支部', kind: 'branch', founding: 'multiPartyJoint', setting: 'workUnit' },
      ...{ unitId, coveredUnitIds, fullMembers: 5, probationaryMembers: 0, foundedOn: day(foundedOn) },
    });
  const members = (partyOrganizationId: string, full: number, worker: number, countedOn: string) =>
    log.record(PartyMembersReported, `partyOrganization-${partyOrganizationId}`, {
      ...{ partyOrganizationId, fullMembers: full, probationaryMembers: 0, workerMembers: worker, partyGroups: 0 },
      countedOn: day(countedOn),
    });
  const facts = (unitId: string, fullMembers: number, countedOn: string) =>
    log.record(FoundingFactsReported, `foundingDuty-${unitId}`, {
      ...{ unitId, place: '370200', employer: 'stateOwned', fullMembers, worksFrom: day('2025-01-01') },
      countedOn: day(countedOn),
    });
  const held = (recordId: string, heldOn: string, changed: Partial<BranchLifeRecorded> = {}) =>
    log.record(BranchLifeRecorded, `branchLife-${recordId}`, {
      ...{ recordId, partyOrganizationId: 'joint', unitId: 'bridge', kind: 'themeDay', heldOn: day(heldOn) },
      ...{ subject: '主题党日', present: 10, crewIds: [], ...changed },
    });
  const admitted = (admissionId: string, approvedOn: string, worker: boolean) => {
    log.record(PartyApplicationFiled, `partyAdmission-${admissionId}`, {
      ...{ admissionId, applicantId: `person-${admissionId}`, partyOrganizationId: 'joint', unitId: 'bridge' },
      ...{ floating: false, groups: [], distinctions: [], employer: 'stateOwned' },
      ...{ appliedOn: day('2024-01-01'), talkDueOn: day('2024-02-01') },
    });
    log.record(ProbationaryMemberAdmitted, `partyAdmission-${admissionId}`, {
      ...{ admissionId, unitId: 'bridge', approvingOrganizationId: 'committee', distinctions: [] },
      ...{ groups: worker ? ['industrialWorker', 'youth'] : ['youth'], employer: 'stateOwned' },
      ...{ approvedOn: day(approvedOn), probationFrom: day(approvedOn) },
      ...{ probationEndsOn: day('2027-12-31'), oathDueOn: day('2027-01-31') },
    });
  };
  const member = (memberId: string, industrialWorker: boolean) =>
    log.record(PartyMembershipRegistered, `partyMembership-${memberId}`, {
      ...{ memberId, partyOrganizationId: 'joint', branchUnitId: 'bridge', unitId: 'bridge', industrialWorker },
      ...{ origin: 'transferredIn', fromOrganization: '原支部', registeredOn: day('2026-02-01') },
    });
  const vanguard = (vanguardId: string, unitId: string, workerMembers: number, setUpOn: string) =>
    log.record(VanguardSetUp, `vanguard-${vanguardId}`, {
      ...{ vanguardId, kind: 'taskForce', partyOrganizationId: 'joint', unitId, memberIds: ['w1', 'w2'] },
      ...{ workerMembers, place: '主桥', task: '合龙', setUpOn: day(setUpOn) },
    });

  beforeAll(async () => {
    unit('group', 'group');
    unit('company', 'company', 'group');
    unit('bridge', 'project', 'company');
    unit('tunnel', 'project', 'company');
    unit('rebar', 'crew', 'bridge');
    unit('blasting', 'crew', 'tunnel');
    unit('repairs', 'crew', 'company');
    facts('bridge', 3, '2026-01-10');
    facts('tunnel', 2, '2026-01-10');
    facts('tunnel', 3, '2026-05-10');
    found('joint', 'bridge', ['bridge', 'company'], '2026-01-15');
    found('second', 'bridge', ['bridge'], '2026-01-20');
    members('joint', 40, 10, '2025-12-31');
    members('joint', 50, 20, '2026-11-01');
    held('theme-1', '2026-10-20', { crewIds: ['rebar', 'repairs'] });
    held('theme-2', '2026-10-21');
    held('meeting', '2026-08-05', { kind: 'membersMeeting', crewIds: ['rebar'] });
    held('never', '2026-09-05', { kind: 'partyLecture', lecturer: 'secretary' });
    log.record(BranchLifeWithdrawn, 'branchLife-never', { recordId: 'never', reason: '误登' });
    held('moved', '2026-10-02', { kind: 'partyLecture', lecturer: 'secretary', crewIds: ['rebar'] });
    log.record(BranchLifeCorrected, 'branchLife-moved', {
      ...{ recordId: 'moved', partyOrganizationId: 'joint', kind: 'partyLecture', heldOn: day('2026-09-30') },
      ...{ subject: '党课', present: 12, crewIds: ['rebar'], lecturer: 'secretary', reason: '日期更正' },
    });
    admitted('last-year', '2025-12-31', true);
    admitted('worker', '2026-01-01', true);
    admitted('cadre', '2026-03-01', false);
    vanguard('v1', 'rebar', 1, '2026-04-01');
    vanguard('v2', 'bridge', 2, '2026-05-01');
    vanguard('v3', 'tunnel', 0, '2026-05-01');
    log.record(VanguardResultReported, 'vanguard-v2', {
      ...{ vanguardId: 'v2', tasksCompleted: 3, accidents: 1, reportedOn: day('2026-06-01') },
    });
    log.record(VanguardClosed, 'vanguard-v2', { vanguardId: 'v2', closedOn: day('2026-07-01') });
    member('w1', true);
    member('w2', false);
    log.record(InclusionSettled, 'partyMembership-w1', {
      ...{ memberId: 'w1', checklistUnitId: 'company', itemId: 'dues', settledOn: day('2026-03-01') },
    });
    log.record(MemberPostTakenUp, 'partyMembership-w1', {
      ...{ memberId: 'w1', postId: 'p1', post: 'branchSecretary', unitId: 'bridge', fromDay: day('2026-05-01') },
    });
    log.record(MemberPostLeft, 'partyMembership-w1', { memberId: 'w1', postId: 'p1', lastDay: day('2026-08-31') });
    log.record(TorchActionJoined, 'torchStudio-s1', {
      ...{
        studioId: 's1',
        name: '工作室',
        unitId: 'bridge',
        partyOrganizationId: 'joint',
        joinedOn: day('2025-06-01'),
      },
    });
    for (const [resultId, achievedOn] of [
      ['r1', '2025-12-31'],
      ['r2', '2026-01-01'],
    ] as const) {
      log.record(TorchResultRecorded, 'torchStudio-s1', {
        ...{ studioId: 's1', resultId, result: '改进', apprenticesHelped: 4, achievedOn: day(achievedOn) },
      });
    }
    log.record(PartyInstructorAssigned, 'partyInstruction-repairs', {
      ...{ unitId: 'repairs', instructorId: 'm1', fromDay: day('2026-03-01') },
    });
    log.record(PartyInstructionEnded, 'partyInstruction-repairs', { unitId: 'repairs', lastDay: day('2026-09-30') });
    beforeTunnel = log.head;
    found('tunnel-branch', 'tunnel', ['tunnel'], '2026-06-01');
    models = await RunningReadModels.start(log);
    await models.caughtUp();
  });

  afterAll(() => models.stop());

  const asked = async (organization: string, asOfDay: string, asOfPosition = log.head) =>
    (
      await new StandingIndicatorsQuery(models.reading).answer(
        { organization, asOfDay: day(asOfDay), asOfPosition },
        {},
        shown,
      )
    ).indicators;
  const line = async (indicator: string, ...how: Parameters<typeof asked>): Promise<StandingIndicatorLine> =>
    (await asked(...how)).find((each) => each.indicator === indicator)!;
  const share = async (...how: Parameters<typeof line>) => {
    const { numerator, denominator } = await line(...how);
    return [numerator.value, denominator!.value];
  };
  const value = async (...how: Parameters<typeof line>) => (await line(...how)).numerator.value;
  const opened = async (figure: string): Promise<FigureEvent[]> =>
    (await models.figureEvents.answer(figureKeyOf(figure), {}, {})).events;

  it('are left out for whoever does not read figures of the Party', async () => {
    const { indicators } = await new StandingIndicatorsQuery(models.reading).answer({ organization: 'group' }, {});
    const shown = indicators.map(({ indicator }) => indicator);
    expect(shown).toContain('crewsWithStationedPartyMemberRate');
    expect(partyLines.map(({ indicator }) => indicator).filter((each) => shown.includes(each))).toEqual([]);
    const trend = { organization: 'group', indicator: 'workerShareOfPartyMembers' };
    expect(() => new StandingIndicatorsQuery(models.reading).trend(trend, {})).toThrow('reporting.noSuchIndicator');
  });

  it('set units with the duty to found that are covered against all of them, each once (WZ-04a, HM-02a)', async () => {
    const rate = (day: string, position?: number) => share('partyOrganizationCoverageRate', 'group', day, position);
    expect(await rate('2024-12-31')).toEqual([0, 0]);
    expect(await rate('2025-01-01')).toEqual([0, 1]);
    expect(await rate('2026-01-14')).toEqual([0, 1]);
    expect(await rate('2026-01-15')).toEqual([1, 1]);
    expect(await rate('2026-05-09')).toEqual([1, 1]);
    expect(await rate('2026-05-10')).toEqual([1, 2]);
    expect(await rate('2026-06-01')).toEqual([2, 2]);
    expect(await rate('2026-06-01', beforeTunnel)).toEqual([1, 2]);
    expect(await line('partyOrganizationCoverageRate', 'group', '2026-05-31')).toMatchObject({
      shareBasisPoints: 5_000,
      target: { provisionId: 'WZ-04a', leastBasisPoints: 10_000 },
      attained: false,
    });
  });

  it('open a coverage to the events that decided it, unit by unit (WZ-04a)', async () => {
    const { numerator, denominator } = await line('partyOrganizationCoverageRate', 'group', '2026-06-01');
    const said = (events: FigureEvent[]) =>
      events.map(({ type, unitId, day: on, amount }) => [type, unitId, on, amount]);
    expect(said(await opened(denominator!.figure))).toEqual([
      ['FoundingFactsReported', 'bridge', '2026-01-10', 1],
      ['FoundingFactsReported', 'tunnel', '2026-05-10', 1],
    ]);
    expect(said(await opened(numerator.figure))).toEqual([
      ['PartyOrganizationFounded', 'bridge', '2026-01-20', 1],
      ['PartyOrganizationFounded', 'tunnel', '2026-06-01', 1],
    ]);
    const page = await models.figureEvents.answer(figureKeyOf(numerator.figure), { limit: 1 }, {});
    expect(page.events).toHaveLength(1);
    expect(page.value).toBe(2);
    const rest = await models.figureEvents.answer(figureKeyOf(numerator.figure), { cursor: page.nextCursor! }, {});
    expect(said(rest.events)).toEqual([['PartyOrganizationFounded', 'tunnel', '2026-06-01', 1]]);
  });

  it('count workplaces that Party work reaches: through the project, or an instructor until his last day (CC-02a)', async () => {
    const rate = (day: string, position?: number) =>
      share('partyOrganizationCoverageOfWorkers', 'group', day, position);
    expect(await rate('2026-01-14')).toEqual([0, 5]);
    // What covers the company reaches neither its other project nor the crew that stands below the company itself.
    expect(await rate('2026-01-15')).toEqual([2, 5]);
    expect(await rate('2026-03-01')).toEqual([3, 5]);
    expect(await rate('2026-09-30')).toEqual([5, 5]);
    expect(await rate('2026-10-01')).toEqual([4, 5]);
    expect(await rate('2026-09-30', beforeTunnel)).toEqual([3, 5]);
    const { numerator } = await line('partyOrganizationCoverageOfWorkers', 'bridge', '2026-10-01');
    expect((await opened(numerator.figure)).map(({ unitId }) => unitId)).toEqual(['bridge', 'rebar']);
  });

  it('tell the workers among members at each year’s end, with the trend (CC-02d)', async () => {
    const query = new StandingIndicatorsQuery(models.reading);
    const asked = {
      organization: 'group',
      indicator: 'workerShareOfPartyMembers',
      asOfDay: day('2026-11-20'),
      years: 3,
    };
    const { points } = await query.trend(asked, { after: log.head }, shown);
    expect(
      points.map(({ asOfDay, line: { numerator, denominator, shareBasisPoints } }) => [
        asOfDay,
        numerator.value,
        denominator!.value,
        shareBasisPoints,
      ]),
    ).toEqual([
      ['2024-12-31', 0, 0, null],
      ['2025-12-31', 0, 0, null],
      ['2026-11-20', 20, 50, 4_000],
    ]);
    expect(await share('workerShareOfPartyMembers', 'group', '2026-10-31')).toEqual([10, 40]);
  });

  it('set industrial workers against all admissions of the year, at five per thousand as a rule (CC-02b)', async () => {
    const admissions = await line('industrialWorkerShareOfPartyAdmissions', 'group', '2026-11-20');
    expect(admissions).toMatchObject({
      period: '2026',
      numerator: { value: 1 },
      denominator: { value: 2 },
      target: { leastBasisPoints: 50, asARule: true },
      attained: true,
    });
    expect(await share('industrialWorkerShareOfPartyAdmissions', 'group', '2025-12-31')).toEqual([1, 1]);
    expect(await share('industrialWorkerShareOfPartyAdmissions', 'group', '2026-01-01')).toEqual([1, 1]);
    const events = await opened(admissions.denominator!.figure);
    expect(events.map(({ stream }) => stream)).toEqual(['partyAdmission-worker', 'partyAdmission-cadre']);
    expect(JSON.stringify(events)).not.toContain('person-');
  });

  it('count activities that crews joined in the quarter, on their day as put right (QD-11)', async () => {
    expect(await value('activitiesJoinedByCrews', 'group', '2026-09-30')).toBe(2);
    expect(await value('activitiesJoinedByCrews', 'group', '2026-11-20')).toBe(1);
    expect(await value('crewsJoiningActivities', 'group', '2026-11-20')).toBe(2);
    const { numerator, period } = await line('activitiesJoinedByCrews', 'group', '2026-09-30');
    expect(period).toBe('2026-Q3');
    const events = await opened(numerator.figure);
    expect(events.map(({ stream, amount }) => [stream, amount])).toEqual([
      ['branchLife-meeting', 1],
      ['branchLife-moved', 1],
    ]);
  });

  it('tell in how many units with a branch a rhythm was kept in its last whole period (HM-02g, PO-04, PO-05)', async () => {
    expect(await share('themeDaysKeptRate', 'group', '2026-10-31')).toEqual([0, 2]);
    expect(await share('themeDaysKeptRate', 'group', '2026-11-01')).toEqual([1, 2]);
    expect(await share('membersMeetingsKeptRate', 'group', '2026-10-01')).toEqual([1, 2]);
    expect(await share('partyLecturesKeptRate', 'group', '2026-10-01')).toEqual([1, 2]);
    // The tunnel’s branch was founded on the first of June: it owes that month, and not the quarter.
    expect(await share('themeDaysKeptRate', 'tunnel', '2026-07-01')).toEqual([0, 1]);
    expect(await share('membersMeetingsKeptRate', 'tunnel', '2026-07-01')).toEqual([0, 0]);
  });

  it('count a project with vanguards of worker members once, while one stands (CC-01b)', async () => {
    expect(await share('projectsWithVanguards', 'group', '2026-03-31')).toEqual([0, 2]);
    expect(await share('projectsWithVanguards', 'group', '2026-05-01')).toEqual([1, 2]);
    expect(await share('projectsWithVanguards', 'group', '2026-07-01')).toEqual([1, 2]);
    const { numerator } = await line('projectsWithVanguards', 'group', '2026-07-01');
    expect((await opened(numerator.figure)).map(({ stream, unitId }) => [stream, unitId])).toEqual([
      ['vanguard-v1', 'bridge'],
    ]);
  });

  it('keep the accidents in the area of a vanguard after it is closed (JX-49c)', async () => {
    expect(await value('vanguardAccidents', 'group', '2026-05-31')).toBe(0);
    expect(await value('vanguardAccidents', 'group', '2026-11-20')).toBe(1);
  });

  it('count worker members in posts, the last day included (HM-02e)', async () => {
    expect(await value('workerMembersInPosts', 'group', '2026-04-30')).toBe(0);
    expect(await value('workerMembersInPosts', 'group', '2026-08-31')).toBe(1);
    expect(await value('workerMembersInPosts', 'group', '2026-09-01')).toBe(0);
  });

  it('tell the share of the six inclusions that is done, of worker members alone (JX-30)', async () =>
    expect(await share('inclusionsSettledRate', 'bridge', '2026-11-20')).toEqual([1, 6]));

  it('count transfers, studios, and what studios did in the year (HM-02f, HM-02h)', async () => {
    expect(await value('membershipTransfers', 'group', '2026-11-20')).toBe(2);
    expect(await value('torchStudios', 'group', '2026-11-20')).toBe(1);
    expect(await value('torchResults', 'group', '2025-12-31')).toBe(1);
    expect(await value('torchResults', 'group', '2026-11-20')).toBe(1);
    expect(await value('torchApprentices', 'group', '2026-11-20')).toBe(4);
  });

  it('judge a duty by the parameters of the place on the day, as they were known (WZ-04a, PO-03)', async () => {
    const before = log.head;
    log.record(PartyParametersSet, 'partyParameters-370200', {
      ...{ siteMonths: 6, siteMonthsExceeded: false, foundingMembers: 4, lecturePeriod: 'quarter', warnDays: 30 },
      ...{ pairingIdleMonths: 3, place: '370200', effectiveFrom: day('2026-08-01'), basis: '示例文件' },
    });
    log.record(PartyOrganizationDissolved, 'partyOrganization-second', {
      ...{ partyOrganizationId: 'second', reason: '合并', dissolvedOn: day('2026-08-01') },
    });
    await models.caughtUp();
    const rate = (day: string, position?: number) => share('partyOrganizationCoverageRate', 'group', day, position);
    expect(await rate('2026-07-31')).toEqual([2, 2]);
    expect(await rate('2026-08-01')).toEqual([0, 0]);
    expect(await rate('2026-08-01', before)).toEqual([2, 2]);
  });
});
