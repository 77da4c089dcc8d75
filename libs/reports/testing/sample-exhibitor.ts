import { vatIncludedVnd } from '@phien/kernel';
import { createHash } from 'node:crypto';
import type {
  CountedDocument,
  CountedLine,
  CountedPayment,
  ExhibitorFacts,
  Seller,
} from '../statement/exhibitor-facts';

export const sampleExhibitor: Seller = {
  id: '01890000-0003-7000-8000-000000000001',
  name: 'Hợp tác xã sản xuất và thương mại nông sản hữu cơ Bình Liêu (đơn vị thử nghiệm)',
  taxCode: '5700000000',
  paysVat: true,
};

const DAY = '2025-10-30';
const at = (minute: number) => new Date(Date.UTC(2025, 9, 30, 2, minute)).toISOString();

function document(sequence: number, kind: string, more: Partial<CountedDocument>): CountedDocument {
  return {
    id: `d${sequence}`,
    kind,
    registerId: 'r1',
    registerName: 'A01',
    epoch: 1,
    sequence,
    boothCode: 'A01',
    day: DAY,
    at: at(sequence),
    receivedAt: at(sequence),
    cashier: 'Người bán thử',
    shiftId: 's1',
    totalVnd: 0,
    floatVnd: null,
    countedVnd: null,
    cashMovedVnd: null,
    originalNumber: null,
    revision: 1,
    hash: createHash('sha256').update(String(sequence)).digest('hex'),
    ...more,
  };
}

function line(
  documentId: string,
  amountVnd: number,
  quantityMilli: number,
  more: Partial<CountedLine> = {},
): CountedLine {
  return {
    documentId,
    lineNo: 1,
    productId: 'p1',
    name: 'Chả mực',
    unit: 'hộp',
    quantityMilli,
    unitVnd: 60_000,
    discountVnd: 0,
    amountVnd,
    vatRatePercent: 8,
    vatVnd: vatIncludedVnd(amountVnd, 8),
    ...more,
  };
}

const paid = (documentId: string, method: CountedPayment['method'], amountVnd: number) => ({
  documentId,
  method,
  amountVnd,
});

/**
 * A made-up day of one exhibitor, closed with a second revision, and a day after it that is not: three
 * sales, of which one is refunded in part and one voided, a weighed product without VAT, cash moved,
 * and one document set aside.
 */
export function sampleFacts(change: { name?: string } = {}): ExhibitorFacts {
  return {
    asOf: '2025-10-31T03:00:00.000Z',
    fair: {
      code: 'mau-thu',
      nameVi: 'Hội chợ OCOP Quảng Ninh – Thu Đông 2025 (bản chạy thử)',
      nameEn: 'Quảng Ninh OCOP Fair – Autumn-Winter 2025 (trial)',
      venueVi: 'Cung Quy hoạch, Hội chợ và Triển lãm, đường Trần Quốc Nghiễn',
      venueEn: 'Planning, Fair and Exhibition Palace',
      timeZone: 'Asia/Ho_Chi_Minh',
      isDemo: true,
    },
    exhibitor: { ...sampleExhibitor, ...(change.name && { name: change.name }) },
    day: null,
    days: [
      {
        day: DAY,
        revision: 2,
        closedAt: '2025-10-30T16:30:00.000Z',
        isComplete: true,
        closingHash: 'ab'.repeat(32),
        isSettled: true,
      },
      {
        day: '2025-10-31',
        revision: null,
        closedAt: null,
        isComplete: null,
        closingHash: null,
        isSettled: false,
      },
    ],
    documents: [
      document(1, 'shift_open', { floatVnd: 500_000 }),
      document(2, 'sale', { totalVnd: 220_000 }),
      document(3, 'sale', { totalVnd: 100_000 }),
      document(4, 'refund', { totalVnd: -60_000, originalNumber: 'A01-1-2' }),
      document(5, 'sale', { totalVnd: 200_000, revision: 2, receivedAt: at(900) }),
      document(6, 'void', { totalVnd: -100_000, originalNumber: 'A01-1-3' }),
      document(7, 'cash_move', { cashMovedVnd: -200_000 }),
      document(8, 'shift_close', { countedVnd: 455_000 }),
      document(9, 'shift_open', {
        day: '2025-10-31',
        shiftId: 's2',
        floatVnd: 300_000,
        revision: null,
        at: '2025-10-31T01:00:00.000Z',
      }),
    ],
    lines: [
      line('d2', 180_000, 3_000, { ...(change.name && { name: change.name }) }),
      line('d2', 40_000, 350, {
        lineNo: 2,
        productId: null,
        name: 'Ba kích (cân)',
        unit: 'kg',
        vatRatePercent: null,
        vatVnd: null,
      }),
      line('d3', 100_000, 1_000, { productId: 'p2', name: 'Trà hoa vàng' }),
      line('d4', -60_000, -1_000),
      line('d5', 200_000, 1_000, { name: 'Chả mực giã tay' }),
      line('d6', -100_000, -1_000, { productId: 'p2', name: 'Trà hoa vàng' }),
    ],
    payments: [
      paid('d2', 'cash', 120_000),
      paid('d2', 'cash', 100_000),
      paid('d3', 'vietqr', 100_000),
      paid('d4', 'cash', -60_000),
      paid('d5', 'vietqr', 200_000),
      paid('d6', 'vietqr', -100_000),
    ],
    declared: [{ day: DAY, boothCode: 'A01', vnd: 250_000 }],
    setAside: [
      {
        documentId: 'd10',
        registerId: 'r1',
        registerName: 'A01',
        epoch: 1,
        sequence: 10,
        exhibitorId: sampleExhibitor.id,
        exhibitorName: sampleExhibitor.name,
        boothCode: 'A01',
        day: DAY,
        code: 'refund_over_original',
        whyVi: 'trả lại nhiều hơn số tiền của đơn gốc',
        whyEn: 'it gives back more than the sale was',
        setAsideAt: at(30),
        receivedAt: at(30),
        kind: 'refund',
        totalVnd: -500_000,
        at: at(29),
        cashier: 'Người bán thử',
        isBooked: false,
        verdict: null,
        reason: null,
        decidedByName: null,
        decidedAt: null,
      },
    ],
  };
}
