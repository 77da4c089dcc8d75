import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { GateDto } from './gate.dto';

/** The gates of a fair, C2 before C10. */
@Injectable()
export class ReadGates {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<GateDto[]> {
    return this.source.query<GateDto[]>(
      `SELECT g.id, g.code, g.name_vi AS "nameVi", g.name_en AS "nameEn", g.x_cm AS "xCm",
              g.y_cm AS "yCm", (SELECT count(*) FROM gate_sensor s WHERE s.fair_id = g.fair_id
                AND s.gate_id = g.id AND s.revoked_at IS NULL) AS "sensorCount"
         FROM gate g WHERE g.fair_id = $1 ORDER BY length(g.code), g.code`,
      [fairId],
    );
  }
}
