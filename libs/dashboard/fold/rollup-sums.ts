/*
 * The one text of what a rollup holds. The fold reads it over the facts it has just taken from the
 * outbox, a rebuild over all facts, the reconciliation over all facts already folded: three uses
 * of one sum cannot disagree about what a sum is.
 */

/* What an exhibitor `e` stands for, by itself and with others. */
const ofExhibitor = (id: string) => `('exhibitor', ${id}::text),
      ('origin', e.origin),
      ('place', coalesce(e.place_set || ':' || e.place_code, e.country_code)),
      ('delegation', coalesce(e.delegation_id::text, 'none'))`;

const soldAndTakenBack = (count: string, amount: string) => `
         count(${count}) FILTER (WHERE d.is_sale) AS sales_count,
         coalesce(sum(${amount}) FILTER (WHERE d.is_sale), 0) AS sales_vnd,
         count(${count}) FILTER (WHERE NOT d.is_sale) AS refund_count,
         coalesce(sum(${amount}) FILTER (WHERE NOT d.is_sale), 0) AS refund_vnd`;

/*
 * Rows of `sales_rollup` from the documents named in a CTE `chosen_documents (fair_id, id)`. Each
 * document is read once, by its key, whatever the planner believes: of tables that were never
 * analysed it takes every join on fair_id for a join of one row. Then they are summed at their booth,
 * and only these few sums are given to every dimension; a document stands at one booth, so those of
 * a class are those of its booths together.
 */
export const salesSums = `
  WITH told AS MATERIALIZED (
    SELECT d.fair_id, d.id, d.fair_day, d.fair_minute, d.zone_id, d.booth_id, d.exhibitor_id,
           d.kind = 'sale' AS is_sale, d.total_vnd
      FROM chosen_documents c
     CROSS JOIN LATERAL (
       SELECT * FROM document x WHERE x.fair_id = c.fair_id AND x.id = c.id OFFSET 0) d
     WHERE d.kind IN ('sale', 'refund', 'void')),
  at_booths AS (
    SELECT d.fair_id, d.fair_day, d.fair_minute / 60 AS hour, d.zone_id, d.booth_id, d.exhibitor_id,
           ${soldAndTakenBack('*', 'd.total_vnd')}
      FROM told d GROUP BY 1, 2, 3, 4, 5, 6),
  in_parts AS (
    SELECT d.fair_id, d.fair_day, d.booth_id,
           CASE WHEN grouping(d.class) = 0 THEN 'class' ELSE 'star' END AS part,
           coalesce(d.class, d.star) AS key, ${soldAndTakenBack('DISTINCT d.id', 'd.amount_vnd')}
      FROM (
        SELECT d.*, coalesce(l.class_code, 'unclassified') AS class,
               coalesce(l.star::text, 'none') AS star, l.amount_vnd
          FROM told d
          JOIN document_line l ON l.fair_id = d.fair_id AND l.document_id = d.id) d
     GROUP BY GROUPING SETS (
       (d.fair_id, d.fair_day, d.booth_id, d.class), (d.fair_id, d.fair_day, d.booth_id, d.star))
    UNION ALL
    SELECT d.fair_id, d.fair_day, d.booth_id, 'method', p.method,
           ${soldAndTakenBack('DISTINCT d.id', 'p.amount_vnd')}
      FROM told d
      JOIN document_payment p ON p.fair_id = d.fair_id AND p.document_id = d.id
     GROUP BY d.fair_id, d.fair_day, d.booth_id, p.method)
  SELECT fair_id, fair_day AS day, dimension, key,
         sum(sales_count)::bigint AS sales_count, sum(sales_vnd)::bigint AS sales_vnd,
         sum(refund_count)::bigint AS refund_count, sum(refund_vnd)::bigint AS refund_vnd
    FROM (
      SELECT d.fair_id, d.fair_day, 'minute' AS dimension, d.fair_minute::text AS key,
             ${soldAndTakenBack('*', 'd.total_vnd')}
        FROM told d GROUP BY d.fair_id, d.fair_day, d.fair_minute
      UNION ALL
      SELECT b.fair_id, b.fair_day, k.dimension, k.key,
             b.sales_count, b.sales_vnd, b.refund_count, b.refund_vnd
        FROM at_booths b
        JOIN exhibitor e ON e.fair_id = b.fair_id AND e.id = b.exhibitor_id
       CROSS JOIN LATERAL (VALUES
          ('day', ''),
          ('zone', b.zone_id::text),
          ('booth', b.booth_id::text),
          ('booth_hour', b.booth_id || ' ' || b.hour),
          ${ofExhibitor('b.exhibitor_id')}
        ) k (dimension, key)
      UNION ALL
      SELECT p.fair_id, p.fair_day, k.dimension, k.key,
             p.sales_count, p.sales_vnd, p.refund_count, p.refund_vnd
        FROM in_parts p
       CROSS JOIN LATERAL (VALUES
          (p.part, p.key),
          ('booth_' || p.part, p.booth_id || ' ' || p.key)
        ) k (dimension, key)
    ) s
   GROUP BY fair_id, fair_day, dimension, key`;

