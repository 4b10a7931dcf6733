import type { UnionMembershipEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { unionMembership, type UnionMembershipWish } from './union-membership.decider';

const given = specify(unionMembership);

const membership = (massOrganizationId = 'lot-3-union', beganOn = '2026-04-28') => ({
  workerId: 'w-1',
  massOrganizationId,
  unitId: 'lot-3',
  employmentForm: 'platform' as const,
  consentedOn: day('2026-04-10'),
  beganOn: day(beganOn),
  admissionId: 'joining-1',
});
const begin = (of = membership(), unionIsActive = true): UnionMembershipWish => ({
  type: 'BeginUnionMembership',
  data: of,
  unionIsActive,
});
const began = (of = membership()): UnionMembershipEvent => ({ type: 'UnionMembershipBegan', data: of });
const transferring = (toMassOrganizationId = 'airport-union', transferredOn = '2026-09-01') => ({
  workerId: 'w-1',
  toMassOrganizationId,
  unitId: 'airport-express',
  employmentForm: 'subcontracted' as const,
  transferredOn: day(transferredOn),
});
const transfer = (of = transferring(), unionIsActive = true): UnionMembershipWish => ({
  type: 'TransferUnionMembership',
  data: of,
  unionIsActive,
});
const transferred: UnionMembershipEvent = {
  type: 'UnionMembershipTransferred',
  data: { ...transferring(), fromMassOrganizationId: 'lot-3-union' },
};
const leaving = { workerId: 'w-1', reason: '本人申请', endedOn: day('2026-10-01') };
const end: UnionMembershipWish = { type: 'EndUnionMembership', data: leaving };
const ended: UnionMembershipEvent = { type: 'UnionMembershipEnded', data: leaving };

describe('A worker’s union membership', () => {
  it('begins by his own consent, whatever his form of employment (HM-03g, CC-12b)', () =>
    given().when(begin()).then(began()));
  it('UN-07: does not begin before the day on which he consented', () => {
    const sameDay = membership('lot-3-union', '2026-04-10');
    given().when(begin(sameDay)).then(began(sameDay));
    given()
      .when(begin(membership('lot-3-union', '2026-04-09')))
      .thenRefused('organization.unionMembership.beforeConsent', { consentedOn: '2026-04-10' });
  });
  it('is in one union at a time, and told once', () => {
    given(began()).when(begin()).thenNothing();
    given(began())
      .when(begin(membership('airport-union')))
      .thenRefused('organization.unionMembership.alreadyMember', { massOrganizationId: 'lot-3-union' });
  });
  it('goes with him from one site to the next (CC-12c)', () => {
    given(began()).when(transfer()).then(transferred);
    given(began(), transferred).when(transfer()).thenNothing();
    given().when(transfer()).thenRefused('organization.unionMembership.neverMember');
  });
  it('is in a union that is active', () => {
    given().when(begin(membership(), false)).thenRefused('organization.unionMembership.unionNotActive');
    given(began()).when(transfer(transferring(), false)).thenRefused('organization.unionMembership.unionNotActive');
  });
  it('shows in a card, which is told once and replaced by another number (CC-12a)', () => {
    const card = (membershipNumber: string, issuedOn = '2026-04-28') => ({
      workerId: 'w-1',
      membershipNumber,
      issuedOn: day(issuedOn),
    });
    const issue = (...of: Parameters<typeof card>): UnionMembershipWish => ({
      type: 'IssueUnionMemberCard',
      data: card(...of),
    });
    const issued = (...of: Parameters<typeof card>): UnionMembershipEvent => ({
      type: 'UnionMemberCardIssued',
      data: { ...card(...of), massOrganizationId: 'lot-3-union' },
    });
    given(began()).when(issue('HY-0001')).then(issued('HY-0001'));
    given(began(), issued('HY-0001')).when(issue('HY-0001', '2026-05-01')).thenNothing();
    given(began(), issued('HY-0001')).when(issue('HY-0002', '2026-05-01')).then(issued('HY-0002', '2026-05-01'));
    given(began())
      .when(issue('HY-0001', '2026-04-27'))
      .thenRefused('organization.unionMembership.beforeLastEntry', { lastOn: '2026-04-28' });
    given().when(issue('HY-0001')).thenRefused('organization.unionMembership.neverMember');
    given(began(), issued('HY-0001'), transferred).when(issue('HY-0001', '2026-09-02')).thenNothing();
  });
  it('ends when he leaves, and can begin again', () => {
    given(began()).when(end).then(ended);
    given(began(), ended).when(end).thenNothing();
    const again = membership('airport-union', '2026-10-01');
    given(began(), ended).when(begin(again)).then(began(again));
    given(began(), ended)
      .when(begin(membership('airport-union', '2026-09-30')))
      .thenRefused('organization.unionMembership.beforeLastEntry');
  });
});
