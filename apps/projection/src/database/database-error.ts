import { QueryFailedError } from 'typeorm';

/** The SQLSTATE of a failed statement; none for a connection that broke, or for an error that is not the database's. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = (
    error instanceof QueryFailedError ? (error.driverError as { code?: unknown }) : (error as { code?: unknown })
  ).code;
  return typeof code === 'string' ? code : undefined;
}

/** A table or the schema is not there: somebody dropped the read models, or they were never set up. */
export const isNotSetUp = (error: unknown): boolean => ['42P01', '3F000'].includes(sqlStateOf(error) ?? '');

/** Classes of SQLSTATE that say nothing against the statement itself: the same may succeed later. */
const passing = ['08', '25', '40', '53', '55', '57', '58', 'XX'];

/** Whether the database, rather than the statement, is to blame: trying again later can help. */
export function isOutage(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (error instanceof QueryFailedError) return state === undefined || passing.includes(state.slice(0, 2));
  return state !== undefined && /^(E[A-Z]+|08...|57...|53...)$/.test(state);
}
