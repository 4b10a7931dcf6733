import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import type { Bilingual } from './bilingual';
import type { Day } from './day';
import { addMonths, firstDay, lastDay, type Month, month, monthOf, monthsBetween } from './month';
import { type RefuseOf, refuseWith } from './refusal';

/** A reporting period: a year `2026`, half `2026-H1`, quarter `2026-Q4` or month `2026-11`; 1900 to 2199. */
export type Period = string & { readonly [brand]: 'Period' };

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month';

export function isPeriod(value: unknown): value is Period {
  return typeof value === 'string' && periodPattern.test(value);
}

/** @throws Refusal `domain.period.notAPeriod` */
export function period(text: string): Period {
  if (!isPeriod(text)) refuse('domain.period.notAPeriod');
  return text;
}

export function periodKind(of: Period): PeriodKind {
  if (of.length === 4) return 'year';
  if (of[5] === 'H') return 'half';
  return of[5] === 'Q' ? 'quarter' : 'month';
}

/** First and last day of the period, both part of it. */
export function periodRange(of: Period): { readonly from: Day; readonly to: Day } {
  const first = firstMonthOf(of);
  return { from: firstDay(first), to: lastDay(addMonths(first, monthsIn[periodKind(of)] - 1)) };
}

/** The months of the period, in order. */
export function monthsOf(of: Period): Month[] {
  const first = firstMonthOf(of);
  return Array.from({ length: monthsIn[periodKind(of)] }, (_, index) => addMonths(first, index));
}

/** The period of that kind in which `day` lies. */
export function periodOf(day: Day, kind: PeriodKind): Period {
  return periodFrom(monthOf(day), kind);
}

/** The period of the same kind just before. @throws Refusal `domain.month.outOfRange` before 1900 */
export function previousPeriod(of: Period): Period {
  const kind = periodKind(of);
  return periodFrom(addMonths(firstMonthOf(of), -monthsIn[kind]), kind);
}

/** The property must be a reporting period. */
export function IsPeriod(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isPeriod',
      validator: {
        validate: isPeriod,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a period: a year 2026, half 2026-H1, quarter 2026-Q4 or month 2026-11`,
          options,
        ),
      },
    },
    options,
  );
}

const periodPattern = /^(?:19|20|21)\d{2}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/;

export const periodJsonSchema = { type: 'string' as const, pattern: periodPattern.source };

export const periodRefusals = {
  'domain.period.notAPeriod': {
    zh: '报告期须为年 2026、半年 2026-H1、季度 2026-Q4 或月 2026-11',
    en: 'A period must be a year 2026, half 2026-H1, quarter 2026-Q4 or month 2026-11.',
  },
} as const satisfies Record<`domain.period.${string}`, Bilingual>;

const refuse: RefuseOf<typeof periodRefusals> = refuseWith(periodRefusals);

const monthsIn: Record<PeriodKind, number> = { year: 12, half: 6, quarter: 3, month: 1 };

function firstMonthOf(of: Period): Month {
  const kind = periodKind(of);
  if (kind === 'month') return month(of);
  const january = month(`${of.slice(0, 4)}-01`);
  return kind === 'year' ? january : addMonths(january, (Number(of[6]) - 1) * monthsIn[kind]);
}

function periodFrom(any: Month, kind: PeriodKind): Period {
  const year = any.slice(0, 4);
  if (kind === 'year') return year as Period;
  if (kind === 'month') return any as string as Period;
  const ordinal = Math.floor(monthsBetween(month(`${year}-01`), any) / monthsIn[kind]) + 1;
  return `${year}-${kind === 'half' ? 'H' : 'Q'}${ordinal}` as Period;
}

declare const brand: unique symbol;
