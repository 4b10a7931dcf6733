import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import type { Bilingual } from './bilingual';
import { type Day, isDay } from './day';
import { type RefuseOf, refuseWith } from './refusal';

/**
 * A citizen's identity number (公民身份号码, GB 11643-1999) whose check digit and birth date are right. Personal: it
 * never goes into a log, a subject, an address or an error. Nothing here puts it into an error text, but
 * class-validator keeps the refused value in `ValidationError.value`, which must not be shown either.
 */
export type ResidentId = string & { readonly [brand]: 'ResidentId' };

export type ResidentIdCheck = 'valid' | 'malformed' | 'birthDateImpossible' | 'birthDateInFuture' | 'checkDigitWrong';

export type Sex = 'male' | 'female';

/**
 * Judges an identity number: 6 digits of the division, 8 of the birth date, 3 of the sequence, 1 check digit or `X`.
 * A small `x` is `malformed`.
 *
 * @param asOf the day of the judgement: whoever is born later is `birthDateInFuture`
 */
export function checkResidentId(text: string, asOf: Day): ResidentIdCheck {
  const check = checkRegardlessOfDay(text);
  return check === 'valid' && birthDayOf(text as ResidentId) > asOf ? 'birthDateInFuture' : check;
}

/** @throws Refusal `domain.residentId.…`, one code for each way to fail; it does not hold the number */
export function residentId(text: string, asOf: Day): ResidentId {
  const check = checkResidentId(text, asOf);
  if (check !== 'valid') refuse(`domain.residentId.${check}`);
  return text as ResidentId;
}

export function birthDayOf(id: ResidentId): Day {
  return birthDateIn(id) as Day;
}

/** An odd 17th digit is a man's. */
export function sexOf(id: ResidentId): Sex {
  return Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female';
}

/**
 * The property must be an identity number. A decorator knows no day, so the decider still has to refuse a birth date in
 * the future with `residentId(text, asOf)`.
 */
export function IsResidentId(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isResidentId',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && checkRegardlessOfDay(value) === 'valid',
        defaultMessage: buildMessage(
          (each) =>
            `${each}$property must be an identity number of 18 characters with a right birth date and check digit`,
          options,
        ),
      },
    },
    options,
  );
}

const residentIdPattern = /^[1-9]\d{16}[\dX]$/;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

export const residentIdJsonSchema = { type: 'string' as const, pattern: residentIdPattern.source };

export const residentIdRefusals = {
  'domain.residentId.malformed': {
    zh: '身份证号码须为 18 位，前 17 位为数字，末位为数字或 X',
    en: 'An identity number has 17 digits and a last digit or X.',
  },
  'domain.residentId.birthDateImpossible': {
    zh: '身份证号码中的出生日期不存在',
    en: 'The birth date in the identity number does not exist.',
  },
  'domain.residentId.birthDateInFuture': {
    zh: '身份证号码中的出生日期晚于当日',
    en: 'The birth date in the identity number is in the future.',
  },
  'domain.residentId.checkDigitWrong': {
    zh: '身份证号码的校验码不正确',
    en: 'The check digit of the identity number is wrong.',
  },
} as const satisfies Record<`domain.residentId.${string}`, Bilingual>;

const refuse: RefuseOf<typeof residentIdRefusals> = refuseWith(residentIdRefusals);

function checkRegardlessOfDay(text: string): Exclude<ResidentIdCheck, 'birthDateInFuture'> {
  if (!residentIdPattern.test(text)) return 'malformed';
  if (!isDay(birthDateIn(text))) return 'birthDateImpossible';
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0);
  return text.charAt(17) === checkDigits.charAt(sum % 11) ? 'valid' : 'checkDigitWrong';
}

function birthDateIn(text: string): string {
  return `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
}

declare const brand: unique symbol;
