import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** Adds rows in one statement, however many: `INSERT … SELECT FROM unnest(…)`. */
export const insertRows = <T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> => write(tx, entity, rows, () => '');

/** Adds rows, or replaces those with the same primary key, in one statement. No key may come twice. */
export const upsertRows = <T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> =>
  write(tx, entity, rows, (key, rest) =>
    onConflict(
      key,
      rest.map((column) => `${column} = EXCLUDED.${column}`),
    ),
  );

/** Adds rows, or adds their amounts to those with the same primary key, in one statement. No key may come twice. */
export const addToRows = <T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> => {
  const { tableName } = tx.connection.getMetadata(entity);
  return write(tx, entity, rows, (key, rest) =>
    onConflict(
      key,
      rest.map((column) => `${column} = ${tableName}.${column} + EXCLUDED.${column}`),
    ),
  );
};

async function write<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly T[],
  conflict: (key: string[], rest: string[]) => string,
): Promise<void> {
  if (rows.length === 0) return;
  const { tableName, columns } = tx.connection.getMetadata(entity);
  const types = columns.map((column) => tx.connection.driver.normalizeType(column));
  const values = columns.map(({ propertyName, type }) =>
    rows.map((row) => {
      const value: unknown = row[propertyName];
      return type === 'json' && value !== null && value !== undefined ? JSON.stringify(value) : (value ?? null);
    }),
  );
  const names = columns.map((column) => column.databaseName);
  const key = columns.filter((column) => column.isPrimary).map((column) => column.databaseName);
  const rest = names.filter((name) => !key.includes(name));
  await tx.query(
    `INSERT INTO ${tableName} (${names.join(', ')})
     SELECT * FROM unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')})
     ${conflict(key, rest)}`,
    values,
  );
}

const onConflict = (key: string[], assignments: string[]): string =>
  `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${assignments.join(', ')}`;
