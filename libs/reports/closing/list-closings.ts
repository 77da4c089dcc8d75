import { Injectable } from '@nestjs/common';
import { boothMoneyVisible } from '@phien/dashboard';
import { type Caller, callerRoles } from '@phien/identity';
import { isFairDay } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import type { ClosingDto } from './closing.dto';
import { fairDayNotFound } from './closing.refusals';
import { describeClosing } from './describe-closing';
import { readClosings } from './read-closings';
import { isListedDay } from './read-days';

/** The revisions of a day, the first one first. Refuses `fair_day_not_found`. */
@Injectable()
export class ListClosings {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, day: string): Promise<ClosingDto[]> {
    if (!isFairDay(day) || !(await isListedDay(this.source.manager, { fairId, day }))) {
      throw fairDayNotFound();
    }
    const fair = await this.source.getRepository(Fair).findOneByOrFail({ id: fairId });
    const seesBoothMoney = boothMoneyVisible(fair.boothMoneyVisibleTo, callerRoles(caller, fairId));
    const closings = await readClosings(this.source.manager, { fairId, day });
    return closings.map((closing) =>
      describeClosing(closing, seesBoothMoney ? 'with booth money' : 'without booth money'),
    );
  }
}
