import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { UnionMembershipOfWorkerQuery } from '../union-membership-register/union-membership-of-worker.query';
import { UnionRulesQuery } from './union-rules.query';

describe('The register of what units and unions have laid down', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;
  const settled = () => ({ after: unions.log.head });

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory()).enterprise('hongda').enterprise('jianda');
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const basis = [
    { documentNumber: '总工发〔2021〕12号', title: '若干意见' },
    { documentNumber: '中交党办发〔2022〕80号', title: '指导意见' },
  ];
  const publish = (unitId: string, version: number, inForceFrom: string, of = basis) =>
    unions.log.record('UnionAdmissionRulesPublished', `unionAdmissionRules-${unitId}`, {
      ...{ unitId, version, basis: of, inForceFrom: day(inForceFrom) },
      categories: [{ categoryId: 'lorry-driver', name: '货车司机', employmentForm: 'platform' }],
      steps: [{ stepId: 'consent', text: '本人自愿申请' }],
    });
  const rules = (organization: string, asOfDay: string) =>
    new UnionRulesQuery(models.reading).admissionRules({ organization, asOfDay: day(asOfDay) }, settled());

  it('CC-12d: tells which version of the rules of admission holds for a unit on a day, and which document it does not cite', async () => {
    publish('haimen', 1, '2023-01-01');
    publish('haimen', 2, '2026-01-01', basis.slice(0, 1));
    publish('hongda', 1, '2026-06-01');
    expect(await rules('hongda', '2022-12-31')).toMatchObject({ inForce: null, uncitedDocuments: [] });
    expect(await rules('hongda', '2025-12-31')).toMatchObject({
      inForce: { unitId: 'haimen', version: 1 },
      uncitedDocuments: [],
    });
    expect(await rules('hongda', '2026-05-31')).toMatchObject({
      inForce: { unitId: 'haimen', version: 2 },
      uncitedDocuments: ['中交党办发〔2022〕80号'],
    });
    const { inForce, versions } = await rules('hongda', '2026-06-01');
    expect(inForce).toEqual({ unitId: 'hongda', version: 1 });
    expect(versions.map(({ unitId, version }) => [unitId, version])).toEqual([
      ['hongda', 1],
      ['haimen', 2],
      ['haimen', 1],
    ]);
    expect((await rules('jianda', '2026-06-01')).inForce).toEqual({ unitId: 'haimen', version: 2 });
  });

  it('CC-03b: lists the enterprises without a posting rule in force on a day, page by page', async () => {
    const tell = (type: string, data: object) =>
      unions.log.record(type, 'postingRule-hongda', { unitId: 'hongda', ...data });
    const text = { fileName: '办法.pdf', sha256: 'a'.repeat(64) };
    const rule = { documentNumber: '4号', title: '挂职兼职办法', text };
    tell('PostingRuleIssued', { ...rule, inForceFrom: day('2026-04-01') });
    tell('PostingRuleIssued', { ...rule, documentNumber: '9号', inForceFrom: day('2026-06-01') });
    tell('PostingRuleRepealed', { reason: '修订', repealedOn: day('2026-10-01') });
    const without = async (asOfDay: string, asked = {}) => {
      const query = new UnionRulesQuery(models.reading);
      return query.unitsWithoutPostingRule({ organization: 'haimen', asOfDay: day(asOfDay), ...asked }, settled());
    };
    const ids = async (asOfDay: string, asked = {}) =>
      (await without(asOfDay, asked)).units.map(({ unitId }) => unitId);
    expect(await ids('2026-03-31')).toEqual(['hongda', 'jianda']);
    expect(await without('2026-04-01')).toMatchObject({ enterprises: 2, withRule: 1, units: [{ unitId: 'jianda' }] });
    expect(await ids('2026-06-01')).toEqual(['jianda']);
    expect(await ids('2026-10-01')).toEqual(['hongda', 'jianda']);
    expect(await ids('2026-10-01', { limit: 1, cursor: 'hongda' })).toEqual(['jianda']);
  });

  it('CC-12c: shows a worker his unions without a day between, his card, and what his union gives him on the day', async () => {
    const member = (type: string, data: object) =>
      unions.log.record(type, 'unionMembership-w-1', { workerId: 'w-1', ...data });
    const publishBenefits = (version: number, inForceFrom: string, text: string) =>
      unions.log.record('UnionMemberBenefitsPublished', 'unionMemberBenefits-u-2', {
        ...{ massOrganizationId: 'u-2', version, inForceFrom: day(inForceFrom) },
        entitlements: [{ entitlementId: 'mutual-aid', kind: 'benefit', text }],
      });
    publishBenefits(1, '2026-01-01', '医疗互助');
    publishBenefits(2, '2026-11-01', '医疗互助、疗休养');
    member('UnionMembershipBegan', {
      ...{ massOrganizationId: 'u-1', unitId: 'hongda', employmentForm: 'platform' },
      ...{ consentedOn: day('2026-04-10'), beganOn: day('2026-04-28') },
    });
    member('UnionMemberCardIssued', {
      ...{ massOrganizationId: 'u-1', membershipNumber: 'HY-1', issuedOn: day('2026-04-28') },
    });
    member('UnionMembershipTransferred', {
      ...{ fromMassOrganizationId: 'u-1', toMassOrganizationId: 'u-2', unitId: 'jianda' },
      ...{ employmentForm: 'direct', transferredOn: day('2026-09-01') },
    });
    const asked = async (asOfDay: string, organization = 'haimen') =>
      (
        await new UnionMembershipOfWorkerQuery(models.reading).answer(
          { organization, worker: 'w-1', asOfDay: day(asOfDay) },
          settled(),
        )
      ).membership;
    expect(await asked('2026-10-31')).toEqual({
      ...{ workerId: 'w-1', massOrganizationId: 'u-2', unitId: 'jianda', employmentForm: 'direct' },
      ...{ memberSince: '2026-04-28', endedOn: null, membershipNumber: 'HY-1', cardIssuedOn: '2026-04-28' },
      unions: [
        { massOrganizationId: 'u-1', unitId: 'hongda', fromDay: '2026-04-28' },
        { massOrganizationId: 'u-2', unitId: 'jianda', fromDay: '2026-09-01' },
      ],
      entitlements: [{ entitlementId: 'mutual-aid', kind: 'benefit', text: '医疗互助' }],
    });
    expect(await asked('2026-11-01')).toMatchObject({ entitlements: [{ text: '医疗互助、疗休养' }] });
    expect(await asked('2026-11-01', 'hongda')).toBeNull();
    member('UnionMembershipEnded', { reason: '本人申请', endedOn: day('2026-11-10') });
    expect(await asked('2026-11-10')).toMatchObject({ endedOn: '2026-11-10', entitlements: [] });
  });
});
