import { PlatformProblem } from '@gongyou/messaging';
import type { Request } from 'express';

/** The address at which the caller reached this gateway, without a path: `https://reform.example`. */
export function ownAddress({ headers: { host = '' } }: Pick<Request, 'headers'>, overHttps: boolean): string {
  if (!/^[A-Za-z0-9.:[\]-]{1,255}$/.test(host)) {
    throw new PlatformProblem('invalid', 'request.badHeader', {
      zh: 'Host 不是有效的主机名',
      en: 'Host is not a valid host name.',
    });
  }
  return `${overHttps ? 'https' : 'http'}://${host}`;
}
