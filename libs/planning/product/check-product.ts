import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Exhibitor } from '../exhibitor/exhibitor.entity';
import { firstOf } from '../form/field-faults.rules';
import { fairDays } from './describe-products';
import { ProductClass } from './product-class.entity';
import type { ChangeProductDto } from './product.dto';
import { Product } from './product.entity';
import { barcodeTaken, catalogueFull } from './product.refusals';
import { asKept, faultsOf, type SaidProduct, type StarBefore } from './product.rules';

/** A product as it would be kept; refuses with every fault of it, but for a doubled barcode. */
export async function checkedProduct(
  em: EntityManager,
  exhibitor: Exhibitor,
  wanted: ChangeProductDto,
  { now, before }: { now: Date; before: StarBefore | null },
): Promise<SaidProduct> {
  const product = asKept(wanted, before);
  const { classCode } = product;
  const isClassKnown = classCode !== null && (await em.existsBy(ProductClass, { code: classCode }));
  const { today } = await fairDays(em, exhibitor.fairId, now);
  const { paysVat } = exhibitor;
  const refusal = firstOf(faultsOf(product, { paysVat, isClassKnown, today, before }));
  if (refusal) throw refusal;
  return product;
}

/**
 * Refuses a barcode that another product in the exhibitor's catalogue has: a scan would not know
 * which is meant. Holds only while the exhibitor's row is held.
 */
export async function checkBarcodeFree(
  em: EntityManager,
  product: Pick<Product, 'fairId' | 'id' | 'exhibitorId' | 'barcode'>,
): Promise<void> {
  const { fairId, id, exhibitorId, barcode } = product;
  if (barcode === null) return;
  const other = await em.findOneBy(Product, {
    fairId,
    exhibitorId,
    barcode,
    withdrawnAt: IsNull(),
    id: Not(id),
  });
  const refusal = other && firstOf([barcodeTaken(other.name)]);
  if (refusal) throw refusal;
}

/* Every till of the exhibitor carries the whole catalogue, and a seller has to find things in it. */
export const MOST_PRODUCTS = 500;

/**
 * Refuses one more product in a full catalogue; what was taken out of it does not count. Holds only
 * while the exhibitor's row is held.
 */
export async function checkCatalogueRoom(
  em: EntityManager,
  { fairId, exhibitorId }: Pick<Product, 'fairId' | 'exhibitorId'>,
): Promise<void> {
  const held = await em.countBy(Product, { fairId, exhibitorId, withdrawnAt: IsNull() });
  if (held >= MOST_PRODUCTS) throw catalogueFull(MOST_PRODUCTS);
}
