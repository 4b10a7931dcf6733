import { setTimeout as pause } from 'node:timers/promises';
import {
  BeginRosterImport,
  commandContract,
  type ContractClass,
  EndRosterImport,
  MOST_ROSTER_ROWS,
  type RosterImportRow,
  RosterImportPart,
  type RosterImportPartAnswer,
  TakeRosterRows,
} from '@gongyou/contracts';
import type { Bilingual } from '@gongyou/domain';
import { PlatformProblem, problemKinds } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../account/signed-in';
import { Platform } from '../message/platform';
import { isWrong, rosterRowOf } from './roster-columns';
import type { TableRow } from './table-rows';

/** Parts that are on their way at once: while one is carried out the next are read. */
const AT_ONCE = 4;
/** A service that starts again is back within this. */
const MOST_TRIES = 30;
const TRY_AGAIN_MS = 1_000;

/** A row that did not go in, and why. */
export interface BadRow extends TableRow {
  reason: Bilingual;
}

/**
 * Sends the rows of a roster to the service in parts, as fast as they are taken in. The file is never kept: an upload that was cut off
 * is sent again as it was, and what was taken before is told again, not taken twice.
 */
@Injectable()
export class RosterUpload {
  constructor(private readonly platform: Platform) {}

  begin(command: BeginRosterImport, who: SignedIn): Promise<unknown> {
    return this.send(BeginRosterImport, command, who, `roster-${command.importId}-begin`);
  }

  /** The rows that did not go in, in the order of the file. Ends the import when the file has ended. */
  async *badRows(importId: string, rows: AsyncIterable<TableRow>, who: SignedIn): AsyncGenerator<BadRow> {
    const underWay: Promise<BadRow[]>[] = [];
    try {
      for await (const part of inParts(rows)) {
        const taken = this.take(importId, part, who);
        // Whoever waits for it comes later; until then nobody must be told that it failed.
        taken.catch(() => undefined);
        underWay.push(taken);
        if (underWay.length === AT_ONCE) yield* await underWay.shift()!;
      }
      while (underWay.length > 0) yield* await underWay.shift()!;
    } finally {
      // What was sent is carried out: when the sender is told that the file breaks off, he can rely on all before it.
      await Promise.allSettled(underWay);
    }
    await this.send(EndRosterImport, { importId }, who, `roster-${importId}-end`);
  }

  private async take(importId: string, part: readonly TableRow[], who: SignedIn): Promise<BadRow[]> {
    const good: RosterImportRow[] = [];
    const bad: BadRow[] = [];
    for (const each of part) {
      const row = rosterRowOf(each);
      if (isWrong(row)) bad.push({ ...each, ...row });
      else good.push(row);
    }
    const [fromRow, toRow] = [part[0]!.row, part.at(-1)!.row];
    const command = { importId, fromRow, toRow, rows: good };
    await this.send(TakeRosterRows, command, who, `roster-${importId}-${fromRow}-${toRow}`);
    const { refused } = await this.again(() =>
      this.platform.answer<RosterImportPartAnswer>(RosterImportPart, { import: importId, fromRow }, who),
    );
    for (const { row, zh, en } of refused) bad.push({ ...part.find((each) => each.row === row)!, reason: { zh, en } });
    return bad.sort((a, b) => a.row - b.row);
  }

  private send(command: ContractClass, data: object, who: SignedIn, idempotencyKey: string): Promise<unknown> {
    return this.again(() => this.platform.command(commandContract(command), data, who, { idempotencyKey }));
  }

  /** What nobody takes at the moment is sent again, under the same key. */
  private async again<T>(ask: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await ask();
      } catch (error) {
        const mayHelp = error instanceof PlatformProblem && problemKinds[error.kind].retryable;
        if (!mayHelp || tries === MOST_TRIES) throw error;
        await pause(TRY_AGAIN_MS);
      }
    }
  }
}

/** Cut by the numbers of the rows, so that the same file is always cut alike. */
async function* inParts(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow[]> {
  let part: TableRow[] = [];
  for await (const row of rows) {
    part.push(row);
    if (part.length < MOST_ROSTER_ROWS) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
