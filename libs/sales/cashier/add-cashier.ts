import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { Exhibitor, exhibitorNotFound, exhibitorsKeptBy } from '@phien/planning';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { AddCashierDto, CashierDto } from './cashier.dto';
import { Cashier } from './cashier.entity';
import { cashierNameTaken } from './cashier.refusals';
import { shownCashier, spelled } from './find-cashier';
import { hashPin } from './pin';

/** Lets someone sell for an exhibitor. Refuses `exhibitor_not_found`, `cashier_name_taken`. */
@Injectable()
export class AddCashier {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string, wanted: AddCashierDto): Promise<CashierDto> {
    const { exhibitorId, mayRefund } = wanted;
    const name = spelled(wanted.name);
    const isTheirs = exhibitorsKeptBy(caller, fairId)?.includes(exhibitorId) ?? true;
    const exhibitors = this.dataSource.getRepository(Exhibitor);
    if (!isTheirs || !(await exhibitors.existsBy({ fairId, id: exhibitorId }))) {
      throw exhibitorNotFound();
    }
    const pin = await hashPin(wanted.pin);
    const cashier = Object.assign(new Cashier(), {
      fairId,
      id: newId(),
      exhibitorId,
      name,
      ...pin,
      mayRefund,
      addedAt: this.clock.now(),
      removedAt: null,
    });
    try {
      await inTransaction(this.dataSource, async (em) => {
        await em.insert(Cashier, cashier);
        await recordAudit(em, {
          fairId,
          accountId: caller.accountId,
          action: 'cashier_added',
          subjectId: cashier.id,
          detail: { exhibitorId, name, mayRefund },
        });
      });
    } catch (error) {
      if (brokenConstraint(error) === 'cashier_one_name') throw cashierNameTaken(name);
      throw error;
    }
    return shownCashier(cashier);
  }
}
