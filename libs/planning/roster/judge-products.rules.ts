import { foldText } from '@phien/kernel';
import { MOST_PRODUCTS } from '../product/check-product';
import type { ChangeProductDto } from '../product/product.dto';
import { asKept, faultsOf, LARGEST_PRICE_VND, type SaidProduct } from '../product/product.rules';
import { asTaxCode } from '../exhibitor/tax-code.rules';
import { dayIn, starsIn, wholePercent, wholeVnd, yesOrNo } from './cells.rules';
import {
  textsOf,
  type JudgedExhibitor,
  type KnownExhibitor,
  type RowState,
} from './judge-exhibitors.rules';
import { sameName } from './likeness.rules';
import * as say from './roster-findings';
import type { Finding } from './roster-findings';
import type { RosterRow } from './roster-row';

export interface KnownProduct extends SaidProduct {
  id: string;
  exhibitorId: string;
}

/** Who sells it: a row of the list, or an exhibitor that the fair has and the list does not name. */
export type Seller = JudgedExhibitor | KnownExhibitor;

export interface JudgedProduct {
  part: 'products';
  at: number;
  row: RosterRow;
  state: RowState;
  findings: Finding[];
  /** Null when the row is bad. */
  said: SaidProduct | null;
  seller: Seller | null;
  existing: KnownProduct | null;
}

export interface ProductsWorld {
  /** The fair day that it is now. */
  today: string;
  exhibitors: readonly KnownExhibitor[];
  /** Those in a catalogue. */
  products: readonly KnownProduct[];
  classes: readonly { code: string; nameVi: string; nameEn: string }[];
}

const isRow = (seller: Seller): seller is JudgedExhibitor => 'part' in seller;
/** The exhibitor of the fair that sells it, when there is one. */
export const knownSeller = (seller: Seller): KnownExhibitor | null =>
  isRow(seller) ? seller.existing : seller;

/** Judges what they sell, one row after the other; `exhibitors` are the judged rows of the same list. */
export function productsJudge(exhibitors: readonly JudgedExhibitor[], world: ProductsWorld) {
  const sellerOf = sellersIn(exhibitors, world.exhibitors);
  const reading = readerIn(world);
  const catalogues = new Map<Seller, Catalogue>();
  const kept = new Map<string, KnownProduct[]>();
  for (const product of world.products) {
    const before = kept.get(product.exhibitorId);
    if (before) before.push(product);
    else kept.set(product.exhibitorId, [product]);
  }
  const catalogueOf = (seller: Seller) => {
    const begun = catalogues.get(seller);
    if (begun) return begun;
    const catalogue = new Catalogue(kept.get(knownSeller(seller)?.id ?? '') ?? []);
    catalogues.set(seller, catalogue);
    return catalogue;
  };
  return (at: number, row: RosterRow): JudgedProduct => {
    const findings: Finding[] = [];
    const seller = sellerOf(row, findings);
    const catalogue = seller && catalogueOf(seller);
    const existing = catalogue?.find(row.cells.name ?? '') ?? null;
    const said = reading(row, { seller, existing }, findings);
    const judged = { part: 'products', at, row, findings, seller, existing } as const;
    if (said === null) return { ...judged, state: 'bad', said };
    const isKnown = existing !== null && isSameProduct(said, existing);
    if (existing !== null && !isKnown) findings.push(say.productHere(existing.name));
    findings.push(...(catalogue?.take(said, { row: row.row, existing }) ?? []));
    const isBad = findings.some(({ weight }) => weight === 'bad');
    if (isBad) return { ...judged, state: 'bad', said: null };
    const isDoubtful = findings.some(({ weight }) => weight === 'doubtful');
    return { ...judged, state: isDoubtful ? 'doubtful' : isKnown ? 'known' : 'good', said };
  };
}

/* What an exhibitor sells, with what the list would add. */
class Catalogue {
  private readonly rowOf = new Map<string, number>();
  private readonly holderOf = new Map<string, { name: string; id: string | null }>();
  private readonly byName: ReadonlyMap<string, KnownProduct>;
  private count: number;

  constructor(kept: readonly KnownProduct[]) {
    this.byName = new Map(kept.map((product) => [sameName(product.name), product]));
    this.count = kept.length;
    for (const { barcode, name, id } of kept) {
      if (barcode !== null) this.holderOf.set(barcode, { name, id });
    }
  }

  find(name: string): KnownProduct | null {
    return this.byName.get(sameName(name)) ?? null;
  }

  take(
    said: SaidProduct,
    { row, existing }: { row: number; existing: KnownProduct | null },
  ): Finding[] {
    const findings: Finding[] = [];
    const name = sameName(said.name);
    const first = this.rowOf.get(name);
    if (first === undefined) this.rowOf.set(name, row);
    else findings.push(say.productTwice(first));
    const holder = said.barcode === null ? undefined : this.holderOf.get(said.barcode);
    const isItsOwn = holder !== undefined && holder.id !== null && holder.id === existing?.id;
    if (holder && !isItsOwn) findings.push(say.barcodeElsewhere(holder.name));
    else if (said.barcode !== null && !holder) {
      this.holderOf.set(said.barcode, { name: said.name, id: existing?.id ?? null });
    }
    if (existing === null) this.count += 1;
    if (this.count > MOST_PRODUCTS) findings.push(say.catalogueOver(MOST_PRODUCTS));
    return findings;
  }
}

