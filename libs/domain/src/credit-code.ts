import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import type { Bilingual } from './bilingual';
import { type RefuseOf, refuseWith } from './refusal';

/** A unified social credit code (统一社会信用代码, GB 32100-2015) whose check character is right. */
export type CreditCode = string & { readonly [brand]: 'CreditCode' };

export type CreditCodeCheck = 'valid' | 'checkCharacterWrong' | 'malformed';

/**
 * Judges a credit code: 18 characters without I, O, S, V, Z; registering authority, kind of body, 6 digits of the
 * administrative division, 9 of the body itself, 1 check character. Small letters and spaces are `malformed`.
 *
 * Codes in official notices do sometimes fail their check. One from a published list is kept with a warning and its
 * source, not refused: take such a code as a text and call this, instead of `@IsCreditCode()`.
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  if (!creditCodePattern.test(text)) return 'malformed';
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(text.charAt(index)), 0);
  return text.charAt(17) === alphabet.charAt((31 - (sum % 31)) % 31) ? 'valid' : 'checkCharacterWrong';
}

export function isCreditCode(value: unknown): value is CreditCode {
  return typeof value === 'string' && checkCreditCode(value) === 'valid';
}

/** @throws Refusal `domain.creditCode.malformed` or `domain.creditCode.checkCharacterWrong` */
export function creditCode(text: string): CreditCode {
  const check = checkCreditCode(text);
  if (check !== 'valid') refuse(`domain.creditCode.${check}`);
  return text as CreditCode;
}

/** The property must be a credit code with the right check character. */
export function IsCreditCode(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isCreditCode',
      validator: {
        validate: isCreditCode,
        defaultMessage: buildMessage(
          (each) =>
            `${each}$property must be a unified social credit code of 18 characters with a right check character`,
          options,
        ),
      },
    },
    options,
  );
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const creditCodePattern = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/;

export const creditCodeJsonSchema = { type: 'string' as const, pattern: creditCodePattern.source };

export const creditCodeRefusals = {
  'domain.creditCode.malformed': {
    zh: '统一社会信用代码须为 18 位，不含字母 I、O、S、V、Z',
    en: 'A unified social credit code has 18 characters, without the letters I, O, S, V, Z.',
  },
  'domain.creditCode.checkCharacterWrong': {
    zh: '统一社会信用代码的校验码不正确',
    en: 'The check character of the unified social credit code is wrong.',
  },
} as const satisfies Record<`domain.creditCode.${string}`, Bilingual>;

const refuse: RefuseOf<typeof creditCodeRefusals> = refuseWith(creditCodeRefusals);

declare const brand: unique symbol;
