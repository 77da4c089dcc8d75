import type { EntityManager } from 'typeorm';
import { declaredSums } from '../fold/rollup-sums';
import type { Difference, ReconciliationCheck } from './reconciliation-check';
import { rollupDifferences } from './rollup-differences';

const foldedDeclared = `chosen_declared AS (
  SELECT s.fair_id, s.id FROM declared_sale s
   WHERE s.fair_id = $1 AND NOT EXISTS (
     SELECT 1 FROM outbox o WHERE o.fair_id = s.fair_id AND o.reader = 'fold'
        AND o.topic = 'declared_sale' AND o.subject_id = s.id))`;

interface Row {
  day: string;
  latestVnd: number;
  differencesVnd: number;
}

/**
 * Declared facts against their rollup, what still waits in the outbox aside; and the latest of each
 * chain against what its facts add and take off one after another.
 */
export class DeclaredRollupCheck implements ReconciliationCheck {
  async run(em: EntityManager, fairId: string): Promise<Difference[]> {
    const rollups = await rollupDifferences(
      em,
      fairId,
      'declared_rollup',
      foldedDeclared,
      declaredSums,
      [
        { column: 'fact_count', name: 'declared facts', unit: 'count' },
        { column: 'declared_count', name: 'declared', unit: 'count' },
        { column: 'declared_vnd', name: 'declared', unit: 'vnd' },
      ],
    );
    return [...rollups, ...(await this.chains(em, fairId))];
  }

  private async chains(em: EntityManager, fairId: string): Promise<Difference[]> {
    const rows = await em.query<Row[]>(
      `WITH latest AS (
         SELECT DISTINCT ON (fair_day, booth_id, exhibitor_id) fair_day, amount_vnd
           FROM declared_sale WHERE fair_id = $1
          ORDER BY fair_day, booth_id, exhibitor_id, revision DESC),
       added AS (
         SELECT s.fair_day, s.amount_vnd - coalesce(p.amount_vnd, 0) AS vnd
           FROM declared_sale s
           LEFT JOIN declared_sale p ON p.fair_id = s.fair_id AND p.id = s.revises
          WHERE s.fair_id = $1)
       SELECT fair_day AS day, l.vnd AS "latestVnd", a.vnd AS "differencesVnd"
         FROM (SELECT fair_day, sum(amount_vnd)::bigint AS vnd FROM latest GROUP BY fair_day) l
         JOIN (SELECT fair_day, sum(vnd)::bigint AS vnd FROM added GROUP BY fair_day) a USING (fair_day)
        WHERE l.vnd <> a.vnd
        ORDER BY fair_day`,
      [fairId],
    );
    return rows.map(({ day, latestVnd, differencesVnd }) => ({
      what: 'declared by the latest facts of a day',
      key: day,
      unit: 'vnd',
      expected: latestVnd,
      found: differencesVnd,
    }));
  }
}
