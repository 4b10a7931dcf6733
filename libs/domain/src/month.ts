import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import type { Bilingual } from './bilingual';
import { type Day, daysInMonth } from './day';
import { type RefuseOf, refuseWith } from './refusal';

/** A calendar month in Asia/Shanghai, written `YYYY-MM`, 1900 to 2199. Months sort as texts. */
export type Month = string & { readonly [brand]: 'Month' };

export function isMonth(value: unknown): value is Month {
  return typeof value === 'string' && monthPattern.test(value);
}

/** @throws Refusal `domain.month.notACalendarMonth` */
export function month(text: string): Month {
  if (!isMonth(text)) refuse('domain.month.notACalendarMonth');
  return text;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** The month `count` months later (earlier, if negative). @throws Refusal `domain.month.outOfRange` */
export function addMonths(from: Month, count: number): Month {
  const months = monthsSinceYearZero(from) + count;
  const year = Math.floor(months / 12);
  const text = `${year}-${String(months - year * 12 + 1).padStart(2, '0')}`;
  if (!isMonth(text)) refuse('domain.month.outOfRange');
  return text;
}

/** How many months after `from` the month `to` is; negative when it is before. */
export function monthsBetween(from: Month, to: Month): number {
  return monthsSinceYearZero(to) - monthsSinceYearZero(from);
}

export function firstDay(of: Month): Day {
  return `${of}-01` as Day;
}

export function lastDay(of: Month): Day {
  return `${of}-${daysInMonth(Number(of.slice(0, 4)), Number(of.slice(5)))}` as Day;
}

/** The property must be a calendar month. */
export function IsMonth(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isMonth',
      validator: {
        validate: isMonth,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a calendar month written YYYY-MM, from 1900 to 2199`,
          options,
        ),
      },
    },
    options,
  );
}

const monthPattern = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/;

export const monthJsonSchema = { type: 'string' as const, pattern: monthPattern.source };

export const monthRefusals = {
  'domain.month.notACalendarMonth': {
    zh: '月份格式须为 YYYY-MM，年份在 1900 至 2199 之间',
    en: 'A month must be written YYYY-MM, from 1900 to 2199.',
  },
  'domain.month.outOfRange': {
    zh: '推算出的月份不在 1900 至 2199 年之间',
    en: 'The month that was counted to is not between 1900 and 2199.',
  },
} as const satisfies Record<`domain.month.${string}`, Bilingual>;

const refuse: RefuseOf<typeof monthRefusals> = refuseWith(monthRefusals);

function monthsSinceYearZero(of: Month): number {
  return Number(of.slice(0, 4)) * 12 + Number(of.slice(5)) - 1;
}

declare const brand: unique symbol;
