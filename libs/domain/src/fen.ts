import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import type { Bilingual } from './bilingual';
import { type RefuseOf, refuseWith } from './refusal';

/**
 * Money: a whole number of fen, 100 to the yuan, at most 2^53 - 1 (about 90 trillion yuan). A plain number, since a brand
 * would be lost at the first addition; fields carry the unit in their name instead (`paidFen`). A difference may be
 * negative; what a contract carries may not (`@IsFen()`).
 */
export type Fen = number;

/** @throws Refusal `domain.fen.notWholeFen` */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) refuse('domain.fen.notWholeFen');
  return value === 0 ? 0 : value; // -0 would be another value to Object.is and to a hash
}

/** The sum of all amounts; 0 of none. @throws Refusal `domain.fen.tooLarge` rather than losing a fen to rounding */
export function addFen(...amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, amount) => {
    const next = sum + fen(amount);
    if (!Number.isSafeInteger(next)) refuse('domain.fen.tooLarge');
    return next;
  }, 0);
}

/** Yuan with two decimals and thousands separators: 123456 fen is `1,234.56`. */
export function formatYuan(amount: Fen): string {
  const digits = String(Math.abs(fen(amount))).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}

/** The property must be an amount of money in whole fen, not negative. */
export function IsFen(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isFen',
      validator: {
        validate: (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0,
        defaultMessage: buildMessage((each) => `${each}$property must be a whole, non-negative number of fen`, options),
      },
    },
    options,
  );
}

export const fenJsonSchema = { type: 'integer' as const, minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

export const fenRefusals = {
  'domain.fen.notWholeFen': { zh: '金额须为整数分', en: 'An amount of money must be a whole number of fen.' },
  'domain.fen.tooLarge': { zh: '金额合计超出可精确表示的范围', en: 'The sum is too large to be kept to the fen.' },
} as const satisfies Record<`domain.fen.${string}`, Bilingual>;

const refuse: RefuseOf<typeof fenRefusals> = refuseWith(fenRefusals);
