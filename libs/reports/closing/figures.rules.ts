/**
 * The figures of one closed day, worked out of grouped facts. No framework, no I/O: the verb reads,
 * these functions decide, and every list of parts is checked against the total before it is kept.
 */

import type { BoothMoneyVisibleTo, Origin } from '@phien/planning';
import type { CountMethod } from '@phien/visitors';
import type { DayPlan } from './day-plan';
import { hoursOf, type HourFigures } from './day-hours.rules';
import { wrongSums } from './sums.rules';

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
  /** Measured and declared. */
  revenueVnd: number;
  /** How much of that was declared, and by how many booths; missing in what was closed before. */
  declaredVnd?: number;
  declaredBooths?: number;
  salesCount: number;
  boothsAllocated: number;
  boothsHeard: number;
}

export interface BoothFigures {
  boothId: string;
  boothCode: string;
  zoneCode: string;
  exhibitorNames: string[];
  /** Measured and declared. */
  revenueVnd: number;
  /** How much of that was declared; null when nobody declared for it. */
  declaredVnd?: number | null;
  salesCount: number;
  refundCount: number;
  isAllocated: boolean;
  /** It has a document of this day, whatever the document says, or a declaration, 0 included. */
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
  /** Of the documents alone. */
  totalVnd: number;
  /** Declared facts, and what they change; missing in what was closed before there were any. */
  declaredCount?: number;
  declaredVnd?: number;
  entries: number;
  booths: BoothDifference[];
}

/** What came since, of one booth. */
export interface BoothDifference {
  boothId: string;
  boothCode: string;
  documentCount: number;
  totalVnd: number;
  declaredCount?: number;
  declaredVnd?: number;
}

/** The change of revenue that is in a difference: measured and declared. */
export const changeOfRevenue = (part: { totalVnd: number; declaredVnd?: number }): number =>
  part.totalVnd + (part.declaredVnd ?? 0);

/**
 * Visits calibrated by the hand counts that were known when the day was closed. The counted figure
 * stays what it is, and stays the one of the closing. Whole numbers, for they are hashed.
 */
