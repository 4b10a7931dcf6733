import type { RecordResourceSharing, ResourceSharingEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { resourceSharingAggregate } from './resource-sharing.aggregate';
import { resourceSharing, type ResourceSharingWish, type SharingUnit } from './resource-sharing.decider';

const given = specify(resourceSharing);
const sharing: RecordResourceSharing = {
  ...{ sharingId: 's-1', districtId: 'guizhou', fromProjectId: 'bridge', toProjectId: 'tunnel' },
  ...{ resource: 'practices', description: '“兄弟之声”反馈表', sharedOn: day('2026-11-12') },
};
const units = new Map<string, SharingUnit>([
  ['bridge', { kind: 'project', districtIds: ['guizhou'] }],
  ['tunnel', { kind: 'project', districtIds: ['guizhou'] }],
  ['airport', { kind: 'project', districtIds: ['yunnan'] }],
  ['rebar', { kind: 'crew', districtIds: ['guizhou'] }],
]);
const record = (change: Partial<RecordResourceSharing> = {}): ResourceSharingWish => ({
  ...{ type: 'RecordResourceSharing', data: { ...sharing, ...change }, units },
});
const shared: ResourceSharingEvent = { type: 'ResourceShared', data: sharing };
const withdrawal = (withdrawnOn = '2026-11-13') => ({
  sharingId: 's-1',
  reason: '误记',
  withdrawnOn: day(withdrawnOn),
});
const withdraw = (on?: string): ResourceSharingWish => ({ type: 'WithdrawResourceSharing', data: withdrawal(on) });
const withdrawn: ResourceSharingEvent = { type: 'ResourceSharingWithdrawn', data: withdrawal() };

describe('A sharing', () => {
  it('goes from a project of a district to another one, with what and when (JX-18)', () =>
    given().when(record()).then(shared));
  it('is recorded once', () => {
    given(shared).when(record()).thenNothing();
    given(shared, withdrawn).when(record()).thenNothing();
    given(shared)
      .when(record({ resource: 'goods' }))
      .thenRefused('organization.resourceSharing.alreadyRecorded');
  });
  it.each(['airport', 'rebar', 'nowhere'])('does not go to %s, which is no project of the district (JX-18)', (unitId) =>
    given()
      .when(record({ toProjectId: unitId }))
      .thenRefused('organization.resourceSharing.notInDistrict', { unitId }),
  );
  it('does not come from outside the district (JX-18)', () =>
    given()
      .when(record({ fromProjectId: 'airport' }))
      .thenRefused('organization.resourceSharing.notInDistrict', { unitId: 'airport' }));
  it('takes two projects', () =>
    given()
      .when(record({ toProjectId: 'bridge' }))
      .thenRefused('organization.resourceSharing.withSelf'));
  it('is not told ahead', () =>
    given()
      .when(record({ sharedOn: day('2026-11-21') }))
      .thenRefused('organization.entryDay.inFuture'));
  it('is withdrawn once, on its day or after', () => {
    given(shared).when(withdraw()).then(withdrawn);
    given(shared, withdrawn).when(withdraw()).thenNothing();
    given(shared).when(withdraw('2026-11-11')).thenRefused('organization.entryDay.beforeEarlier');
    given().when(withdraw()).thenRefused('organization.resourceSharing.unknown');
  });
  it('is told by the project that gives, or by the district', () => {
    const { reach, organizationOf } = resourceSharingAggregate;
    const state = resourceSharing.evolve(resourceSharing.initialState, shared);
    expect(reach(record(), resourceSharing.initialState)).toEqual(['bridge', 'guizhou']);
    expect(reach(withdraw(), state)).toEqual(['bridge', 'guizhou']);
    expect(reach(withdraw(), resourceSharing.initialState)).toEqual([]);
    expect(organizationOf(withdraw(), state)).toBe('guizhou');
    expect(() => organizationOf(withdraw(), resourceSharing.initialState)).toThrow('never told');
  });
});
