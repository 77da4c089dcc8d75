import type { PlaceSet } from '@phien/places';
import type { EntityManager } from 'typeorm';
import { IsNull } from 'typeorm';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { FairDay } from '../fair/fair-day.entity';
import { fairDays } from '../product/describe-products';
import { ProductClass } from '../product/product-class.entity';
import { Product } from '../product/product.entity';
import type { RosterWorld } from './judge-roster.rules';

/** What of a fair a list is judged against. */
export async function readWorld(
  em: EntityManager,
  fairId: string,
  now: Date,
): Promise<RosterWorld> {
  const { today } = await fairDays(em, fairId, now);
  const [first] = await em.find(FairDay, { where: { fairId }, order: { day: 'ASC' }, take: 1 });
  const exhibitors = await em.find(Exhibitor, {
    where: { fairId },
    order: { name: 'ASC', id: 'ASC' },
  });
  const products = await em.find(Product, {
    where: { fairId, withdrawnAt: IsNull() },
    order: { name: 'ASC', id: 'ASC' },
  });
  return {
    day: first?.day ?? today,
    today,
    exhibitors: exhibitors.map(({ fairId: _fair, isDemo: _demo, placeSet, ...known }) => ({
      ...known,
      placeSet: placeSet as PlaceSet | null,
    })),
    products: products.map(({ fairId: _fair, isDemo: _demo, withdrawnAt: _at, ...known }) => known),
    delegations: await em.find(Delegation, { where: { fairId }, order: { nameVi: 'ASC' } }),
    classes: await em.find(ProductClass, { order: { position: 'ASC' } }),
  };
}
