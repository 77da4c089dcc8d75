import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Recent } from '../register/recent';
import { registerKey } from '../register/register-key';
import type { Standing } from './booking.rules';

const KEPT = 5_000;

/** An epoch's key and standing; none of it changes while the epoch lives (revoking is read at booking). */
export interface EpochKey {
  key: KeyObject;
  standing: Standing;
}

/** The keys by which tills are known, kept in memory: one of them is asked for at every sale. */
@Injectable()
export class EpochKeys {
  private readonly kept = new Recent<EpochKey>(KEPT);

  constructor(private readonly dataSource: DataSource) {}

  async find(fairId: string, registerId: string, epoch: number): Promise<EpochKey | undefined> {
    const name = `${fairId}:${registerId}:${epoch}`;
    const kept = this.kept.get(name);
    if (kept) return kept;
    const [row]: (Standing & { publicKey: Buffer })[] = await this.dataSource.query(
      `SELECT e.public_key AS "publicKey", r.exhibitor_id AS "exhibitorId", r.booth_id AS "boothId",
         b.code AS "boothCode", p.enrolled_at AS "enrolledAt",
         f.time_zone AS "timeZone", f.day_cut_minutes AS "dayCutMinutes"
       FROM register_epoch e
       JOIN register_epoch p ON p.fair_id = e.fair_id AND p.register_id = e.register_id AND p.epoch = e.phone_epoch
       JOIN register r ON r.fair_id = e.fair_id AND r.id = e.register_id
       JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
       JOIN fair f ON f.id = e.fair_id
       WHERE e.fair_id = $1 AND e.register_id = $2 AND e.epoch = $3`,
      [fairId, registerId, epoch],
    );
    const key = row && registerKey(row.publicKey);
    if (!key) return undefined;
    const { publicKey: _, ...standing } = row;
    const found = { key, standing };
    this.kept.keep(name, found);
    return found;
  }
}
