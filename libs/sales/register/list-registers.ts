import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RegisterDto, RegisterEpochDto } from './register.dto';

/** Whose registers: those of some exhibitors, or (null) of the whole fair; all, or one of them. */
export interface RegistersOf {
  fairId: string;
  exhibitorIds: string[] | null;
  registerId?: string;
}

/** The registers of a fair by booth, each with its epochs and what the ledger holds of them. */
@Injectable()
export class ListRegisters {
  constructor(private readonly dataSource: DataSource) {}

  async run({ fairId, exhibitorIds, registerId }: RegistersOf): Promise<RegisterDto[]> {
    const registers: Omit<RegisterDto, 'epochs'>[] = await this.dataSource.query(
      `SELECT r.id, r.name, r.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName", r.booth_id AS "boothId",
         b.code AS "boothCode"
       FROM register r
       JOIN exhibitor e ON e.fair_id = r.fair_id AND e.id = r.exhibitor_id
       JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
       WHERE r.fair_id = $1 AND ($2::uuid[] IS NULL OR r.exhibitor_id = ANY ($2))
         AND ($3::uuid IS NULL OR r.id = $3)
       ORDER BY b.code, r.id`,
      [fairId, exhibitorIds, registerId ?? null],
    );
    const epochs: (RegisterEpochDto & { registerId: string })[] = await this.dataSource.query(
      `WITH linked AS (
         SELECT l.register_id, l.epoch, count(*) AS linked, max(l.sequence) AS sequence, count(d.id) AS booked,
           count(v.document_id) FILTER (WHERE v.verdict = 'refused') AS refused,
           sum(d.total_vnd) AS vnd, max(l.received_at) AS received_at
         FROM link l LEFT JOIN document d ON d.fair_id = l.fair_id AND d.id = l.document_id
         LEFT JOIN set_aside_decision v ON v.fair_id = l.fair_id AND v.document_id = l.document_id
         WHERE l.fair_id = $1 AND l.register_id = ANY ($2) GROUP BY l.register_id, l.epoch),
       lines AS (
         SELECT d.register_id, d.epoch, sum(x.amount_vnd) AS vnd
         FROM document_line x JOIN document d ON d.fair_id = x.fair_id AND d.id = x.document_id
         WHERE x.fair_id = $1 AND d.register_id = ANY ($2) GROUP BY d.register_id, d.epoch),
       payments AS (
         SELECT d.register_id, d.epoch, sum(x.amount_vnd) AS vnd
         FROM document_payment x JOIN document d ON d.fair_id = x.fair_id AND d.id = x.document_id
         WHERE x.fair_id = $1 AND d.register_id = ANY ($2) GROUP BY d.register_id, d.epoch)
       SELECT e.register_id AS "registerId", e.epoch, e.device_name AS "deviceName", e.enrolled_at AS "enrolledAt",
         e.superseded_at AS "supersededAt", e.revoked_at AS "revokedAt",
         l.received_at AS "lastSeenAt", coalesce(l.sequence, 0) AS sequence,
         coalesce(l.linked, 0) AS "linkedCount", coalesce(l.booked, 0) AS "bookedCount",
         coalesce(l.linked - l.booked - l.refused, 0) AS "setAsideCount",
         coalesce(l.refused, 0) AS "refusedCount", coalesce(l.vnd, 0)::bigint AS "bookedVnd", coalesce(x.vnd, 0)::bigint AS "linesVnd", coalesce(p.vnd, 0)::bigint AS "paymentsVnd"
       FROM register_epoch e
       LEFT JOIN linked l USING (register_id, epoch)
       LEFT JOIN lines x USING (register_id, epoch)
       LEFT JOIN payments p USING (register_id, epoch)
       WHERE e.fair_id = $1 AND e.register_id = ANY ($2) ORDER BY e.register_id, e.epoch`,
      [fairId, registers.map(({ id }) => id)],
    );
    const byRegister = new Map(
      registers.map((register) => [register.id, [] as RegisterEpochDto[]]),
    );
    for (const { registerId, ...epoch } of epochs) byRegister.get(registerId)?.push(epoch);
    return registers.map((register) => ({
      ...register,
      epochs: byRegister.get(register.id) ?? [],
    }));
  }
}
