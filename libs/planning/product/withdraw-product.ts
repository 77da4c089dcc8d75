import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import { findKeptProduct } from './find-kept-product';
import { Product } from './product.entity';

/**
 * Takes a product out of the catalogue; documents that sold it keep its id. Twice is once. Refuses
 * `product_not_found`.
 */
@Injectable()
export class WithdrawProduct {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string, productId: string): Promise<void> {
    await inTransaction(this.source, async (em) => {
      const product = await findKeptProduct(em, caller, fairId, productId);
      const { affected } = await em.update(
        Product,
        { fairId, id: productId, withdrawnAt: IsNull() },
        { withdrawnAt: this.clock.now() },
      );
      if (affected !== 1) return;
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'product_withdrawn',
        subjectId: productId,
        detail: {
          exhibitorId: product.exhibitorId,
          name: product.name,
          priceVnd: product.priceVnd,
        },
      });
    });
  }
}
