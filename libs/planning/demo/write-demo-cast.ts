import { newId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Allocation } from '../allocation/allocation.entity';
import { multirangeOf } from '../allocation/sixths.rules';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Product } from '../product/product.entity';
import type { DemoCast } from './demo-fair.rules';

/**
 * Writes the cast of a demo fair with its products and allocations. The allocations have no end: a
 * demo fair is given more days whenever its last one has passed.
 */
export async function writeDemoCast(
  em: EntityManager,
  fairId: string,
  boothIds: ReadonlyMap<string, string>,
  cast: DemoCast,
): Promise<void> {
  const delegations = cast.delegations.map(({ key, ...delegation }) => ({
    key,
    row: { ...delegation, fairId, id: newId() },
  }));
  const delegationIds = new Map(delegations.map(({ key, row }) => [key, row.id]));
  const exhibitors = cast.exhibitors.map(({ delegationKey, products, booths, ...exhibitor }) => ({
    products,
    booths,
    row: {
      ...exhibitor,
      fairId,
      id: newId(),
      delegationId: delegationKey === null ? null : (delegationIds.get(delegationKey) ?? null),
    },
  }));
  await em.insert(
    Delegation,
    delegations.map(({ row }) => row),
  );
  await em.insert(
    Exhibitor,
    exhibitors.map(({ row }) => row),
  );
  await em.insert(
    Product,
    exhibitors.flatMap(({ products, row }) =>
      products.map((product) => ({
        ...product,
        fairId,
        id: newId(),
        exhibitorId: row.id,
        isDemo: true,
      })),
    ),
  );
  await em.insert(
    Allocation,
    exhibitors.flatMap(({ booths, row }) =>
      booths.map(({ code, from, sixths }) => ({
        fairId,
        id: newId(),
        boothId: boothIds.get(code),
        exhibitorId: row.id,
        sharerId: row.delegationId ?? row.id,
        sixths: multirangeOf(Array.from({ length: sixths }, (_, at) => from + at)),
        during: '[,)',
      })),
    ),
  );
}
