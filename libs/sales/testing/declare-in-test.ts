import { Clock, newId } from '@phien/kernel';
import type { DataSource } from 'typeorm';
import { DeclareLink } from '../declared/declare-link.entity';
import { DeclareSales } from '../declared/declare-sales';
import type { DeclarationDto, DeclaredSaleDto } from '../declared/declared.dto';
import { DeclaredSale } from '../declared/declared-sale.entity';
import type { DeclaredPlace } from '../declared/read-declared';

export type SaidInTest = Partial<Omit<DeclarationDto, 'amountVnd'>>;

/**
 * Declaring on a test database, with the server's clock standing at `now`: the exhibitor by a link of
 * its own. Without `revises` it corrects what it declared before.
 */
export function declaringDoor(dataSource: DataSource, now: Date) {
  class StandingClock extends Clock {
    override now(): Date {
      return now;
    }
  }
  const declareSales = new DeclareSales(dataSource, new StandingClock(), {
    ring: () => undefined,
  } as never);
  return {
    declare: async (
      place: DeclaredPlace,
      amountVnd: number,
      said: SaidInTest = {},
    ): Promise<DeclaredSaleDto> => {
      const day = said.day ?? '2025-10-28';
      const linkId = await linkOf(dataSource, place);
      const before = await dataSource.manager.findOne(DeclaredSale, {
        where: { ...place, fairDay: day },
        order: { revision: 'DESC' },
      });
      return declareSales.run(
        place,
        { source: 'booth_link', by: { linkId }, maySee: () => true },
        {
          id: newId(),
          day,
          amountVnd,
          revises: before?.id ?? null,
          isConfirmed: true,
          ...said,
        },
      );
    },
  };
}

async function linkOf(dataSource: DataSource, place: DeclaredPlace): Promise<string> {
  const em = dataSource.manager;
  const known = await em.findOneBy(DeclareLink, place);
  if (known) return known.id;
  const id = newId();
  const accountId = newId();
  await em.query(
    `INSERT INTO account (id, login, name, password_hash, created_at) VALUES ($1, $2, 'Lan', '', now())`,
    [accountId, `lan-${accountId}`],
  );
  await em.insert(DeclareLink, {
    ...place,
    id,
    tokenHash: Buffer.from(id.replaceAll('-', '').repeat(2), 'hex'),
    issuedBy: accountId,
    issuedAt: new Date(),
    withdrawnAt: null,
  });
  return id;
}
