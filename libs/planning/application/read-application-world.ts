import type { EntityManager } from 'typeorm';
import type { ApplicationWorld } from './application-content.rules';

/** What of a fair an application may name: booths for selling, in the order of their codes, and classes. */
export async function readApplicationWorld(
  em: EntityManager,
  fairId: string,
): Promise<ApplicationWorld> {
  const booths = await em.query<{ code: string }[]>(
    `SELECT b.code FROM booth b JOIN zone z ON z.fair_id = b.fair_id AND z.id = b.zone_id
      WHERE b.fair_id = $1 AND z.kind = 'selling' ORDER BY b.code`,
    [fairId],
  );
  const classes = await em.query<{ code: string }[]>(
    `SELECT c.code FROM product_class c
      WHERE NOT EXISTS (SELECT 1 FROM product_class below WHERE below.parent_code = c.code)`,
  );
  return {
    boothCodes: new Set(booths.map(({ code }) => code)),
    classCodes: new Set(classes.map(({ code }) => code)),
  };
}
