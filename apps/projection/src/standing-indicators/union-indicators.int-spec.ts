import type { FigureEvent, StandingIndicatorLine } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { figureKeyOf } from '../indicator-ledger/figure-key';
import { recomputeBalances } from '../indicator-ledger/recompute-balances';
import { EventsInMemory } from '../testing/events-in-memory';
import { covered, ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { StandingIndicatorsQuery } from './standing-indicators.query';

describe('The standing indicators of unions and congresses', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory());
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(async () => {
    expect(await recomputeBalances(models.dataSource.manager)).toEqual([]);
    await models.stop();
  });

  const line = async (
    indicator: string,
    asOfDay: string,
    asked: { organization?: string; asOfPosition?: number } = {},
  ) => {
    const { organization = 'haimen', asOfPosition = unions.log.head } = asked;
    await models.caughtUp();
    const answer = await new StandingIndicatorsQuery(models.reading).answer(
      { organization, asOfDay: day(asOfDay), asOfPosition },
      {},
    );
    return answer.indicators.find((each) => each.indicator === indicator)!;
  };
  const figures = async (...how: Parameters<typeof line>): Promise<[number, number | undefined]> => {
    const { numerator, denominator } = await line(...how);
    return [numerator.value, denominator?.value];
  };
  const opened = async ({ figure }: StandingIndicatorLine['numerator']): Promise<FigureEvent[]> =>
    (await models.figureEvents.answer(figureKeyOf(figure), {}, {})).events;

  it('HM-03f: count private enterprises with a union of all that are open: 17 of 20 reach 85%, 16 do not', async () => {
    for (let number = 1; number <= 20; number += 1) unions.enterprise(`e-${number}`);
    for (let number = 1; number <= 16; number += 1) unions.found(`u-${number}`, `e-${number}`);
    unions.found('u-17', 'e-17', '2025-06-01');
    const rate = 'privateEnterpriseUnionCoverageRate';
    expect(await line(rate, '2025-05-31')).toMatchObject({ shareBasisPoints: 8_000, attained: false });
    expect(await line(rate, '2025-06-01')).toMatchObject({ shareBasisPoints: 8_500, attained: true });
    expect(await line(rate, '2025-06-01', { asOfPosition: unions.log.head - 1 })).toMatchObject({ attained: false });
    const events = await opened((await line(rate, '2025-06-01')).numerator);
    expect(events).toHaveLength(17);
    expect(events.at(-1)).toMatchObject({ type: 'MassOrganizationTermBegan', unitId: 'e-17', day: '2025-06-01' });
  });

  it('HM-03e, HM-03b: count by kind and owner, a joint union for each enterprise as long as it is there for it', async () => {
    unions.enterprise('hongda').enterprise('jianda').enterprise('works', 'stateOwned');
    unions.found('joint', 'hongda', '2025-02-01', { coveredUnits: [covered('hongda'), covered('jianda')] });
    unions.changeCoverage('joint', ['works'], ['jianda'], '2025-09-01').dissolve('joint', '2026-03-01');
    unions.found('league', 'works', '2025-05-01', { kind: 'youthLeague' });
    expect(await figures('enterpriseCoverageRateTradeUnion', '2025-01-31')).toEqual([0, 3]);
    expect(await figures('privateEnterpriseUnionCoverageRate', '2025-08-31')).toEqual([2, 2]);
    expect(await figures('privateEnterpriseUnionCoverageRate', '2025-09-01')).toEqual([1, 2]);
    expect(await figures('stateOwnedEnterpriseCoverageRateTradeUnion', '2025-09-01')).toEqual([1, 1]);
    expect(await figures('enterpriseCoverageRateTradeUnion', '2026-03-01')).toEqual([0, 3]);
    expect(await figures('enterpriseCoverageRateYouthLeague', '2026-03-01')).toEqual([1, 3]);
    expect(await figures('enterpriseCoverageRateWomensFederation', '2026-03-01')).toEqual([0, 3]);
  });

  it('HM-03f: count an enterprise no more once it is closed, and under its new owner from that day', async () => {
    unions.enterprise('hongda').found('u-1', 'hongda').own('hongda', 'stateOwned', '2026-07-01');
    unions.close('hongda', '2026-10-31');
    expect(await figures('privateEnterpriseUnionCoverageRate', '2026-06-30')).toEqual([1, 1]);
    expect(await figures('privateEnterpriseUnionCoverageRate', '2026-07-01')).toEqual([0, 0]);
    expect(await figures('stateOwnedEnterpriseCoverageRateTradeUnion', '2026-10-30')).toEqual([1, 1]);
    expect(await figures('enterpriseCoverageRateTradeUnion', '2026-10-31')).toEqual([0, 0]);
  });

  describe('of members', () => {
    const entered = (workerId: string, crewId: string, enteredOn: string) =>
      unions.log.record('WorkerEnteredSite', `worker-${workerId}`, {
        ...{ workerId, projectId: 'lot-3', crewId, workType: '020', workRole: '20', contractId: 'lc-1' },
        ...{ ageGroup: 'adult', enteredOn: day(enteredOn) },
      });
    const employed = (workerId: string, employmentForm: string, fromDay: string) =>
      unions.log.record('EmploymentFormRecorded', `employmentForm-${workerId}`, {
        ...{ workerId, unitId: 'lot-3', employmentForm, fromDay: day(fromDay) },
      });
    const member = (type: string, workerId: string, data: object) =>
      unions.log.record(type, `unionMembership-${workerId}`, { workerId, ...data });
    const joined = (workerId: string, employmentForm: string, beganOn: string) =>
      member('UnionMembershipBegan', workerId, {
        ...{ massOrganizationId: 'u-1', unitId: 'lot-3', employmentForm },
        ...{ consentedOn: day(beganOn), beganOn: day(beganOn) },
      });

    beforeEach(() => {
      unions.enterprise('hongda');
      unions.group.unit('lot-3', 'project', 'hongda');
      unions.group.unit('rebar', 'crew', 'lot-3');
      unions.group.unit('formwork', 'crew', 'lot-3');
    });

    it('HM-03g, CC-12b: set the members on site against the workers, by unit and form of employment', async () => {
      entered('w-1', 'rebar', '2026-03-01');
      entered('w-2', 'rebar', '2026-03-01');
      entered('w-3', 'formwork', '2026-03-01');
      employed('w-1', 'direct', '2026-03-01');
      employed('w-2', 'platform', '2026-03-01');
      joined('w-1', 'direct', '2026-04-28');
      expect(await figures('unionMembershipRate', '2026-04-27')).toEqual([0, 3]);
      expect(await figures('unionMembershipRate', '2026-04-28')).toEqual([1, 3]);
      expect(await figures('unionMembershipRate', '2026-04-28', { organization: 'rebar' })).toEqual([1, 2]);
      expect(await figures('unionMembershipRateDirect', '2026-04-28')).toEqual([1, 1]);
      expect(await figures('unionMembershipRatePlatform', '2026-04-28')).toEqual([0, 1]);
      expect(await figures('unionMembershipRateNewEmploymentForms', '2026-04-28')).toEqual([0, 1]);
      expect(await figures('unionMembershipRateNotTold', '2026-04-28')).toEqual([0, 1]);
    });

    it('CC-12b: take the form that a worker told when he joined, and count him no more when he left the site or the union', async () => {
      entered('w-1', 'rebar', '2026-03-01');
      joined('w-1', 'flexible', '2026-04-28');
      member('UnionMembershipEnded', 'w-1', { reason: '本人申请', endedOn: day('2026-10-01') });
      unions.log.record('WorkerLeftSite', 'worker-w-1', {
        ...{ workerId: 'w-1', projectId: 'lot-3', crewId: 'rebar', leftOn: day('2026-10-31') },
      });
      expect(await figures('unionMembershipRateFlexible', '2026-09-30')).toEqual([1, 1]);
      expect(await figures('unionMembershipRateFlexible', '2026-10-01')).toEqual([0, 1]);
      expect(await figures('unionMembershipRateFlexible', '2026-11-01')).toEqual([0, 0]);
      expect((await line('unionMembers', '2026-09-30')).numerator.value).toBe(1);
      const events = await opened((await line('unionMembershipRateNewEmploymentForms', '2026-11-01')).numerator);
      expect(events.map(({ type, amount }) => [type, amount])).toEqual([
        ['UnionMembershipBegan', 1],
        ['UnionMembershipEnded', -1],
      ]);
    });
  });

  it('HM-04a, CC-03a: count the delegates of each kind of congress while its term runs, to its last day', async () => {
    unions.enterprise('hongda').congress('c-6', 'hongda', { beginsOn: '2026-01-15' }).seat('c-6', 24, 6);
    unions.tellCongress('SeatVacated', 'c-6', { workerId: 'frontline-0', vacatedOn: day('2026-08-31') });
    const share = 'industrialWorkerDelegateShareWorkersCongress';
    expect(await figures(share, '2026-01-14')).toEqual([0, 0]);
    expect(await line(share, '2026-01-15')).toMatchObject({ shareBasisPoints: 8_000 });
    expect(await figures('frontLineDelegateShareWorkersCongress', '2026-08-31')).toEqual([23, 29]);
    expect(await figures(share, '2029-01-15')).toEqual([23, 29]);
    expect(await figures(share, '2029-01-16')).toEqual([0, 0]);
    expect(await figures('industrialWorkerDelegateSharePartyCongress', '2026-01-15')).toEqual([0, 0]);
  });

  it('HM-04d: count the meetings of joint conferences, and which of them have met in the year', async () => {
    unions.conference('c-1', '2025-01-01', '2025-05-19', '2025-11-03').conference('c-2', '2025-01-01');
    expect(await figures('jointConferencesMetInYearRate', '2025-05-18')).toEqual([0, 2]);
    expect(await figures('jointConferencesMetInYearRate', '2025-12-31')).toEqual([1, 2]);
    expect(await figures('jointConferencesMetInYearRate', '2026-01-01')).toEqual([0, 2]);
    const { numerator } = await line('jointConferencesHeld', '2026-01-01');
    expect(numerator.value).toBe(2);
    expect((await opened(numerator)).map(({ type, day: on }) => [type, on])).toEqual([
      ['JointConferenceMet', '2025-05-19'],
      ['JointConferenceMet', '2025-11-03'],
    ]);
  });

  it('HM-04f: count the enterprises whose workers’ congress has met in the year', async () => {
    unions.enterprise('hongda').enterprise('jianda').congress('c-6', 'hongda', { beginsOn: '2025-01-15' });
    const session = { sessionId: 's-1', delegates: 3, delegatesPresent: 3, minutes: [], heldOn: day('2025-03-01') };
    unions.tellCongress('CongressSessionHeld', 'c-6', session);
    expect(await figures('enterprisesWithCongressSessionRate', '2025-02-28')).toEqual([0, 2]);
    expect(await figures('enterprisesWithCongressSessionRate', '2025-12-31')).toEqual([1, 2]);
    expect(await figures('enterprisesWithCongressSessionRate', '2026-01-01')).toEqual([0, 2]);
  });
});
