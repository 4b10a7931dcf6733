import type { PublishUnionMemberBenefits, UnionMemberBenefitsEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { unionMemberBenefits, type UnionMemberBenefitsWish } from './union-member-benefits.decider';

const given = specify(unionMemberBenefits);

const benefits = (changes: Partial<PublishUnionMemberBenefits> = {}): PublishUnionMemberBenefits => ({
  massOrganizationId: 'lot-3-union',
  version: 1,
  entitlements: [
    { entitlementId: 'mutual-aid', kind: 'benefit', text: '职工医疗互助' },
    { entitlementId: 'vote', kind: 'right', text: '选举权和被选举权' },
  ],
  inForceFrom: day('2026-01-01'),
  ...changes,
});
const publish = (
  changes: Partial<PublishUnionMemberBenefits> = {},
  hostUnitId: string | undefined = 'lot-3',
): UnionMemberBenefitsWish => ({ type: 'PublishUnionMemberBenefits', data: benefits(changes), hostUnitId });
const published: UnionMemberBenefitsEvent = { type: 'UnionMemberBenefitsPublished', data: benefits() };

describe('What a trade union gives its members (CC-12c)', () => {
  it('is published in versions, each once', () => {
    given().when(publish()).then(published);
    given(published).when(publish()).thenNothing();
    given(published)
      .when(publish({ entitlements: benefits().entitlements.slice(1) }))
      .thenRefused('organization.unionMemberBenefits.publishedOtherwise', { version: 1 });
    given()
      .when(publish({ version: 2 }))
      .thenRefused('organization.unionMemberBenefits.notTheNextVersion', { next: 1 });
  });
  it('is in force from a later day than the version before', () => {
    const next = { version: 2, inForceFrom: day('2026-01-02') };
    given(published)
      .when(publish(next))
      .then({ type: 'UnionMemberBenefitsPublished', data: benefits(next) });
    given(published)
      .when(publish({ ...next, inForceFrom: day('2026-01-01') }))
      .thenRefused('organization.unionMemberBenefits.inForceBeforeLast', { lastFrom: '2026-01-01' });
  });
  it('is that of a union that works, and names each once', () => {
    given()
      .when({ type: 'PublishUnionMemberBenefits', data: benefits() })
      .thenRefused('organization.unionMemberBenefits.unionNotActive');
    const [first] = benefits().entitlements;
    given()
      .when(publish({ entitlements: [first!, first!] }))
      .thenRefused('organization.unionMemberBenefits.namedTwice', { id: 'mutual-aid' });
  });
});
