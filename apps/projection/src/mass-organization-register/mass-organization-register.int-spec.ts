import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { covered, ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { EnterpriseCoverageQuery } from './enterprise-coverage.query';
import { MassOrganizationsQuery } from './mass-organizations.query';

describe('The register of mass organizations', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;
  const settled = () => ({ after: unions.log.head });

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory());
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const list = async (asked: Partial<Parameters<MassOrganizationsQuery['answer']>[0]> = {}) =>
    (await new MassOrganizationsQuery(models.reading).answer({ organization: 'haimen', ...asked }, settled()))
      .massOrganizations;
  const ids = async (asked = {}) => (await list(asked)).map(({ massOrganizationId }) => massOrganizationId);

  it('HM-03e: shows each as it stands, from the application on', async () => {
    unions.enterprise('hongda').apply('u-1', 'hongda');
    expect(await list()).toMatchObject([{ stage: 'applied', activeSince: null, chairBranchPost: null }]);
    unions.tell('MassOrganizationApproved', 'u-1', {
      approvedBy: '区总工会',
      documentNumber: '3号',
      approvedOn: day('2025-01-10'),
    });
    expect(await list()).toMatchObject([{ stage: 'approved' }]);
    const officers = [{ workerId: 'w-1', post: 'chair', fullTime: false, branchPost: 'secretary' }];
    const election = { electedOn: day('2025-01-20'), termYears: 3, staffCount: 60, officers, evidence: [] };
    unions.tell('MassOrganizationElected', 'u-1', election);
    expect(await list()).toMatchObject([{ stage: 'elected', officers: [] }]);
    unions.begin('u-1', '2025-02-01', '2028-01-19');
    expect(await list()).toEqual([
      {
        massOrganizationId: 'u-1',
        kind: 'tradeUnion',
        form: 'own',
        name: '工会 u-1',
        hostUnitId: 'hongda',
        coveredUnitIds: ['hongda'],
        stage: 'active',
        appliedOn: '2025-01-02',
        activeSince: '2025-02-01',
        termEndsOn: '2028-01-19',
        officers,
        chairBranchPost: 'secretary',
        dissolvedOn: null,
      },
    ]);
    unions.tell('MassOrganizationElected', 'u-1', { ...election, electedOn: day('2028-01-10') });
    expect(await list()).toMatchObject([{ stage: 'active', termEndsOn: '2028-01-19' }]);
    unions.begin('u-1', '2028-01-20', '2031-01-09', 'w-2');
    expect(await list()).toMatchObject([{ activeSince: '2025-02-01', termEndsOn: '2031-01-09' }]);
    unions.dissolve('u-1', '2029-05-01');
    expect(await list()).toMatchObject([{ stage: 'dissolved', dissolvedOn: '2029-05-01' }]);
  });

  it('can be narrowed, and is read page by page', async () => {
    unions.enterprise('hongda').enterprise('jianda');
    unions.found('u-1', 'hongda').apply('u-2', 'jianda').apply('u-3', 'jianda', { kind: 'youthLeague' });
    expect(await ids()).toEqual(['u-1', 'u-2', 'u-3']);
    expect(await ids({ organization: 'jianda' })).toEqual(['u-2', 'u-3']);
    expect(await ids({ kind: 'youthLeague' })).toEqual(['u-3']);
    expect(await ids({ stage: 'active' })).toEqual(['u-1']);
    expect(await ids({ form: 'joint' })).toEqual([]);
    const query = new MassOrganizationsQuery(models.reading);
    const first = await query.answer({ organization: 'haimen', limit: 2 }, settled());
    const second = await query.answer({ organization: 'haimen', limit: 2, cursor: first.nextCursor! }, {});
    expect(second.massOrganizations.map(({ massOrganizationId }) => massOrganizationId)).toEqual(['u-3']);
    expect(second.nextCursor).toBeNull();
  });

  describe('tells the coverage of enterprises', () => {
    const coverage = async (asOfDay: string, asked = {}) =>
      new EnterpriseCoverageQuery(models.reading).answer(
        { organization: 'haimen', kind: 'tradeUnion', ownership: 'private', asOfDay: day(asOfDay), ...asked },
        settled(),
      );

    it('HM-03f: 85% are reached with 17 of 20, by district too, and not with 16', async () => {
      for (let number = 1; number <= 20; number += 1) unions.enterprise(`e-${number}`);
      for (let number = 1; number <= 16; number += 1) unions.found(`u-${number}`, `e-${number}`);
      unions.found('u-17', 'e-17', '2025-06-01');
      expect(await coverage('2025-05-31')).toMatchObject({
        ...{ enterprises: 20, covered: 16, basisPoints: 8_000, targetBasisPoints: 8_500, met: false },
        uncovered: ['e-17', 'e-18', 'e-19', 'e-20'].map((unitId) => ({ unitId, districtUnitId: 'town' })),
      });
      expect(await coverage('2025-06-01')).toMatchObject({
        ...{ enterprises: 20, covered: 17, basisPoints: 8_500, met: true },
        byDistrict: [{ districtUnitId: 'town', enterprises: 20, covered: 17, met: true }],
      });
    });

    it('HM-03f: counts only private enterprises that are open on the day', async () => {
      unions.enterprise('hongda').enterprise('state-works', 'stateOwned').close('hongda', '2026-06-30');
      expect(await coverage('2026-06-29')).toMatchObject({ enterprises: 1, covered: 0, basisPoints: 0, met: false });
      expect(await coverage('2026-06-30')).toMatchObject({ enterprises: 0, basisPoints: null, met: null });
      unions.own('state-works', 'private', '2026-07-01');
      expect(await coverage('2026-06-30')).toMatchObject({ enterprises: 0 });
      expect(await coverage('2026-07-01')).toMatchObject({ enterprises: 1 });
    });

    it('HM-03f: by a joint union as long as it is there for the enterprise', async () => {
      unions.enterprise('hongda').enterprise('jianda').enterprise('xinda');
      unions.found('joint', 'hongda', '2025-02-01', { coveredUnits: [covered('hongda'), covered('jianda')] });
      unions.changeCoverage('joint', ['xinda'], ['jianda'], '2025-09-01').dissolve('joint', '2026-03-01');
      expect((await coverage('2025-01-31')).covered).toBe(0);
      const uncovered = async (asOfDay: string) => (await coverage(asOfDay)).uncovered.map(({ unitId }) => unitId);
      expect(await uncovered('2025-08-31')).toEqual(['xinda']);
      expect(await uncovered('2025-09-01')).toEqual(['jianda']);
      expect(await uncovered('2026-03-01')).toEqual(['hongda', 'jianda', 'xinda']);
    });

    it('with the uncovered page by page', async () => {
      for (const unitId of ['e-1', 'e-2', 'e-3']) unions.enterprise(unitId);
      const first = await coverage('2026-11-20', { limit: 2 });
      const second = await coverage('2026-11-20', { limit: 2, cursor: first.nextCursor! });
      expect([first.uncovered.length, second.uncovered.map(({ unitId }) => unitId), second.nextCursor]).toEqual([
        2,
        ['e-3'],
        null,
      ]);
    });

    it('HM-03b: asks each kind of every state-owned enterprise, and lists the gaps', async () => {
      unions.enterprise('works-1', 'stateOwned').enterprise('works-2', 'stateOwned');
      unions
        .found('u-1', 'works-1')
        .found('u-2', 'works-2')
        .found('y-1', 'works-1', '2025-02-01', { kind: 'youthLeague' });
      const ofStateOwned = (kind: string) => coverage('2026-11-20', { ownership: 'stateOwned', kind });
      expect(await ofStateOwned('tradeUnion')).toMatchObject({ basisPoints: 10_000, met: true, uncovered: [] });
      expect(await ofStateOwned('youthLeague')).toMatchObject({ met: false, uncovered: [{ unitId: 'works-2' }] });
      expect(await ofStateOwned('womensFederation')).toMatchObject({ targetBasisPoints: 10_000, covered: 0 });
    });

    it('HM-03e: lists the enterprises without one, kind by kind, whoever owns them', async () => {
      unions.enterprise('hongda').enterprise('works', 'stateOwned').found('u-1', 'hongda');
      unions.group.unit('ownerless', 'company', 'town');
      unions.found('y-1', 'works', '2025-02-01', { kind: 'youthLeague' });
      const without = async (kind: string) =>
        (await coverage('2026-11-20', { kind, ownership: undefined })).uncovered.map(({ unitId }) => unitId);
      expect(await without('tradeUnion')).toEqual(['ownerless', 'works']);
      expect(await without('youthLeague')).toEqual(['hongda', 'ownerless']);
      expect(await without('womensFederation')).toEqual(['hongda', 'ownerless', 'works']);
    });

    it('HM-03d: tells how many chairs are secretary or deputy of the Party branch, by ownership, as the day had it', async () => {
      unions.enterprise('hongda').enterprise('jianda').enterprise('works-1', 'stateOwned');
      unions.found('u-1', 'hongda').found('u-2', 'jianda').found('u-3', 'works-1');
      const officers = [{ workerId: 'w-2', post: 'chair', fullTime: false, branchPost: 'none' }];
      const term = { documentNumber: '9号', confirmedOn: day('2026-02-01'), endsOn: day('2029-01-31'), staffCount: 60 };
      unions.tell('MassOrganizationTermBegan', 'u-1', { ...term, officers });
      const chairs = async (asOfDay: string, asked = {}) => (await coverage(asOfDay, asked)).chairs;
      expect(await chairs('2026-01-31')).toEqual({ chairs: 2, branchSecretaries: 2, basisPoints: 10_000 });
      expect(await chairs('2026-02-01')).toEqual({ chairs: 2, branchSecretaries: 1, basisPoints: 5_000 });
      expect(await chairs('2026-02-01', { ownership: 'stateOwned' })).toMatchObject({
        chairs: 1,
        branchSecretaries: 1,
      });
      expect(await chairs('2025-01-31')).toEqual({ chairs: 0, branchSecretaries: 0, basisPoints: null });
    });

    it('not by a Youth League', async () => {
      unions.enterprise('hongda').found('league', 'hongda', '2025-02-01', { kind: 'youthLeague' });
      expect((await coverage('2026-11-20')).covered).toBe(0);
    });
  });
});
