import { FactoryAffairsDisclosed } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { CongressParticipationQuery } from './congress-participation.query';
import { CongressesQuery } from './congresses.query';

describe('The register of congresses', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;
  const settled = () => ({ after: unions.log.head });

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory()).enterprise('hongda').enterprise('jianda');
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const congresses = async (asked = {}) =>
    (await new CongressesQuery(models.reading).congresses({ organization: 'haimen', ...asked }, settled())).congresses;

  it('HM-04a, CC-03a: shows the share of workers in the seats, and whether it rose', async () => {
    unions.congress('c-5', 'hongda', { beginsOn: '2023-01-15' }).seat('c-5', 20, 10);
    unions.congress('c-6', 'hongda', { beginsOn: '2026-01-15', previous: 'c-5' }).seat('c-6', 24, 6);
    const [before, now] = await congresses();
    expect(before).toMatchObject({
      ...{ congressId: 'c-5', delegates: 30, frontLine: 20, management: 10, frontLineBasisPoints: 6_666 },
      ...{ industrialWorkerShareRose: null, findings: [{ code: 'moreManagersThanUsual', verified: false }] },
    });
    expect(now).toMatchObject({
      ...{ congressId: 'c-6', industrialWorkerBasisPoints: 8_000, previousIndustrialWorkerBasisPoints: 6_666 },
      ...{ industrialWorkerShareRose: true, findings: [], sessions: 0, lastSessionOn: null },
    });
  });

  it('counts a seat that fell vacant no more, and one that was filled again', async () => {
    unions.congress('c-6', 'hongda', { beginsOn: '2026-01-15' }).seat('c-6', 2, 0);
    unions.tellCongress('SeatVacated', 'c-6', { workerId: 'frontline-0', vacatedOn: day('2026-08-31') });
    expect(await congresses()).toMatchObject([{ delegates: 1 }]);
    unions.seat('c-6', 1, 0);
    expect(await congresses()).toMatchObject([{ delegates: 2 }]);
  });

  it('HM-04f: tells when each met last', async () => {
    unions.congress('c-6', 'hongda', { beginsOn: '2026-01-15' }).seat('c-6', 3, 0);
    for (const heldOn of ['2026-06-01', '2026-03-01']) {
      const session = { sessionId: `s-${heldOn}`, delegates: 3, delegatesPresent: 3, minutes: [], heldOn: day(heldOn) };
      unions.tellCongress('CongressSessionHeld', 'c-6', session);
    }
    expect(await congresses()).toMatchObject([{ sessions: 2, lastSessionOn: '2026-06-01' }]);
  });

  it('can be narrowed, and is read page by page', async () => {
    unions.congress('c-1', 'hongda', { beginsOn: '2020-01-15' }).congress('c-2', 'hongda', { beginsOn: '2026-01-15' });
    unions.congress('c-3', 'jianda', { beginsOn: '2026-01-15' });
    const ids = async (asked: object) => (await congresses(asked)).map(({ congressId }) => congressId);
    expect(await ids({ organization: 'hongda' })).toEqual(['c-1', 'c-2']);
    expect(await ids({ runningOn: day('2026-01-15') })).toEqual(['c-2', 'c-3']);
    expect(await ids({ runningOn: day('2026-01-14') })).toEqual([]);
    expect(await ids({ kind: 'partyCongress' })).toEqual([]);
    expect(await ids({ limit: 2 })).toEqual(['c-1', 'c-2']);
    expect(await ids({ limit: 2, cursor: 'c-2' })).toEqual(['c-3']);
  });

  const held = (congressId: string, heldOn: string, sessionId = `s-${heldOn}`) =>
    unions.tellCongress('CongressSessionHeld', congressId, {
      ...{ sessionId, delegates: 3, delegatesPresent: 3, minutes: [], heldOn: day(heldOn) },
    });

  it('HM-04f: lists the enterprises whose congress did not meet in a year, those without one among them', async () => {
    unions.congress('c-6', 'hongda', { beginsOn: '2024-01-15' });
    held('c-6', '2025-12-31');
    unions.enterprise('xinda').congress('c-7', 'xinda', { beginsOn: '2025-01-15' });
    held('c-7', '2026-01-01');
    const without = (year: number, asked = {}) =>
      new CongressParticipationQuery(models.reading).withoutSession(
        { organization: 'haimen', year, ...asked },
        settled(),
      );
    expect(await without(2026)).toMatchObject({
      ...{ enterprises: 3, withSession: 1 },
      without: [
        { unitId: 'hongda', congressId: 'c-6', lastSessionOn: '2025-12-31' },
        { unitId: 'jianda', congressId: null, lastSessionOn: null },
      ],
    });
    const in2025 = (await without(2025)).without.map(({ unitId }) => unitId);
    expect(in2025).toEqual(['jianda', 'xinda']);
    const { nextCursor } = await without(2026, { limit: 1 });
    expect((await without(2026, { limit: 1, cursor: nextCursor })).without).toMatchObject([{ unitId: 'jianda' }]);
  });

  it('CC-03c: shows for each unit the proposals made and adopted in a year, the share of workers among its delegates, and what was disclosed to them', async () => {
    unions.congress('c-6', 'hongda', { beginsOn: '2026-01-15' }).seat('c-6', 24, 6);
    unions.congress('c-7', 'jianda', { beginsOn: '2026-01-15' });
    held('c-6', '2026-01-20');
    const proposal = (proposalId: string) => ({ sessionId: 's-2026-01-20', proposalId, title: '改善食堂' });
    const made = { proposerIds: ['frontline-0'], madeOn: day('2026-01-20') };
    unions.tellCongress('CongressProposalMade', 'c-6', { ...proposal('p-1'), ...made });
    unions.tellCongress('CongressProposalMade', 'c-6', { ...proposal('p-2'), ...made });
    const answered = { adopted: true, answeredOn: day('2026-03-31') };
    unions.tellCongress('CongressProposalAnswered', 'c-6', { ...proposal('p-1'), ...answered });
    unions.tellCongress('CongressProposalAnswered', 'c-6', { ...proposal('p-3'), ...answered, adopted: false });
    unions.enterprise('xinda');
    const disclose = (disclosureId: string, unitId: string, postedOn: string) =>
      unions.log.record(FactoryAffairsDisclosed, `factoryAffairsDisclosure-${disclosureId}`, {
        ...{ disclosureId, unitId, matterId: 'wages', matterTitle: '工资总额', content: '已公开', form: 'noticeBoard' },
        ...{ postedOn: day(postedOn), postedUntil: day('2027-01-31'), evidence: [] },
      });
    disclose('d-0', 'hongda', '2025-12-31');
    disclose('d-1', 'hongda', '2026-01-01');
    disclose('d-2', 'hongda', '2026-12-31');
    disclose('d-3', 'hongda', '2027-01-01');
    disclose('d-4', 'xinda', '2026-05-10');
    const participation = (year: number, asked = {}) =>
      new CongressParticipationQuery(models.reading).participation(
        { organization: 'haimen', year, ...asked },
        settled(),
      );
    const { units } = await participation(2026);
    expect(units).toEqual([
      {
        ...{ unitId: 'hongda', congressId: 'c-6', delegates: 30, frontLine: 24, industrialWorkers: 24, sessions: 1 },
        ...{ frontLineBasisPoints: 8_000, industrialWorkerBasisPoints: 8_000, proposals: 3, answered: 2, adopted: 1 },
        disclosures: 2,
      },
      {
        ...{ unitId: 'jianda', congressId: 'c-7', delegates: 0, frontLine: 0, industrialWorkers: 0, sessions: 0 },
        ...{ frontLineBasisPoints: null, industrialWorkerBasisPoints: null, proposals: 0, answered: 0, adopted: 0 },
        disclosures: 0,
      },
      {
        ...{ unitId: 'xinda', congressId: null, delegates: 0, frontLine: 0, industrialWorkers: 0, sessions: 0 },
        ...{ frontLineBasisPoints: null, industrialWorkerBasisPoints: null, proposals: 0, answered: 0, adopted: 0 },
        disclosures: 1,
      },
    ]);
    expect((await participation(2025)).units).toMatchObject([{ unitId: 'hongda', congressId: null, disclosures: 1 }]);
    expect((await participation(2024)).units).toEqual([]);
    expect((await participation(2026, { limit: 1, cursor: 'hongda' })).units).toMatchObject([{ unitId: 'jianda' }]);
  });

  describe('tells what was put to the vote (HM-04i)', () => {
    const resolutions = async (asked = {}) =>
      new CongressesQuery(models.reading).resolutions({ organization: 'haimen', ...asked }, settled());
    const resolution = (resolutionId: string, matter: string, vitalInterest: boolean) => ({
      ...{ sessionId: 's-1', resolutionId, matter, vitalInterest, title: '方案' },
      ...{ delegates: 30, votesFor: 16, votesAgainst: 4, abstaining: 0 },
    });

    beforeEach(() => {
      unions.congress('c-6', 'hongda', { beginsOn: '2026-01-15' });
      held('c-6', '2026-01-20', 's-1');
      unions.tellCongress('CongressResolutionPassed', 'c-6', resolution('r-1', 'payScheme', true));
      unions.tellCongress('CongressResolutionRejected', 'c-6', resolution('r-2', 'workingTime', true));
      unions.tellCongress('CongressResolutionPassed', 'c-6', resolution('r-3', 'other', false));
    });

    it('as it went', async () => {
      expect((await resolutions({ matter: 'payScheme' })).resolutions).toEqual([
        { congressId: 'c-6', unitId: 'hongda', ...resolution('r-1', 'payScheme', true), passed: true },
      ]);
    });

    it('narrowed and page by page', async () => {
      const ids = async (asked: object) =>
        (await resolutions(asked)).resolutions.map(({ resolutionId }) => resolutionId);
      expect(await ids({ passed: 'false' })).toEqual(['r-2']);
      expect(await ids({ vitalInterest: 'true' })).toEqual(['r-1', 'r-2']);
      expect(await ids({ organization: 'jianda' })).toEqual([]);
      const { nextCursor } = await resolutions({ limit: 2 });
      expect(await ids({ limit: 2, cursor: nextCursor! })).toEqual(['r-3']);
    });
  });
});
