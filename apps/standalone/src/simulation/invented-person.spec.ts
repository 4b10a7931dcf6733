import { checkResidentId, day, sexOf, birthDayOf } from '@gongyou/domain';
import { Randomness } from '../randomness';
import { inventedPerson } from './invented-person';

const TODAY = day('2026-11-20');
const people = (count: number, seed = 7) => {
  const chance = new Randomness(seed);
  return Array.from({ length: count }, (_, number) => inventedPerson(number, chance, TODAY));
};

describe('An invented person', () => {
  it('is the same for the same seed', () => {
    expect(people(50)).toEqual(people(50));
    expect(people(50, 8)).not.toEqual(people(50));
  });

  it('has an identity number that is right, and says the same of him (ID-02)', () => {
    for (const { identityNumber, sex, bornOn } of people(2_000)) {
      expect(checkResidentId(identityNumber, TODAY)).toBe('valid');
      expect(sexOf(identityNumber)).toBe(sex);
      expect(birthDayOf(identityNumber)).toBe(bornOn);
    }
  });

  it('is nobody: no division begins with 19, no mobile number with 154', () => {
    for (const { identityNumber, phone } of people(500)) {
      expect(identityNumber).toMatch(/^19/);
      expect(phone).toMatch(/^154\d{8}$/);
    }
  });

  it('shares neither number with another', () => {
    const crowd = people(30_000);
    expect(new Set(crowd.map(({ identityNumber }) => identityNumber)).size).toBe(crowd.length);
    expect(new Set(crowd.map(({ phone }) => phone)).size).toBe(crowd.length);
  });

  it('is of an age to work on a site: 18 to 60', () => {
    for (const { bornOn } of people(2_000)) {
      expect(bornOn <= day('2008-11-20')).toBe(true);
      expect(bornOn > day('1965-11-20')).toBe(true);
    }
  });

  it.each([-1, 0.5, 5_000_000])('has a number that is in reach, not %d', (number) =>
    expect(() => inventedPerson(number, new Randomness(1), TODAY)).toThrow(RangeError),
  );
});