export interface VisitsCalibration {
  /** Null while a method that counted has no factor. */
  entries: number | null;
  /** ± entries. */
  error: number | null;
  methods: {
    method: CountMethod;
    /** As counted. */
    entries: number;
    /** Hand counts that the factor stands on. */
    countsUsed: number;
    /** By what the method's entries are multiplied, and how far hand counts lie apart; in millionths. */
    factorMillionths: number | null;
    spreadMillionths: number | null;
  }[];
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
    /** Where `/verify` is, for the code on paper; missing where nobody said an address. */
    url?: string;
  };
  /** Null outside the fair's days. */
  hours: { opensAt: string; closesAt: string; isOpen: boolean; isOpening?: true } | null;
  /** Null when the day was closed by itself. */
  closedByName: string | null;
  totals: {
    /** Measured and declared. */
    revenueVnd: number;
    measuredVnd: number;
    declaredVnd: number;
    /** False in what was closed before booths could declare: then 0 says nothing about them. */
    isDeclaredCollected: boolean;
    /** Booths with a declaration, 0 included. */
    declaredBooths?: number;
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
  origins: {
    origin: Origin;
    revenueVnd: number;
    declaredVnd?: number;
    declaredBooths?: number;
    salesCount: number;
  }[];
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
    /** Missing in what was closed before it was frozen, and where nobody counted by hand. */
    calibration?: VisitsCalibration;
  };
  /** Hours in which something was sold, taken back or counted; missing in what was closed before. */
  hourly?: HourFigures[];
  /** Missing in what was closed before it was frozen. */
  plan?: DayPlan;
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
  /** The latest declaration of each exhibitor at each booth. */
  declared: { boothId: string; exhibitorId: string; vnd: number }[];
  lines: { classCode: string | null; star: number | null; count: number; vnd: number }[];
  payments: { method: Method; count: number; vnd: number }[];
  registers: (RegisterCoverage & { documentCount: number; lastShiftKind: string | null })[];
  gates: (ClosingFigures['visits']['gates'][number] & {
    /** What the gate's counts say of each hour of the fair day. */
    hours: { hour: number; entries: number; exits: number }[];
  })[];
  /** Sales, refunds and voids by the hour of the fair day. */
  soldByHour: { hour: number; count: number; vnd: number }[];
  /** As it stands when the day is closed. */
  plan: DayPlan;
  /** Where somebody counted by hand. */
  calibration?: VisitsCalibration;
  shifts: ShiftFacts[];
  setAsideCount: number;
  /** The previous revision and the documents that are not in it, by booth; null for revision 1. */
  since: {
    revision: number;
    entries: number;
    booths: { boothId: string; count: number; vnd: number }[];
    /** Declared facts that are not in it, by booth, and what they change. */
    declared: { boothId: string; count: number; vnd: number }[];
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
  const declaredVnd = sum(facts.declared.map((said) => said.vnd));
  const salesCount = countOf('sale');
  const salesVnd = vndOf('sale');

  const booths = boothsOf(facts);
  const figures: ClosingFigures = {
    fair: facts.fair,
    hours: facts.hours,
    closedByName: facts.closedByName,
    totals: {
      revenueVnd: measuredVnd + declaredVnd,
      measuredVnd,
      declaredVnd,
      isDeclaredCollected: true,
      declaredBooths: new Set(facts.declared.map((said) => said.boothId)).size,
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
        /* What was declared names no product. */
        revenueVnd: sum(lines.map((line) => line.vnd)) + (star === 'none' ? declaredVnd : 0),
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
      gates: facts.gates.map(({ hours: _, ...gate }) => gate).sort(byCode),
      ...(facts.calibration && { calibration: facts.calibration }),
    },
    hourly: hoursOf(facts),
    plan: facts.plan,
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
  const declared = groupedBy(facts.declared, (said) => said.boothId);
  return facts.booths
    .map((booth) => {
      const sold = takings.get(booth.id) ?? [];
      const allocated = allocations.get(booth.id) ?? [];
      const said = declared.get(booth.id) ?? [];
      const saidVnd = sum(said.map((one) => one.vnd));
      const exhibitorIds = new Set(
        [...allocated, ...sold, ...said].map((group) => group.exhibitorId),
      );
      return {
        boothId: booth.id,
        boothCode: booth.code,
        zoneCode: zoneCodes.get(booth.zoneId) ?? '',
        exhibitorNames: [...exhibitorIds]
          .map((id) => names.get(id) ?? id)
          .sort((a, b) => a.localeCompare(b, 'vi')),
        revenueVnd: sum(sold.map((group) => group.vnd)) + saidVnd,
        declaredVnd: said.length === 0 ? null : saidVnd,
        salesCount: sum(sold.filter((group) => group.kind === 'sale').map((group) => group.count)),
        refundCount: sum(sold.filter((group) => isRefund(group.kind)).map((group) => group.count)),
        isAllocated: allocated.length > 0,
        isHeard: sold.length > 0 || said.length > 0,
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
        declaredVnd: sum(inZone.map((booth) => booth.declaredVnd ?? 0)),
        declaredBooths: inZone.filter((booth) => (booth.declaredVnd ?? 0) > 0).length,
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
    const said = facts.declared.filter((one) => origins.get(one.exhibitorId) === origin);
    const declaredVnd = sum(said.map((one) => one.vnd));
    return {
      origin,
      revenueVnd: sum(groups.map((group) => group.vnd)) + declaredVnd,
      declaredVnd,
      declaredBooths: new Set(said.filter(({ vnd }) => vnd > 0).map(({ boothId }) => boothId)).size,
      salesCount: sum(groups.filter((group) => group.kind === 'sale').map((group) => group.count)),
    };
  });
}

function classesOf(facts: DayFacts): ClosingFigures['classes'] {
  const names = new Map(facts.classes.map((known) => [known.code, known]));
  /* What was declared names no product, and is no line. */
  const declaredVnd = sum(facts.declared.map((said) => said.vnd));
  const said =
    declaredVnd === 0 ? [] : [{ classCode: null, star: null, count: 0, vnd: declaredVnd }];
  return [...groupedBy([...facts.lines, ...said], (line) => line.classCode)]
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
  const { booths, declared } = facts.since;
  const codes = new Map(facts.booths.map((booth) => [booth.id, booth.code]));
  const boothIds = [...new Set([...booths, ...declared].map(({ boothId }) => boothId))];
  return {
    revision: facts.since.revision,
    documentCount: sum(booths.map((booth) => booth.count)),
    totalVnd: sum(booths.map((booth) => booth.vnd)),
    declaredCount: sum(declared.map((booth) => booth.count)),
    declaredVnd: sum(declared.map((booth) => booth.vnd)),
    entries: sum(facts.gates.map((gate) => gate.entries)) - facts.since.entries,
    booths: boothIds
      .map((boothId) => {
        const sold = booths.find((booth) => booth.boothId === boothId);
        const said = declared.find((booth) => booth.boothId === boothId);
        return {
          boothId,
          boothCode: codes.get(boothId) ?? '',
          documentCount: sold?.count ?? 0,
          totalVnd: sold?.vnd ?? 0,
          declaredCount: said?.count ?? 0,
          declaredVnd: said?.vnd ?? 0,
        };
      })
      .sort((a, b) => byCode({ code: a.boothCode }, { code: b.boothCode })),
  };
}

function checkSums(figures: ClosingFigures): void {
  const [wrong] = wrongSums(figures);
  if (wrong === undefined) return;
  const { of, parts, total, unit } = wrong;
  throw new ClosingDefect(`${of} sum to ${parts} ${unit}, their total is ${total}`);
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

const FEWEST_BOOTHS = 3;

type SplitPart = { revenueVnd: number; declaredVnd?: number; declaredBooths?: number };

/**
 * Zones and origins as a reader sees them. Whoever may not see the money of a single booth sees what
 * was declared by part only when no part stands for one or two declaring booths; else the parts are
 * the measured ones, and sum to that.
 */
export function splitsShown<Zone extends SplitPart, Origin extends SplitPart>(
  figures: { zones: Zone[]; origins: Origin[]; totals: ClosingFigures['totals'] },
  isBoothMoneyShown: boolean,
): { zones: Zone[]; origins: Origin[]; totalVnd: number; isDeclaredIn: boolean } {
  const { zones, origins, totals } = figures;
  const isTold = (part: SplitPart) => !part.declaredBooths || part.declaredBooths >= FEWEST_BOOTHS;
  if (isBoothMoneyShown || [...zones, ...origins].every(isTold)) {
    return { zones, origins, totalVnd: totals.revenueVnd, isDeclaredIn: true };
  }
  const measured = <Part extends SplitPart>(part: Part): Part => ({
    ...part,
    revenueVnd: part.revenueVnd - (part.declaredVnd ?? 0),
    declaredVnd: undefined,
  });
  return {
    zones: zones.map(measured),
    origins: origins.map(measured),
    totalVnd: totals.measuredVnd,
    isDeclaredIn: false,
  };
}
