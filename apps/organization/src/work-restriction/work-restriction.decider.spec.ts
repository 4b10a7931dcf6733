import type { SetWorkRestriction, WorkRestrictionEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { workRestriction } from './work-restriction.decider';

const given = specify(workRestriction);
const day = (text: string) => text as Day;
const ban = {
  organizationId: 'first-highway',
  restrictionId: 'city-ban',
  group: 'yearsCompleted',
  years: 60,
  sex: 'male',
  workTypes: [],
  basis: '市住建局通知',
  from: day('2024-01-01'),
} satisfies SetWorkRestriction;
const set = (data: Partial<SetWorkRestriction> = {}) => ({
  type: 'SetWorkRestriction' as const,
  data: { ...ban, ...data },
});
const wasSet: WorkRestrictionEvent = { type: 'WorkRestrictionSet', data: ban };
const lift = (from: string) => ({
  type: 'LiftWorkRestriction' as const,
  data: { organizationId: 'first-highway', restrictionId: 'city-ban', from: day(from) },
});
const wasLifted: WorkRestrictionEvent = { type: 'WorkRestrictionLifted', data: lift('2026-07-01').data };

describe('A work restriction by age', () => {
  it('is a dated parameter of a place, with its basis (OA-03, OA-07)', () => given().when(set()).then(wasSet));
  it('is set once', () => {
    given(wasSet).when(set()).thenNothing();
    given(wasSet)
      .when(set({ years: 55 }))
      .thenRefused('organization.workRestriction.alreadySet');
  });
  it.each<[string, Partial<SetWorkRestriction>]>([
    ['names no years for a group that law defines', { group: 'overAge' }],
    ['names the years of its own group', { years: undefined }],
  ])('%s', (_, data) => given().when(set(data)).thenRefused('organization.workRestriction.yearsBelongToTheirGroup'));
  it('is lifted from its first day on at the earliest, and once', () => {
    given(wasSet).when(lift('2026-07-01')).then(wasLifted);
    given(wasSet).when(lift('2023-12-31')).thenRefused('organization.workRestriction.liftedBeforeItHeld');
    given(wasSet, wasLifted).when(lift('2026-07-01')).thenNothing();
    given().when(lift('2026-07-01')).thenRefused('organization.workRestriction.unknown');
  });
});
