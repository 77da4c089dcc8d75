import { createHash } from 'node:crypto';
import { printedNumber } from '@phien/kernel';
import { METHODS, type Method } from '../closing/figures.rules';
import type { PaperContent } from '../paper/paper.rules';
import type {
  CountedDocument,
  CountedLine,
  ExhibitorFacts,
  PaperDay,
  PaperFair,
  Seller,
} from './exhibitor-facts';

export interface StatementTotals {
  salesCount: number;
  salesVnd: number;
  refundCount: number;
  /** Negative or 0, as are voids. */
  refundVnd: number;
  voidCount: number;
  voidVnd: number;
  /** Measured: sales less refunds and voids. */
  revenueVnd: number;
  /** Said by the exhibitor of what it sold outside its tills; null when it said nothing. */
  declaredVnd: number | null;
  documentCount: number;
}

export type StatementDay = PaperDay & StatementTotals;

export interface StatementMethod {
  method: Method;
  paymentCount: number;
  receivedVnd: number;
  /** Negative or 0. */
  givenBackVnd: number;
  netVnd: number;
}

export interface StatementProduct {
  /** Null for what was rung up without a product. */
  productId: string | null;
  /** As its last document names it. */
  name: string;
  unit: string;
  /** Thousandths of the unit. */
  soldMilli: number;
  returnedMilli: number;
  revenueVnd: number;
}

export interface StatementVat {
  /** Null where the seller charges none. */
  ratePercent: number | null;
  /** VAT included. */
  amountVnd: number;
  vatVnd: number | null;
}

export interface StatementShift {
  registerName: string;
  boothCode: string;
  cashier: string;
  day: string;
  openedAt: string | null;
  closedAt: string | null;
  floatVnd: number | null;
  cashVnd: number;
  movedVnd: number;
  expectedVnd: number | null;
  countedVnd: number | null;
  /** Counted less expected; null while either is not known. */
  differenceVnd: number | null;
}

/** One document as a statement lists it. */
export interface StatedDocument {
  number: string;
  kind: string;
  day: string;
  at: string;
  receivedAt: string;
  boothCode: string;
  cashier: string;
  originalNumber: string | null;
  totalVnd: number;
  revision: number | null;
}

/** A document that counts nowhere, and why. */
export interface StatedSetAside {
  number: string;
  kind: string | null;
  day: string;
  at: string | null;
  boothCode: string;
  totalVnd: number | null;
  code: string;
  whyVi: string;
  whyEn: string;
}

/** What one exhibitor sold on a day or at the whole fair. Every list of parts sums to the revenue. */
export interface StatementContent extends PaperContent {
  fair: PaperFair;
  exhibitor: Seller;
  day: string | null;
  days: StatementDay[];
  totals: StatementTotals;
  booths: { boothCode: string; salesCount: number; revenueVnd: number }[];
  methods: StatementMethod[];
  products: StatementProduct[];
  vat: StatementVat[];
  shifts: StatementShift[];
  /** Refunds and voids, one by one. */
  takenBack: StatedDocument[];
  /** What a later revision of its day counted first. */
  late: StatedDocument[];
  setAside: StatedSetAside[];
  /** sha256 of the documents' chain hashes, ascending by register, epoch and sequence; hex. */
  documentsHash: string;
}

