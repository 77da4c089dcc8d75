import { Clock, fairMoment } from '@phien/kernel';
import { countryName, findPlace } from '@phien/places';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { photoPath } from '../product/describe-products';
import { IS_PUBLIC_ALLOCATION } from './public-allocations';
import type {
  PublicBoothDto,
  PublicExhibitorDto,
  PublicFairDayDto,
  PublicFeatureDto,
  PublicPlanDto,
  PublicProductClassDto,
  PublicProductDto,
  PublicZoneDto,
} from './public-plan.dto';

type FairRow = Omit<
  PublicPlanDto,
  'today' | 'days' | 'zones' | 'features' | 'booths' | 'exhibitors' | 'classes'
> & { dayCutMinutes: number };
type BoothRow = Omit<PublicBoothDto, 'exhibitors'> & { exhibitorIds: string[] };
type ExhibitorRow = Omit<PublicExhibitorDto, 'products' | 'placeVi' | 'placeEn'> & {
  id: string;
  placeVi: string | null;
  placeEn: string | null;
  countryCode: string;
};
type ProductRow = Omit<PublicProductDto, 'photo'> & {
  id: string;
  exhibitorId: string;
  photoHash: string | null;
};

const FAIR = `
  SELECT f.code, f.name_vi AS "nameVi", f.name_en AS "nameEn", f.venue_vi AS "venueVi",
         f.venue_en AS "venueEn", f.is_demo AS "isDemo", f.time_zone AS "timeZone",
         f.day_cut_minutes AS "dayCutMinutes", f.hall_width_cm AS "hallWidthCm",
         f.hall_depth_cm AS "hallDepthCm",
         coalesce((SELECT max(version) FROM published_plan p WHERE p.fair_id = f.id), 1) AS version
    FROM fair f WHERE f.id = $1`;

const DAYS = `
  SELECT day::text, to_char(opens_at, 'HH24:MI') AS "opensAt",
         to_char(closes_at, 'HH24:MI') AS "closesAt", (is_open OR is_opening) AS "isOpen",
         note_vi AS "noteVi", note_en AS "noteEn"
    FROM fair_day WHERE fair_id = $1 ORDER BY day`;

const PLACED = `x_cm AS "xCm", y_cm AS "yCm", width_cm AS "widthCm", depth_cm AS "depthCm"`;

const ZONES = `
  SELECT code, name_vi AS "nameVi", name_en AS "nameEn", kind, ${PLACED}
    FROM zone WHERE fair_id = $1 ORDER BY code`;

const FEATURES = `
  SELECT kind, name_vi AS "nameVi", name_en AS "nameEn", ${PLACED}
    FROM plan_feature WHERE fair_id = $1 ORDER BY id`;

const BOOTHS = `
  SELECT b.code, z.code AS "zoneCode", b.x_cm AS "xCm", b.y_cm AS "yCm", b.width_cm AS "widthCm",
         b.depth_cm AS "depthCm", coalesce(s.ids, '{}') AS "exhibitorIds"
    FROM booth b
    JOIN zone z ON z.fair_id = b.fair_id AND z.id = b.zone_id
    LEFT JOIN (SELECT a.booth_id, array_agg(DISTINCT a.exhibitor_id) AS ids
                 FROM allocation a WHERE a.fair_id = $1 AND ${IS_PUBLIC_ALLOCATION}
                GROUP BY a.booth_id) s ON s.booth_id = b.id
   WHERE b.fair_id = $1 ORDER BY b.code`;

/* Whoever stands nowhere, or not for certain, is not there. */
const STANDS = `EXISTS (SELECT 1 FROM allocation a
  WHERE a.fair_id = $1 AND a.exhibitor_id = e.id AND ${IS_PUBLIC_ALLOCATION})`;

const EXHIBITORS = `
  SELECT e.id, e.name, e.kind, e.country_code AS "countryCode", p.full_name_vi AS "placeVi",
         p.full_name_en AS "placeEn", e.former_district AS "formerDistrict"
    FROM exhibitor e LEFT JOIN place p ON p.set = e.place_set AND p.code = e.place_code
   WHERE e.fair_id = $1 AND ${STANDS} ORDER BY e.name, e.id`;

