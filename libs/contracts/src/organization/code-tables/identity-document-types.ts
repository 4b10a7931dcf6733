import type { CodeTable } from './code-table';

/** Kinds of identity documents (证件类型). Only `01`, the resident identity card, holds a number that can be checked by itself (ID-02). */
export const identityDocumentTypes = {
  name: { zh: '证件类型', en: 'Identity document types' },
  version: '2026.1',
  source: 'National construction worker platform, as its clients send it (field rules 15A, V3)',
  codes: {
    '01': { zh: '居民身份证', en: 'Resident identity card' },
    '02': { zh: '军官证', en: 'Officer certificate' },
    '03': { zh: '武警警官证', en: 'Armed police officer certificate' },
    '04': { zh: '士兵证', en: 'Soldier certificate' },
    '05': { zh: '军队离退休干部证', en: 'Retired military cadre certificate' },
    '06': { zh: '残疾人证', en: 'Disability certificate' },
    '07': { zh: '残疾军人证', en: 'Disabled soldier certificate' },
    '08': { zh: '护照', en: 'Passport' },
    '09': { zh: '港澳同胞回乡证', en: 'Home return permit of Hong Kong and Macao compatriots' },
    '10': { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit for Hong Kong and Macao residents' },
    '11': { zh: '往来港澳通行证', en: 'Permit for travel to Hong Kong and Macao' },
    '12': { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit for Taiwan residents' },
    '13': { zh: '大陆居民往来台湾通行证', en: 'Permit of mainland residents for travel to Taiwan' },
    '14': { zh: '外交官证', en: 'Diplomat certificate' },
    '15': { zh: '领事馆证', en: 'Consular certificate' },
    '16': { zh: '海员证', en: 'Seafarer certificate' },
    '17': { zh: '香港身份证', en: 'Hong Kong identity card' },
    '18': { zh: '台湾身份证', en: 'Taiwan identity card' },
    '19': { zh: '澳门身份证', en: 'Macao identity card' },
    '20': { zh: '外国人身份证件', en: 'Identity document of a foreigner' },
    '21': { zh: '高校毕业生自主创业证', en: 'Graduate entrepreneur certificate' },
    '22': { zh: '就业失业登记证', en: 'Employment and unemployment registration' },
    '23': { zh: '台胞证', en: 'Taiwan compatriot permit' },
    '24': { zh: '退休证', en: 'Retirement certificate' },
    '25': { zh: '离休证', en: 'Veteran cadre retirement certificate' },
    '99': { zh: '其他', en: 'Other' },
  },
} as const satisfies CodeTable;

export type IdentityDocumentType = keyof typeof identityDocumentTypes.codes;

/** The resident identity card (居民身份证), whose number tells birth day and sex. */
export const RESIDENT_IDENTITY_CARD = '01' satisfies IdentityDocumentType;
