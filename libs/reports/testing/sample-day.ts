import { createHash } from 'node:crypto';
import { splitVnd } from '@phien/kernel';
import type { DayPlan } from '../closing/day-plan';
import { closingHash, type SealedClosing } from '../closing/closing.rules';
import { figuresOf, isComplete, type DayFacts } from '../closing/figures.rules';

const PRODUCERS = [
  'Hợp tác xã sản xuất và thương mại nông sản hữu cơ Bình Liêu (đơn vị thử nghiệm)',
  'Công ty cổ phần chế biến thủy hải sản và dịch vụ du lịch Vân Đồn (đơn vị thử nghiệm)',
  'Hộ kinh doanh chả mực giã tay Hạ Long (thử nghiệm)',
  'Tổ hợp tác trồng và chế biến ba kích tím Ba Chẽ (thử nghiệm)',
  'Trung tâm Xúc tiến thương mại và đầu tư, hỗ trợ doanh nghiệp nhỏ và vừa ngoài tỉnh (thử nghiệm)',
  'HTX nước mắm Cái Rồng (thử nghiệm)',
] as const;
const CLASSES = [
  [
    'I.3.d',
    'Chế biến từ thịt, trứng, sữa, thủy sản, các sản phẩm từ mật ong, mật khác',
    'Processed meat',
  ],
  ['II.1.b', 'Đồ uống có cồn khác', 'Other alcoholic drinks'],
  ['I.5.a', 'Chè tươi, chế biến', 'Fresh and processed tea'],
] as const;

