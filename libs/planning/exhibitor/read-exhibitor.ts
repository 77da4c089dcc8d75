import { countryName, findPlace } from '@phien/places';
import type { EntityManager } from 'typeorm';
import { ExhibitorDto } from './exhibitor.dto';
import { exhibitorNotFound } from './exhibitor.refusals';

type Row = Omit<ExhibitorDto, 'placeNameVi' | 'placeNameEn' | 'formerDistrictCode'> & {
  placeNameVi: string | null;
  placeNameEn: string | null;
};

/** Exhibitors of a fair with their booths, by name; some by id, or all with null. */
export async function readExhibitors(
  em: EntityManager,
  fairId: string,
  ids: readonly string[] | null,
): Promise<ExhibitorDto[]> {
  const rows = await em.query<Row[]>(
    `SELECT e.id, e.name, e.kind, e.origin, e.country_code AS "countryCode",
            e.place_set AS "placeSet", e.place_code AS "placeCode",
            p.full_name_vi AS "placeNameVi", p.full_name_en AS "placeNameEn",
            e.former_district AS "formerDistrict", e.tax_code AS "taxCode",
            e.pays_vat AS "paysVat", e.delegation_id AS "delegationId",
            d.name_vi AS "delegationNameVi", d.name_en AS "delegationNameEn",
            e.is_demo AS "isDemo", e.representative, e.contact_phone AS "contactPhone",
            coalesce(b.codes, '{}') AS "boothCodes"
     FROM exhibitor e
     LEFT JOIN place p ON p.set = e.place_set AND p.code = e.place_code
     LEFT JOIN delegation d ON d.fair_id = e.fair_id AND d.id = e.delegation_id
     LEFT JOIN (SELECT a.exhibitor_id, array_agg(DISTINCT booth.code ORDER BY booth.code) AS codes
                FROM allocation a JOIN booth ON booth.fair_id = a.fair_id AND booth.id = a.booth_id
                WHERE a.fair_id = $1 AND a.freed_at IS NULL AND a.state = 'confirmed'
                GROUP BY a.exhibitor_id) b ON b.exhibitor_id = e.id
     WHERE e.fair_id = $1 AND ($2::uuid[] IS NULL OR e.id = ANY($2))
     ORDER BY e.name, e.id`,
    [fairId, ids],
  );
  return rows.map((row) => ({
    ...row,
    placeNameVi: row.placeNameVi ?? countryName(row.countryCode, 'vi'),
    placeNameEn: row.placeNameEn ?? countryName(row.countryCode, 'en'),
    formerDistrictCode: row.formerDistrict,
    formerDistrict:
      row.formerDistrict &&
      (findPlace('qn-districts', row.formerDistrict)?.lives[0].nameVi ?? null),
  }));
}

/** One of them. Refuses `exhibitor_not_found`. */
export async function readExhibitor(
  em: EntityManager,
  fairId: string,
  id: string,
): Promise<ExhibitorDto> {
  const [exhibitor] = await readExhibitors(em, fairId, [id]);
  if (exhibitor === undefined) throw exhibitorNotFound();
  return exhibitor;
}
