import { Injectable } from '@nestjs/common';
import { Caller, GrantRole, recordAudit } from '@phien/identity';
import { Clock, isFairDay } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { demoCast } from '../demo/demo-fair.rules';
import { writeDemoCast } from '../demo/write-demo-cast';
import { daysFrom } from './fair-days.rules';
import { DEMO_TEMPLATE, planOfTemplate } from './fair-template.rules';
import { FairDto, OpenFairDto } from './fair.dto';
import {
  fairCodeTaken,
  hoursReversed,
  mayNotOpenFairs,
  startDayUnknown,
  templateHasNoDemo,
} from './fair.refusals';
import { ReadFair } from './read-fair';
import { USUAL_HOURS, writeFair } from './write-fair';

/**
 * Makes a fair from a template: its plan, and to be tried out also exhibitors, products and
 * allocations. The caller becomes its organizer. Refuses `may_not_open_fairs`, `start_day_unknown`,
 * `hours_reversed`, `template_has_no_demo`, `fair_code_taken`.
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
    if (!isFairDay(wanted.startsOn)) throw startDayUnknown(wanted.startsOn);

    const { template, code, nameVi, nameEn, startsOn } = wanted;
    const hours = {
      opensAt: wanted.opensAt ?? USUAL_HOURS.opensAt,
      closesAt: wanted.closesAt ?? USUAL_HOURS.closesAt,
    };
    if (hours.opensAt >= hours.closesAt) throw hoursReversed(hours.opensAt, hours.closesAt);

    const isDemo = wanted.cast !== 'none';
    if (isDemo && template !== DEMO_TEMPLATE) throw templateHasNoDemo(template);
    const plan = planOfTemplate(template);
    try {
      const id = await inTransaction(this.source, async (em) => {
        const { fairId, boothIds } = await writeFair(em, {
          code,
          nameVi,
          nameEn,
          venueVi: wanted.venueVi ?? (isDemo ? 'Nhà mẫu 160 gian' : ''),
          venueEn: wanted.venueEn ?? (isDemo ? 'Model hall of 160 booths' : (wanted.venueVi ?? '')),
          state: isDemo ? 'running' : 'published',
          isDemo,
          hours,
          closingGraceMinutes: wanted.closingGraceMinutes,
          days: daysFrom(startsOn, wanted.days),
          noteVi: '',
          noteEn: '',
          plan,
          publishedBy: caller.accountId,
          createdAt: this.clock.now(),
        });
        if (isDemo) {
          const cast = demoCast(code, startsOn, plan.booths);
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
          detail: { template, code, isDemo },
        });
        return fairId;
      });
      return await this.readFair.run(id);
    } catch (error) {
      if (brokenConstraint(error) === 'fair_code_key') throw fairCodeTaken(code);
      throw error;
    }
  }
}
