import type { Clock } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { registerNotFound } from '../register/register.refusals';
import type { CatalogueItemDto, TillCashierDto, TillCatalogueDto } from './catalogue.dto';

interface Place {
  fair: TillCatalogueDto['fair'];
  exhibitorId: string;
  exhibitorName: string;
  taxCode: string | null;
  boothId: string;
  boothCode: string;
  zoneId: string;
  registerName: string;
  bankAccount: TillCatalogueDto['bankAccount'];
}

/** What a register's till sells with, and whose it is; the same at enrolment as at any refresh. */
export async function readCatalogue(
  em: EntityManager,
  clock: Clock,
  fairId: string,
  registerId: string,
): Promise<TillCatalogueDto & { exhibitorId: string }> {
  const [place]: Place[] = await em.query(
    `SELECT json_build_object('nameVi', f.name_vi, 'nameEn', f.name_en, 'code', f.code, 'timeZone', f.time_zone,
         'dayCutMinutes', f.day_cut_minutes, 'isDemo', f.is_demo,
         'boothMoneyVisibleTo', f.booth_money_visible_to) AS fair,
       r.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName", e.tax_code AS "taxCode",
       r.booth_id AS "boothId", b.code AS "boothCode", b.zone_id AS "zoneId", r.name AS "registerName",
       CASE WHEN a.bank_bin IS NOT NULL THEN json_build_object('bankBin', a.bank_bin,
         'accountNumber', a.account_number, 'holderName', a.holder_name) END AS "bankAccount"
     FROM register r
     JOIN exhibitor e ON e.fair_id = r.fair_id AND e.id = r.exhibitor_id
     JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
     JOIN fair f ON f.id = r.fair_id
     LEFT JOIN payment_account a ON a.fair_id = r.fair_id AND a.exhibitor_id = r.exhibitor_id
     WHERE r.fair_id = $1 AND r.id = $2`,
    [fairId, registerId],
  );
  if (!place) throw registerNotFound();
  const products: CatalogueItemDto[] = await em.query(
    `SELECT p.id, p.name, p.class_code AS "classCode", p.star,
       p.certificate_expires_on AS "certificateExpiresOn", p.barcode, p.price_vnd AS "priceVnd", p.unit,
       p.vat_rate_percent AS "vatRatePercent", p.is_weighed AS "isWeighed", p.is_sold_out AS "isSoldOut",
       CASE WHEN h.sha256 IS NOT NULL THEN '/api/fairs/' || p.fair_id || '/products/' || p.id
         || '/photo?v=' || left(encode(h.sha256, 'hex'), 8) END AS photo
     FROM product p LEFT JOIN product_photo h ON h.fair_id = p.fair_id AND h.product_id = p.id
     WHERE p.fair_id = $1 AND p.exhibitor_id = $2 AND p.withdrawn_at IS NULL ORDER BY p.name, p.id`,
    [fairId, place.exhibitorId],
  );
  const cashiers: TillCashierDto[] = await em.query(
    `SELECT id, name, encode(pin_salt, 'base64') AS "pinSalt", encode(pin_hash, 'base64') AS "pinHash",
       pin_rounds AS "pinRounds", may_refund AS "mayRefund"
     FROM cashier WHERE fair_id = $1 AND exhibitor_id = $2 AND removed_at IS NULL ORDER BY name, id`,
    [fairId, place.exhibitorId],
  );
  const { isMoved, speed } = clock;
  return { ...place, products, cashiers, serverTime: clock.now(), clock: { isMoved, speed } };
}
