import type { MigrationInterface, QueryRunner } from 'typeorm';

const DIMENSIONS = [
  ['day', 'minute', 'zone', 'booth', 'exhibitor', 'origin', 'place', 'delegation'],
  ['class', 'star', 'method'],
].flat();
const OF_A_BOOTH = ['booth_hour', 'booth_class', 'booth_star', 'booth_method'];

const known = (dimensions: readonly string[]) => `
  ALTER TABLE sales_rollup DROP CONSTRAINT sales_rollup_dimension_known,
    ADD CONSTRAINT sales_rollup_dimension_known
      CHECK (dimension IN (${dimensions.map((name) => `'${name}'`).join(', ')}))`;

const filled = (dimension: string, part: string, joined: string, count: string, amount: string) => `
  INSERT INTO sales_rollup
    (fair_id, day, dimension, key, sales_count, sales_vnd, refund_count, refund_vnd)
  SELECT d.fair_id, d.fair_day, '${dimension}', d.booth_id || ' ' || (${part}),
         count(${count}) FILTER (WHERE d.kind = 'sale'),
         coalesce(sum(${amount}) FILTER (WHERE d.kind = 'sale'), 0),
         count(${count}) FILTER (WHERE d.kind <> 'sale'),
         coalesce(sum(${amount}) FILTER (WHERE d.kind <> 'sale'), 0)
    FROM document d ${joined}
   WHERE d.kind IN ('sale', 'refund', 'void') AND NOT EXISTS (
     SELECT 1 FROM outbox o WHERE o.fair_id = d.fair_id AND o.reader = 'fold'
        AND o.topic = 'document' AND o.subject_id = d.id)
   GROUP BY d.fair_id, d.fair_day, 4`;

const ofLines = `JOIN document_line l ON l.fair_id = d.fair_id AND l.document_id = d.id`;
const ofPayments = `JOIN document_payment p ON p.fair_id = d.fair_id AND p.document_id = d.id`;

/**
 * What the board knows of one booth: its hours, product classes, stars and methods of payment. The
 * sums of what was folded before are made here, and what waits in the outbox comes by the fold.
 * `ALTER TABLE` waits for a fold under way. A worker of the old version that folds afterwards leaves
 * its facts out: the reconciliation says so, and `npm run rollups:rebuild` mends it.
 */
export class BoothHours1760000000940 implements MigrationInterface {
  name = 'BoothHours1760000000940';

  async up(db: QueryRunner): Promise<void> {
    await db.query(known([...DIMENSIONS, ...OF_A_BOOTH]));
    await db.query(filled('booth_hour', 'd.fair_minute / 60', '', '*', 'd.total_vnd'));
    const byLine = (dimension: string, part: string) =>
      filled(dimension, part, ofLines, 'DISTINCT d.id', 'l.amount_vnd');
    await db.query(byLine('booth_class', `coalesce(l.class_code, 'unclassified')`));
    await db.query(byLine('booth_star', `coalesce(l.star::text, 'none')`));
    await db.query(filled('booth_method', 'p.method', ofPayments, 'DISTINCT d.id', 'p.amount_vnd'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM sales_rollup WHERE dimension = ANY($1)`, [OF_A_BOOTH]);
    await db.query(known(DIMENSIONS));
  }
}
