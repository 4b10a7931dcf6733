import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import type { Bilingual } from './bilingual';
import { type RefuseOf, refuseWith } from './refusal';

/** A calendar day in Asia/Shanghai, written `YYYY-MM-DD`, 1900 to 2199. Days sort as texts. */
export type Day = string & { readonly [brand]: 'Day' };

export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !dayPattern.test(value)) return false;
  return Number(value.slice(8)) <= daysInMonth(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}

/** @throws Refusal `domain.day.notACalendarDay` */
export function day(text: string): Day {
  if (!isDay(text)) refuse('domain.day.notACalendarDay');
  return text;
}

/**
 * The day `count` days after `from` (before, if negative). Periods counted in days leave out the day they start on and
 * end with the last day counted (Civil Code Art. 201), so "within 15 days of receipt" is `addDays(receivedOn, 15)`.
 *
 * @throws Refusal `domain.day.outOfRange`
 */
export function addDays(from: Day, count: number): Day {
  return dayOfEpochDay(epochDayOf(from) + count);
}

/**
 * The corresponding day `count` months later (earlier, if negative), or the last day of that month where it has none:
 * how periods of months and years end (Civil Code Art. 202).
 *
 * @throws Refusal `domain.day.outOfRange`
 */
export function addCalendarMonths(from: Day, count: number): Day {
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  if (!Number.isInteger(count) || year < firstYear || year > lastYear) refuse('domain.day.outOfRange');
  const dayOfMonth = Math.min(Number(from.slice(8)), daysInMonth(year, month));
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day;
}

/** How many days after `from` the day `to` is; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** Negative, 0 or positive, as sorting wants it. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(of: Day): number {
  return new Date(epochDayOf(of) * msPerDay).getUTCDay();
}

/**
 * The day it is in Asia/Shanghai at `instant` (a `Date` or milliseconds since the epoch).
 *
 * A fixed UTC+8 is safe: China keeps one zone and has had no summer time since September 1991, and the platform was not
 * there before. It saves the time zone tables, which differ between machines. Earlier instants are refused, not guessed.
 *
 * @throws Refusal `domain.day.instantOutOfRange` before 1992 and after 2199
 */
export function dayOfInstant(instant: Date | number): Day {
  const ms = typeof instant === 'number' ? instant : instant.getTime();
  // Written so that NaN, an invalid Date, is refused as well.
  if (!(ms >= firstInstantMs && ms < endOfInstantsMs)) refuse('domain.day.instantOutOfRange');
  return dayOfEpochDay(Math.floor((ms + utcOffsetMs) / msPerDay));
}

/** The first instant of the day in Asia/Shanghai. @throws Refusal `domain.day.instantOutOfRange` before 1992 */
export function startOfDay(of: Day): Date {
  return instantOfEpochDay(epochDayOf(of));
}

/** The first instant after the day: compare with `<`. @throws Refusal `domain.day.instantOutOfRange` before 1992 */
export function endOfDay(of: Day): Date {
  startOfDay(of);
  return instantOfEpochDay(epochDayOf(of) + 1);
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The property must be a calendar day. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: isDay,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a calendar day written YYYY-MM-DD, from 1900 to 2199`,
          options,
        ),
      },
    },
    options,
  );
}

const firstYear = 1900;
const lastYear = 2199;
const dayPattern = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export const dayJsonSchema = { type: 'string' as const, format: 'date', pattern: dayPattern.source };

export const dayRefusals = {
  'domain.day.notACalendarDay': {
    zh: '日期须为真实存在的日历日，格式为 YYYY-MM-DD，年份在 1900 至 2199 之间',
    en: 'A day must be a real calendar day written YYYY-MM-DD, from 1900 to 2199.',
  },
  'domain.day.outOfRange': {
    zh: '推算出的日期不在 1900 至 2199 年之间',
    en: 'The day that was counted to is not between 1900 and 2199.',
  },
  'domain.day.instantOutOfRange': {
    zh: '时刻不在 1992 至 2199 年之间',
    en: 'The instant is not between 1992 and 2199.',
  },
} as const satisfies Record<`domain.day.${string}`, Bilingual>;

const refuse: RefuseOf<typeof dayRefusals> = refuseWith(dayRefusals);

const msPerDay = 86_400_000;
const utcOffsetMs = 8 * 3_600_000;
const firstEpochDay = Date.UTC(firstYear, 0, 1) / msPerDay;
const lastEpochDay = Date.UTC(lastYear, 11, 31) / msPerDay;
const firstInstantMs = Date.UTC(1992, 0, 1) - utcOffsetMs;
const endOfInstantsMs = Date.UTC(lastYear + 1, 0, 1) - utcOffsetMs;

function epochDayOf(of: Day): number {
  return Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)) - 1, Number(of.slice(8))) / msPerDay;
}

function dayOfEpochDay(epochDay: number): Day {
  if (!Number.isInteger(epochDay) || epochDay < firstEpochDay || epochDay > lastEpochDay)
    refuse('domain.day.outOfRange');
  return new Date(epochDay * msPerDay).toISOString().slice(0, 10) as Day;
}

function instantOfEpochDay(epochDay: number): Date {
  const ms = epochDay * msPerDay - utcOffsetMs;
  if (!(ms >= firstInstantMs && ms <= endOfInstantsMs)) refuse('domain.day.instantOutOfRange');
  return new Date(ms);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

declare const brand: unique symbol;
