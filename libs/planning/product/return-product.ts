import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { findKeptExhibitor, holdExhibitor } from '../exhibitor/find-kept-exhibitor';
import { checkBarcodeFree, checkCatalogueRoom } from './check-product';
import { describeProducts } from './describe-products';
import { findKeptProduct } from './find-kept-product';
import { ProductDto } from './product.dto';
import { Product } from './product.entity';
import { productNotFound } from './product.refusals';

/**
 * Puts a withdrawn product back into the catalogue as it was; twice is once. Refuses
 * `product_not_found`, `barcode_taken` when another has its barcode by now, `catalogue_full`.
 */
@Injectable()
export class ReturnProduct {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string, productId: string): Promise<ProductDto> {
    const { manager } = this.source;
    const { exhibitorId } = await findKeptProduct(manager, caller, fairId, productId);
    const exhibitor = await findKeptExhibitor(manager, caller, fairId, exhibitorId);
    return inTransaction(this.source, async (em) => {
      await holdExhibitor(em, exhibitor);
      const product = await findKeptProduct(em, caller, fairId, productId);
      if (product.withdrawnAt !== null) {
        await checkBarcodeFree(em, product);
        await checkCatalogueRoom(em, product);
        await em.update(Product, { fairId, id: productId }, { withdrawnAt: null });
        await recordAudit(em, {
          fairId,
          accountId: caller.accountId,
          action: 'product_returned',
          subjectId: productId,
          detail: { exhibitorId, name: product.name, priceVnd: product.priceVnd },
        });
      }
      const chosen = { exhibitorIds: [exhibitorId], productId, isWithdrawn: false };
      const [described] = await describeProducts(em, fairId, this.clock.now(), chosen);
      if (!described) throw productNotFound();
      return described;
    });
  }
}
