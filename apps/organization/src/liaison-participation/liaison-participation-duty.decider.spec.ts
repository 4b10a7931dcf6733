import type { LiaisonParticipationDutyEvent, SetLiaisonParticipationDuty } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { dutyInForce, liaisonParticipationDuty } from './liaison-participation-duty.decider';

const given = specify(liaisonParticipationDuty);
const duty = (effectiveOn: string, ...steps: SetLiaisonParticipationDuty['steps']): SetLiaisonParticipationDuty => ({
  unitId: 'company',
  steps,
  basis: '协理员试点方案',
  effectiveOn: day(effectiveOn),
});
const set = (...of: Parameters<typeof duty>) => ({ type: 'SetLiaisonParticipationDuty', data: duty(...of) }) as const;
const wasSet = (...of: Parameters<typeof duty>): LiaisonParticipationDutyEvent => ({
  type: 'LiaisonParticipationDutySet',
  data: duty(...of),
});

describe('The duty to let a liaison officer take part (JX-23)', () => {
  it('names the steps, from a day on, one duty after the other', () => {
    given().when(set('2026-01-01', 'tender')).then(wasSet('2026-01-01', 'tender'));
    given(wasSet('2026-01-01', 'tender')).when(set('2026-01-01', 'tender')).thenNothing();
    given(wasSet('2026-01-01', 'tender')).when(set('2026-01-02', 'unitPrice')).then(wasSet('2026-01-02', 'unitPrice'));
    given(wasSet('2026-01-01', 'tender'))
      .when(set('2026-01-01', 'unitPrice'))
      .thenRefused('organization.liaisonParticipationDuty.effectiveTooEarly', { effectiveOn: '2026-01-01' });
  });
  it('is the one that took effect last by the day', () => {
    const state = { duties: [duty('2026-01-01', 'tender'), duty('2026-06-01')] };
    expect(dutyInForce(state, day('2025-12-31'))).toBeUndefined();
    expect(dutyInForce(state, day('2026-05-31'))?.steps).toEqual(['tender']);
    expect(dutyInForce(state, day('2026-06-01'))?.steps).toEqual([]);
  });
});
