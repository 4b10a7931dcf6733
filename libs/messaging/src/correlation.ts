import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** What ties the log lines, messages and events of one request together: the trace id of its `traceparent` (W3C Trace Context). */
export interface Correlation {
  correlationId: string;
}

const current = new AsyncLocalStorage<Correlation>();

export const withCorrelation = <T>(correlation: Correlation, run: () => T): T => current.run(correlation, run);

export const currentCorrelation = (): Correlation | undefined => current.getStore();

/** The trace id of a `traceparent` header, or a new one when it is absent or malformed. */
export function correlationIdOf(traceparent: string | undefined): string {
  const match = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(traceparent ?? '');
  return match && match[1] !== '0'.repeat(32) ? match[1]! : randomBytes(16).toString('hex');
}

/** A `traceparent` that carries a correlation on to the next part of the platform. */
export const traceparentOf = (correlationId: string): string =>
  `00-${correlationId}-${randomBytes(8).toString('hex')}-01`;