/** Rows of `visits_rollup` from the counts named in a CTE `chosen_counts (fair_id, id)`. */
export const visitsSums = `
  SELECT g.fair_id, g.fair_day AS day, k.dimension, k.key,
         sum(g.entries_added)::bigint AS entries, sum(g.exits_added)::bigint AS exits
    FROM chosen_counts c
   CROSS JOIN LATERAL (
     SELECT * FROM gate_count x WHERE x.fair_id = c.fair_id AND x.id = c.id OFFSET 0) g
   CROSS JOIN LATERAL (VALUES
      ('day', ''),
      ('minute', g.fair_minute::text),
      ('gate', g.gate_id::text)
    ) k (dimension, key)
   GROUP BY g.fair_id, g.fair_day, k.dimension, k.key`;

/**
 * Rows of `declared_rollup` from the facts named in a CTE `chosen_declared (fair_id, id)`. A
 * correction counts its own amount where its booth stands, and takes the one before off where that
 * stood: whatever order they are folded in, the latest remains.
 */
export const declaredSums = `
  SELECT s.fair_id, s.fair_day AS day, k.dimension, k.key,
         sum(s.fact)::bigint AS fact_count, sum(s.sign)::bigint AS declared_count,
         sum(s.sign * s.amount_vnd)::bigint AS declared_vnd
    FROM chosen_declared c
   CROSS JOIN LATERAL (
     SELECT 1 AS fact, 1 AS sign, x.* FROM declared_sale x
      WHERE x.fair_id = c.fair_id AND x.id = c.id
     UNION ALL
     SELECT 0, -1, p.* FROM declared_sale x
       JOIN declared_sale p ON p.fair_id = x.fair_id AND p.id = x.revises
      WHERE x.fair_id = c.fair_id AND x.id = c.id
     OFFSET 0) s
    JOIN exhibitor e ON e.fair_id = s.fair_id AND e.id = s.exhibitor_id
   CROSS JOIN LATERAL (VALUES
      ('day', ''),
      ('zone', s.zone_id::text),
      ('booth', s.booth_id::text),
      ${ofExhibitor('s.exhibitor_id')}
    ) k (dimension, key)
   GROUP BY s.fair_id, s.fair_day, k.dimension, k.key`;

/* In the order of the primary key, so that two writers meet in one order. */
const addTo = (table: string, sums: string, figures: readonly string[]) => `
  INSERT INTO ${table} (fair_id, day, dimension, key, ${figures.join(', ')})
  SELECT fair_id, day, dimension, key, ${figures.join(', ')} FROM (${sums}) s
   ORDER BY fair_id, day, dimension, key
      ON CONFLICT (fair_id, day, dimension, key) DO UPDATE SET
         ${figures.map((figure) => `${figure} = ${table}.${figure} + excluded.${figure}`).join(', ')}`;

/** Adds the chosen documents to `sales_rollup`; a data-modifying CTE. */
export const addSales = addTo('sales_rollup', salesSums, [
  'sales_count',
  'sales_vnd',
  'refund_count',
  'refund_vnd',
]);

/** Adds the chosen counts to `visits_rollup`; a data-modifying CTE. */
export const addVisits = addTo('visits_rollup', visitsSums, ['entries', 'exits']);

/** Adds the chosen declared facts to `declared_rollup`; a data-modifying CTE. */
export const addDeclared = addTo('declared_rollup', declaredSums, [
  'fact_count',
  'declared_count',
  'declared_vnd',
]);
