import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { findKeptProduct } from './find-kept-product';
import { ProductPhoto } from './product-photo.entity';

/** Takes a product's photo away; twice is once. Refuses `product_not_found`. */
@Injectable()
export class RemoveProductPhoto {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, productId: string): Promise<void> {
    await inTransaction(this.source, async (em) => {
      const { exhibitorId } = await findKeptProduct(em, caller, fairId, productId);
      const { affected } = await em.delete(ProductPhoto, { fairId, productId });
      if (affected !== 1) return;
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'product_photo_removed',
        subjectId: productId,
        detail: { exhibitorId },
      });
    });
  }
}
