import type { FigureEvent, StandingIndicatorLine } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { figureKeyOf } from '../indicator-ledger/figure-key';
import { recomputeBalances } from '../indicator-ledger/recompute-balances';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleLiaison } from '../testing/example-liaison';
import { RunningReadModels } from '../testing/running-read-models';
import { StandingIndicatorsQuery } from './standing-indicators.query';

describe('The standing indicators of liaison officers', () => {
  let models: RunningReadModels;
  const company = new ExampleLiaison(new EventsInMemory()).found();
  let beforeOfficers: number;

  beforeAll(async () => {
    for (const unitId of ['project-1', 'project-2']) company.startProject(unitId);
    company.formCrew('crew-1');
    beforeOfficers = company.log.head;
    company.serve('d1', 'district', 'district');
    company.serve('p1', 'project', 'project-1', '2026-09-01');
    company.serve('c1', 'crew', 'crew-1');
    company.publish('c1');
    company.meet('q3', '2026-09-30');
    company.relieve('d1', '2026-10-31');
    company.changeProject('project-2', 'completed', '2026-11-10');
    models = await RunningReadModels.start(company.log);
    await models.caughtUp();
  });
  afterAll(() => models.stop());

  const line = async (
    indicator: string,
    asOfDay: string,
    organization = 'company',
    asOfPosition?: number,
  ): Promise<StandingIndicatorLine> => {
    const asked = { organization, asOfDay: day(asOfDay), ...(asOfPosition !== undefined && { asOfPosition }) };
    const { indicators } = await new StandingIndicatorsQuery(models.reading).answer(asked, {});
    return indicators.find((each) => each.indicator === indicator)!;
  };
  const share = async (...asked: Parameters<typeof line>) => {
    const { numerator, denominator, shareBasisPoints, attained } = await line(...asked);
    return [numerator.value, denominator?.value, shareBasisPoints, attained];
  };
  const opened = async ({ numerator }: StandingIndicatorLine): Promise<string[]> => {
    const { events } = await models.figureEvents.answer(figureKeyOf(numerator.figure), {}, {});
    return events.map(({ type, amount, day: on }: FigureEvent) => `${on} ${type} ${amount}`);
  };

  it('tell whether every district has a full-time officer, and how many there are (JX-07a)', async () => {
    expect(await share('districtsWithFullTimeOfficerRate', '2026-07-31')).toEqual([0, 1, 0, false]);
    expect(await share('districtsWithFullTimeOfficerRate', '2026-10-31')).toEqual([1, 1, 10_000, true]);
    expect(await share('districtsWithFullTimeOfficerRate', '2026-11-01')).toEqual([0, 1, 0, false]);
    expect((await line('fullTimeDistrictLiaisonOfficers', '2026-10-31')).numerator.value).toBe(1);
    expect(await opened(await line('districtsWithFullTimeOfficerRate', '2026-11-01'))).toEqual([
      '2026-08-01 LiaisonOfficerPutOnDuty 1',
      '2026-11-01 LiaisonOfficerRelieved -1',
    ]);
  });

  it('tell how many projects under construction have an officer (JX-07b)', async () => {
    expect(await share('projectsWithLiaisonOfficerRate', '2026-08-31')).toEqual([0, 2, 0, false]);
    expect(await share('projectsWithLiaisonOfficerRate', '2026-09-01')).toEqual([1, 2, 5_000, false]);
    expect(await share('projectsWithLiaisonOfficerRate', '2026-11-10')).toEqual([1, 1, 10_000, true]);
    expect(await share('projectsWithLiaisonOfficerRate', '2026-11-09', 'project-2')).toEqual([0, 1, 0, false]);
    expect((await line('partTimeProjectLiaisonOfficers', '2026-09-01')).numerator.value).toBe(1);
    expect(await opened(await line('projectsWithLiaisonOfficerRate', '2026-11-10'))).toEqual([
      '2026-09-01 LiaisonOfficerPutOnDuty 1',
    ]);
  });

  it('tell how many crews have a liaison person (JX-08)', async () => {
    expect(await share('crewsWithLiaisonPersonRate', '2026-07-31')).toEqual([0, 1, 0, false]);
    expect(await share('crewsWithLiaisonPersonRate', '2026-08-01')).toEqual([1, 1, 10_000, true]);
  });

  it('tell what was known at an earlier position', async () => {
    expect(await share('projectsWithLiaisonOfficerRate', '2026-09-01', 'company', beforeOfficers)).toEqual([
      ...[0, 2, 0, false],
    ]);
  });

  it('tell how many officers on duty are disclosed (JX-11)', async () => {
    expect(await share('liaisonOfficersDisclosedRate', '2026-08-31')).toEqual([1, 2, 5_000, false]);
  });

  it('tell which districts have met in the quarter of the day (JX-20)', async () => {
    expect(await share('districtsThatMetInQuarterRate', '2026-09-29')).toEqual([0, 1, 0, false]);
    expect(await share('districtsThatMetInQuarterRate', '2026-09-30')).toEqual([1, 1, 10_000, true]);
    expect(await share('districtsThatMetInQuarterRate', '2026-10-01')).toEqual([0, 1, 0, false]);
    expect(await opened(await line('districtsThatMetInQuarterRate', '2026-09-30'))).toEqual([
      '2026-09-30 LiaisonMeetingHeld 1',
    ]);
  });

  it('are kept as what the postings add up to', async () =>
    expect(await recomputeBalances(models.dataSource.manager)).toEqual([]));
});
