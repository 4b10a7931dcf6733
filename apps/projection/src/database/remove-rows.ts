import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** Removes the rows with the given primary keys, in one statement, however many. */
export async function removeRows<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  keys: readonly Partial<T>[],
): Promise<void> {
  if (keys.length === 0) return;
  const { tableName, columns } = tx.connection.getMetadata(entity);
  const primary = columns.filter((column) => column.isPrimary);
  const names = primary.map((column) => column.databaseName).join(', ');
  const properties = primary.map((column) => `"${column.propertyName}"`).join(', ');
  const types = primary.map((column) => `"${column.propertyName}" ${tx.connection.driver.normalizeType(column)}`);
  await tx.query(
    `DELETE FROM ${tableName} WHERE (${names}) IN (
       SELECT ${properties} FROM json_to_recordset($1::json) AS key (${types.join(', ')}))`,
    [JSON.stringify(keys)],
  );
}
