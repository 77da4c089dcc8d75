import type { EntityManager } from 'typeorm';
import { placeNamesOf } from './delegation-place.rules';
import type { DelegationDto } from './delegation.dto';
import { delegationUnknown } from '../exhibitor/exhibitor.refusals';

/** Delegations of a fair by name; one by its id, or all with null. Places are named as on `day`. */
export async function readDelegations(
  em: EntityManager,
  fairId: string,
  day: string,
  id: string | null,
): Promise<DelegationDto[]> {
  const rows = await em.query<Omit<DelegationDto, 'placeNameVi' | 'placeNameEn'>[]>(
    `SELECT d.id, d.name_vi AS "nameVi", d.name_en AS "nameEn", d.quota,
            d.country_code AS "countryCode", d.place_set AS "placeSet", d.place_code AS "placeCode",
            d.contact_person AS "contactPerson", d.contact_phone AS "contactPhone",
            d.contact_mail AS "contactMail",
            d.lead_gives_booths AS "leadGivesBooths",
            (SELECT count(*)::int FROM exhibitor e
              WHERE e.fair_id = d.fair_id AND e.delegation_id = d.id) AS "exhibitorCount",
            ARRAY(SELECT k.booth_id FROM delegation_booth k
                    JOIN booth b ON b.fair_id = k.fair_id AND b.id = k.booth_id
                   WHERE k.fair_id = d.fair_id AND k.delegation_id = d.id
                   ORDER BY b.code) AS "boothIds"
       FROM delegation d
      WHERE d.fair_id = $1 AND ($2::uuid IS NULL OR d.id = $2)
      ORDER BY d.name_vi, d.id`,
    [fairId, id],
  );
  return rows.map((row) => ({ ...row, ...placeNamesOf(row, day) }));
}

/** One of them. Refuses `delegation_unknown`. */
export async function readDelegation(
  em: EntityManager,
  fairId: string,
  day: string,
  id: string,
): Promise<DelegationDto> {
  const [delegation] = await readDelegations(em, fairId, day, id);
  if (delegation === undefined) throw delegationUnknown();
  return delegation;
}
