import { fairNotFound } from '@phien/identity';
import { fairMoment, isId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Fair } from '../fair/fair.entity';

/** The fair's own day of an instant. */
export const dayOf = (instant: Date, { timeZone, dayCutMinutes }: Fair) =>
  fairMoment(instant, timeZone, dayCutMinutes).day;

/** The fair that is asked for, and which day it is there. */
export async function readFairToday(
  em: EntityManager,
  fairId: string,
  now: Date,
): Promise<{ fair: Fair; today: string }> {
  const fair = isId(fairId) ? await em.findOneBy(Fair, { id: fairId }) : null;
  if (!fair) throw fairNotFound();
  return { fair, today: dayOf(now, fair) };
}
