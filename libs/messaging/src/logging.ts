import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';
import { currentCorrelation } from './correlation';

/** Logs as JSON lines, each with the service and the correlation id of the request it belongs to. No message may hold personal data. */
export function createLog(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    mixin: () => ({ ...(currentCorrelation() && { correlationId: currentCorrelation()!.correlationId }) }),
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Nest's own log lines, and those of its `Logger`, on a pino log. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, context?: string): void {
    this.pino.info(...line(message, context));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn(...line(message, context));
  }

  debug(message: unknown, context?: string): void {
    this.pino.debug(...line(message, context));
  }

  verbose(message: unknown, context?: string): void {
    this.pino.trace(...line(message, context));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (message instanceof Error) this.pino.error({ context, err: message }, message.message);
    else this.pino.error(...line(message, context));
  }
}

/** An object is the fields of a line; anything else is its words. */
const line = (message: unknown, context: unknown): [object, string?] =>
  typeof message === 'object' && message !== null ? [{ context, ...message }] : [{ context }, String(message)];
