import type { Fen } from '@gongyou/domain';

/** Dues of a month in fen: one rate on the whole base, by the step in which the base lies (PD-26, 中组部党费规定 2008). */
export function monthlyDuesOf(afterTaxMonthlyFen: Fen, pensioner: boolean): Fen {
  const steps = pensioner ? pensionerSteps : wageSteps;
  const { perMille } = steps.find(({ upToFen }) => afterTaxMonthlyFen <= upToFen)!;
  return Math.round((afterTaxMonthlyFen * perMille) / 1000);
}

const yuan = (amount: number): Fen => amount * 100;

const wageSteps: readonly { upToFen: Fen; perMille: number }[] = [
  { upToFen: yuan(3_000), perMille: 5 },
  { upToFen: yuan(5_000), perMille: 10 },
  { upToFen: yuan(10_000), perMille: 15 },
  { upToFen: Infinity, perMille: 20 },
];

const pensionerSteps: readonly { upToFen: Fen; perMille: number }[] = [
  { upToFen: yuan(5_000), perMille: 5 },
  { upToFen: Infinity, perMille: 10 },
];
