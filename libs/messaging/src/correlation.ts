import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** What ties the log lines, messages and events of one request together: the trace id of its `traceparent` (W3C Trace Context). */
export interface Correlation {
  correlationId: string;
}

const current = new AsyncLocalStorage<Correlation>();

export const withCorrelation = <T>(correlation: Correlation, run: () => T): T => current.run(correlation, run);

export const currentCorrelation = (): Correlation | undefined => current.getStore();

/** The trace id that a `traceparent` header carries; undefined when it is absent or malformed. */
export function carriedCorrelationId(traceparent: string | undefined): string | undefined {
  const match = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(traceparent ?? '');
  return match && match[1] !== '0'.repeat(32) ? match[1] : undefined;
}

/** The trace id of a `traceparent` header, or a new one. */
export const correlationIdOf = (traceparent: string | undefined): string =>
  carriedCorrelationId(traceparent) ?? hexDigits();

/** A `traceparent` that carries a correlation on to the next part of the platform. */
export const traceparentOf = (correlationId: string): string => `00-${correlationId}-${hexDigits().slice(0, 16)}-01`;

/** 32 random ones. Node keeps the randomness of its UUIDs in stock, so that one for every message costs little. */
const hexDigits = (): string => randomUUID().replaceAll('-', '');
