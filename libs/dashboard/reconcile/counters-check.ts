import type { EntityManager } from 'typeorm';
import type { Difference, ReconciliationCheck } from './reconciliation-check';

interface Row {
  code: string;
  entriesRead: number;
  entriesAdded: number;
  exitsRead: number;
  exitsAdded: number;
}

/**
 * A gate's visits are the sum over (device, epoch) of the counter with the highest sequence; what
 * each message added must come to that, in whatever order the messages arrived.
 */
export class CountersCheck implements ReconciliationCheck {
  async run(em: EntityManager, fairId: string): Promise<Difference[]> {
    const rows: Row[] = await em.query(
      `WITH counter AS (
         SELECT DISTINCT ON (gate_id, device_id, epoch) gate_id,
                entries - undone_entries AS entries, exits - undone_exits AS exits
           FROM gate_count WHERE fair_id = $1
          ORDER BY gate_id, device_id, epoch, sequence DESC),
       readings AS (
         SELECT gate_id, sum(entries)::bigint AS entries, sum(exits)::bigint AS exits
           FROM counter GROUP BY gate_id),
       added AS (
         SELECT gate_id, sum(entries_added)::bigint AS entries, sum(exits_added)::bigint AS exits
           FROM gate_count WHERE fair_id = $1 GROUP BY gate_id)
       SELECT g.code, r.entries AS "entriesRead", a.entries AS "entriesAdded",
              r.exits AS "exitsRead", a.exits AS "exitsAdded"
         FROM readings r JOIN added a USING (gate_id)
         JOIN gate g ON g.fair_id = $1 AND g.id = gate_id
        WHERE (r.entries, r.exits) IS DISTINCT FROM (a.entries, a.exits)
        ORDER BY g.code`,
      [fairId],
    );
    return rows
      .flatMap((row): Difference[] => [
        {
          what: 'entries counted at a gate',
          key: row.code,
          unit: 'count',
          expected: row.entriesRead,
          found: row.entriesAdded,
        },
        {
          what: 'exits counted at a gate',
          key: row.code,
          unit: 'count',
          expected: row.exitsRead,
          found: row.exitsAdded,
        },
      ])
      .filter(({ expected, found }) => expected !== found);
  }
}