function sellersIn(rows: readonly JudgedExhibitor[], known: readonly KnownExhibitor[]) {
  const byName = new Map<string, Seller>();
  const byTaxCode = new Map<string, Seller>();
  const add = (seller: Seller, name: string, taxCode: string | null) => {
    const folded = sameName(name);
    if (!byName.has(folded)) byName.set(folded, seller);
    if (taxCode !== null && !byTaxCode.has(taxCode)) byTaxCode.set(taxCode, seller);
  };
  for (const row of rows) {
    const { name = '', taxCode } = row.row.cells;
    add(row, name, row.said?.taxCode ?? (taxCode === undefined ? null : asTaxCode(taxCode)));
  }
  /* A row stands for whom it is known to be, whatever it calls them. */
  for (const row of rows) {
    if (row.state === 'known' && row.existing) add(row, row.existing.name, row.existing.taxCode);
  }
  for (const each of known) add(each, each.name, each.taxCode);

  return ({ cells }: RosterRow, findings: Finding[]): Seller | null => {
    const { exhibitor, exhibitorTaxCode } = cells;
    if (exhibitor === undefined && exhibitorTaxCode === undefined) {
      findings.push(say.missing('exhibitor'));
      return null;
    }
    const taxed = exhibitorTaxCode && byTaxCode.get(asTaxCode(exhibitorTaxCode));
    const seller = taxed || byName.get(sameName(exhibitor ?? ''));
    if (!seller) {
      findings.push(say.sellerUnknown((exhibitor ?? exhibitorTaxCode ?? '').slice(0, 100)));
      return null;
    }
    if (isRow(seller) && seller.state === 'bad') findings.push(say.sellerBad(seller.row.row));
    if (isRow(seller) && seller.state === 'doubtful')
      findings.push(say.sellerWaits(seller.row.row));
    return seller;
  };
}

function readerIn({ today, classes }: ProductsWorld) {
  const classOf = new Map(
    classes.flatMap(({ code, nameVi, nameEn }) => [
      [foldText(code), code],
      [sameName(nameVi), code],
      [sameName(nameEn), code],
    ]),
  );
  return (
    { cells }: RosterRow,
    { seller, existing }: { seller: Seller | null; existing: KnownProduct | null },
    findings: Finding[],
  ): SaidProduct | null => {
    const text = textsOf(cells, findings);
    const read = <Value>(
      field: string,
      reader: (typed: string) => Value | null,
      wrong: Finding,
    ): Value | null | undefined => {
      const typed = cells[field];
      if (typed === undefined) return undefined;
      const value = reader(typed);
      if (value === null) findings.push(wrong);
      return value;
    };
    const price = read('priceVnd', wholeVnd, say.priceWrong());
    if (cells.priceVnd === undefined && existing === null) findings.push(say.missing('priceVnd'));
    if ((price ?? 0) > LARGEST_PRICE_VND) findings.push(say.priceWrong());
    if (cells.unit === undefined && existing === null) findings.push(say.missing('unit'));
    const typedClass = cells.classCode;
    const classCode =
      typedClass === undefined
        ? undefined
        : (classOf.get(foldText(typedClass.trim())) ??
          classOf.get(sameName(typedClass)) ??
          typedClass);
    const said: Partial<ChangeProductDto> = {
      name: text('name', 200) ?? undefined,
      classCode,
      priceVnd: price ?? undefined,
      unit: text('unit', 30) ?? undefined,
      vatRatePercent: read('vatRatePercent', wholePercent, say.percentWrong()) ?? undefined,
      star: read('star', starsIn, say.starsWrong()) ?? undefined,
      certificateNumber: text('certificateNumber', 100) ?? undefined,
      certificateIssuedOn:
        read('certificateIssuedOn', dayIn, say.dayWrong('certificateIssuedOn')) ?? undefined,
      certificateExpiresOn:
        read('certificateExpiresOn', dayIn, say.dayWrong('certificateExpiresOn')) ?? undefined,
      barcode: cells.barcode,
      traceUrl: text('traceUrl', 500) ?? undefined,
      isWeighed: read('isWeighed', yesOrNo, say.neitherYesNorNo('isWeighed')) ?? undefined,
    };
    const paysVat = seller === null ? true : sellerPaysVat(seller);
    const wanted = overlaid(existing, said, paysVat);
    const product = asKept(wanted, existing);
    const isClassKnown = classes.some(({ code }) => code === product.classCode);
    const wrong = new Set(
      findings.filter(({ weight }) => weight === 'bad').map(({ field }) => field),
    );
    for (const fault of faultsOf(product, { paysVat, isClassKnown, today, before: existing })) {
      const field = String(fault.details?.field);
      if (!wrong.has(field)) findings.push(say.badBecause(field, fault.code, fault.sentence));
    }
    return findings.some(({ weight }) => weight === 'bad') ? null : product;
  };
}

function sellerPaysVat(seller: Seller): boolean {
  if (!isRow(seller)) return seller.paysVat;
  return seller.said?.paysVat ?? seller.existing?.paysVat ?? true;
}

/* What a row does not say stays as it is. */
function overlaid(
  existing: KnownProduct | null,
  said: Partial<ChangeProductDto>,
  paysVat: boolean,
): ChangeProductDto {
  const before: Partial<ChangeProductDto> = existing ?? {};
  const merged = { name: '', unit: '', priceVnd: 0, ...before };
  for (const [field, value] of Object.entries(said)) {
    if (value !== undefined) Object.assign(merged, { [field]: value });
  }
  return paysVat ? merged : { ...merged, vatRatePercent: said.vatRatePercent ?? null };
}

const isSameProduct = (said: SaidProduct, known: KnownProduct) =>
  (Object.keys(said) as (keyof SaidProduct)[]).every((field) => said[field] === known[field]);
