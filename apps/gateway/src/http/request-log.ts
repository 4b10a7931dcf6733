import { correlationIdOf, withCorrelation } from '@gongyou/messaging';
import type { LoggerService } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { GatewayMetrics } from '../operation/metrics';

/** Asked for every few seconds by machines; a line each would bury the rest. */
const quiet = /^\/(health|metrics|assets)(\/|$)/;

/**
 * Gives every request its correlation id (the caller's `traceparent`, or a new one), and writes one line when it is answered:
 * method, route, status, duration. Never the query string, a body, a cookie or an address.
 */
export const logRequests =
  (log: LoggerService, metrics: GatewayMetrics) => (request: Request, response: Response, next: NextFunction) => {
    const correlation = { correlationId: correlationIdOf(request.headers.traceparent as string | undefined) };
    const started = process.hrtime.bigint();
    response.setHeader('X-Correlation-Id', correlation.correlationId);
    response.once('close', () =>
      withCorrelation(correlation, () => {
        const seconds = Number(process.hrtime.bigint() - started) / 1e9;
        const route = routeOf(request, response);
        const status = response.writableFinished ? response.statusCode : 499;
        metrics.requestAnswered(request.method, route, status, seconds);
        const line = {
          event: 'http.request',
          method: request.method,
          route,
          status,
          durationMs: Math.round(seconds * 1000),
        };
        if (quiet.test(request.path)) log.debug?.(line, 'Http');
        else log.log(line, 'Http');
      }),
    );
    withCorrelation(correlation, next);
  };

/** Names the route of the answer in logs and metrics. */
export const setRoute = (response: Response, route: string): void =>
  void ((response.locals as { route?: string }).route = route);

function routeOf(request: Request, response: Response): string {
  const { route } = response.locals as { route?: string };
  if (route !== undefined) return route;
  const path = (request.route as { path?: unknown } | undefined)?.path;
  // What nobody declared is one label, or every guess of a scanner would make a new one.
  return typeof path === 'string' && !path.includes(':context') && !path.includes('*') ? path : 'unknown';
}
