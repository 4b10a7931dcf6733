import { day } from '@gongyou/domain';
import { duesStandingOn } from './dues-standing';

const dues = { duesFrom: '2026-08', settledMonths: ['2026-08', '2026-09'] };

describe('The dues of a member', () => {
  it('are settled while every month before the day is paid or excused (HM-02f, PD-26)', () =>
    expect(duesStandingOn(dues, day('2026-10-31'))).toEqual({ dues: 'settled', unpaidSince: null }));
  it('are unpaid from the first day after a month that is not (HM-02f, PD-26)', () =>
    expect(duesStandingOn(dues, day('2026-11-01'))).toEqual({ dues: 'unpaid', unpaidSince: '2026-10' }));
  it('tell the first month that is missing, also before months that are paid (HM-02f)', () =>
    expect(duesStandingOn({ ...dues, settledMonths: ['2026-09', '2026-10'] }, day('2026-11-01'))).toEqual({
      dues: 'unpaid',
      unpaidSince: '2026-08',
    }));
  it('are not due in the month in which they begin', () =>
    expect(duesStandingOn({ duesFrom: '2026-11', settledMonths: [] }, day('2026-11-30')).dues).toBe('settled'));
  it('are not assessed of whom nothing is known', () =>
    expect(duesStandingOn(undefined, day('2026-11-01')).dues).toBe('notAssessed'));
});
