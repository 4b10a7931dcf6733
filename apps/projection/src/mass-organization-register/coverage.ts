import type { CoverageFigure, EnterpriseOwnership, MassOrganizationKind } from '@gongyou/contracts';
import { shareOf } from '../reading/share';

/**
 * The share of enterprises that is to be covered, in hundredths of a percent: 85% of private enterprises by a trade union (HM-03f), every
 * state-owned one by each kind (HM-03b); `null` where no provision names one.
 */
export function coverageTarget(kind: MassOrganizationKind, ownership: EnterpriseOwnership | undefined): number | null {
  if (ownership === 'stateOwned') return 10_000;
  return ownership === 'private' && kind === 'tradeUnion' ? 8_500 : null;
}

/** How far enterprises are covered. Whether the target is reached is judged by the counts, not by the rounded rate. */
export function coverageOf(covered: number, enterprises: number, target: number | null): CoverageFigure {
  return {
    enterprises,
    covered,
    basisPoints: shareOf(covered, enterprises),
    met: enterprises === 0 || target === null ? null : covered * 10_000 >= target * enterprises,
  };
}
