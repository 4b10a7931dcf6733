import type { NextFunction, Request, Response } from 'express';
import { otherOrigin } from './http-problem';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another web site makes a browser send with the session's cookie (cross-site request forgery). Browsers say where a
 * request comes from, in `Sec-Fetch-Site` or in `Origin`; without either the sender is no browser and carries its cookie on purpose.
 */
export function ownOriginOnly(request: Request, _response: Response, next: NextFunction): void {
  if (harmless.has(request.method) || request.headers.authorization !== undefined || isOwn(request)) next();
  else next(otherOrigin());
}

function isOwn({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
