import type { Bilingual } from '@gongyou/domain';

/** Why nothing can be read at the moment. */
export const readingTexts = {
  notYetThere: {
    zh: '数据尚未更新到所要求的位置，请稍后重试',
    en: 'The read models have not come as far as the position asked for. Ask again in a moment.',
  },
  beingRebuilt: { zh: '报表数据正在重建，请稍后重试', en: 'The read models are being rebuilt. Ask again in a moment.' },
  noDatabase: {
    zh: '报表数据库暂时不可用，请稍后重试',
    en: 'The database of the read models cannot be reached at the moment.',
  },
} as const satisfies Record<string, Bilingual>;
