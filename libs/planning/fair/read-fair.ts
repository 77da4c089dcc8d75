import { Injectable } from '@nestjs/common';
import { fairNotFound } from '@phien/identity';
import { Clock, fairMoment } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { hourAndMinute, spanOf, stateOn } from './fair-days.rules';
import { FairDay } from './fair-day.entity';
import { FairDto } from './fair.dto';
import { Fair } from './fair.entity';

/** One fair with its days, as of `now`. Refuses `fair_not_found`. */
export async function readFairIn(em: EntityManager, fairId: string, now: Date): Promise<FairDto> {
  const fair = await em.findOneBy(Fair, { id: fairId });
  if (!fair) throw fairNotFound();
  const days = await em.find(FairDay, { where: { fairId }, order: { day: 'ASC' } });
  const today = fairMoment(now, fair.timeZone, fair.dayCutMinutes).day;
  return {
    id: fair.id,
    code: fair.code,
    nameVi: fair.nameVi,
    nameEn: fair.nameEn,
    state: stateOn(today, {
      state: fair.state,
      firstDay: days[0]?.day ?? null,
      lastDay: days.at(-1)?.day ?? null,
      hasOpenEnd: fair.hasOpenEnd,
    }),
    kind: fair.kind,
    series: fair.series,
    hasOpenEnd: fair.hasOpenEnd,
    isDemo: fair.isDemo,
    ...spanOf(days),
    venueVi: fair.venueVi,
    venueEn: fair.venueEn,
    timeZone: fair.timeZone,
    dayCutMinutes: fair.dayCutMinutes,
    closingGraceMinutes: fair.closingGraceMinutes,
    boothMoneyVisibleTo: fair.boothMoneyVisibleTo,
    hallWidthCm: fair.hallWidthCm,
    hallDepthCm: fair.hallDepthCm,
    days: days.map(({ day, opensAt, closesAt, isOpen, isOpening, noteVi, noteEn }) => ({
      day,
      opensAt: hourAndMinute(opensAt),
      closesAt: hourAndMinute(closesAt),
      isOpen,
      isOpening,
      noteVi,
      noteEn,
    })),
  };
}

/** One fair with its days. Refuses `fair_not_found`. */
@Injectable()
export class ReadFair {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(fairId: string): Promise<FairDto> {
    return readFairIn(this.source.manager, fairId, this.clock.now());
  }
}
