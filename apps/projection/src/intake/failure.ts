import { UnknownEvent } from '@gongyou/contracts';
import { PlatformProblem } from '@gongyou/messaging';
import { QueryFailedError } from 'typeorm';
import { sqlStateOf } from '../database/database-error';
import { BeginningMissing } from './projector';

/** Where an event failed, and how. */
export interface Failure {
  /** The register whose projector threw; `contract` when the event itself could not be read. */
  handler: string;
  /** Without personal data. */
  error: string;
}

/** Stands for the handler of an event that waits only because an earlier one of its stream does. */
export const FOLLOWS = 'order';

/**
 * An error as it may be kept and shown. Messages of PostgreSQL and of the run-time quote values, which may be personal: only the
 * kind of error and the place where it was thrown are told.
 */
export function failureText(error: unknown): string {
  if (error instanceof PlatformProblem) return error.code;
  if (error instanceof UnknownEvent || error instanceof BeginningMissing) return error.message;
  if (error instanceof QueryFailedError) {
    const { constraint } = error.driverError as { constraint?: string };
    return `database error ${sqlStateOf(error) ?? 'without a code'}${constraint ? ` (${constraint})` : ''}`;
  }
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  // Where the code is installed is nobody's business.
  return [error.name, place?.trim().replace(/[^\s(]*[\\/]/, '')].filter(Boolean).join(' ');
}
