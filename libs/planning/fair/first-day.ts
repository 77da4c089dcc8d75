import { Clock, fairMoment } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { FairDay } from './fair-day.entity';

/** The first day of a fair, by which it names places; today where it has none yet. */
export async function firstDayOf(em: EntityManager, clock: Clock, fairId: string): Promise<string> {
  const [first] = await em.find(FairDay, { where: { fairId }, order: { day: 'ASC' }, take: 1 });
  return first?.day ?? fairMoment(clock.now(), 'Asia/Ho_Chi_Minh', 0).day;
}
