import type { EntityManager } from 'typeorm';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

interface Reference {
  table: string;
  column: string;
  columns: number;
}

/**
 * Which of these booths or zones other rows hang from, asked of the database's own foreign keys:
 * planning knows neither tills nor sales, and a table that comes later is asked as well.
 */
export async function idsInUse(
  em: EntityManager,
  table: 'booth' | 'zone',
  fairId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const references = (await referencesTo(em, table)).filter((each) => each.table !== 'booth');
  return idsIn(em, references, fairId, ids);
}

/**
 * Which of these booths have sold: what names a booth together with its zone are facts of a day
 * (documents, declared sales), by the key that keeps the zone true.
 */
export async function soldBoothsOf(
  em: EntityManager,
  fairId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const references = (await referencesTo(em, 'booth')).filter(({ columns }) => columns === 3);
  return idsIn(em, references, fairId, ids);
}

async function idsIn(
  em: EntityManager,
  references: readonly Reference[],
  fairId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0 || references.length === 0) return new Set();
  const rows = await em.query<{ id: string }[]>(
    references
      .map(
        ({ table, column }) =>
          `SELECT DISTINCT ${quoted(column)} AS id FROM ${quoted(table)}
            WHERE fair_id = $1 AND ${quoted(column)} = ANY($2::uuid[])`,
      )
      .join(' UNION '),
    [fairId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The column that holds the id, of every foreign key to the table. */
function referencesTo(em: EntityManager, table: 'booth' | 'zone'): Promise<Reference[]> {
  return em.query<Reference[]>(
    `SELECT c.relname::text AS "table", a.attname::text AS "column", cardinality(k.conkey) AS columns
       FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attname = 'id'
       JOIN pg_attribute a ON a.attrelid = k.conrelid
        AND a.attnum = k.conkey[array_position(k.confkey, t.attnum)]
      WHERE k.contype = 'f' AND k.confrelid = $1::regclass ORDER BY 1, 2`,
    [table],
  );
}
