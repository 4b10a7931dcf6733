import { isUtf8 } from 'node:buffer';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { wrongMediaType } from './http-problem';

const MOST = '1mb';

/** Bodies are JSON for the interface and form fields for the pages, in UTF-8, at most 1 MB; anything else is refused, never guessed. */
export function takeBodies(app: NestExpressApplication): void {
  app.use(checkMediaType);
  // Not strict: a bare number is JSON all the same, and the contract says better what is wrong with it.
  app.useBodyParser('json', { limit: MOST, strict: false, verify: refuseOtherEncodings });
  app.useBodyParser('urlencoded', { limit: MOST, extended: false, verify: refuseOtherEncodings });
}

/** Below this path files are taken, whatever their format: who takes them judges it. */
export const FILES = '/api/imports/';

function checkMediaType(request: Request, _response: Response, next: NextFunction): void {
  if (request.path.startsWith(FILES)) return next();
  const expected = request.path.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded';
  const isEmpty = request.headers['content-length'] === '0';
  // `is` answers null for a request that has no body at all.
  if (!isEmpty && request.is(expected) === false) next(wrongMediaType(expected));
  else next();
}

function refuseOtherEncodings(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new Error('not UTF-8');
}
