/*
 * The one text of what a rollup holds. The fold reads it over the facts it has just taken from the
 * outbox, a rebuild over all facts, the reconciliation over all facts already folded: three uses
 * of one sum cannot disagree about what a sum is.
 */

/* Of one booth: its id, a space, and the hour of the fair day, the class, the star or the method. */
const atBooth = (part: string) => `d.booth_id::text || ' ' || (${part})`;

const documentDimensions = {
  minute: 'd.fair_minute::text',
  zone: 'd.zone_id::text',
  booth: 'd.booth_id::text',
  exhibitor: 'd.exhibitor_id::text',
  origin: 'e.origin',
  place: `coalesce(e.place_set || ':' || e.place_code, e.country_code)`,
  delegation: `coalesce(e.delegation_id::text, 'none')`,
  booth_hour: atBooth('d.fair_minute / 60'),
};
const lineDimensions = {
  class: `coalesce(l.class_code, 'unclassified')`,
  star: `coalesce(l.star::text, 'none')`,
  booth_class: atBooth(`coalesce(l.class_code, 'unclassified')`),
  booth_star: atBooth(`coalesce(l.star::text, 'none')`),
};
const paymentDimensions = { method: 'p.method', booth_method: atBooth('p.method') };

/*
 * Each document by its key, whatever the planner believes: of tables that were never analysed it
 * takes every join on fair_id for a join of one row, and reads all documents for each exhibitor.
 */
const chosenDocuments = `
    FROM chosen_documents c
   CROSS JOIN LATERAL (
     SELECT * FROM document x WHERE x.fair_id = c.fair_id AND x.id = c.id OFFSET 0) d`;

interface Counted {
  count: string;
  amount: string;
  joined: string;
  /** Further grouping sets. */
  alsoBy?: string[];
}

/* One pass for all dimensions: grouping sets cost a third of a row per dimension and document. */
const sumsBy = (
  dimensions: Record<string, string>,
  { count, amount, joined, alsoBy = [] }: Counted,
) => {
  const keys = Object.values(dimensions);
  const cases = Object.entries(dimensions).map(
    ([dimension, key]) => `WHEN grouping(${key}) = 0 THEN '${dimension}'`,
  );
  const sets = [...alsoBy, ...keys.map((key) => `(d.fair_id, d.fair_day, ${key})`)];
  const sale = `FILTER (WHERE d.kind = 'sale')`;
  const refund = `FILTER (WHERE d.kind IN ('refund', 'void'))`;
  return `
  SELECT d.fair_id, d.fair_day AS day, CASE ${cases.join(' ')} ELSE 'day' END AS dimension,
         coalesce(${keys.join(', ')}, '') AS key,
         count(${count}) ${sale} AS sales_count, coalesce(sum(${amount}) ${sale}, 0)::bigint AS sales_vnd,
         count(${count}) ${refund} AS refund_count, coalesce(sum(${amount}) ${refund}, 0)::bigint AS refund_vnd
    ${chosenDocuments} ${joined}
   WHERE d.kind IN ('sale', 'refund', 'void')
   GROUP BY GROUPING SETS (${sets.join(', ')})`;
};

/** Rows of `sales_rollup` from the documents named in a CTE `chosen_documents (fair_id, id)`. */
export const salesSums = [
  sumsBy(documentDimensions, {
    count: '*',
    amount: 'd.total_vnd',
    joined: 'JOIN exhibitor e ON e.fair_id = d.fair_id AND e.id = d.exhibitor_id',
    alsoBy: ['(d.fair_id, d.fair_day)'],
  }),
  sumsBy(lineDimensions, {
    count: 'DISTINCT d.id',
    amount: 'l.amount_vnd',
    joined: 'JOIN document_line l ON l.fair_id = d.fair_id AND l.document_id = d.id',
  }),
  sumsBy(paymentDimensions, {
    count: 'DISTINCT d.id',
    amount: 'p.amount_vnd',
    joined: 'JOIN document_payment p ON p.fair_id = d.fair_id AND p.document_id = d.id',
  }),
].join(' UNION ALL ');

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
      ('exhibitor', s.exhibitor_id::text),
      ('origin', e.origin),
      ('place', coalesce(e.place_set || ':' || e.place_code, e.country_code)),
      ('delegation', coalesce(e.delegation_id::text, 'none'))
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
