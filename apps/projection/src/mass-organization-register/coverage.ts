import type { CoverageFigure } from '@gongyou/contracts';

/** 85% of private enterprises are to have a trade union (HM-03f), in hundredths of a percent. */
export const UNION_COVERAGE_TARGET_BASIS_POINTS = 8_500;

/** How far private enterprises are covered. Whether the target is reached is judged by the counts, not by the rounded rate. */
export function coverageOf(covered: number, enterprises: number): CoverageFigure {
  if (enterprises === 0) return { enterprises, covered, basisPoints: null, met: null };
  return {
    enterprises,
    covered,
    basisPoints: Math.floor((covered * 10_000) / enterprises),
    met: covered * 10_000 >= UNION_COVERAGE_TARGET_BASIS_POINTS * enterprises,
  };
}
