import type { EntityManager } from 'typeorm';
import type { SensorDto } from './sensor.dto';

/** The sensors of a fair, or one of them, by gate and name; those revoked too, never a key. */
export function readSensors(
  em: EntityManager,
  fairId: string,
  id: string | null = null,
): Promise<SensorDto[]> {
  return em.query<SensorDto[]>(
    `SELECT s.id, s.gate_id AS "gateId", s.name, s.added_at AS "addedAt", a.name AS "addedByName",
            s.revoked_at AS "revokedAt", c.heard_at AS "heardAt",
            coalesce(c.entries, 0)::bigint AS entries, coalesce(c.exits, 0)::bigint AS exits
       FROM gate_sensor s
       JOIN gate g ON g.fair_id = s.fair_id AND g.id = s.gate_id
       JOIN account a ON a.id = s.added_by
       LEFT JOIN LATERAL (
         SELECT max(received_at) AS heard_at, sum(entries_added) AS entries, sum(exits_added) AS exits
           FROM gate_count x
          WHERE x.fair_id = s.fair_id AND x.gate_id = s.gate_id AND x.device_id = s.id) c ON true
      WHERE s.fair_id = $1 AND ($2::uuid IS NULL OR s.id = $2)
      ORDER BY length(g.code), g.code, s.revoked_at IS NOT NULL, s.name, s.id`,
    [fairId, id],
  );
}
