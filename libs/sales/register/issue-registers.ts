import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { RegistersOf } from './list-registers';
import { Register } from './register.entity';

/** A register for each exhibitor at each booth where they stand. The same call twice makes no second. */
@Injectable()
export class IssueRegisters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Answers how many registers were made. */
  async run({ fairId, exhibitorIds }: RegistersOf): Promise<number> {
    return inTransaction(this.dataSource, async (em) => {
      const standing: { exhibitorId: string; boothId: string; name: string }[] = await em.query(
        `SELECT DISTINCT a.exhibitor_id AS "exhibitorId", a.booth_id AS "boothId", b.code AS name
         FROM allocation a
         JOIN booth b ON b.fair_id = a.fair_id AND b.id = a.booth_id
         WHERE a.fair_id = $1 AND a.freed_at IS NULL AND a.state = 'confirmed'
           AND ($2::uuid[] IS NULL OR a.exhibitor_id = ANY ($2)) AND NOT EXISTS (
           SELECT 1 FROM register r
           WHERE r.fair_id = a.fair_id AND r.exhibitor_id = a.exhibitor_id AND r.booth_id = a.booth_id)`,
        [fairId, exhibitorIds],
      );
      if (standing.length === 0) return 0;
      const createdAt = this.clock.now();
      await em.insert(
        Register,
        standing.map((row) => ({ ...row, fairId, id: newId(), createdAt })),
      );
      return standing.length;
    });
  }
}
