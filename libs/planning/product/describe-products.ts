import { fairMoment } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import type { ProductDto } from './product.dto';
import { warningsOf } from './product.rules';

interface Chosen {
  /** Null: of every exhibitor. */
  exhibitorIds: readonly string[] | null;
  /** Only this one. */
  productId?: string;
  /** Null: in the catalogue or out of it. */
  isWithdrawn: boolean | null;
}

type Row = Omit<ProductDto, 'photo' | 'warnings' | 'withdrawnAt'> & {
  photoHash: string | null;
  withdrawnAt: Date | null;
};

/** Products as people see them, by name. */
export async function describeProducts(
  em: EntityManager,
  fairId: string,
  now: Date,
  { exhibitorIds, productId, isWithdrawn }: Chosen,
): Promise<ProductDto[]> {
  const days = await fairDays(em, fairId, now);
  const rows: Row[] = await em.query(
    `SELECT p.id, p.exhibitor_id AS "exhibitorId", p.name, p.class_code AS "classCode",
            c.name_vi AS "classNameVi", c.name_en AS "classNameEn", p.star,
            p.star_year AS "starYear", p.certificate_number AS "certificateNumber",
            p.certificate_issued_on AS "certificateIssuedOn",
            p.certificate_expires_on AS "certificateExpiresOn", p.barcode,
            p.price_vnd AS "priceVnd", p.unit, p.vat_rate_percent AS "vatRatePercent",
            p.is_weighed AS "isWeighed", p.is_sold_out AS "isSoldOut", p.trace_url AS "traceUrl",
            encode(substring(f.sha256 FOR 4), 'hex') AS "photoHash",
            p.withdrawn_at AS "withdrawnAt", p.is_demo AS "isDemo"
       FROM product p
       LEFT JOIN product_class c ON c.code = p.class_code
       LEFT JOIN product_photo f ON f.fair_id = p.fair_id AND f.product_id = p.id
      WHERE p.fair_id = $1 AND ($2::uuid[] IS NULL OR p.exhibitor_id = ANY($2))
        AND ($3::uuid IS NULL OR p.id = $3)
        AND ($4::boolean IS NULL OR (p.withdrawn_at IS NOT NULL) = $4)
      ORDER BY p.name, p.id`,
    [fairId, exhibitorIds, productId ?? null, isWithdrawn],
  );
  return rows.map(({ photoHash, withdrawnAt, ...product }) => ({
    ...product,
    photo: photoHash === null ? null : photoPath(fairId, product.id, photoHash),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    warnings: warningsOf(product, days),
  }));
}

/** Where a photo is fetched; `hash` begins its SHA-256, so a new photo has a new address. */
export const photoPath = (fairId: string, productId: string, hash: string) =>
  `/api/fairs/${fairId}/products/${productId}/photo?v=${hash}`;

/** The fair day that it is now, and the fair's first and last; null while it has no days. */
export async function fairDays(em: EntityManager, fairId: string, now: Date) {
  const [fair]: {
    timeZone: string;
    dayCutMinutes: number;
    firstDay: string | null;
    lastDay: string | null;
  }[] = await em.query(
    `SELECT f.time_zone AS "timeZone", f.day_cut_minutes AS "dayCutMinutes",
              (SELECT min(day) FROM fair_day d WHERE d.fair_id = f.id) AS "firstDay",
              (SELECT max(day) FROM fair_day d WHERE d.fair_id = f.id) AS "lastDay"
         FROM fair f WHERE f.id = $1`,
    [fairId],
  );
  const today =
    fair === undefined
      ? now.toISOString().slice(0, 10)
      : fairMoment(now, fair.timeZone, fair.dayCutMinutes).day;
  return { today, firstDay: fair?.firstDay ?? null, lastDay: fair?.lastDay ?? null };
}
