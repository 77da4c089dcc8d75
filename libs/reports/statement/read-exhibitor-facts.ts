import { fairMoment, printedNumber } from '@phien/kernel';
import type { Exhibitor } from '@phien/planning';
import { publicUrl } from '@phien/store';
import type { EntityManager } from 'typeorm';
import { readDays } from '../closing/read-days';
import { readSetAside } from '../late-list/read-set-aside';
import type {
  CountedDocument,
  CountedLine,
  CountedPayment,
  ExhibitorFacts,
  PaperDay,
  PaperFair,
} from './exhibitor-facts';

/** A fair and its clock, as papers need them. */
export interface FairOfPaper {
  fairId: string;
  fair: PaperFair;
  /** The fair day that it is now. */
  today: string;
}

/** Names and times of a fair, and which day it is there. */
export async function readFairOfPaper(
  em: EntityManager,
  fairId: string,
  now: Date,
): Promise<FairOfPaper> {
  const [row] = await em.query<[PaperFair & { dayCutMinutes: number }]>(
    `SELECT code, name_vi AS "nameVi", name_en AS "nameEn", venue_vi AS "venueVi",
            venue_en AS "venueEn", time_zone AS "timeZone", is_demo AS "isDemo",
            day_cut_minutes AS "dayCutMinutes"
       FROM fair WHERE id = $1`,
    [fairId],
  );
  const { dayCutMinutes, ...named } = row;
  const url = publicUrl();
  const fair = { ...named, ...(url !== undefined && { url }) };
  return { fairId, fair, today: fairMoment(now, fair.timeZone, dayCutMinutes).day };
}

/** The listed days of a fair, or one of them, each with its latest revision. */
export async function readPaperDays(
  em: EntityManager,
  { fairId, today }: FairOfPaper,
  day: string | null,
): Promise<PaperDay[]> {
  const hashes = await em.query<{ day: string; revision: number; hash: string }[]>(
    `SELECT day, revision, encode(hash, 'hex') AS hash FROM closing WHERE fair_id = $1`,
    [fairId],
  );
  return (await readDays(em, fairId))
    .filter((row) => day === null || row.day === day)
    .map((row) => ({
      day: row.day,
      revision: row.revision,
      closedAt: row.closedAt?.toISOString() ?? null,
      isComplete: row.isComplete,
      closingHash:
        hashes.find((known) => known.day === row.day && known.revision === row.revision)?.hash ??
        null,
      isSettled:
        row.revision !== null ||
        (row.day < today && row.waitingDocumentCount + row.waitingDeclaredCount === 0),
    }));
}

/*
 * A closed day counts what its revisions froze, any other day what is booked. Found through the
 * exhibitor's own registers, as its figures are.
 */
const COUNTED = `
  SELECT d.id, d.kind, d.register_id AS "registerId", r.name AS "registerName", d.epoch, d.sequence,
         b.code AS "boothCode", d.fair_day AS day, d.corrected_at AS at, d.received_at AS "receivedAt",
         d.cashier, d.shift_id AS "shiftId", d.total_vnd AS "totalVnd", d.float_vnd AS "floatVnd",
         d.counted_vnd AS "countedVnd", d.cash_moved_vnd AS "cashMovedVnd", c.revision,
         encode(l.hash, 'hex') AS hash, q.name AS "originalName", o.epoch AS "originalEpoch",
         o.sequence AS "originalSequence"
    FROM register r
    JOIN link l ON l.fair_id = r.fair_id AND l.register_id = r.id
    JOIN document d ON d.fair_id = l.fair_id AND d.id = l.document_id
    JOIN booth b ON b.fair_id = d.fair_id AND b.id = d.booth_id
    LEFT JOIN closing_document c ON c.fair_id = d.fair_id AND c.document_id = d.id
    LEFT JOIN document o ON o.fair_id = d.fair_id AND o.id = d.original_id
    LEFT JOIN register q ON q.fair_id = o.fair_id AND q.id = o.register_id
   WHERE r.fair_id = $1 AND r.exhibitor_id = $2 AND ($3::date IS NULL OR d.fair_day = $3)
     AND (c.revision IS NOT NULL OR NOT EXISTS (
       SELECT 1 FROM closing x WHERE x.fair_id = d.fair_id AND x.day = d.fair_day))
   ORDER BY d.register_id, d.epoch, d.sequence`;

type CountedRow = Omit<CountedDocument, 'at' | 'receivedAt' | 'originalNumber'> & {
  at: Date;
  receivedAt: Date;
  originalName: string | null;
  originalEpoch: number;
  originalSequence: number;
};

/** In one snapshot of the caller's: documents go on coming, and every part must sum to the total. */
export async function readExhibitorFacts(
  em: EntityManager,
  wanted: { of: FairOfPaper; exhibitor: Exhibitor; day: string | null; now: Date },
): Promise<ExhibitorFacts> {
  const { of, exhibitor, day, now } = wanted;
  const { fairId } = of;
  const rows = await em.query<CountedRow[]>(COUNTED, [fairId, exhibitor.id, day]);
  const ids = [fairId, rows.map(({ id }) => id)];
  return {
    asOf: now.toISOString(),
    fair: of.fair,
    exhibitor: {
      id: exhibitor.id,
      name: exhibitor.name,
      taxCode: exhibitor.taxCode,
      paysVat: exhibitor.paysVat,
    },
    day,
    days: await readPaperDays(em, of, day),
    documents: rows.map(({ originalName, originalEpoch, originalSequence, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      receivedAt: row.receivedAt.toISOString(),
      originalNumber:
        originalName === null ? null : printedNumber(originalName, originalEpoch, originalSequence),
    })),
    lines: await em.query<CountedLine[]>(
      `SELECT document_id AS "documentId", line_no AS "lineNo", product_id AS "productId", name, unit,
              quantity_milli AS "quantityMilli", unit_vnd AS "unitVnd", discount_vnd AS "discountVnd",
              amount_vnd AS "amountVnd", vat_rate_percent AS "vatRatePercent", vat_vnd AS "vatVnd"
         FROM document_line WHERE fair_id = $1 AND document_id = ANY($2::uuid[])
        ORDER BY document_id, line_no`,
      ids,
    ),
    payments: await em.query<CountedPayment[]>(
      `SELECT document_id AS "documentId", method, amount_vnd AS "amountVnd"
         FROM document_payment WHERE fair_id = $1 AND document_id = ANY($2::uuid[])
        ORDER BY document_id, payment_no`,
      ids,
    ),
    declared: await em.query<ExhibitorFacts['declared']>(
      `SELECT DISTINCT ON (s.fair_day, s.booth_id) s.fair_day AS day, b.code AS "boothCode",
              s.amount_vnd AS vnd
         FROM declared_sale s
         JOIN booth b ON b.fair_id = s.fair_id AND b.id = s.booth_id
         LEFT JOIN closing_declared c ON c.fair_id = s.fair_id AND c.declared_id = s.id
        WHERE s.fair_id = $1 AND s.exhibitor_id = $2 AND ($3::date IS NULL OR s.fair_day = $3)
          AND (c.revision IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM closing x WHERE x.fair_id = s.fair_id AND x.day = s.fair_day))
        ORDER BY s.fair_day, s.booth_id, s.revision DESC`,
      [fairId, exhibitor.id, day],
    ),
    setAside: await readSetAside(em, { fairId, exhibitorId: exhibitor.id, day }),
  };
}
