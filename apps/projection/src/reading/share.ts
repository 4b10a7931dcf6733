/** A share in hundredths of a percent, rounded down; none of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 10_000) / whole);

/** A share in hundredths of a percent, rounded half up; none of nothing. */
export const roundedShareOf = (part: number, whole: number): number | null =>
  whole > 0 ? Math.floor((20_000 * part + whole) / (2 * whole)) : null;
