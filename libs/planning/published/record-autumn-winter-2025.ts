import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@phien/kernel';
import { lifeOn, quangNinhUnitsOn } from '@phien/places';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import { Delegation } from '../exhibitor/delegation.entity';
import { daysFrom } from '../fair/fair-days.rules';
import { Fair } from '../fair/fair.entity';
import { everyDay } from '../fair/fair-schedule.rules';
import { writeFair } from '../fair/write-fair';
import { ocop160Plan } from '../plan/ocop-160.plan.rules';
import type { FairPlan, PlannedFeature } from '../plan/plan.rules';

export const AUTUMN_WINTER_2025_CODE = 'ocop-quang-ninh-thu-dong-2025';
const FIRST_DAY = '2025-10-28';
const DAYS = 7;

/** The drawing of the real hall was not published, and whoever looks at ours is told so on it. */
function illustrativePlan(): FairPlan {
  const plan = ocop160Plan();
  const label: PlannedFeature = {
    kind: 'text',
    nameVi: 'Sơ đồ minh họa, không phải bản vẽ chính thức',
    nameEn: 'Illustrative plan, not the official drawing',
    xCm: 500,
    yCm: 800,
    widthCm: 1900,
    depthCm: 300,
  };
  return { ...plan, features: [...plan.features, label] };
}

/**
 * Writes down the fair of 28 October to 3 November 2025 once, with what was published about it
 * (vietnamnet.vn, vtcnews.vn): name, days, venue, and four zones with 70 and 90 booths. Exhibitors,
 * booths per commune, opening hours, visits and revenue were not published: nobody is allocated,
 * the communes' quotas are null, and the hours are marked as assumed. Answers its id.
 */
@Injectable()
export class RecordAutumnWinter2025 {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<string> {
    const known = await this.source
      .getRepository(Fair)
      .findOneBy({ code: AUTUMN_WINTER_2025_CODE });
    if (known) return known.id;
    return inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'fair', AUTUMN_WINTER_2025_CODE);
      const written = await em.findOneBy(Fair, { code: AUTUMN_WINTER_2025_CODE });
      return written ? written.id : this.write(em);
    });
  }

  private async write(em: EntityManager): Promise<string> {
    const { fairId } = await writeFair(em, {
      code: AUTUMN_WINTER_2025_CODE,
      nameVi: 'Hội chợ OCOP Quảng Ninh – Thu Đông 2025',
      nameEn: 'OCOP Quảng Ninh Fair – Autumn-Winter 2025',
      venueVi: 'Cung Quy hoạch, Hội chợ và Triển lãm tỉnh Quảng Ninh, đường Trần Quốc Nghiễn',
      venueEn: 'Quảng Ninh Planning, Fair and Exhibition Palace, Trần Quốc Nghiễn street',
      state: 'closed',
      isDemo: false,
      schedule: everyDay(daysFrom(FIRST_DAY, DAYS), {
        noteVi: 'Giờ mở cửa là giả định: giờ thật không được công bố.',
        noteEn: 'Opening hours are assumed: the real ones were not published.',
      }),
      plan: illustrativePlan(),
      createdAt: this.clock.now(),
    });
    await em.insert(
      Delegation,
      quangNinhUnitsOn(FIRST_DAY).map((unit) => {
        const { fullNameVi, fullNameEn } = lifeOn(unit, FIRST_DAY);
        return {
          fairId,
          id: newId(),
          nameVi: `Đoàn ${fullNameVi}`,
          nameEn: `Delegation of ${fullNameEn}`,
          quota: null,
        };
      }),
    );
    return fairId;
  }
}
