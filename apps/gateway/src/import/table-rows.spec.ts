import { PassThrough, Readable } from 'node:stream';
import { stream } from 'exceljs';
import { HttpProblem } from '../http/http-problem';
import { type TableFormat, type TableRow, tableRows } from './table-rows';

async function rowsOf(file: string | Buffer, format: TableFormat = 'csv', chunk = 7): Promise<TableRow[]> {
  const bytes = Buffer.from(file as string);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, at) =>
    bytes.subarray(at * chunk, (at + 1) * chunk),
  );
  const rows: TableRow[] = [];
  for await (const row of tableRows(Readable.from(chunks), format)) rows.push(row);
  return rows;
}

const codeOf = async (file: string | Buffer, format?: TableFormat): Promise<string> => {
  const error: unknown = await rowsOf(file, format).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HttpProblem);
  return (error as HttpProblem).code;
};

async function workbook(rows: readonly unknown[][]): Promise<Buffer> {
  const file = new PassThrough();
  const chunks: Buffer[] = [];
  file.on('data', (part: Buffer) => chunks.push(part));
  const writer = new stream.xlsx.WorkbookWriter({ stream: file });
  const sheet = writer.addWorksheet('花名册');
  for (const row of rows) sheet.addRow(row).commit();
  await writer.commit();
  return Buffer.concat(chunks);
}

/** 姓名 and 王小明 as a Chinese spreadsheet saves them: GB 18030. */
const gbHead = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]);
const gbName = Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7]);

describe('A table of rows', () => {
  it('is read by the names of its columns, empty cells left out', async () =>
    expect(await rowsOf('姓名,工种,备注\n王小明,020,\n李芳,,"早到, 晚走"\n')).toEqual([
      { row: 2, cells: { 姓名: '王小明', 工种: '020' } },
      { row: 3, cells: { 姓名: '李芳', 备注: '早到, 晚走' } },
    ]));

  it('counts rows as the spreadsheet does, and passes over empty ones', async () =>
    expect((await rowsOf('姓名\n,\n王小明\n')).map(({ row }) => row)).toEqual([3]));

  it('may begin with a byte order mark, and end lines as Windows does', async () =>
    expect(await rowsOf('\ufeff姓名\r\n王小明\r\n')).toEqual([{ row: 2, cells: { 姓名: '王小明' } }]));

  it('may be in GB 18030', async () => {
    const file = Buffer.concat([gbHead, Buffer.from('\n'), gbName, Buffer.from('\n')]);
    expect(await rowsOf(file)).toEqual([{ row: 2, cells: { 姓名: '王小明' } }]);
  });

  it('is known as UTF-8 when a character is cut in two where the beginning ends', async () => {
    const names = Array.from({ length: 3_000 }, () => '王小明');
    for (const head of ['姓名', '姓名a', '姓名ab']) {
      const rows = await rowsOf(`${head}\n${names.join('\n')}\n`, 'csv', 4_096);
      expect(rows.map(({ cells }) => cells[head])).toEqual(names);
    }
  });

  it('knows a column by its name alone, without the star of a column that must be filled in', async () =>
    expect(await rowsOf('＊姓 名,工种*\n王小明,020\n')).toEqual([{ row: 2, cells: { 姓名: '王小明', 工种: '020' } }]));

  it('may be a workbook, whose days are days', async () => {
    const file = await workbook([
      ['姓名', '进场日期', '工种'],
      ['王小明', new Date('2026-03-01T00:00:00Z'), 20],
      ['李芳', '2026-03-02', '钢筋工'],
    ]);
    expect(await rowsOf(file, 'xlsx', 1_000)).toEqual([
      { row: 2, cells: { 姓名: '王小明', 进场日期: '2026-03-01', 工种: '20' } },
      { row: 3, cells: { 姓名: '李芳', 进场日期: '2026-03-02', 工种: '钢筋工' } },
    ]);
  });

  it.each([
    ['nothing', '', 'import.noHead'],
    ['a quote that never ends', `姓名\n"王${'小'.repeat(200_000)}`, 'import.badCsv'],
    ['a column twice', '姓名,姓名\n王,李\n', 'import.columnTwice'],
    ['a cell outside the head', '姓名\n王,李\n', 'import.cellWithoutColumn'],
    ['a cell as long as a book', `姓名\n${'王'.repeat(1_001)}\n`, 'import.cellTooLong'],
    [
      'columns without end',
      `${Array.from({ length: 101 }, (_, at) => `列${at}`).join(',')}\n`,
      'import.tooManyColumns',
    ],
    ['bytes of no encoding', Buffer.from([0x61, 0x0a, 0x81, 0x20, 0xff, 0xff, 0x0a]), 'import.badEncoding'],
  ])('is refused when it holds %s', async (_, file, code) => expect(await codeOf(file)).toBe(code));

  it('is refused as a workbook when it is none', async () =>
    expect(await codeOf('姓名\n王', 'xlsx')).toBe('import.badWorkbook'));
});
