import { Caller } from '@phien/identity';
import { isId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { exhibitorsKeptBy } from '../exhibitor/own-exhibitors.rules';
import { Product } from './product.entity';
import { productNotFound } from './product.refusals';

/** A product that the caller keeps; anyone else's is as if it did not exist. */
export async function findKeptProduct(
  em: EntityManager,
  caller: Caller,
  fairId: string,
  productId: string,
): Promise<Product> {
  const kept = exhibitorsKeptBy(caller, fairId);
  const product = isId(productId) ? await em.findOneBy(Product, { fairId, id: productId }) : null;
  if (!product || !(kept === null || kept.includes(product.exhibitorId))) throw productNotFound();
  return product;
}
