import { fairNotFound } from '@phien/identity';
import { fairMoment } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { hourAndMinute, stateOn } from './fair-days.rules';
import { FairDay } from './fair-day.entity';
import { kindOfDay, type ScheduledDay } from './fair-schedule.rules';
import type { FairNow } from './fair-state.rules';
import { Fair } from './fair.entity';

export interface FairAsItIs extends FairNow {
  fair: Fair;
  days: ScheduledDay[];
  /** The fair day that it is now, 'YYYY-MM-DD'. */
  today: string;
  /** Days on which something was sold, counted, declared or closed. */
  withFacts: ReadonlySet<string>;
}

/** Keeps a fair's row from others who change it, until the transaction ends. */
export async function holdFair(em: EntityManager, fairId: string): Promise<void> {
  await em.query(`SELECT FROM fair WHERE id = $1 FOR NO KEY UPDATE`, [fairId]);
}

/** A fair with its days, and what of it facts hold fast. Refuses `fair_not_found`. */
export async function readFairNow(
  em: EntityManager,
  fairId: string,
  now: Date,
): Promise<FairAsItIs> {
  const fair = await em.findOneBy(Fair, { id: fairId });
  if (!fair) throw fairNotFound();
  const rows = await em.find(FairDay, { where: { fairId }, order: { day: 'ASC' } });
  const facts = await em.query<{ day: string }[]>(
    `SELECT day::text FROM fair_day WHERE fair_id = $1 AND fair_day_has_facts(fair_id, day) ORDER BY day`,
    [fairId],
  );
  const [{ hasFacts } = { hasFacts: false }] = await em.query<{ hasFacts: boolean }[]>(
    `SELECT fair_has_facts($1) AS "hasFacts"`,
    [fairId],
  );
  const today = fairMoment(now, fair.timeZone, fair.dayCutMinutes).day;
  return {
    fair,
    today,
    days: rows.map((row) => ({
      day: row.day,
      opensAt: hourAndMinute(row.opensAt),
      closesAt: hourAndMinute(row.closesAt),
      kind: kindOfDay(row),
      noteVi: row.noteVi,
      noteEn: row.noteEn,
    })),
    withFacts: new Set(facts.map(({ day }) => day)),
    hasFacts,
    hasOpenDay: rows.some(({ isOpen }) => isOpen),
    setState: fair.state,
    state: stateOn(today, {
      state: fair.state,
      firstDay: rows[0]?.day ?? null,
      lastDay: rows.at(-1)?.day ?? null,
      hasOpenEnd: fair.hasOpenEnd,
    }),
  };
}
