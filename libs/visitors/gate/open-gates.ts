import { Injectable } from '@nestjs/common';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource } from 'typeorm';
import { Gate } from './gate.entity';
import { gatesToOpen, type PlannedGate } from './gate.rules';

/** Opens a gate for each gate of the plan that has none yet. Run again, it changes nothing. */
@Injectable()
export class OpenGates {
  constructor(private readonly source: DataSource) {}

  async run({ fairId }: { fairId: string }): Promise<void> {
    await inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'gate', fairId);
      const planned: PlannedGate[] = await em.query(
        `SELECT id, name_vi AS "nameVi", name_en AS "nameEn", x_cm AS "xCm", y_cm AS "yCm",
                width_cm AS "widthCm", depth_cm AS "depthCm"
           FROM plan_feature WHERE fair_id = $1 AND kind = 'gate'`,
        [fairId],
      );
      const opened = await em.findBy(Gate, { fairId });
      const added = gatesToOpen(planned, opened).map((gate) => ({ fairId, ...gate }));
      if (added.length > 0) await em.insert(Gate, added);
    });
  }
}
