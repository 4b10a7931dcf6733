import { day } from '@gongyou/domain';
import { type Term, withoutOverlap } from './contract-terms';

const term = (from: string, until?: string): Term => ({
  from: day(from),
  ...(until !== undefined && { until: day(until) }),
});

describe('Terms', () => {
  it.each<[string, Term[], Term[]]>([
    [
      'that overlap are one',
      [term('2026-03-01', '2026-06-01'), term('2026-01-01', '2026-04-01')],
      [term('2026-01-01', '2026-06-01')],
    ],
    [
      'that touch are one',
      [term('2026-01-01', '2026-04-01'), term('2026-04-01', '2026-06-01')],
      [term('2026-01-01', '2026-06-01')],
    ],
    [
      'with a day between stay two',
      [term('2026-01-01', '2026-04-01'), term('2026-04-02', '2026-06-01')],
      [term('2026-01-01', '2026-04-01'), term('2026-04-02', '2026-06-01')],
    ],
    [
      'within another say nothing',
      [term('2026-01-01', '2026-12-01'), term('2026-02-01', '2026-03-01')],
      [term('2026-01-01', '2026-12-01')],
    ],
    [
      'without an end swallow what follows',
      [term('2026-01-01'), term('2026-02-01', '2026-03-01')],
      [term('2026-01-01')],
    ],
    ['that hold on no day are left out', [term('2026-02-01', '2026-02-01')], []],
  ])('%s', (_, terms, merged) => expect(withoutOverlap(terms)).toEqual(merged));
});
