import type { IndicatorReturnEvent } from '@gongyou/contracts';
import { day, period } from '@gongyou/domain';
import { bookReturnEvent } from './return-account';

describe('The postings of a returned indicator', () => {
  it('post both counts in the last month of the period', () => {
    expect(brief(returned('2026-Q4', 95, 100))).toEqual([
      ['indicatorReturns', '2026-12', 1],
      ['indicatorNumerator', '2026-12', 95],
      ['indicatorDenominator', '2026-12', 100],
    ]);
  });

  it('post a nought, since it was returned as well', () => {
    expect(brief(returned('2026-11', 0))).toEqual([
      ['indicatorReturns', '2026-11', 1],
      ['indicatorNumerator', '2026-11', 0],
    ]);
  });

  it('reverse what stood and post what stands now when it is corrected', () => {
    expect(brief(corrected([95, 100], [96, 101]))).toEqual([
      ['indicatorNumerator', '2026-11', -95],
      ['indicatorDenominator', '2026-11', -100],
      ['indicatorNumerator', '2026-11', 96],
      ['indicatorDenominator', '2026-11', 101],
    ]);
  });

  it('belong to the unit and the indicator, and to no single measure', () => {
    const [entry] = bookReturnEvent(undefined, returned('2026-11', 3)).entries;
    expect(entry).toMatchObject({ unitId: 'company-a', dimension: 'accountRate', measureId: '' });
  });

  it('let a correction count from no day before the return', () => {
    const first = bookReturnEvent(undefined, returned('2026-11', 95, 100));
    const { entries } = bookReturnEvent(first.account, corrected([95, 100], [96, 100], '2026-11-01'));
    expect(new Set(entries.map((entry) => entry.day))).toEqual(new Set(['2026-11-10']));
  });
});

const brief = (event: IndicatorReturnEvent) =>
  bookReturnEvent(undefined, event).entries.map(({ indicator, periodMonth, amount }) => [
    indicator,
    periodMonth,
    amount,
  ]);

const of = {
  programmeId: 'reform',
  organizationId: 'cccc',
  indicator: 'accountRate',
  unitId: 'company-a',
  evidence: [],
};

const returned = (text: string, numerator: number, denominator?: number): IndicatorReturnEvent => ({
  type: 'IndicatorReturned',
  data: { ...of, period: period(text), numerator, ...(denominator && { denominator }), returnedOn: day('2026-11-10') },
});

const corrected = (from: [number, number], to: [number, number], on = '2026-11-12'): IndicatorReturnEvent => ({
  type: 'IndicatorReturnCorrected',
  data: {
    ...of,
    period: period('2026-11'),
    numerator: to[0],
    denominator: to[1],
    replacedNumerator: from[0],
    replacedDenominator: from[1],
    reason: '误报',
    correctedOn: day(on),
  },
});
