import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const LONGEST_NAME = 63;

const snake = (name: string) =>
  name.replace(/[A-Z]/g, (letter, at: number) => (at === 0 ? '' : '_') + letter.toLowerCase());

/**
 * The name Postgres itself would choose (`makeObjectName` in its `commands/indexcmds.c`): table,
 * columns and label, the longer of the first two shortened until 63 bytes hold them.
 */
export function postgresName(table: string, columns: readonly string[], label: string): string {
  let addition = '';
  for (const column of columns) {
    addition += (addition === '' ? '' : '_') + column;
    if (addition.length > LONGEST_NAME) break;
  }
  let tableLength = table.length;
  let additionLength = addition.length;
  const room = LONGEST_NAME - label.length - 1 - (addition === '' ? 0 : 1);
  while (tableLength + additionLength > room) {
    if (tableLength > additionLength) tableLength--;
    else additionLength--;
  }
  return [table.slice(0, tableLength), addition.slice(0, additionLength), label]
    .filter((part) => part !== '')
    .join('_');
}

/**
 * Tables, columns and constraints are named as Postgres names them, so a migration written in SQL
 * and an entity meet without naming anything twice.
 */
export class PostgresNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, given?: string): string {
    return given ?? snake(className);
  }

  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snake), given ?? snake(property)].join('_');
  }

  override primaryKeyName(table: Table | string): string {
    return postgresName(this.getTableName(table), [], 'pkey');
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return postgresName(this.getTableName(table), columns, 'key');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return postgresName(this.getTableName(table), columns, 'fkey');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return postgresName(this.getTableName(table), columns, 'idx');
  }
}
