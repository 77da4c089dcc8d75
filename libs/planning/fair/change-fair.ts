import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource, In, type EntityManager } from 'typeorm';
import { FairDay } from './fair-day.entity';
import {
  inOrder,
  isSameDay,
  whyDaysStay,
  whyNotScheduled,
  type ScheduledDay,
} from './fair-schedule.rules';
import { FAIR_STATE_RULES } from './fair-state.rules';
import { ChangeFairDto, FairSettingsDto } from './fair.dto';
import { Fair } from './fair.entity';
import {
  dayHasFacts,
  fairChangedSince,
  fairHasFacts,
  fairIsFixed,
  timeZoneUnknown,
} from './fair.refusals';
import { ReadFairSettings } from './read-fair-settings';
import { holdFair, readFairNow } from './read-fair-now';
import { isTimeZone } from './time-zone.rules';
import { rowOfDay } from './write-fair';

/**
 * Changes names, venue, series, zone, cut and days of a fair, as it was looked at. The same again
 * changes nothing. Answers what can be changed now. Refuses `fair_not_found`, `fair_is_fixed`, `fair_changed_since`, what
 * `whyNotScheduled` finds, `time_zone_unknown`, `fair_has_facts`, what `whyDaysStay` finds.
 */
@Injectable()
export class ChangeFair {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly readFairSettings: ReadFairSettings,
  ) {}

  async run(caller: Caller, fairId: string, wanted: ChangeFairDto): Promise<FairSettingsDto> {
    try {
      await inTransaction(this.source, (em) => this.change(em, caller, fairId, wanted));
    } catch (error) {
      /* A sale in the very moment: the database saw it, and nothing was changed. */
      const broken = brokenConstraint(error);
      if (broken === 'fair_day_keeps_facts') throw dayHasFacts(null);
      if (broken === 'fair_keeps_facts') throw fairHasFacts();
      throw error;
    }
    return this.readFairSettings.run(fairId);
  }

  private async change(
    em: EntityManager,
    { accountId }: Caller,
    fairId: string,
    wanted: ChangeFairDto,
  ): Promise<void> {
    await holdFair(em, fairId);
    const now = await readFairNow(em, fairId, this.clock.now());
    const { fair, today, withFacts } = now;
    const said = saidOf(wanted);
    const changed = (Object.keys(said) as (keyof typeof said)[]).filter(
      (key) => said[key] !== fair[key],
    );
    const days = differencesOf(now.days, inOrder(wanted.schedule));
    if (changed.length === 0 && days.gone.length + days.put.length === 0) return;

    if (!FAIR_STATE_RULES[now.setState].changesFair) throw fairIsFixed();
    if (wanted.version !== fair.version) throw fairChangedSince();
    const refused = whyNotScheduled({
      kind: fair.kind,
      hasOpenEnd: said.hasOpenEnd,
      days: wanted.schedule,
      known: now.days.length,
    });
    if (refused) throw refused;
    if (!isTimeZone(said.timeZone)) throw timeZoneUnknown(said.timeZone);
    const isCutAnew = changed.includes('timeZone') || changed.includes('dayCutMinutes');
    if (isCutAnew && now.hasFacts) throw fairHasFacts();
    const isDraft = now.setState === 'draft';
    const stays = whyDaysStay({
      was: now.days,
      wanted: wanted.schedule,
      today,
      withFacts,
      isDraft,
    });
    if (stays) throw stays;

    await em.update(Fair, { id: fairId }, { ...said, version: fair.version + 1 });
    if (days.gone.length > 0) await em.delete(FairDay, { fairId, day: In(days.gone) });
    if (days.put.length > 0) {
      const rows = days.put.map((day) => rowOfDay(fairId, day));
      await em.upsert(FairDay, rows, ['fairId', 'day']);
    }
    const of = (from: Pick<Fair, keyof typeof said>) =>
      Object.fromEntries(changed.map((key) => [key, from[key]]));
    await recordAudit(em, {
      fairId,
      accountId,
      action: 'fair_changed',
      subjectId: fairId,
      detail: {
        before: { ...of(fair), days: now.days.filter(({ day }) => days.touched.has(day)) },
        after: { ...of(said), days: days.put },
      },
    });
  }
}

const saidOf = (wanted: ChangeFairDto) => ({
  nameVi: wanted.nameVi.trim(),
  nameEn: wanted.nameEn.trim(),
  venueVi: wanted.venueVi.trim(),
  venueEn: wanted.venueEn.trim(),
  series: wanted.series.trim(),
  timeZone: wanted.timeZone,
  dayCutMinutes: wanted.dayCutMinutes,
  closingGraceMinutes: wanted.closingGraceMinutes,
  hasOpenEnd: wanted.hasOpenEnd,
});

/* Days that are no more, and those that are new or other than they were. */
function differencesOf(was: readonly ScheduledDay[], wanted: readonly ScheduledDay[]) {
  const before = new Map(was.map((day) => [day.day, day]));
  const kept = new Set(wanted.map(({ day }) => day));
  const gone = was.map(({ day }) => day).filter((day) => !kept.has(day));
  const put = wanted.filter((day) => {
    const old = before.get(day.day);
    return !old || !isSameDay(old, day);
  });
  return { gone, put, touched: new Set([...gone, ...put.map(({ day }) => day)]) };
}
