import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { findKeptExhibitor } from './find-kept-exhibitor';
import { KeptPaymentAccountDto } from './payment-account.dto';
import { PaymentAccount } from './payment-account.entity';

/** The account an exhibitor is paid to. Refuses `exhibitor_not_found`. */
@Injectable()
export class ReadPaymentAccount {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, exhibitorId: string): Promise<KeptPaymentAccountDto> {
    const { manager } = this.source;
    await findKeptExhibitor(manager, caller, fairId, exhibitorId);
    const kept = await manager.findOneBy(PaymentAccount, { fairId, exhibitorId });
    if (!kept) return { account: null };
    const { bankBin, accountNumber, holderName } = kept;
    return { account: { bankBin, accountNumber, holderName } };
  }
}
