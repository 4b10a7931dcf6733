import { attains, hundredthsOf, targetValue } from './target-value';

describe('The value against a target', () => {
  it.each([
    ['percent', 95, 100, 9500],
    ['percent', 79, 80, 9875],
    ['percent', 1, 3, 3333],
    ['percent', 2, 3, 6667],
    ['percent', 1, 800, 13],
    ['percent', 0, 7, 0],
    ['perMille', 5, 1000, 500],
    ['perTenThousand', 1060, 10_000, 106_000],
    ['perThousandWorkers', 3, 2000, 150],
    ['count', 12, null, 1200],
    ['CNY', 5_000_000, null, 5_000_000],
    ['hours', 49, 2, 2450],
  ])('in %s of %d and %s is %d hundredths', (unit, numerator, denominator, hundredths) => {
    expect(hundredthsOf(targetValue(unit, numerator, denominator)!)).toBe(hundredths);
  });

  it('rounds half up', () => {
    expect(hundredthsOf(targetValue('percent', 98_755, 100_000)!)).toBe(9876);
    expect(hundredthsOf(targetValue('percent', 987_549, 1_000_000)!)).toBe(9875);
  });

  it('stays exact where floating point would not', () => {
    expect(hundredthsOf(targetValue('percent', 999_999_999_999, 1_000_000_000_000)!)).toBe(10_000);
  });

  it('is unknown for a share of nothing', () => {
    expect(targetValue('percent', 5, null)).toBeNull();
    expect(targetValue('percent', 5, 0)).toBeNull();
  });
});

describe('A target', () => {
  const percent = (numerator: number, denominator: number) => targetValue('percent', numerator, denominator);

  it.each([
    ['>=', 60, 60, 100, true],
    ['>=', 60, 599_999, 1_000_000, false],
    ['<=', 3, 3, 100, true],
    ['<=', 3, 301, 10_000, false],
    ['==', 100, 7, 7, true],
    ['==', 100, 9_999_999, 10_000_000, false],
    ['>=', 0.5, 5, 1000, true],
  ] as const)(
    'of %s %d %% is judged on the exact share of %d in %d: %s',
    (op, value, numerator, denominator, attained) => {
      expect(attains({ op, value }, percent(numerator, denominator), null)).toBe(attained);
    },
  );

  it('of an increase needs more than the period before, and one to compare with', () => {
    expect(attains({ op: 'increase' }, percent(51, 100), percent(50, 100))).toBe(true);
    expect(attains({ op: 'increase' }, percent(50, 100), percent(1, 2))).toBe(false);
    expect(attains({ op: 'increase' }, percent(50, 100), null)).toBeNull();
    expect(attains({ op: 'decrease' }, percent(49, 100), percent(1, 2))).toBe(true);
  });

  it('that is stated for each of several periods is compared with the sum over them', () => {
    expect(attains({ op: '>=', value: 2 }, targetValue('persons', 6, null), null, 3)).toBe(true);
    expect(attains({ op: '>=', value: 2 }, targetValue('persons', 5, null), null, 3)).toBe(false);
  });

  it('is open while nothing is known', () => {
    expect(attains({ op: '>=', value: 100 }, null, null)).toBeNull();
  });
});
