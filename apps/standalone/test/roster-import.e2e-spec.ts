import type { RosterImportAnswer } from '@gongyou/contracts';
import { addDays, dayOfInstant } from '@gongyou/domain';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { Randomness } from '../src/randomness';
import { type InventedPerson, inventedPerson } from '../src/simulation/invented-person';
import { until } from '../src/testing/until';
import { WholePlatform } from './whole-platform';

const today = dayOfInstant(new Date());
const chance = new Randomness(20261127);

const HEAD =
  '姓名,证件类型,证件号码,民族,文化程度,手机号码,户籍地址,现住址,合同类型,合同签订日期,合同开始日期,安全培训日期,安全培训学时,项目编号,班组编号,工种,工人类型,进场日期';

const line = ({ name, identityNumber, phone }: InventedPerson, entry = today as string): string =>
  [
    ...[name, '居民身份证', identityNumber, '汉族', '初中', phone, '某省某县某村', '海湾大桥项目部生活区'],
    ...['劳动合同', today.replaceAll('-', '/'), today, today, '32'],
    ...['example-bridge', 'example-rebar-crew', '钢筋工', '20', entry],
  ].join(',');

interface BadRow {
  行号: string;
  姓名: string;
  原因: string;
  Reason: string;
}

describe('A roster as a file', () => {
  let platform: WholePlatform;
  const people = Array.from({ length: 230 }, (_, number) => workingAge(number));
  const lines = people.map((person) => line(person));
  // Row 2 is the first below the head.
  lines[10] = lines[10]!.replace('初中', '幼儿园').replace('154', '1x4');
  lines[20] = line({ ...people[20]!, identityNumber: people[20]!.identityNumber.replace(/.$/, wrongDigit) as never });
  lines[150] = line(people[150]!, addDays(today, 3));
  lines[220] = lines[0]!;
  const file = [HEAD, ...lines, ''].join('\n');

  beforeAll(async () => {
    platform = await WholePlatform.start();
    const crew = { unitId: 'example-rebar-crew', trade: '020', formedOn: today };
    const formed = await platform.http('/api/organization/crew/form', { method: 'POST', body: JSON.stringify(crew) });
    expect(formed.status).toBe(200);
  }, 120_000);
  afterAll(async () => platform?.close());

  const upload = (body: string | Buffer, importId = 'bridge-november', type = 'text/csv') =>
    platform.http(`/api/imports/rosters?import=${importId}&organization=example-bridge&file=roster.csv`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  const badRows = (text: string): BadRow[] => parse(text, { bom: true, columns: true });
  const progress = (importId = 'bridge-november'): Promise<RosterImportAnswer> =>
    platform.get(`/api/organization/roster-import?import=${importId}`);
  const onSite = async (): Promise<number> => {
    const { roster } = await platform.get<{ roster: unknown[] }>(
      `/api/organization/roster?organization=example-bridge&day=${today}&limit=500`,
    );
    return roster.length;
  };

  let first: string;

  it('goes in by its good rows; the bad ones come back with the reasons in both languages (CC-13c)', async () => {
    const { status, text, headers } = await upload(file);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    first = text;
    const rows = badRows(text);
    expect(rows.map(({ 行号 }) => 行号)).toEqual(['12', '22', '152']);
    expect(rows[0]).toMatchObject({ 姓名: people[10]!.name });
    expect(rows[0]!.原因).toMatch(/文化程度.*手机号码/);
    expect(rows[1]!.原因).toContain('校验码');
    expect(rows[1]!.Reason).toContain('check digit');
    expect(rows[2]!.原因).toContain('尚未到来');
  }, 120_000);

  it('tells how far it has come', async () =>
    // The first person stands in the file twice; row 152 was registered, and only his entry was refused.
    expect(await progress()).toMatchObject({ hasEnded: true, rows: 230, known: 1, refused: 2, registered: 226 }));

  it('has put its people on the roster of the site', async () => {
    await until('the register has taken them in', async () => (await onSite()) >= 226);
    expect(await onSite()).toBe(226);
  });

  it('changes nothing when it is sent again, and tells the same', async () => {
    const before = await platform.recorded();
    expect((await upload(file)).text).toBe(first);
    expect(await platform.recorded()).toBe(before);
  }, 120_000);

  it('goes on where it was cut off', async () => {
    const more = Array.from({ length: 220 }, (_, number) => line(workingAge(1_000 + number)));
    const whole = [HEAD, ...more, ''].join('\n');
    const cut = [HEAD, ...more.slice(0, 130), '"'].join('\n');
    expect(JSON.parse((await upload(cut, 'cut-off')).text)).toMatchObject({ code: 'import.badCsv', status: 422 });
    expect(await progress('cut-off')).toMatchObject({ hasEnded: false, registered: 100 });
    expect(badRows((await upload(whole, 'cut-off')).text)).toEqual([]);
    expect(await progress('cut-off')).toMatchObject({ hasEnded: true, registered: 220, known: 0 });
  }, 120_000);

  it('leaves nobody in the clear: not in the ledger, not in the read models, not in the logs', async () => {
    const database = new Client({ connectionString: platform.database.url });
    await database.connect();
    try {
      const { rows } = await database.query<{ name: string; text: string }>(
        `SELECT format('%s.%s', schemaname, relname) AS name,
                (query_to_xml(format('SELECT * FROM %I.%I', schemaname, relname), true, false, ''))::text AS text
         FROM pg_stat_user_tables`,
      );
      const { name, identityNumber, phone } = people[1]!;
      for (const table of rows) {
        for (const plain of [identityNumber, phone, `>${name}<`, '某省某县某村']) {
          expect([table.name, table.text.includes(plain)]).toEqual([table.name, false]);
        }
      }
      expect(platform.log.join('\n')).not.toContain(identityNumber);
    } finally {
      await database.end();
    }
  });

  it.each([
    ['a column that no roster has', '姓名,血型\n王,A\n', 422, 'import.unknownColumn'],
    ['nothing', '', 422, 'import.noHead'],
  ])('is refused when it holds %s', async (_, body, status, code) => {
    const answer = await upload(Buffer.from(body), 'refused');
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([status, code]);
  });

  it('is refused in another format', async () => {
    const answer = await upload('{}', 'refused', 'application/json');
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([
      415,
      'request.wrongMediaType',
    ]);
  });

  it('has a template that its head fits', async () => {
    const { status, text } = await platform.http('/api/imports/rosters/template.csv');
    expect(status).toBe(200);
    const columns = text.replace(/^\ufeff|\r\n$/g, '').split(',');
    expect(HEAD.split(',').filter((name) => !columns.includes(name))).toEqual([]);
  });
});

/** Somebody who may work by a labour contract: whoever is over the retirement age needs another paper. */
function workingAge(number: number): InventedPerson {
  const person = inventedPerson(number, chance, today);
  return person.bornOn > addDays(today, -49 * 365) ? person : workingAge(number);
}

/** Any other digit in the place of the check digit is wrong. */
function wrongDigit(digit: string): string {
  return digit === '1' ? '2' : '1';
}
