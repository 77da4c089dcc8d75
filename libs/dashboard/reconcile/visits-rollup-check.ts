import type { EntityManager } from 'typeorm';
import { visitsSums } from '../fold/rollup-sums';
import type { Difference, ReconciliationCheck } from './reconciliation-check';
import { rollupDifferences } from './rollup-differences';

const foldedCounts = `chosen_counts AS (
  SELECT g.fair_id, g.id FROM gate_count g
   WHERE g.fair_id = $1 AND NOT EXISTS (
     SELECT 1 FROM outbox o WHERE o.fair_id = g.fair_id AND o.reader = 'fold'
        AND o.topic = 'gate_count' AND o.subject_id = g.id))`;

/** What the gates' counts added against the visits rollup, what still waits in the outbox aside. */
export class VisitsRollupCheck implements ReconciliationCheck {
  run(em: EntityManager, fairId: string): Promise<Difference[]> {
    return rollupDifferences(em, fairId, 'visits_rollup', foldedCounts, visitsSums, [
      { column: 'entries', name: 'entries', unit: 'count' },
      { column: 'exits', name: 'exits', unit: 'count' },
    ]);
  }
}
