import type { EntityManager } from 'typeorm';
import { salesSums } from '../fold/rollup-sums';
import type { Difference, ReconciliationCheck } from './reconciliation-check';
import { rollupDifferences } from './rollup-differences';

const foldedDocuments = `chosen_documents AS (
  SELECT d.fair_id, d.id FROM document d
   WHERE d.fair_id = $1 AND NOT EXISTS (
     SELECT 1 FROM outbox o WHERE o.fair_id = d.fair_id AND o.reader = 'fold'
        AND o.topic = 'document' AND o.subject_id = d.id))`;

/** Documents, lines and payments against the sales rollup, what still waits in the outbox aside. */
export class SalesRollupCheck implements ReconciliationCheck {
  run(em: EntityManager, fairId: string): Promise<Difference[]> {
    return rollupDifferences(em, fairId, 'sales_rollup', foldedDocuments, salesSums, [
      { column: 'sales_count', name: 'sales', unit: 'count' },
      { column: 'sales_vnd', name: 'sales', unit: 'vnd' },
      { column: 'refund_count', name: 'refunds', unit: 'count' },
      { column: 'refund_vnd', name: 'refunds', unit: 'vnd' },
    ]);
  }
}
