import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { ArchivedAccount } from '../../../gateway/src';
import type { ArchivedPersonKey, ArchivedRecord } from '../../../ledger/src';
import type { BusClient } from '../bus/nats-configuration';
import { BackupError } from './backup.error';

/** The first line of a backup: what it holds. */
export interface Manifest {
  format: 'gongyou-backup';
  version: number;
  /** ISO 8601 in UTC. */
  createdAt: string;
  events: number;
  streams: number;
  /** Marks of commands. */
  commands: number;
  /** -1 for an empty ledger. */
  lastPosition: number;
  /** Root of the RFC 6962 Merkle tree over all events, hexadecimal. */
  rootHash: string;
  firstRecordedAt?: string;
  lastRecordedAt?: string;
  accounts: number;
  enterpriseClients: number;
}

/** What follows the manifest, one in each line: accounts and enterprise systems first, then the keys of persons, then the ledger. */
export type BackupRecord =
  { account: ArchivedAccount } | { enterpriseClient: BusClient } | ArchivedPersonKey | ArchivedRecord;

/** Version 1 had no keys of persons. */
export const BACKUP_VERSION = 2;

/**
 * Writes a backup: gzip over lines of JSON, closed by a line that counts the lines before it and bears the SHA-256 of their bytes.
 * The file has its name only when all of it is on the disk, and is for its owner's eyes only.
 *
 * @throws BackupError `standalone.backup.fileExists`
 */
export async function writeBackup(
  file: string,
  manifest: Manifest,
  records: AsyncIterable<BackupRecord>,
): Promise<void> {
  const existing = await open(file).catch(() => undefined);
  await existing?.close();
  if (existing) throw new BackupError('standalone.backup.fileExists', { file });
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(
      Readable.from(closed(manifest, records)),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  // A name is on the disk when its folder is.
  const folder = await open(dirname(file));
  await folder.sync().finally(() => folder.close());
}

/**
 * Reads a backup to its end and makes sure that it is whole: nothing is missing and no byte of it is another.
 *
 * @throws BackupError `standalone.backup.damaged`, `standalone.backup.fileUnreadable`
 */
export async function assertWhole(file: string): Promise<void> {
  const lines = checkedLines(file);
  while (!(await lines.next()).done);
}

/**
 * A backup's manifest, and its records one by one.
 *
 * @throws BackupError `standalone.backup.newer` as well
 */
export async function readBackup(file: string): Promise<{ manifest: Manifest; records: AsyncGenerator<BackupRecord> }> {
  const lines = checkedLines(file);
  const first = await lines.next();
  const manifest = first.value as Manifest | undefined;
  if (manifest?.format !== 'gongyou-backup') throw damaged(file, 'it does not begin as a backup does');
  if (manifest.version > BACKUP_VERSION)
    throw new BackupError('standalone.backup.newer', { file: basename(file), version: manifest.version });
  return { manifest, records: lines as AsyncGenerator<BackupRecord> };
}

const LINE_END = 0x0a;
const BATCH_BYTES = 65_536;

async function* closed(manifest: Manifest, records: AsyncIterable<BackupRecord>): AsyncGenerator<string> {
  const sum = createHash('sha256');
  let lines = 1;
  let batch = `${JSON.stringify(manifest)}\n`;
  for await (const record of records) {
    batch += `${JSON.stringify(record)}\n`;
    lines += 1;
    if (batch.length < BATCH_BYTES) continue;
    sum.update(batch);
    yield batch;
    batch = '';
  }
  yield `${batch}${JSON.stringify({ lines, sha256: sum.update(batch).digest('hex') })}\n`;
}

async function* checkedLines(file: string): AsyncGenerator<object> {
  const sum = createHash('sha256');
  let lines = 0;
  let last: Buffer | undefined;
  for await (const line of linesOf(file)) {
    if (last) {
      sum.update(last).update('\n');
      lines += 1;
      yield parsed(file, last, lines);
    }
    last = line;
  }
  const closing = last && (parsed(file, last, lines + 1) as { lines?: number; sha256?: string });
  if (closing?.sha256 === undefined) throw damaged(file, 'its end is missing');
  if (closing.lines !== lines || closing.sha256 !== sum.digest('hex')) throw damaged(file, 'its checksum does not fit');
}

function parsed(file: string, line: Buffer, number: number): object {
  try {
    return JSON.parse(line.toString('utf8')) as object;
  } catch (error) {
    throw damaged(file, `line ${number} is not JSON`, error);
  }
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const unzipped = createGunzip();
  // Whatever goes wrong with the file ends the reading of what is unzipped.
  pipeline(createReadStream(file), unzipped).catch(() => undefined);
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END)) {
        yield bytes.subarray(0, end);
        bytes = bytes.subarray(end + 1);
      }
      rest = bytes;
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_')) throw damaged(file, message, error);
    throw new BackupError(
      'standalone.backup.fileUnreadable',
      { file: basename(file), reason: message },
      { cause: error },
    );
  }
  if (rest.length > 0) throw damaged(file, 'its last line is cut off');
}

const damaged = (file: string, reason: string, cause?: unknown): BackupError =>
  new BackupError('standalone.backup.damaged', { file: basename(file), reason }, { cause });
