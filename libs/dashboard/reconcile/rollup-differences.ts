import type { EntityManager } from 'typeorm';
import type { Difference } from './reconciliation-check';

/** A figure of a rollup table and what people call it. */
export interface RollupFigure {
  column: string;
  name: string;
  unit: Difference['unit'];
}

interface Row {
  day: string;
  dimension: string;
  key: string;
  expected: Record<string, number>;
  found: Record<string, number>;
}

/** Where a rollup table is not the sums of the facts already folded. A missing row is a row of zeros. */
export async function rollupDifferences(
  em: EntityManager,
  fairId: string,
  table: 'sales_rollup' | 'visits_rollup' | 'declared_rollup',
  chosen: string,
  sums: string,
  figures: readonly RollupFigure[],
): Promise<Difference[]> {
  const columns = figures.map((figure) => figure.column);
  const asJson = (alias: string) =>
    `json_build_object(${columns.map((name) => `'${name}', coalesce(${alias}.${name}, 0)`).join(', ')})`;
  const rows: Row[] = await em.query(
    `WITH ${chosen}, facts AS (${sums}), held AS (SELECT * FROM ${table} WHERE fair_id = $1)
     SELECT day, dimension, key, ${asJson('facts')} AS expected, ${asJson('held')} AS found
       FROM facts FULL JOIN held USING (fair_id, day, dimension, key)
      WHERE (${columns.map((name) => `coalesce(facts.${name}, 0)`).join(', ')})
         IS DISTINCT FROM (${columns.map((name) => `coalesce(held.${name}, 0)`).join(', ')})
      ORDER BY day, dimension, key`,
    [fairId],
  );
  return rows.flatMap((row) =>
    figures
      .map(({ column, name, unit }) => ({
        what: `${name} by ${row.dimension}`,
        key: `${row.day} ${row.key}`.trim(),
        unit,
        expected: row.expected[column] ?? 0,
        found: row.found[column] ?? 0,
      }))
      .filter(({ expected, found }) => expected !== found),
  );
}
