import { createTestDatabase, type TestDatabase } from '@gongyou/event-sourcing/testing';
import type { DataSource } from 'typeorm';
import { ParkedEvent } from '../intake/parked-event.entity';
import { RegisteredUnit } from '../unit-register/unit.entity';
import { openDatabase } from './data-source';
import { rowsWith } from './read-rows';
import { setUp } from './set-up';
import { insertRows, upsertRows } from './write-rows';

const names = ['班\t组', 'a\nb\r\nc', '\\N', '\\.', '\\t', '"引号"', "'; DROP TABLE unit", '{"a":1}', '', '😀', 'NULL'];

describe('Rows are written as they are', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await openDatabase(database.url, () => undefined);
    await setUp(dataSource);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const unit = (number: number): RegisteredUnit => ({
    unitId: `u${number}`,
    kind: 'crew',
    name: names[number % names.length]!,
    parentId: number % 2 ? null : 'cccc',
    creditCode: null,
    creditCodeCheck: null,
    creditCodeNotice: null,
    productionMode: null,
    establishedOn: '2026-01-31',
    closedOn: number % 3 ? null : '2026-11-20',
  });

  // Few rows travel as JSON, many by COPY.
  it.each([names.length, 500])('%i at once, with every odd text and with what is not there', async (count) => {
    const units = Array.from({ length: count }, (_, number) => unit(number));
    await dataSource.query('TRUNCATE unit');
    await dataSource.transaction((tx) => insertRows(tx, RegisteredUnit, units));
    const ids = units.map(({ unitId }) => unitId);
    const written = await rowsWith(dataSource.manager, RegisteredUnit, 'unitId', ids);
    expect(new Map(written.map((row) => [row.unitId, row]))).toEqual(new Map(units.map((row) => [row.unitId, row])));
  });

  it('and again over what stood there', async () => {
    await dataSource.query('TRUNCATE unit');
    await dataSource.transaction((tx) => upsertRows(tx, RegisteredUnit, [unit(1), unit(2)]));
    await dataSource.transaction((tx) => upsertRows(tx, RegisteredUnit, [{ ...unit(2), name: '新名' }, unit(3)]));
    const written = await rowsWith(dataSource.manager, RegisteredUnit, 'unitId', ['u1', 'u2', 'u3']);
    expect(written.map(({ name }) => name).sort()).toEqual([unit(1).name, unit(3).name, '新名'].sort());
  });

  it.each([2, 100])('or not at all, and tells which rule was broken, %i at once', async (count) => {
    const parkedAt = new Date('2026-11-20T02:00:00.123Z');
    const row = { position: 7, stream: 's', eventType: 'T', handler: 'h', error: 'e', parkedAt };
    const rows = Array.from({ length: count }, () => row);
    const written = dataSource.transaction((tx) => insertRows(tx, ParkedEvent, rows));
    await expect(written).rejects.toMatchObject({ driverError: { code: '23505', constraint: 'parked_event_pkey' } });
    await dataSource.transaction((tx) => insertRows(tx, ParkedEvent, [row]));
    expect(await dataSource.manager.find(ParkedEvent)).toEqual([row]);
    await dataSource.query('TRUNCATE parked_event');
  });
});
