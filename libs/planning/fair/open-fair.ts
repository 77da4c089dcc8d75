import { Injectable } from '@nestjs/common';
import { Caller, GrantRole, recordAudit } from '@phien/identity';
import { Clock, isFairDay } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { demoCast } from '../demo/demo-fair.rules';
import { writeDemoCast } from '../demo/write-demo-cast';
import { ocop160Plan } from '../plan/ocop-160.plan.rules';
import { daysFrom } from './fair-days.rules';
import { FairDto, OpenFairDto } from './fair.dto';
import { fairCodeTaken, mayNotOpenFairs, startDayUnknown } from './fair.refusals';
import { ReadFair } from './read-fair';
import { writeFair } from './write-fair';

/**
 * Makes a whole fair to be tried out from a template: plan, exhibitors, products and allocations.
 * The caller becomes its organizer. Refuses `may_not_open_fairs`, `start_day_unknown`,
 * `fair_code_taken`.
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
    const plan = ocop160Plan();
    const cast = demoCast(code, startsOn, plan.booths);
    try {
      const id = await inTransaction(this.source, async (em) => {
        const { fairId, boothIds } = await writeFair(em, {
          code,
          nameVi,
          nameEn,
          venueVi: 'Nhà mẫu 160 gian',
          venueEn: 'Model hall of 160 booths',
          state: 'running',
          isDemo: true,
          days: daysFrom(startsOn, wanted.days),
          noteVi: '',
          noteEn: '',
          plan,
          createdAt: this.clock.now(),
        });
        await writeDemoCast(em, fairId, boothIds, cast);
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
          detail: { template, code },
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
