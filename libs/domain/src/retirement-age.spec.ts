import { type Day, day } from './day';
import { type Month, month } from './month';
import { birthday, retirementAgeMonths, retirementDay, type RetirementGroup, retirementGroup } from './retirement-age';

const age = (born: string, group: RetirementGroup) => {
  const months = retirementAgeMonths(month(born), group);
  return [Math.floor(months / 12), months % 12];
};

describe('The legal retirement age (OA-02)', () => {
  it('is 61 years and 4 months for a man born in January 1970 (T19)', () =>
    expect(age('1970-01', 'men')).toEqual([61, 4]));

  it.each<[string, RetirementGroup, [number, number]]>([
    ['1964-12', 'men', [60, 0]],
    ['1965-01', 'men', [60, 1]],
    ['1965-04', 'men', [60, 1]],
    ['1965-05', 'men', [60, 2]],
    ['1976-08', 'men', [62, 11]],
    ['1976-09', 'men', [63, 0]],
    ['1990-06', 'men', [63, 0]],
    ['1969-12', 'womenAt55', [55, 0]],
    ['1970-01', 'womenAt55', [55, 1]],
    ['1981-08', 'womenAt55', [57, 11]],
    ['1981-09', 'womenAt55', [58, 0]],
    ['1974-12', 'womenAt50', [50, 0]],
    ['1975-01', 'womenAt50', [50, 1]],
    ['1975-02', 'womenAt50', [50, 1]],
    ['1975-03', 'womenAt50', [50, 2]],
    ['1984-10', 'womenAt50', [54, 11]],
    ['1984-11', 'womenAt50', [55, 0]],
  ])('for those born in %s (%s) is %j', (born, group, expected) => expect(age(born, group)).toEqual(expected));

  it('never falls from one month of birth to the next, and stops at the last step', () => {
    const ages = Array.from({ length: 12 * 80 }, (_, index) => {
      const born = `${1930 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
      return retirementAgeMonths(born, 'womenAt50');
    });
    expect(ages.slice(1).every((each, index) => each - ages[index]! === 0 || each - ages[index]! === 1)).toBe(true);
    expect([ages[0], ages.at(-1)]).toEqual([600, 660]);
  });

  it('depends for women on whether the post is one of management', () => {
    expect([retirementGroup('female', true), retirementGroup('female', false)]).toEqual(['womenAt55', 'womenAt50']);
    expect([retirementGroup('male', true), retirementGroup('male', false)]).toEqual(['men', 'men']);
  });

  it.each<[Day, Day]>([
    [day('1970-01-15'), day('2031-05-15')],
    // 60 years and 5 months: September has no 31st.
    [day('1966-07-31'), day('2026-12-31')],
  ])('is reached by a man born on %s on %s', (born, on) => expect(retirementDay(born, 'men')).toBe(on));

  it('counts years of age to the day, also for those born on 29 February', () => {
    expect(birthday(day('2010-11-20'), 16)).toBe('2026-11-20');
    expect(birthday(day('2008-02-29'), 18)).toBe('2026-02-28');
  });
});
