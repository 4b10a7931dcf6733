import type { Bilingual } from '@gongyou/domain';

/** Something that is not as it was written. */
export interface Finding {
  code: FindingCode;
  /** Of the event concerned; for missing ones, the first. Absent when it concerns the ledger as a whole. */
  position?: number;
  /** Without anything of the event's data. */
  texts: Bilingual;
}

/** Says a finding in both languages. */
export function finding<Code extends FindingCode>(
  code: Code,
  position: number | undefined,
  detail: FindingDetail<Code>,
): Finding {
  const say = texts[code] as (of: typeof detail) => Bilingual;
  return { code, ...(position !== undefined && { position }), texts: say(detail) };
}

export type FindingCode = keyof typeof texts;
export type FindingDetail<Code extends FindingCode> = Parameters<(typeof texts)[Code]>[0];

const texts = {
  'ledger.verify.leafDiffers': (_: object) => ({
    zh: '信封与其叶哈希不符',
    en: 'The entry does not have the leaf hash that is stored with it.',
  }),
  'ledger.verify.dataDiffers': (_: object) => ({
    zh: '数据与信封中的哈希不符',
    en: 'The data do not have the hash that the entry gives them.',
  }),
  'ledger.verify.columnsDiffer': ({ columns, position }: { columns: string[]; position: number }) => ({
    zh: `列 ${columns.join('、')} 与信封不符（信封中的位置为 ${position}）`,
    en: `The columns ${columns.join(', ')} are not what the entry says (its position: ${position}).`,
  }),
  'ledger.verify.entryMalformed': (_: object) => ({
    zh: '信封不是账本写入的格式',
    en: 'The entry is not in the form in which the ledger writes.',
  }),
  'ledger.verify.unreadable': ({ reason }: { reason: string }) => ({
    zh: `数据库无法读出该事件：${reason}`,
    en: `The database cannot read it any more: ${reason}`,
  }),
  'ledger.verify.missing': ({ last }: { last: number }) => ({
    zh: `自此至 ${last} 的事件缺失`,
    en: `The events from here to ${last} are missing.`,
  }),
  'ledger.verify.revisionDiffers': (of: { stream: string; revision: number; expected: number }) => ({
    zh: `在流 ${of.stream} 中的版次为 ${of.revision}，应为 ${of.expected}`,
    en: `Its revision in stream ${of.stream} is ${of.revision} and should be ${of.expected}.`,
  }),
  'ledger.verify.markDiffers': ({ commandId, events }: { commandId: string; events: number }) => ({
    zh: `命令 ${commandId} 的标记（${events} 个事件）与此处事件不符`,
    en: `The mark of command ${commandId} (${events} events) does not fit the events here.`,
  }),
  'ledger.verify.markMissing': ({ commandId }: { commandId: string }) => ({
    zh: `命令 ${commandId} 没有标记`,
    en: `The command ${commandId} has no mark.`,
  }),
  'ledger.verify.headDiffers': (of: { nextPosition: number; lastPosition: number }) => ({
    zh: `账本记录的下一位置为 ${of.nextPosition}，最后事件的位置为 ${of.lastPosition}`,
    en: `The next position is ${of.nextPosition}, and the last event stands at ${of.lastPosition}.`,
  }),
} as const;
