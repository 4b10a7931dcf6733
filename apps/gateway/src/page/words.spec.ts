import type { Day } from '@gongyou/domain';
import { recentPeriods } from './periods';
import { dayInWords, hundredthsInWords, instantInWords, periodInWords, titleInWords } from './words';

describe('Words of official documents', () => {
  it.each([
    ['2026', '2026年'],
    ['2026-H1', '2026年上半年'],
    ['2026-H2', '2026年下半年'],
    ['2026-Q4', '2026年第四季度'],
    ['2026-03', '2026年3月'],
  ])('the period %s is %s', (period, words) => expect(periodInWords(period)).toBe(words));

  it('a day has no leading noughts', () => expect(dayInWords('2026-03-05')).toBe('2026年3月5日'));
  it('an instant is told in China’s time', () =>
    expect(instantInWords('2026-12-31T16:00:00.123Z')).toBe('2027-01-01 00:00:00'));
  it('a title in a title takes single marks', () =>
    expect(titleInWords('落实《意见》的方案')).toBe('《落实〈意见〉的方案》'));
  it.each([
    [9876, '98.76'],
    [10000, '100'],
    [5, '0.05'],
    [-150, '-1.5'],
  ])('%i hundredths are %s', (hundredths, words) => expect(hundredthsInWords(hundredths)).toBe(words));
});

it('The periods to choose from are the running ones and those before, across the turn of a year', () => {
  const [years, halves, quarters, months] = recentPeriods('2026-01-31' as Day);
  expect(years!.periods).toEqual(['2026', '2025', '2024']);
  expect(halves!.periods).toEqual(['2026-H1', '2025-H2', '2025-H1', '2024-H2']);
  expect(quarters!.periods.slice(0, 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  expect(months!.periods.slice(0, 3)).toEqual(['2026-01', '2025-12', '2025-11']);
});
