import { Injectable } from '@nestjs/common';
import { Clock, fairMoment } from '@phien/kernel';
import { DataSource } from 'typeorm';
import type { DeclarePlaceDto } from './declared.dto';
import { boothNotYours } from './declared.refusals';
import { DeclaredSale } from './declared-sale.entity';
import {
  boundsOfDay,
  readDeclaringFair,
  readMeasured,
  shownDeclared,
  zoneOfGivenBooth,
  type DeclaredPlace,
} from './read-declared';

/** An exhibitor's own booth with its days: what was declared, and what its till measured. */
@Injectable()
export class ReadDeclarePlace {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(place: DeclaredPlace): Promise<DeclarePlaceDto> {
    const { fairId, boothId, exhibitorId } = place;
    const em = this.source.manager;
    const fair = await readDeclaringFair(em, fairId);
    const [names] = await em.query<
      { boothCode: string; exhibitorName: string; hasTill: boolean }[]
    >(
      `SELECT b.code AS "boothCode", e.name AS "exhibitorName",
              EXISTS (SELECT 1 FROM register r
                JOIN register_epoch p ON p.fair_id = r.fair_id AND p.register_id = r.id
               WHERE r.fair_id = $1 AND r.booth_id = $2 AND r.exhibitor_id = $3
                 AND p.revoked_at IS NULL) AS "hasTill"
         FROM booth b JOIN exhibitor e ON e.fair_id = b.fair_id AND e.id = $3
        WHERE b.fair_id = $1 AND b.id = $2`,
      [fairId, boothId, exhibitorId],
    );
    if (!fair || !names) throw boothNotYours();
    const today = fairMoment(this.clock.now(), fair.timeZone, fair.dayCutMinutes).day;
    const days: string[] = [];
    for (const day of fair.days.filter((each) => each <= today).reverse()) {
      if (await zoneOfGivenBooth(em, place, boundsOfDay(fair, day))) days.push(day);
    }
    const declared = await em.find(DeclaredSale, {
      where: { fairId, boothId, exhibitorId },
      order: { fairDay: 'ASC', revision: 'ASC' },
    });
    const latest = new Map(declared.map((sale) => [sale.fairDay, sale]));
    const measured = await readMeasured(em, place, days);
    return {
      fairId,
      fairNameVi: fair.nameVi,
      fairNameEn: fair.nameEn,
      timeZone: fair.timeZone,
      ...names,
      today,
      days: days.map((day) => {
        const sale = latest.get(day);
        return {
          day,
          declared: sale ? shownDeclared(sale) : null,
          ...(measured.get(day) ?? { measuredVnd: 0, measuredSalesCount: 0 }),
        };
      }),
    };
  }
}
