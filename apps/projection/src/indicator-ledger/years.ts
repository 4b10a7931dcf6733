import type { Day } from '@gongyou/domain';

/** The first day of the calendar year after that of a day. */
export const nextYear = (on: Day): Day => `${String(Number(on.slice(0, 4)) + 1).padStart(4, '0')}-01-01` as Day;

export const sameYear = (a: Day, b: Day): boolean => a.slice(0, 4) === b.slice(0, 4);
