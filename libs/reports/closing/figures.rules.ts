/**
 * The figures of one closed day, worked out of grouped facts. No framework, no I/O: the verb reads,
 * these functions decide, and every list of parts is checked against the total before it is kept.
 */

import type { BoothMoneyVisibleTo, Origin } from '@phien/planning';

export const ORIGINS: readonly Origin[] = ['inProvince', 'otherProvince', 'foreign'];
export const STARS = ['5', '4', '3', 'none'] as const;
export const METHODS = ['cash', 'vietqr', 'card', 'wallet', 'other'] as const;

export type Star = (typeof STARS)[number];
export type Method = (typeof METHODS)[number];

export interface ZoneFigures {
  zoneId: string;
  code: string;
  nameVi: string;
  nameEn: string;
  revenueVnd: number;
  salesCount: number;
  boothsAllocated: number;
  boothsHeard: number;
}

export interface BoothFigures {
  boothId: string;
  boothCode: string;
  zoneCode: string;
  exhibitorNames: string[];
  revenueVnd: number;
  salesCount: number;
  refundCount: number;
  isAllocated: boolean;
  /** It has a document of this day, whatever the document says. */
  isHeard: boolean;
}

export interface RegisterCoverage {
  registerId: string;
  name: string;
  boothCode: string;
  exhibitorName: string;
}

/** What one shift says of this day's cash; a shift that began or ended on another day has gaps. */
export interface ShiftFacts {
  shiftId: string;
  registerId: string;
  registerName: string;
  boothCode: string;
  exhibitorName: string;
  cashier: string;
  /** ISO 8601; null when it happened on another day, or not yet. */
  openedAt: string | null;
  closedAt: string | null;
  floatVnd: number | null;
  /** Cash taken in sales less cash given back. */
  cashVnd: number;
  /** Cash put in less cash taken out, outside sales. */
  movedVnd: number;
  countedVnd: number | null;
}

export interface ShiftFigures extends ShiftFacts {
  /** Float, cash and moves together; null without a float. */
  expectedVnd: number | null;
  /** Counted less expected; null while either is not known. */
  differenceVnd: number | null;
}

export interface DifferenceToRevision {
  revision: number;
  documentCount: number;
  totalVnd: number;
  entries: number;
  booths: { boothId: string; boothCode: string; documentCount: number; totalVnd: number }[];
}

/**
 * Everything the report of a day prints, frozen with its names, so that a revision can be printed
 * again from its own row. Money is whole VND, refunds and voids already taken off.
 */
export interface ClosingFigures {
  fair: {
    code: string;
    nameVi: string;
    nameEn: string;
    venueVi: string;
    venueEn: string;
    timeZone: string;
    isDemo: boolean;
    boothMoneyVisibleTo: BoothMoneyVisibleTo;
  };
  /** Null outside the fair's days. */
  hours: { opensAt: string; closesAt: string; isOpen: boolean } | null;
  /** Null when the day was closed by itself. */
  closedByName: string | null;
  totals: {
    revenueVnd: number;
    measuredVnd: number;
    declaredVnd: number;
    /** False: nobody was asked to declare, so `declaredVnd` 0 says nothing about the booths. */
    isDeclaredCollected: boolean;
    salesCount: number;
    salesVnd: number;
    averageVnd: number;
    refundCount: number;
    refundVnd: number;
    voidCount: number;
    voidVnd: number;
    documentCount: number;
  };
  zones: ZoneFigures[];
  origins: { origin: Origin; revenueVnd: number; salesCount: number }[];
  stars: { star: Star; revenueVnd: number; lineCount: number }[];
  classes: {
    code: string | null;
    nameVi: string;
    nameEn: string;
    revenueVnd: number;
    lineCount: number;
  }[];
  methods: { method: Method; revenueVnd: number; paymentCount: number }[];
  booths: BoothFigures[];
  /** Missing in what was closed before shifts were frozen. */
  shifts?: ShiftFigures[];
  coverage: {
    boothsAllocated: number;
    boothsHeard: number;
    registersKnown: number;
    registersHeard: number;
    silentRegisters: RegisterCoverage[];
    /** Registers with documents of the day whose last shift document among them does not close the shift. */
    unclosedRegisters: RegisterCoverage[];
    /** Documents of the whole fair that were linked, could not be booked, and still wait. */
    setAsideCount: number;
  };
  visits: {
    entries: number;
    exits: number;
    gates: {
      gateId: string;
      code: string;
      nameVi: string;
      nameEn: string;
      entries: number;
      exits: number;
    }[];
  };
  difference: DifferenceToRevision | null;
}

