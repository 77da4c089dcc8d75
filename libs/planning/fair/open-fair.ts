import { Injectable } from '@nestjs/common';
import { Caller, GrantRole, recordAudit, RoleGrant } from '@phien/identity';
import { Clock, fairMoment, isFairDay } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { demoCast } from '../demo/demo-fair.rules';
import { writeDemoCast } from '../demo/write-demo-cast';
import { readPublished } from '../plan-draft/read-draft';
import { templateOf, type FairPlan } from '../plan/plan.rules';
import { daysFrom } from './fair-days.rules';
import {
  daysToCome,
  everyDay,
  inOrder,
  USUAL_HOURS,
  whyNotScheduled,
  type ScheduledDay,
} from './fair-schedule.rules';
import { DEMO_TEMPLATE, planOfTemplate } from './fair-template.rules';
import { FairDto, OpenFairDto } from './fair.dto';
import { Fair } from './fair.entity';
import {
  fairCodeTaken,
  hoursReversed,
  mayNotOpenFairs,
  otherFair,
  planNotFound,
  startDayUnknown,
  templateHasNoDemo,
  timeZoneUnknown,
} from './fair.refusals';
import { ReadFair } from './read-fair';
import { isTimeZone } from './time-zone.rules';
import { writeFair } from './write-fair';

/**
 * Makes a fair from a template or on the published plan of another; to be tried out also with
 * exhibitors, products and allocations. The caller becomes its organizer; the same id and code again
 * answer the same fair. Refuses `may_not_open_fairs`, `other_fair`, `plan_not_found`,
 * `start_day_unknown`, `hours_reversed`, what `whyNotScheduled` finds, `time_zone_unknown`,
 * `template_has_no_demo`, `fair_code_taken`.
 */
@Injectable()
export class OpenFair {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly grantRole: GrantRole,
    private readonly readFair: ReadFair,
  ) {}

  async run(caller: Caller, wanted: OpenFairDto): Promise<FairDto> {
    if (!caller.mayOpenFairs) throw mayNotOpenFairs();
    const made = wanted.id === undefined ? null : await this.madeBefore(caller, wanted.id, wanted);
    if (made) return made;
    const plan = await this.planOf(caller, wanted);
    const { kind = 'fair', hasOpenEnd = false, timeZone = 'Asia/Ho_Chi_Minh' } = wanted;
    const days = daysOf(wanted);
    const refused = whyNotScheduled({ kind, hasOpenEnd, days });
    if (refused) throw refused;
    if (!isTimeZone(timeZone)) throw timeZoneUnknown(timeZone);
    const isDemo = wanted.cast !== 'none';
    if (isDemo && wanted.template !== DEMO_TEMPLATE) throw templateHasNoDemo(wanted.template ?? '');

    const { code, nameVi, nameEn, template, planOf, dayCutMinutes = 0 } = wanted;
    const today = fairMoment(this.clock.now(), timeZone, dayCutMinutes).day;
    const schedule = hasOpenEnd ? [...days, ...daysToCome(days, today)] : days;
    try {
      const id = await inTransaction(this.source, async (em) => {
        const { fairId, boothIds } = await writeFair(em, {
          id: wanted.id,
          code,
          nameVi,
          nameEn,
          venueVi: wanted.venueVi ?? (isDemo ? 'Nhà mẫu 160 gian' : ''),
          venueEn: wanted.venueEn ?? (isDemo ? 'Model hall of 160 booths' : (wanted.venueVi ?? '')),
          state: wanted.isDraft ? 'draft' : isDemo ? 'running' : 'published',
          isDemo,
          kind,
          series: wanted.series?.trim(),
          hasOpenEnd,
          timeZone,
          dayCutMinutes,
          closingGraceMinutes: wanted.closingGraceMinutes,
          schedule,
          plan,
          publishedBy: caller.accountId,
          createdAt: this.clock.now(),
        });
        if (isDemo) {
          const cast = demoCast(code, schedule[0]?.day ?? today, plan.booths);
          await writeDemoCast(em, fairId, boothIds, cast);
        }
        const { accountId } = caller;
        await this.grantRole.run(em, {
          fairId,
          accountId,
          role: 'organizer',
          grantedBy: accountId,
        });
        await recordAudit(em, {
          fairId,
          accountId,
          action: 'fair_opened',
          subjectId: fairId,
          detail: { template, planOf, code, kind, isDemo },
        });
        return fairId;
      });
      return await this.readFair.run(id);
    } catch (error) {
      const broken = brokenConstraint(error);
      /* The same wish, sent twice at once: the other one was first. */
      const other =
        wanted.id !== undefined && (broken === 'fair_pkey' || broken === 'fair_code_key')
          ? await this.madeBefore(caller, wanted.id, wanted)
          : null;
      if (other) return other;
      if (broken === 'fair_code_key') throw fairCodeTaken(code);
      throw error;
    }
  }

  /* Asked anew whose it is: the roles that came with the request are older than the fair. */
  private async madeBefore(
    { accountId }: Caller,
    id: string,
    { code }: OpenFairDto,
  ): Promise<FairDto | null> {
    const fair = await this.source.manager.findOneBy(Fair, { id });
    if (!fair) return null;
    const isOwn = await this.source.manager.existsBy(RoleGrant, {
      fairId: id,
      accountId,
      role: 'organizer',
    });
    if (!isOwn || fair.code !== code) throw otherFair();
    return this.readFair.run(id);
  }

  private async planOf(caller: Caller, { planOf, template }: OpenFairDto): Promise<FairPlan> {
    if (planOf === undefined) return planOfTemplate(template ?? 'empty');
    const isOrganizer = caller.grants.some(
      ({ fairId, role }) => fairId === planOf && role === 'organizer',
    );
    if (!isOrganizer) throw planNotFound();
    return templateOf((await readPublished(this.source.manager, planOf)).plan);
  }
}

/* Each day as it was wished, or so many in a row at the same hours. */
function daysOf(wanted: OpenFairDto): ScheduledDay[] {
  if (wanted.schedule) return inOrder(wanted.schedule);
  const { startsOn = '', days = 0, opensAt = USUAL_HOURS.opensAt } = wanted;
  const { closesAt = USUAL_HOURS.closesAt } = wanted;
  if (!isFairDay(startsOn)) throw startDayUnknown(startsOn);
  if (opensAt >= closesAt) throw hoursReversed(opensAt, closesAt);
  return everyDay(daysFrom(startsOn, days), { opensAt, closesAt });
}
