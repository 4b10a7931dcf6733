import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { FILES } from './media-type';

/** As long as Node itself would wait for the end of a request. */
const MOST_MS = 5 * 60_000;
/** Longer than a service that is started again keeps a file waiting. */
const MOST_SILENCE_MS = 15 * 60_000;

/**
 * Cuts off a request whose body does not come to its end in time; a file, which is taken as fast as it is worked off, only when nothing of
 * it has moved for long. Node has one limit for all requests, which a roster of a hundred thousand workers would run into.
 */
export function cutOffSlowRequests(app: NestExpressApplication, mostMs = MOST_MS): void {
  app.getHttpServer().requestTimeout = 0;
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.path.startsWith(FILES)) {
      request.setTimeout(MOST_SILENCE_MS, () => request.destroy());
    } else {
      const late = setTimeout(() => request.complete || request.destroy(), mostMs).unref();
      response.once('close', () => clearTimeout(late));
    }
    next();
  });
}