/** A statement whose parts do not sum to its total: a fault of ours, never kept. */
export class StatementDefect extends Error {
  override readonly name = 'StatementDefect';
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const isMoney = ({ kind }: { kind: string }) =>
  kind === 'sale' || kind === 'refund' || kind === 'void';

/** Works a statement out of its documents and checks that every part sums. Throws StatementDefect. */
export function statementOf(facts: ExhibitorFacts): StatementContent {
  const { documents } = facts;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const money = documents.filter(isMoney);
  const content: StatementContent = {
    asOf: facts.asOf,
    isProvisional: facts.days.some(({ isSettled }) => !isSettled),
    fair: facts.fair,
    exhibitor: facts.exhibitor,
    day: facts.day,
    days: facts.days.map((day) => ({
      ...day,
      ...totalsOf(
        documents.filter((document) => document.day === day.day),
        facts.declared.filter((said) => said.day === day.day),
      ),
    })),
    totals: totalsOf(documents, facts.declared),
    booths: boothsOf(money),
    methods: methodsOf(facts),
    products: productsOf(facts.lines, byId),
    vat: vatOf(facts.lines),
    shifts: shiftsOf(facts),
    takenBack: money
      .filter(({ kind }) => kind !== 'sale')
      .map(stated)
      .sort(byTime),
    late: documents
      .filter(({ revision }) => revision !== null && revision > 1)
      .map(stated)
      .sort(byTime),
    setAside: setAsideOf(facts),
    documentsHash: hashOf(documents),
  };
  checkSums(content);
  return content;
}

function totalsOf(
  documents: readonly CountedDocument[],
  declared: ExhibitorFacts['declared'],
): StatementTotals {
  const of = (kind: string) => documents.filter((document) => document.kind === kind);
  const vndOf = (kind: string) => sum(of(kind).map(({ totalVnd }) => totalVnd));
  return {
    salesCount: of('sale').length,
    salesVnd: vndOf('sale'),
    refundCount: of('refund').length,
    refundVnd: vndOf('refund'),
    voidCount: of('void').length,
    voidVnd: vndOf('void'),
    revenueVnd: vndOf('sale') + vndOf('refund') + vndOf('void'),
    declaredVnd: declared.length === 0 ? null : sum(declared.map(({ vnd }) => vnd)),
    documentCount: documents.length,
  };
}

function boothsOf(money: readonly CountedDocument[]): StatementContent['booths'] {
  return [...grouped(money, ({ boothCode }) => boothCode)]
    .map(([boothCode, own]) => ({
      boothCode,
      salesCount: own.filter(({ kind }) => kind === 'sale').length,
      revenueVnd: sum(own.map(({ totalVnd }) => totalVnd)),
    }))
    .sort((a, b) => a.boothCode.localeCompare(b.boothCode, 'en', { numeric: true }));
}

function methodsOf({ payments }: ExhibitorFacts): StatementMethod[] {
  return METHODS.map((method) => {
    const own = payments.filter((payment) => payment.method === method);
    const received = own.filter(({ amountVnd }) => amountVnd > 0);
    const givenBack = own.filter(({ amountVnd }) => amountVnd < 0);
    return {
      method,
      paymentCount: own.length,
      receivedVnd: sum(received.map(({ amountVnd }) => amountVnd)),
      givenBackVnd: sum(givenBack.map(({ amountVnd }) => amountVnd)),
      netVnd: sum(own.map(({ amountVnd }) => amountVnd)),
    };
  }).filter(({ paymentCount }) => paymentCount > 0);
}

/* A returned line carries its quantity with the sign of its amount, or with none: its kind says. */
function productsOf(
  lines: readonly CountedLine[],
  byId: ReadonlyMap<string, CountedDocument>,
): StatementProduct[] {
  const isSale = ({ documentId }: CountedLine) => byId.get(documentId)?.kind === 'sale';
  const at = ({ documentId }: CountedLine) => byId.get(documentId)?.at ?? '';
  const milli = (some: readonly CountedLine[]) =>
    sum(some.map(({ quantityMilli }) => Math.abs(quantityMilli)));
  return [...grouped(lines, ({ productId, name, unit }) => productId ?? `${name} ${unit}`).values()]
    .map((own) => {
      const [latest] = own.toSorted(
        (a, b) => at(b).localeCompare(at(a)) || (a.documentId < b.documentId ? 1 : -1),
      );
      return {
        productId: latest?.productId ?? null,
        name: latest?.name ?? '',
        unit: latest?.unit ?? '',
        soldMilli: milli(own.filter(isSale)),
        returnedMilli: milli(own.filter((line) => !isSale(line))),
        revenueVnd: sum(own.map(({ amountVnd }) => amountVnd)),
      };
    })
    .sort(
      (a, b) =>
        b.revenueVnd - a.revenueVnd ||
        a.name.localeCompare(b.name, 'vi') ||
        ((a.productId ?? '') < (b.productId ?? '') ? -1 : 1),
    );
}

function vatOf(lines: readonly CountedLine[]): StatementVat[] {
  return [...grouped(lines, ({ vatRatePercent }) => vatRatePercent)]
    .map(([ratePercent, own]) => ({
      ratePercent,
      amountVnd: sum(own.map(({ amountVnd }) => amountVnd)),
      vatVnd: ratePercent === null ? null : sum(own.map(({ vatVnd }) => vatVnd ?? 0)),
    }))
    .sort((a, b) => (b.ratePercent ?? -1) - (a.ratePercent ?? -1));
}

function shiftsOf({ documents, payments }: ExhibitorFacts): StatementShift[] {
  const cash = grouped(
    payments.filter(({ method }) => method === 'cash'),
    ({ documentId }) => documentId,
  );
  const cashOf = ({ id }: CountedDocument) =>
    sum((cash.get(id) ?? []).map(({ amountVnd }) => amountVnd));
  return [...grouped(documents, ({ registerId, shiftId }) => `${registerId} ${shiftId}`).values()]
    .flatMap((own): StatementShift[] => {
      const [first] = own;
      if (!first) return [];
      const opened = own.find(({ kind }) => kind === 'shift_open');
      const closed = own.findLast(({ kind }) => kind === 'shift_close');
      const floatVnd = opened?.floatVnd ?? null;
      const countedVnd = closed?.countedVnd ?? null;
      const cashVnd = sum(own.map(cashOf));
      const movedVnd = sum(own.map(({ cashMovedVnd }) => cashMovedVnd ?? 0));
      const expectedVnd = floatVnd === null ? null : floatVnd + cashVnd + movedVnd;
      return [
        {
          registerName: first.registerName,
          boothCode: first.boothCode,
          cashier: first.cashier,
          day: first.day,
          openedAt: opened?.at ?? null,
          closedAt: closed?.at ?? null,
          floatVnd,
          cashVnd,
          movedVnd,
          expectedVnd,
          countedVnd,
          differenceVnd:
            expectedVnd === null || countedVnd === null ? null : countedVnd - expectedVnd,
        },
      ];
    })
    .sort(
      (a, b) =>
        a.day.localeCompare(b.day) ||
        a.boothCode.localeCompare(b.boothCode, 'en', { numeric: true }) ||
        (a.openedAt ?? '').localeCompare(b.openedAt ?? '') ||
        a.registerName.localeCompare(b.registerName, 'en', { numeric: true }),
    );
}

/* As it stood when the day was closed, so that what is decided later changes no closed day's paper. */
function setAsideOf({ setAside, days, documents, asOf }: ExhibitorFacts): StatedSetAside[] {
  const counted = new Set(documents.map(({ id }) => id));
  const cutOf = new Map(days.map(({ day, closedAt }) => [day, closedAt ?? asOf]));
  return setAside
    .filter(({ documentId, day, setAsideAt, decidedAt }) => {
      const cut = cutOf.get(day) ?? asOf;
      const isDecided = decidedAt !== null && decidedAt <= cut;
      return !counted.has(documentId) && setAsideAt <= cut && !isDecided;
    })
    .map((one) => ({
      number: printedNumber(one.registerName, one.epoch, one.sequence),
      kind: one.kind,
      day: one.day,
      at: one.at,
      boothCode: one.boothCode,
      totalVnd: one.totalVnd,
      code: one.code,
      whyVi: one.whyVi,
      whyEn: one.whyEn,
    }));
}

const stated = (document: CountedDocument): StatedDocument => ({
  number: printedNumber(document.registerName, document.epoch, document.sequence),
  kind: document.kind,
  day: document.day,
  at: document.at,
  receivedAt: document.receivedAt,
  boothCode: document.boothCode,
  cashier: document.cashier,
  originalNumber: document.originalNumber,
  totalVnd: document.totalVnd,
  revision: document.revision,
});

const byTime = (a: StatedDocument, b: StatedDocument) =>
  a.at.localeCompare(b.at) || a.number.localeCompare(b.number, 'en', { numeric: true });

function hashOf(documents: readonly CountedDocument[]): string {
  const hash = createHash('sha256');
  for (const document of documents) hash.update(Buffer.from(document.hash, 'hex'));
  return hash.digest('hex');
}

function checkSums(content: StatementContent): void {
  const { revenueVnd } = content.totals;
  const parts = {
    days: content.days.map((part) => part.revenueVnd),
    booths: content.booths.map((part) => part.revenueVnd),
    methods: content.methods.map((part) => part.netVnd),
    products: content.products.map((part) => part.revenueVnd),
    vat: content.vat.map((part) => part.amountVnd),
  };
  for (const [name, amounts] of Object.entries(parts)) {
    if (sum(amounts) !== revenueVnd) {
      throw new StatementDefect(`${name} sum to ${sum(amounts)} VND, the total is ${revenueVnd}`);
    }
  }
  const cashVnd = content.methods.find(({ method }) => method === 'cash')?.netVnd ?? 0;
  const shiftCashVnd = sum(content.shifts.map((shift) => shift.cashVnd));
  if (cashVnd !== shiftCashVnd) {
    throw new StatementDefect(`cash of the shifts is ${shiftCashVnd} VND, paid was ${cashVnd} VND`);
  }
}

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
