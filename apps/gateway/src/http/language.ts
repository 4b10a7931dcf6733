import type { Bilingual } from '@gongyou/domain';
import type { Request } from 'express';

export type Language = keyof Bilingual;

/** The language of an answer by `Accept-Language`: Chinese unless English is preferred. */
export const languageOf = (request: Pick<Request, 'acceptsLanguages'>): Language =>
  request.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh';

/** For `Content-Language`. */
export const languageTag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>;
