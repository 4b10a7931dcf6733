import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { stream } from 'exceljs';
import { HttpProblem } from '../http/http-problem';

/** The formats in which a table comes, by the media type that it is sent as. */
export const tableFormats = {
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;
export type TableFormat = (typeof tableFormats)[keyof typeof tableFormats];

/** A row below the head: the texts of its cells by the names of their columns, without the empty ones. */
export interface TableRow {
  /** As the spreadsheet counts it: the head is row 1. */
  row: number;
  cells: Readonly<Record<string, string>>;
}

/** A cell that is longer holds no person's data, and would fill the memory of whoever reads it. */
const LONGEST_CELL = 1_000;
const MOST_COLUMNS = 100;
/** A record is at most this many characters: an opened quote must not take in the rest of the file. */
const LONGEST_RECORD = LONGEST_CELL * MOST_COLUMNS;

/**
 * The rows of a table one by one, as fast as they are taken: the file is never in memory as a whole. A CSV is in UTF-8, or in
 * GB 18030 as Chinese spreadsheets write it. Of a workbook the first sheet is read.
 *
 * @throws HttpProblem `import.…` when it is no such table, at the row where that shows; the rows before it have been given
 */
export async function* tableRows(file: Readable, format: TableFormat): AsyncGenerator<TableRow> {
  const records = format === 'csv' ? csvRecords(file) : sheetRecords(file);
  let head: string[] | undefined;
  for await (const { row, texts } of records) {
    if (head === undefined) head = headOf(texts);
    else if (texts.some((text) => text !== '')) yield { row, cells: cellsOf(head, texts, row) };
  }
  if (head === undefined) throw unreadable('noHead', '表格没有表头', 'The table has no head.');
}

interface TableRecord {
  row: number;
  texts: readonly string[];
}

async function* csvRecords(file: Readable): AsyncGenerator<TableRecord> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    info: true,
    trim: true,
  });
  const text = Readable.from(decoded(file));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { records: number } }>) {
      yield { row: info.records, texts: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable('badCsv', 'CSV 格式有误', 'This is no well-formed CSV.');
    throw error;
  } finally {
    file.destroy();
  }
}

/** UTF-8 unless the beginning of the file says otherwise. A byte that the encoding does not have ends the reading. */
async function* decoded(file: Readable): AsyncGenerator<string> {
  let beginning = Buffer.alloc(0);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      if (decoder) {
        yield decoder.decode(chunk, { stream: true });
        continue;
      }
      beginning = Buffer.concat([beginning, chunk]);
      if (beginning.length < ENOUGH_TO_TELL) continue;
      decoder = decoderFor(beginning);
      yield decoder.decode(beginning, { stream: true });
    }
    if (decoder) yield decoder.decode();
    else yield decoderFor(beginning).decode(beginning);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw unreadable('badEncoding', '文件编码须为 UTF-8 或 GB 18030', 'The file must be in UTF-8 or GB 18030.');
    throw error;
  }
}

const ENOUGH_TO_TELL = 4_096;

/** The last character of the beginning may be cut off; it has up to four bytes. */
function decoderFor(beginning: Buffer): InstanceType<typeof TextDecoder> {
  const looksLikeUtf8 = [0, 1, 2, 3].some((cut) => isUtf8(beginning.subarray(0, beginning.length - cut)));
  return new TextDecoder(looksLikeUtf8 ? 'utf-8' : 'gb18030', { fatal: true, ignoreBOM: true });
}

async function* sheetRecords(file: Readable): AsyncGenerator<TableRecord> {
  const workbook = new stream.xlsx.WorkbookReader(file, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'emit',
  });
  try {
    for await (const sheet of workbook) {
      for await (const row of sheet) {
        if (row.cellCount > MOST_COLUMNS) throw tooManyColumns();
        const texts = Array.from({ length: row.cellCount }, (_, index) => cellText(row.getCell(index + 1)));
        yield { row: row.number, texts };
      }
      return;
    }
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw unreadable('badWorkbook', '无法读取该 XLSX 文件', 'This XLSX file cannot be read.');
  } finally {
    file.destroy();
  }
}

/** A day as `YYYY-MM-DD`; everything else as the spreadsheet shows it. */
function cellText({ value, text }: { value: unknown; text: string }): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return (typeof value === 'number' ? String(value) : text).trim();
}

function headOf(texts: readonly string[]): string[] {
  if (texts.length > MOST_COLUMNS) throw tooManyColumns();
  const names = texts.map((text) => text.replaceAll(/[\s*＊]/g, ''));
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) throw unreadable('columnTwice', '表头中有重复的列', 'A column stands twice in the head.');
  return names;
}

function cellsOf(head: readonly string[], texts: readonly string[], row: number): Record<string, string> {
  const cells: Record<string, string> = {};
  texts.forEach((text, index) => {
    if (text === '') return;
    const name = head[index];
    if (!name)
      throw unreadable(
        'cellWithoutColumn',
        `第 ${row} 行有表头之外的单元格`,
        `Row ${row} has a cell outside the head.`,
      );
    if (text.length > LONGEST_CELL)
      throw unreadable('cellTooLong', `第 ${row} 行有过长的单元格`, `Row ${row} has a cell that is too long.`);
    cells[name] = text;
  });
  return cells;
}

const tooManyColumns = (): HttpProblem =>
  unreadable('tooManyColumns', `表格不能超过 ${MOST_COLUMNS} 列`, `A table has at most ${MOST_COLUMNS} columns.`);

const unreadable = (rule: string, zh: string, en: string): HttpProblem =>
  new HttpProblem(422, `import.${rule}`, { zh, en });
