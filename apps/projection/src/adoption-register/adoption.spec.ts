import { adoptionAsOf, unitOf } from './adoption';
import type { AdoptionChange } from './adoption-change.entity';

const change = (position: number, day: string, told: Partial<AdoptionChange>): AdoptionChange => ({
  position,
  day,
  programmeId: 'reform',
  organizationId: 'cccc',
  programmeVersion: null,
  departments: [],
  founding: null,
  ...told,
});

const adopted = change(5, '2026-10-01', {
  programmeVersion: 1,
  departments: [
    { departmentId: 'personnel', unitId: 'company-a' },
    { departmentId: 'union-office', unitId: 'company-b' },
  ],
  founding: { leadingGroup: { name: '领导小组', posts: [] }, officeUnitId: 'cccc' },
});
const fromDecember = change(10, '2026-12-01', { departments: [{ departmentId: 'personnel', unitId: 'december' }] });
const fromNovember = change(11, '2026-11-25', { departments: [{ departmentId: 'personnel', unitId: 'november' }] });
const amended = change(12, '2026-11-26', { programmeVersion: 2 });
const all = [adopted, fromDecember, fromNovember, amended];

const personnelAsOf = (day: string, position: number) => unitOf(adoptionAsOf(all, { day, position })!, 'personnel');

describe('An adoption', () => {
  it('is not there before its day, nor before it was recorded', () => {
    expect(adoptionAsOf(all, { day: '2026-09-30', position: 99 })).toBeUndefined();
    expect(adoptionAsOf(all, { day: '2026-10-01', position: 4 })).toBeUndefined();
  });

  it('gives departments to other units from the day on which that takes effect', () => {
    expect(personnelAsOf('2026-11-24', 99)).toBe('company-a');
    expect(personnelAsOf('2026-11-25', 99)).toBe('november');
    expect(personnelAsOf('2026-12-01', 99)).toBe('december');
  });

  it('knows nothing of a change that was recorded later', () => {
    expect(personnelAsOf('2026-11-25', 10)).toBe('company-a');
  });

  it('keeps the units of departments that a change does not name', () => {
    expect(unitOf(adoptionAsOf(all, { day: '2026-12-01', position: 99 })!, 'union-office')).toBe('company-b');
  });

  it('follows the newer version of the programme from the day on which it is taken over', () => {
    expect(adoptionAsOf(all, { day: '2026-11-25', position: 99 })!.programmeVersion).toBe(1);
    expect(adoptionAsOf(all, { day: '2026-11-26', position: 99 })!.programmeVersion).toBe(2);
  });

  it('stays adopted on the day on which it was adopted first', () => {
    expect(adoptionAsOf(all, { day: '2026-12-31', position: 99 })!.adoptedOn).toBe('2026-10-01');
  });
});
