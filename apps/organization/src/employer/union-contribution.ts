import { type Fen, fen } from '@gongyou/domain';

/** Parts in a hundred of all wages of the staff that an employer pays to the union each month (工会法 Art. 43, UN-03). */
export const UNION_CONTRIBUTION_PERCENT = 2;

/** What is due to the union of a month's wages. A part of a fen is owed in full: the law names no rounding in the payer's favour. */
export const unionContributionDue = (wagesFen: Fen): Fen =>
  fen(Math.ceil(wagesFen / (100 / UNION_CONTRIBUTION_PERCENT)));
