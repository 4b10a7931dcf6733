import { tradeUnionLawOn } from '@gongyou/contracts';
import { type Fen, fen, firstDay, type Month } from '@gongyou/domain';

/** What is due to the union of a month's wages (UN-03). A part of a fen is owed in full: the law names no rounding in the payer's favour. */
export const unionContributionDue = (wagesFen: Fen, month: Month): Fen =>
  fen(Math.ceil(wagesFen / (100 / tradeUnionLawOn(firstDay(month)).contributionPercent)));
