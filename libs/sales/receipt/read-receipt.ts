import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { readDocument, type TillDocument } from '@phien/till';
import { DataSource } from 'typeorm';
import { momentOf, type Standing } from '../document/booking.rules';
import { MissedReceipts } from './missed-receipts';
import type { ReceiptAnswerDto, ReceiptDto, ReceiptFairDto } from './receipt.dto';
import { receiptNotFound, tooManyReceiptsAsked } from './receipt.refusals';

interface Linked {
  canonical: Buffer;
  receivedAt: Date;
  registerName: string;
  exhibitorId: string;
  /** Null when it is not booked. */
  fairDay: string | null;
  isRefused: boolean;
  code: string | null;
}

interface Place extends Omit<Standing, 'timeZone' | 'dayCutMinutes'> {
  fair: ReceiptFairDto & { dayCutMinutes: number };
  exhibitorName: string;
  taxCode: string | null;
}

const LINKED = `
  SELECT l.canonical, l.received_at AS "receivedAt", r.name AS "registerName", r.exhibitor_id AS "exhibitorId",
    d.fair_day AS "fairDay", v.verdict IS NOT NULL AS "isRefused", CASE WHEN d.id IS NULL THEN s.code END AS code
  FROM link l
  JOIN register r ON r.fair_id = l.fair_id AND r.id = l.register_id
  LEFT JOIN document d ON d.fair_id = l.fair_id AND d.id = l.document_id
  LEFT JOIN set_aside s ON s.fair_id = l.fair_id AND s.document_id = l.document_id
  LEFT JOIN set_aside_decision v ON v.fair_id = s.fair_id AND v.document_id = s.document_id
    AND v.verdict = 'refused'`;

const PLACE = `
  SELECT json_build_object('nameVi', f.name_vi, 'nameEn', f.name_en, 'code', f.code, 'timeZone', f.time_zone,
      'isDemo', f.is_demo, 'dayCutMinutes', f.day_cut_minutes) AS fair,
    x.id AS "exhibitorId", x.name AS "exhibitorName", x.tax_code AS "taxCode", r.booth_id AS "boothId",
    b.code AS "boothCode", p.enrolled_at AS "enrolledAt"
  FROM link l
  JOIN register_epoch e ON e.fair_id = l.fair_id AND e.register_id = l.register_id AND e.epoch = l.epoch
  JOIN register_epoch p ON p.fair_id = e.fair_id AND p.register_id = e.register_id AND p.epoch = e.phone_epoch
  JOIN register r ON r.fair_id = l.fair_id AND r.id = l.register_id
  JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
  JOIN exhibitor x ON x.fair_id = r.fair_id AND x.id = r.exhibitor_id
  JOIN fair f ON f.id = l.fair_id
  WHERE l.fair_id = $1 AND l.document_id = $2`;

/**
 * The slip of a sale for whoever holds its id, which is the secret: read from the bytes that the
 * till signed. Refuses `receipt_not_found` (also: not arrived yet) and `too_many_receipts_asked`.
 */
@Injectable()
export class ReadReceipt {
  private readonly missed = new MissedReceipts();

  constructor(private readonly dataSource: DataSource) {}

  async run(fairId: string, documentId: string, from: string): Promise<ReceiptDto> {
    const receipt =
      isId(fairId) && isId(documentId) ? await this.receipt(fairId, documentId) : null;
    if (receipt === null) {
      if (this.missed.areTooMany(from)) throw tooManyReceiptsAsked();
      this.missed.add(from, `${fairId}:${documentId}`);
      throw receiptNotFound();
    }
    return receipt;
  }

  private async receipt(fairId: string, documentId: string): Promise<ReceiptDto | null> {
    const [linked]: Linked[] = await this.dataSource.query(
      `${LINKED} WHERE l.fair_id = $1 AND l.document_id = $2`,
      [fairId, documentId],
    );
    const document = linked && readLinked(linked);
    const [place]: Place[] = document
      ? await this.dataSource.query(PLACE, [fairId, documentId])
      : [];
    if (!linked || !document || !place) return null;
    const { kind } = document;
    if (kind !== 'sale' && kind !== 'refund' && kind !== 'void') return null;

    const { dayCutMinutes, ...fair } = place.fair;
    const standing = { ...place, timeZone: fair.timeZone, dayCutMinutes };
    const answers = kind === 'sale' ? await this.answers(fairId, documentId, place) : [];
    const takenBackVnd = answers
      .filter(({ booking }) => booking === 'booked')
      .reduce((sum, { totalVnd }) => sum + totalVnd, 0);
    const taxes = document.lines.flatMap(({ vatVnd }) => (vatVnd === null ? [] : [vatVnd]));
    return {
      fair,
      documentId,
      kind,
      number: numberOf(linked, document),
      firstNumber: document.reissueOf ? numberOf(linked, document.reissueOf) : null,
      exhibitorName: place.exhibitorName,
      taxCode: place.taxCode,
      boothCode: document.boothCode,
      at: new Date(document.at),
      fairDay: linked.fairDay ?? momentOf(document, standing, linked.receivedAt).fairDay,
      cashier: document.cashier,
      originalId: document.originalId,
      reason: document.reason,
      lines: document.lines.map(({ productId: _, classCode: __, ...line }) => line),
      payments: document.payments,
      totalVnd: document.totalVnd,
      vatVnd: taxes.length === 0 ? null : taxes.reduce((sum, vat) => sum + vat, 0),
      booking: bookingOf(linked),
      code: linked.code,
      answers,
      standingVnd: document.totalVnd + takenBackVnd,
    };
  }

  /* By the same exhibitor only: anyone's till may name any sale in a document that is set aside. */
  private async answers(
    fairId: string,
    saleId: string,
    { exhibitorId }: Place,
  ): Promise<ReceiptAnswerDto[]> {
    const rows: Linked[] = await this.dataSource.query(
      `${LINKED} WHERE l.fair_id = $1 AND r.exhibitor_id = $3 AND l.document_id IN (
         SELECT id FROM document WHERE fair_id = $1 AND original_id = $2
         UNION SELECT document_id FROM set_aside WHERE fair_id = $1 AND original_id = $2)
       ORDER BY l.received_at, l.register_id, l.epoch, l.sequence`,
      [fairId, saleId, exhibitorId],
    );
    return rows.flatMap((linked) => {
      const document = readLinked(linked);
      if (document?.kind !== 'refund' && document?.kind !== 'void') return [];
      const { id, kind, at, reason, totalVnd } = document;
      return [
        {
          documentId: id,
          kind,
          number: numberOf(linked, document),
          at: new Date(at),
          reason,
          totalVnd,
          booking: bookingOf(linked),
        },
      ];
    });
  }
}

function readLinked({ canonical }: Linked): TillDocument | null {
  const reading = readDocument(canonical.toString('utf8'));
  return reading.ok ? reading.document : null;
}

const numberOf = (
  { registerName }: Linked,
  { epoch, sequence }: Pick<TillDocument, 'epoch' | 'sequence'>,
) => ({
  registerName,
  epoch,
  sequence,
});

const bookingOf = ({ fairDay, isRefused }: Linked) =>
  fairDay !== null ? 'booked' : isRefused ? 'refused' : 'set_aside';
