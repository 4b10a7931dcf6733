import type { Day } from '@gongyou/domain';

/** How long something holds: from a day on, until a day on which it holds no more; for good when there is none. */
export interface Term {
  from: Day;
  until?: Day;
}

/** The days on which any of the terms holds, as terms of which no two touch. Terms that hold on no day are left out. */
export function withoutOverlap(terms: readonly Term[]): Term[] {
  const merged: Term[] = [];
  const holding = terms.filter(({ from, until }) => until === undefined || from < until);
  for (const { from, until } of [...holding].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (!last || (last.until !== undefined && last.until < from)) merged.push(termOf(from, until));
    else if (last.until !== undefined && (until === undefined || until > last.until)) {
      merged[merged.length - 1] = termOf(last.from, until);
    }
  }
  return merged;
}

const termOf = (from: Day, until: Day | undefined): Term => (until === undefined ? { from } : { from, until });
