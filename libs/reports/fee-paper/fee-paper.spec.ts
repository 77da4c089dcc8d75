import { csvText } from '@phien/kernel';
import type { FeeLineDto, FeeNoticeDto, FeeStandingsDto } from '@phien/planning';
import { pdfText } from '../testing/pdf-text';
import { workbookCells } from '../testing/workbook-cells';
import { makeFeePaper } from './make-fee-paper';

const standing: FeeStandingsDto['standings'][number] = {
  payerId: '0199a1c2-0000-7000-8000-000000000001',
  exhibitorId: '0199a1c2-0000-7000-8000-000000000002',
  delegationId: null,
  nameVi: 'Hợp tác xã chả mực giã tay Hạ Long',
  nameEn: 'Hợp tác xã chả mực giã tay Hạ Long',
  reference: 'PHK7M2QX',
  chargedVnd: 4_000_000,
  waivedVnd: 6_000_000,
  paidVnd: 1_000_000,
  owedVnd: 3_000_000,
  overpaidVnd: 0,
  overdueVnd: 3_000_000,
  dueOn: '2025-10-19',
  contactName: '=Bà Thoan',
  contactPhone: '0912 345 678',
  contactMail: 'thoan@example.vn',
};

const line: FeeLineDto = {
  allocationId: '0199a1c2-0000-7000-8000-000000000003',
  turn: 1,
  boothCode: 'A01',
  zoneCode: 'A',
  exhibitorName: standing.nameVi,
  sixths: 3,
  per: 'booth',
  unitPriceVnd: 8_000_000,
  quantityMilli: 1_000,
  priceVnd: 4_000_000,
  waivedVnd: 0,
  amountVnd: 4_000_000,
  vatRatePercent: 8,
  vatVnd: 296_296,
  dueOn: '2025-10-19',
  chargedAt: '2025-10-10T03:00:00.000Z',
  stands: true,
  reliefGround: null,
  reason: null,
};

const notice: FeeNoticeDto = {
  ...standing,
  fairNameVi: 'Hội chợ OCOP Quảng Ninh',
  fairNameEn: 'Quảng Ninh OCOP fair',
  isDemo: true,
  today: '2025-10-20',
  vatVnd: 296_296,
  lines: [
    line,
    {
      ...line,
      ...{ boothCode: 'B07', sixths: 6, per: 'square_metre', quantityMilli: 7_500 },
      ...{ unitPriceVnd: 800_000, priceVnd: 6_000_000, waivedVnd: 6_000_000, amountVnd: 0 },
      ...{ reliefGround: 'ocop', reason: 'Kế hoạch 210/KH-UBND' },
    },
  ],
  payments: [
    {
      id: '0199a1c2-0000-7000-8000-000000000004',
      paidOn: '2025-10-15',
      amountVnd: 1_000_000,
      method: 'transfer',
      bankText: 'MBVCB PHK7M2QX',
      note: '',
      recordedByName: 'Ban tổ chức',
      struckReason: null,
    },
  ],
  account: { bankBin: '970436', accountNumber: '001100998877', holderName: 'TRUNG TAM XTTM' },
  bankName: 'Vietcombank',
  vietQr: '00020101021238…',
};

it('says on paper what is owed, for what, what is free and why, and how to pay', async () => {
  const bytes = await makeFeePaper({ feeNotice: notice, language: 'vi' });
  const [page = ''] = await pdfText(bytes);
  for (const said of [
    'Thông báo phí gian hàng',
    standing.nameVi,
    'Quá hạn',
    'Còn phải trả 3.000.000 ₫',
    'trước hết ngày 19/10/2025',
    'trong đó thuế GTGT 296.296 ₫',
    '001100998877',
    'PHK7M2QX',
    '1/2 gian · 1 gian × 8.000.000 ₫',
    'cả gian · 7,5 m² × 800.000 ₫ · Được miễn 6.000.000 ₫: Kế hoạch 210',
    '15/10/2025 Chuyển khoản MBVCB PHK7M2QX 1.000.000',
    'không phải hóa đơn',
    'DỮ LIỆU THỬ NGHIỆM',
  ]) {
    expect(page).toContain(said);
  }
  expect(await makeFeePaper({ feeNotice: notice, language: 'vi' })).toEqual(bytes);
});

it('asks for no money when none is owed', async () => {
  const paid = { ...notice, paidVnd: 4_000_000, owedVnd: 0, overdueVnd: 0, dueOn: null };
  const bytes = await makeFeePaper({ feeNotice: { ...paid, vietQr: null }, language: 'en' });
  const [page = ''] = await pdfText(bytes);
  expect(page).toContain('Still to pay 0 ₫');
  expect(page).not.toContain('How to pay');
});

it('lists who is overdue with whom to ask, the most first, as a workbook and as plain lines', async () => {
  const small = { ...standing, nameVi: 'Cái Rồng', overdueVnd: 1, owedVnd: 5 };
  const paid = { ...standing, nameVi: 'Không nợ', overdueVnd: 0 };
  const feesOverdue = { today: '2025-10-20', standings: [paid, small, standing] };
  const csv = await makeFeePaper({ feesOverdue, language: 'vi', format: 'csv' });
  const lines = csv.toString('utf8').split('\r\n');
  expect(lines).toHaveLength(4);
  expect(`\uFEFF${lines[1]}\r\n`).toBe(
    csvText([
      [
        ...[standing.nameVi, 'PHK7M2QX', 3_000_000, 3_000_000, '2025-10-19'],
        ...['=Bà Thoan', '0912 345 678', 'thoan@example.vn'],
      ],
    ]),
  );
  const book = await makeFeePaper({ feesOverdue, language: 'vi', format: 'xlsx' });
  expect(JSON.stringify([...workbookCells(book)])).toContain('Cái Rồng');
});
