import { types } from 'pg';

const BIGINT = 20;
const DATE = 1082;

/**
 * How values of PostgreSQL come back: positions, amounts and counts as numbers (they stay far below 2^53), days as the text they are,
 * never as a JavaScript `Date` in the machine's time zone.
 */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === BIGINT) return Number;
    if (oid === DATE) return (day) => day;
    return types.getTypeParser(oid, format) as (value: string) => unknown;
  },
};
