import { countryName } from '@phien/places';
import type { EntityManager } from 'typeorm';
import type { Seller } from './splits.rules';

/** Who sells at a fair, each with the place it comes from. Within the caller's snapshot. */
export async function readSellers(em: EntityManager, fairId: string): Promise<Seller[]> {
  const rows = await em.query<
    (Omit<Seller, 'nameVi' | 'nameEn'> & {
      countryCode: string;
      nameVi: string | null;
      nameEn: string | null;
    })[]
  >(
    `SELECT e.id, e.origin, coalesce(e.place_set || ':' || e.place_code, e.country_code) AS "placeKey",
            e.country_code AS "countryCode", p.full_name_vi AS "nameVi", p.full_name_en AS "nameEn"
       FROM exhibitor e LEFT JOIN place p ON p.set = e.place_set AND p.code = e.place_code
      WHERE e.fair_id = $1`,
    [fairId],
  );
  return rows.map(({ countryCode, nameVi, nameEn, ...seller }) => ({
    ...seller,
    nameVi: nameVi ?? countryName(countryCode, 'vi'),
    nameEn: nameEn ?? countryName(countryCode, 'en'),
  }));
}
