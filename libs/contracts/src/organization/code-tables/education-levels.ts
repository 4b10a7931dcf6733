import type { CodeTable } from './code-table';

/** Levels of education (文化程度). */
export const educationLevels = {
  name: { zh: '文化程度', en: 'Education levels' },
  version: '2026.1',
  source: 'National construction worker platform, as its clients send it (field rules 15A, V3)',
  codes: {
    '01': { zh: '小学', en: 'Primary school' },
    '02': { zh: '初中', en: 'Junior secondary school' },
    '03': { zh: '高中', en: 'Senior secondary school' },
    '04': { zh: '中专', en: 'Secondary vocational school' },
    '05': { zh: '大专', en: 'Junior college' },
    '06': { zh: '本科', en: 'Bachelor' },
    '07': { zh: '硕士', en: 'Master' },
    '08': { zh: '博士', en: 'Doctor' },
    '99': { zh: '其他', en: 'Other' },
  },
} as const satisfies CodeTable;

export type EducationLevel = keyof typeof educationLevels.codes;
