import type { Bilingual } from '@gongyou/domain';
import { OperatorError } from '../operator-error';

/** Why nothing was verified, backed up or restored, in words for the operator. */
export class BackupError<Code extends BackupErrorCode = BackupErrorCode> extends OperatorError<Code> {
  override readonly name = 'BackupError';

  constructor(code: Code, detail: Parameters<(typeof texts)[Code]>[0], options?: ErrorOptions) {
    super(code, (texts[code] as (of: typeof detail) => Bilingual)(detail), options);
  }
}

export type BackupErrorCode = keyof typeof texts;

const texts = {
  'standalone.backup.noPlatform': ({ folder }: { folder: string }) => ({
    zh: `数据目录 ${folder} 中没有平台数据。请用 GONGYOU_DATA 指定数据目录，或用 DATABASE_URL 指定数据库。`,
    en: `No platform was ever started in ${folder}. Name its data folder with GONGYOU_DATA, or its database with DATABASE_URL.`,
  }),
  'standalone.backup.databaseStopped': ({ folder }: { folder: string }) => ({
    zh: `数据目录 ${folder} 正被使用，但其中的 PostgreSQL 尚未运行。请稍后重试。`,
    en: `The data folder ${folder} is in use, and its PostgreSQL does not run yet. Try again in a moment.`,
  }),
  'standalone.backup.noLedger': (_: object) => ({
    zh: '该数据库中没有账本。',
    en: 'There is no ledger in this database.',
  }),
  'standalone.backup.otherStore': (_: object) => ({
    zh: '事件保存在 KurrentDB/EventStoreDB 中，请使用其自带的备份（见 docs/operations.md）。',
    en: 'The events are kept in KurrentDB/EventStoreDB: use its own backup (docs/operations.md).',
  }),
  'standalone.backup.ledgerNotIntact': ({ findings }: { findings: number }) => ({
    zh: `账本有 ${findings} 处与写入时不一致，未备份。请运行 npm run verify。`,
    en: `The ledger is not what was written in ${findings} places and was not backed up. Run: npm run verify`,
  }),
  'standalone.backup.fileExists': ({ file }: { file: string }) => ({
    zh: `${file} 已存在，不会覆盖。`,
    en: `${file} is there already and is not overwritten.`,
  }),
  'standalone.backup.fileUnreadable': ({ file, reason }: { file: string; reason: string }) => ({
    zh: `无法读取 ${file}：${reason}`,
    en: `${file} cannot be read: ${reason}`,
  }),
  'standalone.backup.damaged': ({ file, reason }: { file: string; reason: string }) => ({
    zh: `${file} 不是完整的备份：${reason}`,
    en: `${file} is not a whole backup: ${reason}`,
  }),
  'standalone.backup.newer': ({ file, version }: { file: string; version: number }) => ({
    zh: `${file} 由更新版本的程序写成（格式 ${version}），请用该版本恢复。`,
    en: `${file} was written by a newer version (format ${version}). Restore it with that version.`,
  }),
  'standalone.backup.targetNotEmpty': ({ what }: { what: Bilingual }) => ({
    zh: `目标处已有${what.zh}。只能恢复到空的数据目录或数据库。`,
    en: `There are ${what.en} already. A backup is restored into an empty data folder or database only.`,
  }),
} as const;
