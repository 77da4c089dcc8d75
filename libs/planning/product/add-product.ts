import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { findKeptExhibitor, holdExhibitor } from '../exhibitor/find-kept-exhibitor';
import { checkBarcodeFree, checkCatalogueRoom, checkedProduct } from './check-product';
import { describeProducts } from './describe-products';
import { AddProductDto, ProductDto } from './product.dto';
import { Product } from './product.entity';
import { productIdTaken, productNotFound } from './product.refusals';
import type { SaidProduct } from './product.rules';

/**
 * Adds a product to an exhibitor's catalogue; the same product under the same id twice is once.
 * Refuses `exhibitor_not_found`, what is wrong with the product (see `product.refusals.ts`; all of
 * it in `errors`), `product_id_taken`, `barcode_taken`, `catalogue_full`.
 */
@Injectable()
export class AddProduct {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string, wanted: AddProductDto): Promise<ProductDto> {
    const { id, exhibitorId } = wanted;
    const now = this.clock.now();
    const { manager } = this.source;
    const exhibitor = await findKeptExhibitor(manager, caller, fairId, exhibitorId);
    const said = await checkedProduct(manager, exhibitor, wanted, { now, before: null });
    try {
      return await inTransaction(this.source, async (em) => {
        await holdExhibitor(em, exhibitor);
        const known = await em.findOneBy(Product, { fairId, id });
        if (known) {
          if (!isSame(known, exhibitorId, said)) throw productIdTaken();
        } else {
          const product = { ...said, fairId, id, exhibitorId, isDemo: false, withdrawnAt: null };
          await checkBarcodeFree(em, product);
          await checkCatalogueRoom(em, product);
          await em.insert(Product, product);
          await recordAudit(em, {
            fairId,
            accountId: caller.accountId,
            action: 'product_added',
            subjectId: id,
            detail: { exhibitorId, name: said.name, priceVnd: said.priceVnd, star: said.star },
          });
        }
        const chosen = { exhibitorIds: [exhibitorId], productId: id, isWithdrawn: null };
        const [described] = await describeProducts(em, fairId, now, chosen);
        if (!described) throw productNotFound();
        return described;
      });
    } catch (error) {
      if (brokenConstraint(error) === 'product_pkey') throw productIdTaken();
      throw error;
    }
  }
}

const isSame = (known: Product, exhibitorId: string, said: SaidProduct) =>
  known.exhibitorId === exhibitorId &&
  known.withdrawnAt === null &&
  (Object.keys(said) as (keyof SaidProduct)[]).every((field) => known[field] === said[field]);
