import type { CodeTable } from './code-table';

/** Whether a person manages or builds (工人类型). Managers have work type 900, and nobody else has (DS-06). */
export const workRoles = {
  name: { zh: '工人类型', en: 'Work roles' },
  version: '2026.1',
  source: 'National construction worker platform, as its clients send it (field rules 15A, V3)',
  codes: {
    '10': { zh: '管理人员', en: 'Manager' },
    '20': { zh: '建筑工人', en: 'Construction worker' },
  },
} as const satisfies CodeTable;

export type WorkRole = keyof typeof workRoles.codes;
