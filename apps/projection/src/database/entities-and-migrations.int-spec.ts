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

  it('can be taken down as they were set up', async () => {
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    expect(await dataSource.query("SELECT tablename FROM pg_tables WHERE schemaname = 'projection'")).toEqual([
      { tablename: 'migrations' },
    ]);
    await setUp(dataSource);
  });
});
