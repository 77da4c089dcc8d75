import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { findKeptExhibitor, holdExhibitor } from '../exhibitor/find-kept-exhibitor';
import { checkBarcodeFree, checkedProduct } from './check-product';
import { describeProducts } from './describe-products';
import { findKeptProduct } from './find-kept-product';
import { ChangeProductDto, ProductDto } from './product.dto';
import { Product } from './product.entity';
import { productNotFound, productWithdrawn } from './product.refusals';
import { changesBetween } from './product-changes.rules';

/**
 * Says a product anew, whole. Sales made before keep what they were sold as. Refuses
 * `product_not_found`, `product_withdrawn`, what is wrong with the product, `barcode_taken`.
 */
@Injectable()
export class ChangeProduct {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    productId: string,
    wanted: ChangeProductDto,
  ): Promise<ProductDto> {
    const now = this.clock.now();
    const { manager } = this.source;
    const { exhibitorId } = await findKeptProduct(manager, caller, fairId, productId);
    const exhibitor = await findKeptExhibitor(manager, caller, fairId, exhibitorId);
    return inTransaction(this.source, async (em) => {
      await holdExhibitor(em, exhibitor);
      const before = await findKeptProduct(em, caller, fairId, productId);
      if (before.withdrawnAt !== null) throw productWithdrawn();
      const said = await checkedProduct(em, exhibitor, wanted, { now, before });
      await checkBarcodeFree(em, { fairId, id: productId, exhibitorId, barcode: said.barcode });
      const changes = changesBetween(before, said);
      if (Object.keys(changes).length > 0) {
        await em.update(Product, { fairId, id: productId }, said);
        await recordAudit(em, {
          fairId,
          accountId: caller.accountId,
          action: 'product_changed',
          subjectId: productId,
          detail: { exhibitorId, name: said.name, changes },
        });
      }
      const chosen = { exhibitorIds: [exhibitorId], productId, isWithdrawn: false };
      const [described] = await describeProducts(em, fairId, now, chosen);
      if (!described) throw productNotFound();
      return described;
    });
  }
}
