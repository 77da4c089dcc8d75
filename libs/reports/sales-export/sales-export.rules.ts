import { printedNumber } from '@phien/kernel';
import type { Method } from '../closing/figures.rules';
import type { PaperContent } from '../paper/paper.rules';
import type {
  CountedDocument,
  ExhibitorFacts,
  PaperDay,
  PaperFair,
  Seller,
} from '../statement/exhibitor-facts';
import { StatementDefect } from '../statement/statement.rules';

export type ExportedKind = 'sale' | 'refund' | 'void';

/** One line of one sale, refund or void, with what an invoice asks for. */
export interface ExportedLine {
  number: string;
  day: string;
  at: string;
  kind: ExportedKind;
  /** Of the sale that it takes back. */
  originalNumber: string | null;
  /** A sale of which a void or refunds took all or some back: whoever invoices it must know. */
  takenBack: 'none' | 'some' | 'all';
  methods: Method[];
  lineNo: number;
  /** Barcode of the product; '' where it has none. */
  productCode: string;
  name: string;
  unit: string;
  /** Thousandths; negative where taken back, as are the amounts. */
  quantityMilli: number;
  /** For one unit, VAT included. */
  unitVnd: number;
  discountVnd: number;
  /** Before VAT. */
  netVnd: number;
  /** Null where the seller charges none. */
  ratePercent: number | null;
  vatVnd: number | null;
  /** VAT included. */
  amountVnd: number;
}

/** What an exhibitor sold, line by line, for whoever makes its electronic invoices. */
export interface SalesExportContent extends PaperContent {
  fair: PaperFair;
  exhibitor: Seller;
  day: string | null;
  days: PaperDay[];
  lines: ExportedLine[];
  totals: { documentCount: number; netVnd: number; vatVnd: number; amountVnd: number };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const isExported = (kind: string): kind is ExportedKind =>
  kind === 'sale' || kind === 'refund' || kind === 'void';

/** Lines in the order of their numbers. Throws StatementDefect when they do not sum to the documents. */
export function salesExportOf(
  facts: ExhibitorFacts,
  barcodes: ReadonlyMap<string, string>,
): SalesExportContent {
  const { documents, payments } = facts;
  const backVnd = new Map<string, number>();
  for (const { originalNumber, totalVnd } of documents) {
    if (originalNumber === null) continue;
    backVnd.set(originalNumber, (backVnd.get(originalNumber) ?? 0) + totalVnd);
  }
  const takenBackOf = (document: CountedDocument): ExportedLine['takenBack'] => {
    const back = backVnd.get(numberOf(document));
    if (document.kind !== 'sale' || back === undefined) return 'none';
    return document.totalVnd + back <= 0 ? 'all' : 'some';
  };
  const methodsOf = new Map<string, Set<Method>>();
  for (const { documentId, method } of payments) {
    methodsOf.set(documentId, (methodsOf.get(documentId) ?? new Set()).add(method));
  }
  const linesOf = new Map<string, ExhibitorFacts['lines']>();
  for (const line of facts.lines) {
    linesOf.set(line.documentId, [...(linesOf.get(line.documentId) ?? []), line]);
  }
  const exported = documents.filter(({ kind }) => isExported(kind)).sort(byDayAndNumber);
  const lines = exported.flatMap((document) => {
    const { kind } = document;
    if (!isExported(kind)) return [];
    const sign = kind === 'sale' ? 1 : -1;
    return (linesOf.get(document.id) ?? []).map((line): ExportedLine => ({
      number: numberOf(document),
      day: document.day,
      at: document.at,
      kind,
      originalNumber: document.originalNumber,
      takenBack: takenBackOf(document),
      methods: [...(methodsOf.get(document.id) ?? [])].sort(),
      lineNo: line.lineNo,
      productCode: line.productId === null ? '' : (barcodes.get(line.productId) ?? ''),
      name: line.name,
      unit: line.unit,
      quantityMilli: sign * Math.abs(line.quantityMilli),
      unitVnd: line.unitVnd,
      discountVnd: sign * Math.abs(line.discountVnd),
      netVnd: line.amountVnd - (line.vatVnd ?? 0),
      ratePercent: line.vatRatePercent,
      vatVnd: line.vatVnd,
      amountVnd: line.amountVnd,
    }));
  });
  const totals = {
    documentCount: exported.length,
    netVnd: sum(lines.map(({ netVnd }) => netVnd)),
    vatVnd: sum(lines.map(({ vatVnd }) => vatVnd ?? 0)),
    amountVnd: sum(lines.map(({ amountVnd }) => amountVnd)),
  };
  const soldVnd = sum(exported.map(({ totalVnd }) => totalVnd));
  if (totals.amountVnd !== soldVnd || totals.netVnd + totals.vatVnd !== soldVnd) {
    throw new StatementDefect(`lines sum to ${totals.amountVnd} VND, the documents to ${soldVnd}`);
  }
  return {
    asOf: facts.asOf,
    isProvisional: facts.days.some(({ isSettled }) => !isSettled),
    fair: facts.fair,
    exhibitor: facts.exhibitor,
    day: facts.day,
    days: facts.days,
    lines,
    totals,
  };
}

const numberOf = ({ registerName, epoch, sequence }: CountedDocument) =>
  printedNumber(registerName, epoch, sequence);

const byDayAndNumber = (a: CountedDocument, b: CountedDocument) =>
  a.day.localeCompare(b.day) ||
  a.registerName.localeCompare(b.registerName, 'en', { numeric: true }) ||
  a.epoch - b.epoch ||
  a.sequence - b.sequence;