/** The grouped facts of one fair day, as read under the day's lock. */
export interface DayFacts {
  fair: ClosingFigures['fair'];
  hours: ClosingFigures['hours'];
  closedByName: string | null;
  zones: { id: string; code: string; nameVi: string; nameEn: string }[];
  booths: { id: string; code: string; zoneId: string }[];
  exhibitors: { id: string; name: string; origin: Origin }[];
  allocations: { boothId: string; exhibitorId: string }[];
  classes: { code: string; nameVi: string; nameEn: string }[];
  /** Documents by booth, exhibitor and kind. */
  takings: { boothId: string; exhibitorId: string; kind: string; count: number; vnd: number }[];
  lines: { classCode: string | null; star: number | null; count: number; vnd: number }[];
  payments: { method: Method; count: number; vnd: number }[];
  registers: (RegisterCoverage & { documentCount: number; lastShiftKind: string | null })[];
  gates: ClosingFigures['visits']['gates'];
  shifts: ShiftFacts[];
  setAsideCount: number;
  /** The previous revision and the documents that are not in it, by booth; null for revision 1. */
  since: {
    revision: number;
    entries: number;
    booths: { boothId: string; count: number; vnd: number }[];
  } | null;
}

/** A closing whose parts do not sum to its total: a fault of ours, never kept. */
export class ClosingDefect extends Error {
  override readonly name = 'ClosingDefect';
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const byCode = <T extends { code: string }>(a: T, b: T) =>
  a.code.localeCompare(b.code, 'en', { numeric: true });

/* A sale adds, a refund and a void take off; shift and cash documents carry no money at all. */
const isRefund = (kind: string) => kind === 'refund' || kind === 'void';

/** Works the figures out and checks that every breakdown sums to the total. Throws ClosingDefect. */
export function figuresOf(facts: DayFacts): ClosingFigures {
  const counted = (kind: string) => facts.takings.filter((group) => group.kind === kind);
  const countOf = (kind: string) => sum(counted(kind).map((group) => group.count));
  const vndOf = (kind: string) => sum(counted(kind).map((group) => group.vnd));
  const measuredVnd = sum(facts.takings.map((group) => group.vnd));
  const salesCount = countOf('sale');
  const salesVnd = vndOf('sale');

  const booths = boothsOf(facts);
  const figures: ClosingFigures = {
    fair: facts.fair,
    hours: facts.hours,
    closedByName: facts.closedByName,
    totals: {
      revenueVnd: measuredVnd,
      measuredVnd,
      declaredVnd: 0,
      isDeclaredCollected: false,
      salesCount,
      salesVnd,
      averageVnd: salesCount === 0 ? 0 : Math.round(salesVnd / salesCount),
      refundCount: countOf('refund'),
      refundVnd: vndOf('refund'),
      voidCount: countOf('void'),
      voidVnd: vndOf('void'),
      documentCount: sum(facts.takings.map((group) => group.count)),
    },
    zones: zonesOf(facts, booths),
    origins: originsOf(facts),
    stars: STARS.map((star) => {
      const lines = facts.lines.filter((line) => starOf(line.star) === star);
      return {
        star,
        revenueVnd: sum(lines.map((line) => line.vnd)),
        lineCount: sum(lines.map((line) => line.count)),
      };
    }),
    classes: classesOf(facts),
    methods: METHODS.map((method) => {
      const payments = facts.payments.filter((payment) => payment.method === method);
      return {
        method,
        revenueVnd: sum(payments.map((payment) => payment.vnd)),
        paymentCount: sum(payments.map((payment) => payment.count)),
      };
    }),
    booths,
    shifts: shiftsOf(facts),
    coverage: coverageOf(facts, booths),
    visits: {
      entries: sum(facts.gates.map((gate) => gate.entries)),
      exits: sum(facts.gates.map((gate) => gate.exits)),
      gates: [...facts.gates].sort(byCode),
    },
    difference: differenceOf(facts),
  };
  checkSums(figures);
  return figures;
}

function starOf(star: number | null): Star {
  return STARS.find((known) => known === String(star)) ?? 'none';
}

function boothsOf(facts: DayFacts): BoothFigures[] {
  const names = new Map(facts.exhibitors.map((exhibitor) => [exhibitor.id, exhibitor.name]));
  const zoneCodes = new Map(facts.zones.map((zone) => [zone.id, zone.code]));
  const takings = groupedBy(facts.takings, (group) => group.boothId);
  const allocations = groupedBy(facts.allocations, (allocation) => allocation.boothId);
  return facts.booths
    .map((booth) => {
      const sold = takings.get(booth.id) ?? [];
      const allocated = allocations.get(booth.id) ?? [];
      const exhibitorIds = new Set([...allocated, ...sold].map((group) => group.exhibitorId));
      return {
        boothId: booth.id,
        boothCode: booth.code,
        zoneCode: zoneCodes.get(booth.zoneId) ?? '',
        exhibitorNames: [...exhibitorIds]
          .map((id) => names.get(id) ?? id)
          .sort((a, b) => a.localeCompare(b, 'vi')),
        revenueVnd: sum(sold.map((group) => group.vnd)),
        salesCount: sum(sold.filter((group) => group.kind === 'sale').map((group) => group.count)),
        refundCount: sum(sold.filter((group) => isRefund(group.kind)).map((group) => group.count)),
        isAllocated: allocated.length > 0,
        isHeard: sold.length > 0,
      };
    })
    .sort((a, b) => byCode({ code: a.boothCode }, { code: b.boothCode }));
}

function zonesOf(facts: DayFacts, booths: BoothFigures[]): ZoneFigures[] {
  const byZone = groupedBy(booths, (booth) => booth.zoneCode);
  return [...facts.zones]
    .sort(byCode)
    .map((zone) => {
      const inZone = byZone.get(zone.code) ?? [];
      return {
        zoneId: zone.id,
        code: zone.code,
        nameVi: zone.nameVi,
        nameEn: zone.nameEn,
        revenueVnd: sum(inZone.map((booth) => booth.revenueVnd)),
        salesCount: sum(inZone.map((booth) => booth.salesCount)),
        boothsAllocated: inZone.filter((booth) => booth.isAllocated).length,
        boothsHeard: inZone.filter((booth) => booth.isAllocated && booth.isHeard).length,
        booths: inZone.length,
      };
    })
    .filter((zone) => zone.booths > 0)
    .map(({ booths: _, ...zone }) => zone);
}

function originsOf(facts: DayFacts): ClosingFigures['origins'] {
  const origins = new Map(facts.exhibitors.map((exhibitor) => [exhibitor.id, exhibitor.origin]));
  return ORIGINS.map((origin) => {
    const groups = facts.takings.filter((group) => origins.get(group.exhibitorId) === origin);
    return {
      origin,
      revenueVnd: sum(groups.map((group) => group.vnd)),
      salesCount: sum(groups.filter((group) => group.kind === 'sale').map((group) => group.count)),
    };
  });
}

function classesOf(facts: DayFacts): ClosingFigures['classes'] {
  const names = new Map(facts.classes.map((known) => [known.code, known]));
  return [...groupedBy(facts.lines, (line) => line.classCode)]
    .map(([code, lines]) => {
      const known = code === null ? unclassified : names.get(code);
      return {
        code,
        nameVi: known?.nameVi ?? code ?? '',
        nameEn: known?.nameEn ?? code ?? '',
        revenueVnd: sum(lines.map((line) => line.vnd)),
        lineCount: sum(lines.map((line) => line.count)),
      };
    })
    .sort((a, b) =>
      a.code === null || b.code === null
        ? Number(a.code === null) - Number(b.code === null)
        : b.revenueVnd - a.revenueVnd || a.code.localeCompare(b.code, 'en'),
    );
}

function shiftsOf(facts: DayFacts): ShiftFigures[] {
  return facts.shifts
    .map((shift) => {
      const { floatVnd, cashVnd, movedVnd, countedVnd } = shift;
      const expectedVnd = floatVnd === null ? null : floatVnd + cashVnd + movedVnd;
      const differenceVnd =
        expectedVnd === null || countedVnd === null ? null : countedVnd - expectedVnd;
      return { ...shift, expectedVnd, differenceVnd };
    })
    .sort(
      (a, b) =>
        byCode({ code: a.boothCode }, { code: b.boothCode }) ||
        (a.openedAt ?? '').localeCompare(b.openedAt ?? '') ||
        (a.shiftId < b.shiftId ? -1 : 1),
    );
}

const unclassified = { nameVi: 'Chưa phân loại', nameEn: 'Not classified' };

function coverageOf(facts: DayFacts, booths: BoothFigures[]): ClosingFigures['coverage'] {
  const allocated = booths.filter((booth) => booth.isAllocated);
  const heard = facts.registers.filter((register) => register.documentCount > 0);
  const named = ({ registerId, name, boothCode, exhibitorName }: RegisterCoverage) => ({
    registerId,
    name,
    boothCode,
    exhibitorName,
  });
  const byBooth = (a: RegisterCoverage, b: RegisterCoverage) =>
    byCode({ code: a.boothCode }, { code: b.boothCode }) || (a.registerId < b.registerId ? -1 : 1);
  return {
    boothsAllocated: allocated.length,
    boothsHeard: allocated.filter((booth) => booth.isHeard).length,
    registersKnown: facts.registers.length,
    registersHeard: heard.length,
    silentRegisters: facts.registers
      .filter((register) => register.documentCount === 0)
      .map(named)
      .sort(byBooth),
    unclosedRegisters: heard
      .filter((register) => register.lastShiftKind !== 'shift_close')
      .map(named)
      .sort(byBooth),
    setAsideCount: facts.setAsideCount,
  };
}

function differenceOf(facts: DayFacts): DifferenceToRevision | null {
  if (facts.since === null) return null;
  const codes = new Map(facts.booths.map((booth) => [booth.id, booth.code]));
  return {
    revision: facts.since.revision,
    documentCount: sum(facts.since.booths.map((booth) => booth.count)),
    totalVnd: sum(facts.since.booths.map((booth) => booth.vnd)),
    entries: sum(facts.gates.map((gate) => gate.entries)) - facts.since.entries,
    booths: facts.since.booths
      .map((booth) => ({
        boothId: booth.boothId,
        boothCode: codes.get(booth.boothId) ?? '',
        documentCount: booth.count,
        totalVnd: booth.vnd,
      }))
      .sort((a, b) => byCode({ code: a.boothCode }, { code: b.boothCode })),
  };
}

function checkSums(figures: ClosingFigures): void {
  const totalVnd = figures.totals.revenueVnd;
  const breakdowns = {
    zones: figures.zones,
    origins: figures.origins,
    stars: figures.stars,
    classes: figures.classes,
    methods: figures.methods,
    booths: figures.booths,
  };
  for (const [name, parts] of Object.entries(breakdowns)) {
    const partsVnd = sum(parts.map((part) => part.revenueVnd));
    if (partsVnd !== totalVnd) {
      throw new ClosingDefect(`${name} sum to ${partsVnd} VND, the day's total is ${totalVnd} VND`);
    }
  }
  const cashVnd = figures.methods.find(({ method }) => method === 'cash')?.revenueVnd;
  const shiftCashVnd = sum((figures.shifts ?? []).map((shift) => shift.cashVnd));
  if (shiftCashVnd !== cashVnd) {
    throw new ClosingDefect(`cash of the shifts is ${shiftCashVnd} VND, paid was ${cashVnd} VND`);
  }
  const { salesVnd, refundVnd, voidVnd } = figures.totals;
  if (salesVnd + refundVnd + voidVnd !== totalVnd) {
    throw new ClosingDefect(`sales, refunds and voids do not sum to ${totalVnd} VND`);
  }
}

function groupedBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/**
 * Ranks booths by revenue, the highest first; equal revenue shares a rank, and a booth that was not
 * heard from has none.
 */
export function rankedBooths(
  booths: readonly BoothFigures[],
): (BoothFigures & { rank: number | null })[] {
  const sorted = [...booths].sort(
    (a, b) =>
      Number(b.isHeard) - Number(a.isHeard) ||
      b.revenueVnd - a.revenueVnd ||
      byCode({ code: a.boothCode }, { code: b.boothCode }),
  );
  let rank = 0;
  return sorted.map((booth, at) => {
    if (at === 0 || sorted[at - 1]?.revenueVnd !== booth.revenueVnd) rank = at + 1;
    return { ...booth, rank: booth.isHeard ? rank : null };
  });
}

/** Complete: every register that was heard from closed its last shift, among the frozen documents. */
export function isComplete(figures: ClosingFigures): boolean {
  return figures.coverage.unclosedRegisters.length === 0;
}