const idOf = (kind: number, n: number) =>
  `01890000-000${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Two totals over the hours of a day, quiet in the morning and full in the evening. */
function spread(entries: number, exits: number) {
  const weights = [2, 4, 6, 7, 3, 3, 5, 8, 9, 11, 15, 17, 12, 5];
  const [came, left] = [splitVnd(entries, weights), splitVnd(exits, weights)];
  return weights.map((_, at) => ({ hour: 8 + at, entries: came[at] ?? 0, exits: left[at] ?? 0 }));
}

/** Booths of each zone in double rows, with aisles around them, a stage and two gates. */
function samplePlan(zones: DayFacts['zones'], booths: DayFacts['booths']): DayPlan {
  const stand = zones.map((zone, at) => {
    const own = booths.filter(({ zoneId }) => zoneId === zone.id);
    const inRow = at === 0 ? 7 : 9;
    const xCm = at === 0 ? 400 : 3000;
    const ground = (n: number) => {
      const row = Math.floor(n / inRow);
      return {
        xCm: xCm + (n % inRow) * 300,
        yCm: 1600 + Math.floor(row / 2) * 1000 + (row % 2) * 300,
        widthCm: 300,
        depthCm: 300,
      };
    };
    const depthCm = Math.max(600, (ground(Math.max(own.length - 1, 0)).yCm ?? 0) - 1300);
    return {
      zone: { ...zone, kind: 'selling' as const, xCm, yCm: 1600, widthCm: inRow * 300, depthCm },
      booths: own.map(({ id }, n) => ({ boothId: id, ...ground(n) })),
    };
  });
  const hallDepthCm = 2100 + Math.max(...stand.map(({ zone }) => zone.depthCm));
  const door = { yCm: hallDepthCm - 60, widthCm: 500, depthCm: 60, kind: 'gate' as const };
  return {
    hallWidthCm: 6100,
    hallDepthCm,
    zones: stand.map(({ zone: { id: _, ...zone } }) => zone),
    booths: stand.flatMap((each) => each.booths),
    features: [
      { ...door, xCm: 2500, nameVi: 'Cổng chính (từ bãi xe)', nameEn: 'Main gate' },
      {
        ...{ kind: 'gate', nameVi: 'Cổng phía biển', nameEn: 'Sea gate' },
        ...{ xCm: 0, yCm: 3000, widthCm: 60, depthCm: 400 },
      },
      {
        ...{ kind: 'aisle', nameVi: 'Lối đi chính', nameEn: 'Main aisle' },
        ...{ xCm: 2500, yCm: 0, widthCm: 500, depthCm: hallDepthCm },
      },
      {
        ...{ kind: 'stage', nameVi: 'Sân khấu và màn hình LED', nameEn: 'Stage' },
        ...{ xCm: 700, yCm: 100, widthCm: 1200, depthCm: 600 },
      },
    ],
  };
}

/**
 * Grouped facts of a made-up day: `booths` booths in two zones with names that are too long, the
 * last tenth of them silent. Sums of lines and payments equal the takings, as the ledger promises.
 */
export function sampleFacts(booths = 160): DayFacts {
  const inZoneOne = Math.round(booths * 0.44);
  const heard = booths - Math.floor(booths / 10);
  const zones = [
    {
      id: idOf(1, 1),
      code: '1',
      nameVi: 'Khu các xã, phường, đặc khu Quảng Ninh',
      nameEn: 'Quảng Ninh',
    },
    {
      id: idOf(1, 2),
      code: '2',
      nameVi: 'Khu các tỉnh, thành phố và tổ chức',
      nameEn: 'Provinces',
    },
  ];
  const boothRows = Array.from({ length: booths }, (_, n) => ({
    id: idOf(2, n),
    code:
      n < inZoneOne
        ? `A${String(n + 1).padStart(2, '0')}`
        : `B${String(n - inZoneOne + 1).padStart(2, '0')}`,
    zoneId: idOf(1, n < inZoneOne ? 1 : 2),
  }));
  const exhibitors = boothRows.map((_, n) => ({
    id: idOf(3, n),
    name: `${PRODUCERS[n % PRODUCERS.length] ?? ''} ${n + 1}`,
    origin:
      n < inZoneOne
        ? ('inProvince' as const)
        : n % 9 === 0
          ? ('foreign' as const)
          : ('otherProvince' as const),
  }));
  const takings = boothRows.slice(0, heard).flatMap((booth, n) => {
    const exhibitorId = idOf(3, n);
    const count = 4 + ((n * 7) % 23);
    const sale = {
      boothId: booth.id,
      exhibitorId,
      kind: 'sale',
      count,
      vnd: count * (85_000 + ((n * 13_700) % 410_000)),
    };
    const close = { boothId: booth.id, exhibitorId, kind: 'shift_close', count: 1, vnd: 0 };
    const refund = { boothId: booth.id, exhibitorId, kind: 'refund', count: 1, vnd: -85_000 };
    return n % 11 === 0 ? [sale, close, refund] : [sale, close];
  });
  const totalVnd = takings.reduce((sum, group) => sum + group.vnd, 0);
  const shareOf = (percent: number) => Math.floor((totalVnd * percent) / 100);
  const lines = [
    { classCode: 'I.3.d', star: 5, count: 310, vnd: shareOf(31) },
    { classCode: 'I.3.d', star: 4, count: 502, vnd: shareOf(22) },
    { classCode: 'II.1.b', star: 3, count: 288, vnd: shareOf(19) },
    { classCode: 'I.5.a', star: null, count: 97, vnd: shareOf(11) },
  ];
  const payments = [
    { method: 'vietqr' as const, count: 1204, vnd: shareOf(61) },
    { method: 'card' as const, count: 88, vnd: shareOf(4) },
  ];
  const rest = (parts: { vnd: number }[]) =>
    totalVnd - parts.reduce((sum, part) => sum + part.vnd, 0);
  return {
    fair: {
      code: 'mau-thu',
      nameVi: 'Hội chợ OCOP Quảng Ninh – Thu Đông 2025 (bản chạy thử của báo cáo cuối ngày)',
      nameEn: 'Quảng Ninh OCOP Fair – Autumn-Winter 2025 (trial)',
      venueVi: 'Cung Quy hoạch, Hội chợ và Triển lãm, đường Trần Quốc Nghiễn',
      venueEn: 'Planning, Fair and Exhibition Palace',
      timeZone: 'Asia/Ho_Chi_Minh',
      isDemo: true,
      boothMoneyVisibleTo: 'officials',
    },
    hours: { opensAt: '08:00', closesAt: '22:00', isOpen: true },
    closedByName: 'Ban tổ chức (tài khoản thử)',
    zones,
    booths: boothRows,
    exhibitors,
    allocations: boothRows.map((booth, n) => ({ boothId: booth.id, exhibitorId: idOf(3, n) })),
    classes: CLASSES.map(([code, nameVi, nameEn]) => ({ code, nameVi, nameEn })),
    takings,
    declared: boothRows
      .slice(0, heard)
      .flatMap((booth, n) =>
        n % 13 === 0
          ? [{ boothId: booth.id, exhibitorId: idOf(3, n), vnd: (n + 1) * 100_000 }]
          : [],
      ),
    lines: [...lines, { classCode: null, star: null, count: 61, vnd: rest(lines) }],
    payments: [...payments, { method: 'cash', count: 741, vnd: rest(payments) }],
    registers: boothRows.map((booth, n) => ({
      registerId: idOf(4, n),
      name: `Máy ${booth.code}`,
      boothCode: booth.code,
      exhibitorName: exhibitors[n]?.name ?? '',
      documentCount: n < heard ? 5 : 0,
      lastShiftKind: n >= heard ? null : n % 50 === 3 ? 'shift_open' : 'shift_close',
    })),
    shifts: takings
      .filter(({ kind }) => kind === 'sale')
      .map(({ boothId }, n, all) => {
        const cash = totalVnd - shareOf(61) - shareOf(4);
        const cashVnd =
          n === 0
            ? cash - (all.length - 1) * Math.floor(cash / all.length)
            : Math.floor(cash / all.length);
        const isOpen = n % 50 === 3;
        return {
          shiftId: idOf(6, n),
          registerId: idOf(4, n),
          registerName: `Máy ${boothRows[n]?.code ?? ''}`,
          boothCode: boothRows.find(({ id }) => id === boothId)?.code ?? '',
          exhibitorName: exhibitors[n]?.name ?? '',
          cashier: `Người bán thử ${n + 1}`,
          openedAt: '2025-10-30T00:55:00.000Z',
          closedAt: isOpen ? null : '2025-10-30T15:12:00.000Z',
          floatVnd: 500_000,
          cashVnd,
          movedVnd: n % 5 === 0 ? -200_000 : 0,
          countedVnd: isOpen
            ? null
            : 500_000 + cashVnd + (n % 5 === 0 ? -200_000 : 0) - (n % 17 === 4 ? 5_000 : 0),
        };
      }),
    gates: [
      {
        gateId: idOf(5, 1),
        code: 'C1',
        nameVi: 'Cổng chính',
        nameEn: 'Main gate',
        entries: 8214,
        exits: 8007,
        hours: spread(8214, 8007),
      },
      {
        gateId: idOf(5, 2),
        code: 'C2',
        nameVi: 'Cổng phía biển',
        nameEn: 'Sea gate',
        entries: 3120,
        exits: 3298,
        hours: spread(3120, 3298),
      },
    ],
    soldByHour: spread(
      takings.reduce((sum, { kind, count }) => sum + (kind === 'sale' ? count : 0), 0),
      totalVnd,
    ).map(({ hour, entries, exits }) => ({ hour, count: entries, vnd: exits })),
    plan: samplePlan(zones, boothRows),
    setAsideCount: 2,
    since: null,
  };
}

/** A closing of those facts, sealed as the verb seals it. */
export function sampleClosing(facts: DayFacts = sampleFacts(), revision = 1): SealedClosing {
  const figures = figuresOf(facts);
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const closing = {
    fairId: idOf(0, 1),
    day: '2025-10-30',
    revision,
    closedAt: new Date('2025-10-30T15:41:07.000Z'),
    reason: revision === 1 ? 'không ghi lý do' : 'máy báo muộn',
    isComplete: isComplete(figures),
    documentCount: figures.totals.documentCount,
    totalVnd: figures.totals.measuredVnd,
    entries: figures.visits.entries,
    documentsHash: hashOf('documents'),
    declaredCount: facts.declared.length,
    declaredVnd: figures.totals.declaredVnd,
    declaredHash: hashOf('declared'),
    heads: facts.registers
      .filter((register) => register.documentCount > 0)
      .map((register, n) => ({
        registerId: register.registerId,
        epoch: 1,
        sequence: 20 + n,
        hash: hashOf(register.registerId),
        signedSequence: n % 40 === 7 ? 18 + n : 20 + n,
      })),
    figures,
  };
  return { ...closing, hash: closingHash(closing) };
}
