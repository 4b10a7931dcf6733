import { PlatformProblem } from '@gongyou/messaging';

/** A page of rows that was read with one row more than asked for, which tells whether another page follows. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (last: Row) => string,
): { rows: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** The two ids of the place after which a page begins; before all of them when there is no cursor. */
export function twoIdsOf(cursor: string | undefined): [string, string] {
  if (cursor === undefined) return ['', ''];
  const [first, second, ...rest] = cursor.split('.');
  if (first === undefined || second === undefined || rest.length > 0) throw badCursor();
  return [first, second];
}

/** A cursor that no page gave out. */
export const badCursor = (): PlatformProblem =>
  new PlatformProblem('invalid', 'reporting.badCursor', {
    zh: '翻页游标无效，请使用上一页给出的游标',
    en: 'This is no cursor that a page gave out.',
  });
