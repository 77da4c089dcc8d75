import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { CashierDto, ChangeCashierDto } from './cashier.dto';
import { Cashier } from './cashier.entity';
import { cashierNameTaken } from './cashier.refusals';
import { findCashier, shownCashier, spelled, type AskedCashier } from './find-cashier';
import { hashPin } from './pin';

/** Another name, PIN or right to refund. Refuses `cashier_not_found`, `cashier_name_taken`. */
@Injectable()
export class ChangeCashier {
  constructor(private readonly dataSource: DataSource) {}

  async run(asked: AskedCashier, wanted: ChangeCashierDto): Promise<CashierDto> {
    await findCashier(this.dataSource.manager, asked, 'look');
    const pin = wanted.pin === undefined ? {} : await hashPin(wanted.pin);
    try {
      return await inTransaction(this.dataSource, async (em) => {
        const before = await findCashier(em, asked, 'change');
        const after = Object.assign(new Cashier(), before, pin, {
          name: wanted.name === undefined ? before.name : spelled(wanted.name),
          mayRefund: wanted.mayRefund ?? before.mayRefund,
        });
        const { fairId, id, name, mayRefund, pinSalt, pinHash, pinRounds } = after;
        await em.update(Cashier, { fairId, id }, { name, mayRefund, pinSalt, pinHash, pinRounds });
        await recordAudit(em, {
          fairId,
          accountId: asked.caller.accountId,
          action: 'cashier_changed',
          subjectId: id,
          detail: {
            exhibitorId: before.exhibitorId,
            before: { name: before.name, mayRefund: before.mayRefund },
            after: { name, mayRefund },
            isPinNew: wanted.pin !== undefined,
          },
        });
        return shownCashier(after);
      });
    } catch (error) {
      if (brokenConstraint(error) === 'cashier_one_name') {
        throw cashierNameTaken(spelled(wanted.name ?? ''));
      }
      throw error;
    }
  }
}
