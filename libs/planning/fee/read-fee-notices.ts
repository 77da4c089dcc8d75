import { buildVietQr } from '@phien/till';
import type { EntityManager } from 'typeorm';
import { BANKS } from '../bank/banks';
import type { PaymentAccountDto } from '../exhibitor/payment-account.dto';
import type { Fair } from '../fair/fair.entity';
import type { FeeLineDto, FeeNoticeDto, FeePaymentDto, FeeStandingDto } from './fee.dto';
import { FeeAccount } from './fee-account.entity';
import { readFeeStandings } from './read-fee-standings';

type LineRow = Omit<FeeLineDto, 'chargedAt'> & { payerId: string; chargedAt: Date };
type PaymentRow = FeePaymentDto & { payerId: string };

/** The fee notices of the payers that are named, as of a day. */
export async function readFeeNotices(
  em: EntityManager,
  { fair, today }: { fair: Fair; today: string },
  payerIds: readonly string[],
): Promise<FeeNoticeDto[]> {
  if (payerIds.length === 0) return [];
  const fairId = fair.id;
  const standings = await readFeeStandings(em, { fairId, today }, payerIds);
  const lines = await em.query<LineRow[]>(
    `SELECT c.payer_id AS "payerId", c.allocation_id AS "allocationId", c.turn,
            c.booth_code AS "boothCode", c.zone_code AS "zoneCode", e.name AS "exhibitorName", c.sixths,
            c.per, c.unit_price_vnd AS "unitPriceVnd", c.quantity_milli AS "quantityMilli",
            c.price_vnd AS "priceVnd", c.waived_vnd AS "waivedVnd", c.amount_vnd AS "amountVnd",
            c.vat_rate_percent AS "vatRatePercent", c.vat_vnd AS "vatVnd", c.due_on AS "dueOn",
            k.reckoned_at AS "chargedAt", r.ground AS "reliefGround", r.reason,
            c.turn % 2 = 1 AND NOT EXISTS (SELECT 1 FROM fee_charge b WHERE b.fair_id = c.fair_id
              AND b.allocation_id = c.allocation_id AND b.turn = c.turn + 1) AS stands
       FROM fee_charge c
       JOIN fee_reckoning k ON k.fair_id = c.fair_id AND k.id = c.reckoning_id
       JOIN exhibitor e ON e.fair_id = c.fair_id AND e.id = c.exhibitor_id
       LEFT JOIN fee_relief r ON r.fair_id = c.fair_id AND r.id = c.relief_id
      WHERE c.fair_id = $1 AND c.payer_id = ANY($2)
      ORDER BY k.reckoned_at, c.booth_code, c.allocation_id, c.turn`,
    [fairId, payerIds],
  );
  const payments = await em.query<PaymentRow[]>(
    `SELECT p.payer_id AS "payerId", p.id, p.paid_on AS "paidOn", p.amount_vnd AS "amountVnd", p.method,
            p.bank_text AS "bankText", p.note, a.name AS "recordedByName", s.reason AS "struckReason"
       FROM fee_payment p
       JOIN account a ON a.id = p.recorded_by
       LEFT JOIN fee_payment_struck s ON s.fair_id = p.fair_id AND s.payment_id = p.id
      WHERE p.fair_id = $1 AND p.payer_id = ANY($2)
      ORDER BY p.paid_on, p.recorded_at, p.id`,
    [fairId, payerIds],
  );
  const account = await em.findOneBy(FeeAccount, { fairId });
  return standings.map((standing) =>
    noticeOf(standing, {
      fair,
      today,
      account,
      lines: lines.filter(({ payerId }) => payerId === standing.payerId),
      payments: payments.filter(({ payerId }) => payerId === standing.payerId),
    }),
  );
}

function noticeOf(
  standing: FeeStandingDto,
  facts: {
    fair: Fair;
    today: string;
    account: FeeAccount | null;
    lines: readonly LineRow[];
    payments: readonly PaymentRow[];
  },
): FeeNoticeDto {
  const { fair, today, account, lines, payments } = facts;
  return {
    ...standing,
    fairNameVi: fair.nameVi,
    fairNameEn: fair.nameEn,
    isDemo: fair.isDemo,
    today,
    vatVnd: lines.reduce((sum, { vatVnd }) => sum + vatVnd, 0),
    lines: lines.map(({ payerId: _, chargedAt, ...line }) => ({
      ...line,
      chargedAt: chargedAt.toISOString(),
    })),
    payments: payments.map(({ payerId: _, ...payment }) => payment),
    account: account && accountOf(account),
    bankName: BANKS.find(([bin]) => bin === account?.bankBin)?.[1] ?? null,
    vietQr: account && standing.owedVnd > 0 ? vietQrOf(account, standing) : null,
  };
}

const accountOf = ({ bankBin, accountNumber, holderName }: FeeAccount): PaymentAccountDto => ({
  bankBin,
  accountNumber,
  holderName,
});

const vietQrOf = (
  { bankBin, accountNumber }: FeeAccount,
  { owedVnd, reference }: FeeStandingDto,
): string =>
  buildVietQr({
    bankBin,
    account: accountNumber,
    to: 'account',
    amountVnd: owedVnd,
    billNumber: null,
    purpose: reference,
  });
