import { Injectable } from '@nestjs/common';
import { fairNotFound } from '@phien/identity';
import { Clock, fairMoment, isId } from '@phien/kernel';
import { Booth, boothNotFound, Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import { BoothWorkDto, OpenShiftDto } from './booth-work.dto';

/**
 * Whether anyone sells at a booth: planning cannot know it, and nothing is refused for it, but an
 * organizer should before the booth is freed. Refuses `fair_not_found` and `booth_not_found`.
 */
@Injectable()
export class ReadBoothWork {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string, boothId: string): Promise<BoothWorkDto> {
    const em = this.source.manager;
    const fair = await em.findOneBy(Fair, { id: fairId });
    if (!fair) throw fairNotFound();
    if (!isId(boothId) || !(await em.existsBy(Booth, { fairId, id: boothId }))) {
      throw boothNotFound();
    }
    const { day } = fairMoment(this.clock.now(), fair.timeZone, fair.dayCutMinutes);
    const [shifts, sales] = await Promise.all([
      em.query<(Omit<OpenShiftDto, 'openedAt'> & { openedAt: Date })[]>(
        `SELECT r.id AS "registerId", r.name AS "registerName", r.exhibitor_id AS "exhibitorId", s.cashier,
                s.corrected_at AS "openedAt"
         FROM register r
         JOIN LATERAL (
           SELECT d.kind, d.cashier, d.corrected_at FROM document d
           WHERE d.fair_id = r.fair_id AND d.register_id = r.id AND d.kind IN ('shift_open', 'shift_close')
           ORDER BY d.epoch DESC, d.sequence DESC LIMIT 1) s ON s.kind = 'shift_open'
         WHERE r.fair_id = $1 AND r.booth_id = $2
         ORDER BY r.name, r.id`,
        [fairId, boothId],
      ),
      em.query<{ count: number }[]>(
        `SELECT count(*) AS count FROM document
         WHERE fair_id = $1 AND booth_id = $2 AND fair_day = $3 AND kind = 'sale'`,
        [fairId, boothId, day],
      ),
    ]);
    return {
      boothId,
      openShifts: shifts.map((shift) => ({ ...shift, openedAt: shift.openedAt.toISOString() })),
      salesToday: sales[0]?.count ?? 0,
    };
  }
}
