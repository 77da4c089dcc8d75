import type { EntityManager } from 'typeorm';

/** The days of which visits were counted that their latest revision does not hold. */
export async function readWaitingVisits(em: EntityManager, fairId: string): Promise<Set<string>> {
  const rows = await em.query<{ day: string }[]>(
    `SELECT g.day
       FROM (SELECT fair_day AS day, sum(entries_added)::bigint AS entries,
                    sum(exits_added)::bigint AS exits
               FROM gate_count WHERE fair_id = $1 GROUP BY fair_day) g
       LEFT JOIN LATERAL (SELECT entries, figures FROM closing y
         WHERE y.fair_id = $1 AND y.day = g.day ORDER BY y.revision DESC LIMIT 1) c ON true
      WHERE (g.entries, g.exits) IS DISTINCT FROM (coalesce(c.entries, 0)::bigint,
        coalesce((c.figures #>> '{visits,exits}')::bigint, 0))`,
    [fairId],
  );
  return new Set(rows.map(({ day }) => day));
}
