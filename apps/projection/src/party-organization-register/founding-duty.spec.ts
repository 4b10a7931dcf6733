import type { PartyParameters } from '@gongyou/contracts';
import { hasFoundingDuty } from './founding-duty';
import type { PartyParameterSet } from './founding-duty.entity';
import { nationalParameters, parametersInForce } from './party-parameters';

const { parameters } = nationalParameters;
const site = { fullMembers: 3, worksFrom: '2026-03-01', worksUntil: '2026-09-01' };
const huangyan: PartyParameters = { ...parameters, siteMonths: 12, siteMonthsExceeded: true };

describe('The duty to found a Party organization', () => {
  it.each([
    [2, false],
    [3, true],
    [4, true],
  ])('with %i full members is %s (PO-01, PO-03, WZ-04a)', (fullMembers, duty) =>
    expect(hasFoundingDuty({ ...site, fullMembers }, parameters, '2026-06-01')).toBe(duty),
  );
  it.each([
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2026-09-02', true],
  ])('of a site that works from 2026-03-01 to %s, six months or not, is %s (PO-03, WZ-04a)', (worksUntil, duty) =>
    expect(hasFoundingDuty({ ...site, worksUntil }, parameters, '2026-06-01')).toBe(duty),
  );
  it.each([
    ['2027-02-28', false],
    ['2027-03-01', false],
    ['2027-03-02', true],
  ])('where a site must last longer than a year, to %s, is %s (PO-03)', (worksUntil, duty) =>
    expect(hasFoundingDuty({ ...site, worksUntil }, huangyan, '2026-06-01')).toBe(duty),
  );
  it('is that of an enterprise that is not set up for a time (HM-02a)', () =>
    expect(hasFoundingDuty({ ...site, worksUntil: null }, parameters, '2030-01-01')).toBe(true));
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-09-01', true],
    ['2026-09-02', false],
  ])('holds while the site works: on %s %s (PO-03)', (day, duty) =>
    expect(hasFoundingDuty(site, parameters, day)).toBe(duty),
  );
});

describe('The parameters of a place', () => {
  const set = (position: number, place: string, effectiveFrom: string, siteMonths: number): PartyParameterSet => ({
    position,
    place,
    effectiveFrom,
    basis: `第 ${position} 号`,
    parameters: { ...parameters, siteMonths },
  });
  const sets = [
    set(1, '370000', '2025-01-01', 9),
    set(2, '370200', '2026-01-01', 8),
    set(3, '370202', '2026-07-01', 7),
    set(4, '370200', '2026-01-01', 10),
  ];
  it.each([
    ['370202', '2026-07-01', 7],
    ['370202', '2026-06-30', 10],
    ['370203', '2026-07-01', 10],
    ['370203', '2025-12-31', 9],
    ['370100', '2026-07-01', 9],
    ['330100', '2026-07-01', 6],
    ['370202', '2024-12-31', 6],
  ])('for %s on %s: own, city, province, national; the last told of a day counts (PO-03)', (place, day, months) =>
    expect(parametersInForce(sets, place, day).parameters.siteMonths).toBe(months),
  );
});
