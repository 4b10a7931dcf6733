import type { Bilingual } from '@gongyou/domain';

/** A «no» that exists in HTTP only: a wrong method, a wrong media type. Everything else is a `PlatformProblem`. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly texts: Bilingual,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${texts.en}`);
    this.name = 'HttpProblem';
  }
}

export const unknownRoute = (): HttpProblem =>
  new HttpProblem(404, 'request.unknownRoute', { zh: '没有这个地址', en: 'There is nothing at this address.' });

export const wrongMethod = (allowed: readonly string[]): HttpProblem =>
  new HttpProblem(
    405,
    'request.wrongMethod',
    { zh: `此地址只接受 ${allowed.join('、')}`, en: `This address takes ${allowed.join(', ')} only.` },
    { Allow: allowed.join(', ') },
  );

export const wrongMediaType = (expected: string): HttpProblem =>
  new HttpProblem(415, 'request.wrongMediaType', {
    zh: `请求内容须为 UTF-8 编码的 ${expected}`,
    en: `The content of this request must be ${expected} in UTF-8.`,
  });

export const badAddress = (): HttpProblem =>
  new HttpProblem(400, 'request.badAddress', { zh: '地址编码无效', en: 'The address is not encoded correctly.' });

export const otherOrigin = (): HttpProblem =>
  new HttpProblem(403, 'request.otherOrigin', {
    zh: '拒绝来自其他网站的请求',
    en: 'Requests that another web site makes a browser send are refused.',
  });
