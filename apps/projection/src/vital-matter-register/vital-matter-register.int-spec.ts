import { day } from '@gongyou/domain';
import { StandingIndicatorsQuery } from '../standing-indicators/standing-indicators.query';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { VitalMattersQuery } from './vital-matters.query';

describe('The register of matters of vital interest', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;
  const settled = () => ({ after: unions.log.head });

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory()).enterprise('hongda').enterprise('jianda');
    models = await RunningReadModels.start(unions.log);
    unions.congress('c-6', 'hongda', { beginsOn: '2026-01-15' });
    unions.tellCongress('CongressSessionHeld', 'c-6', {
      ...{ sessionId: 's-1', delegates: 30, delegatesPresent: 20, minutes: [], heldOn: day('2026-01-20') },
    });
    unions.tellCongress('CongressResolutionPassed', 'c-6', {
      ...{ sessionId: 's-1', resolutionId: 'r-1', matter: 'payScheme', vitalInterest: true, title: '薪酬方案' },
      ...{ delegates: 30, votesFor: 16, votesAgainst: 3, abstaining: 1 },
    });
    const matter = { unitId: 'hongda', matter: 'payScheme', title: '薪酬方案', inForceFrom: day('2026-02-01') };
    tell('VitalMatterTookEffect', 'm-1', { ...matter, congressId: 'c-6', resolutionId: 'r-1' });
    const shifts = { unitId: 'hongda', matter: 'workingTime', title: '工时办法', inForceFrom: day('2026-03-01') };
    tell('VitalMatterFoundUnresolved', 'm-2', { ...shifts, foundOn: day('2026-04-01') });
  });

  afterEach(() => models.stop());

  const tell = (type: string, matterId: string, data: object) =>
    unions.log.record(type, `vitalMatter-${matterId}`, { matterId, ...data });
  const matters = async (asOfDay: string, asked = {}) =>
    (
      await new VitalMattersQuery(models.reading).answer(
        { organization: 'haimen', asOfDay: day(asOfDay), ...asked },
        settled(),
      )
    ).matters;
  const findings = async (asOfDay: string) =>
    (await matters(asOfDay, { findings: 'true' })).map(({ matterId }) => matterId);

  it('HM-04i: tells by which resolution each is in force, and lists those without one as findings', async () => {
    expect(await matters('2026-03-01')).toEqual([
      {
        ...{ matterId: 'm-1', unitId: 'hongda', matter: 'payScheme', title: '薪酬方案', inForceFrom: '2026-02-01' },
        ...{ foundOn: null, finding: false },
        resolution: {
          ...{ congressId: 'c-6', resolutionId: 'r-1', coveredOn: '2026-02-01', delegates: 30 },
          ...{ votesFor: 16, votesAgainst: 3, abstaining: 1 },
        },
      },
      {
        ...{ matterId: 'm-2', unitId: 'hongda', matter: 'workingTime', title: '工时办法', inForceFrom: '2026-03-01' },
        ...{ foundOn: '2026-04-01', finding: true, resolution: null },
      },
    ]);
    expect(await findings('2026-02-28')).toEqual([]);
    expect(await findings('2026-03-01')).toEqual(['m-2']);
    expect((await matters('2026-03-01', { matter: 'workingTime' })).map(({ matterId }) => matterId)).toEqual(['m-2']);
    expect(await matters('2026-03-01', { organization: 'jianda' })).toEqual([]);
    expect((await matters('2026-03-01', { limit: 1, cursor: 'm-1' })).map(({ matterId }) => matterId)).toEqual(['m-2']);
  });

  it('HM-04i: has no finding from the day on which a resolution covers it, and nothing once it is revoked', async () => {
    tell('VitalMatterCovered', 'm-2', { congressId: 'c-6', resolutionId: 'r-2', coveredOn: day('2026-05-12') });
    tell('VitalMatterRevoked', 'm-2', { reason: '新办法', revokedOn: day('2026-10-01') });
    expect(await findings('2026-05-11')).toEqual(['m-2']);
    expect(await findings('2026-05-12')).toEqual([]);
    expect(await matters('2026-09-30')).toHaveLength(2);
    expect(await matters('2026-10-01')).toHaveLength(1);
  });

  it('HM-04i: are measured by those that a congress passed, at 100 percent', async () => {
    tell('VitalMatterCovered', 'm-2', { congressId: 'c-6', resolutionId: 'r-2', coveredOn: day('2026-05-12') });
    await models.caughtUp();
    const rate = async (asOfDay: string) =>
      (
        await new StandingIndicatorsQuery(models.reading).answer({ organization: 'haimen', asOfDay: day(asOfDay) }, {})
      ).indicators.find(({ indicator }) => indicator === 'vitalMattersPassedByWorkersCongressRate');
    expect(await rate('2026-05-11')).toMatchObject({ shareBasisPoints: 5_000, attained: false });
    expect(await rate('2026-05-12')).toMatchObject({ shareBasisPoints: 10_000, attained: true });
  });
});
