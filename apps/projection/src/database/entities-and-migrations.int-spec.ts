import { createTestDatabase, type TestDatabase } from '@gongyou/event-sourcing/testing';
import type { DataSource } from 'typeorm';
import { openDatabase } from './data-source';
import { setUp, startOver } from './set-up';

describe('The tables of the read models', () => {
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

  it('are the same in the migrations and in the entities', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('all stand in a schema of their own', async () => {
    const schemas = await dataSource.query<{ schema: string }[]>(
      `SELECT DISTINCT schemaname AS schema FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(schemas).toEqual([{ schema: 'projection' }]);
  });

  it('are empty again after starting over', async () => {
    await dataSource.query('UPDATE checkpoint SET position = 7');
    await startOver(dataSource);
    expect(await dataSource.query('SELECT position FROM checkpoint')).toEqual([{ position: -1 }]);
  });

  it('keep where units stood when placements take the place of parents', async () => {
    const placements = () => dataSource.query<object[]>('SELECT * FROM unit_placement ORDER BY unit_id, from_position');
    await dataSource.query(
      `INSERT INTO unit_placement VALUES
         ('bridge', 3, 'north', '2026-01-01', 9, '2026-06-01'), ('bridge', 9, 'south', '2026-06-01', NULL, NULL),
         ('south', 1, NULL, '2020-01-01', NULL, NULL)`,
    );
    const before = await placements();
    while (!(await dataSource.query<object[]>("SELECT FROM pg_tables WHERE tablename = 'unit_parent'")).length) {
      await dataSource.undoLastMigration();
    }
    await setUp(dataSource);
    expect(await placements()).toEqual(before);
  });

  it('can be taken down as they were set up', async () => {
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    expect(await dataSource.query("SELECT tablename FROM pg_tables WHERE schemaname = 'projection'")).toEqual([
      { tablename: 'migrations' },
    ]);
    await setUp(dataSource);
  });
});
