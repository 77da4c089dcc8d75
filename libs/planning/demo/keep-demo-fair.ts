import { Injectable } from '@nestjs/common';
import { Clock, fairMoment } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import { demoDaysAround, demoDaysMissing } from '../fair/fair-days.rules';
import { FairDay } from '../fair/fair-day.entity';
import { Fair } from '../fair/fair.entity';
import { everyDay, USUAL_HOURS } from '../fair/fair-schedule.rules';
import { writeFair } from '../fair/write-fair';
import { ocop160Plan } from '../plan/ocop-160.plan.rules';
import { demoCast } from './demo-fair.rules';
import { writeDemoCast } from './write-demo-cast';

export const DEMO_FAIR_CODE = 'demo-thu-dong';

/**
 * Makes the demo fair when there is none, and appends days when today is none of its days; answers
 * its id. No day, sale or exhibitor is ever taken away.
 */
@Injectable()
export class KeepDemoFair {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<string> {
    const known = await this.source.getRepository(Fair).findOneBy({ code: DEMO_FAIR_CODE });
    if (known && (await this.missingDays(this.source.manager, known)).length === 0) return known.id;
    return inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'fair', DEMO_FAIR_CODE);
      const fair = await em.findOneBy(Fair, { code: DEMO_FAIR_CODE });
      if (!fair) return this.make(em);
      const missing = await this.missingDays(em, fair);
      if (missing.length > 0) {
        await em.insert(
          FairDay,
          missing.map((day) => ({ fairId: fair.id, day, ...USUAL_HOURS })),
        );
      }
      return fair.id;
    });
  }

  private async missingDays(em: EntityManager, fair: Fair): Promise<string[]> {
    const days = await em.findBy(FairDay, { fairId: fair.id });
    const today = fairMoment(this.clock.now(), fair.timeZone, fair.dayCutMinutes).day;
    return demoDaysMissing(
      days.map(({ day }) => day),
      today,
    );
  }

  private async make(em: EntityManager): Promise<string> {
    const now = this.clock.now();
    const days = demoDaysAround(fairMoment(now, 'Asia/Ho_Chi_Minh', 0).day);
    const plan = ocop160Plan();
    const { fairId, boothIds } = await writeFair(em, {
      code: DEMO_FAIR_CODE,
      nameVi: 'Hội chợ OCOP thử nghiệm – Thu Đông',
      nameEn: 'Demo OCOP fair – Autumn-Winter',
      venueVi: 'Nhà mẫu 160 gian (thử nghiệm)',
      venueEn: 'Model hall of 160 booths (demo)',
      state: 'running',
      isDemo: true,
      schedule: everyDay(days),
      plan,
      createdAt: now,
    });
    await writeDemoCast(em, fairId, boothIds, demoCast(DEMO_FAIR_CODE, days[0] ?? '', plan.booths));
    return fairId;
  }
}
