import type { ProgrammeTarget } from '@gongyou/contracts';

/** A value in the unit of a target, exactly. */
export interface TargetValue {
  upper: bigint;
  /** Above nought. */
  lower: bigint;
}

/** How many of the unit a whole makes. Such a value is a share, and needs both counts. */
const shares: Readonly<Record<string, bigint>> = {
  percent: 100n,
  perMille: 1_000n,
  perThousandWorkers: 1_000n,
  perTenThousand: 10_000n,
};

export const isShare = (unit: string): boolean => Object.hasOwn(shares, unit);

/**
 * The value that returned counts make in the target's unit. Money is returned in fen and targets are stated in yuan.
 * Null for a share without its lower count.
 */
export function targetValue(unit: string, numerator: number, denominator: number | null): TargetValue | null {
  if (isShare(unit))
    return denominator ? { upper: BigInt(numerator) * shares[unit]!, lower: BigInt(denominator) } : null;
  const whole = unit === 'CNY' ? 100n : 1n;
  return { upper: BigInt(numerator), lower: BigInt(denominator || 1) * whole };
}

/** In hundredths of the unit, rounded half up: 98.755 % is 9876. */
export function hundredthsOf({ upper, lower }: TargetValue): number {
  return Number((200n * upper + lower) / (2n * lower));
}

/**
 * Whether a value attains its target; judged on the exact value, never on the rounded one. A target that is stated for each of
 * several periods is compared with the sum over them. Null when there is nothing to compare with.
 */
export function attains(
  { op, value: stated }: Pick<ProgrammeTarget, 'op' | 'value'>,
  value: TargetValue | null,
  previous: TargetValue | null,
  periods = 1,
): boolean | null {
  const other = op === 'increase' || op === 'decrease' ? previous : statedValue(stated, periods);
  if (!value || !other) return null;
  const difference = value.upper * other.lower - other.upper * value.lower;
  switch (op) {
    case '>=':
      return difference >= 0n;
    case '<=':
      return difference <= 0n;
    case '==':
      return difference === 0n;
    case 'increase':
      return difference > 0n;
    case 'decrease':
      return difference < 0n;
  }
}

/** Targets have at most four decimal places. */
const DECIMALS = 10_000;

const statedValue = (stated: number | undefined, periods: number): TargetValue | null =>
  stated === undefined
    ? null
    : { upper: BigInt(Math.round(stated * DECIMALS)) * BigInt(periods), lower: BigInt(DECIMALS) };