const PRODUCTS = `
  SELECT p.id, p.exhibitor_id AS "exhibitorId", p.name, p.class_code AS "classCode", p.star,
         p.star_year AS "starYear", p.certificate_number AS "certificateNumber",
         p.certificate_expires_on::text AS "certificateExpiresOn", p.trace_url AS "traceUrl",
         encode(substring(f.sha256 FOR 4), 'hex') AS "photoHash"
    FROM product p
    JOIN exhibitor e ON e.fair_id = p.fair_id AND e.id = p.exhibitor_id
    LEFT JOIN product_photo f ON f.fair_id = p.fair_id AND f.product_id = p.id
   WHERE p.fair_id = $1 AND p.withdrawn_at IS NULL AND ${STANDS}
   ORDER BY p.star DESC NULLS LAST, p.name, p.id`;

const CLASSES = `
  SELECT c.code, c.name_vi AS "nameVi", c.name_en AS "nameEn"
    FROM product_class c WHERE c.code = ANY($1) ORDER BY c.position`;

/**
 * What a fair's published plan tells anyone, from one snapshot. Booths and exhibitors go by codes and
 * places in lists: ids are for those who work here.
 */
@Injectable()
export class ReadPublicPlan {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(fairId: string): Promise<PublicPlanDto> {
    const now = this.clock.now();
    return this.source.transaction('REPEATABLE READ', (em) => readPlan(em, fairId, now));
  }
}

async function readPlan(em: EntityManager, fairId: string, now: Date): Promise<PublicPlanDto> {
  const rowsOf = <Row>(query: string): Promise<Row[]> => em.query(query, [fairId]);
  const [fair] = await rowsOf<FairRow>(FAIR);
  if (!fair) throw new Error(`fair ${fairId} is gone`);
  const { dayCutMinutes, ...named } = fair;
  const booths = await rowsOf<BoothRow>(BOOTHS);
  const exhibitors = await rowsOf<ExhibitorRow>(EXHIBITORS);
  const products = await rowsOf<ProductRow>(PRODUCTS);
  const placeOf = new Map(exhibitors.map(({ id }, place) => [id, place]));
  const brought = exhibitors.map((): PublicProductDto[] => []);
  for (const product of products) {
    brought[placeOf.get(product.exhibitorId) ?? -1]?.push(productOf(fairId, product));
  }
  const classCodes = new Set(products.flatMap(({ classCode }) => classCode ?? []));
  return {
    ...named,
    today: fairMoment(now, named.timeZone, dayCutMinutes).day,
    days: await rowsOf<PublicFairDayDto>(DAYS),
    zones: await rowsOf<PublicZoneDto>(ZONES),
    features: await rowsOf<PublicFeatureDto>(FEATURES),
    booths: booths.map(({ exhibitorIds, ...booth }) => ({
      ...booth,
      exhibitors: exhibitorIds.flatMap((id) => placeOf.get(id) ?? []).sort((a, b) => a - b),
    })),
    exhibitors: exhibitors.map((row, place) => ({
      ...exhibitorOf(row),
      products: brought[place] ?? [],
    })),
    classes: await em.query<PublicProductClassDto[]>(CLASSES, [[...classCodes]]),
  };
}

const exhibitorOf = ({ id: _, countryCode, formerDistrict, ...row }: ExhibitorRow) => ({
  ...row,
  placeVi: row.placeVi ?? countryName(countryCode, 'vi'),
  placeEn: row.placeEn ?? countryName(countryCode, 'en'),
  formerDistrict:
    formerDistrict && (findPlace('qn-districts', formerDistrict)?.lives[0].nameVi ?? null),
});

const productOf = (
  fairId: string,
  { id, exhibitorId: _, photoHash, ...product }: ProductRow,
): PublicProductDto => ({
  ...product,
  photo: photoHash === null ? null : photoPath(fairId, id, photoHash),
});
