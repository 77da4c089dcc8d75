import type { Sentence } from '@phien/kernel';
import { countryName, findPlace, successorsOn } from '@phien/places';
import type { ExhibitorKind } from '../exhibitor/exhibitor.entity';
import type { Home } from '../exhibitor/exhibitor-origin.rules';
import { taxCodeFaults } from '../exhibitor/exhibitor.refusals';
import { asTaxCode, PHONE_SHAPE, taxCodeFault } from '../exhibitor/tax-code.rules';
import { isShowable, kindInName, kindNamed, lengthOf, oneLine, yesOrNo } from './cells.rules';
import { Likenesses, sameName } from './likeness.rules';
import { formerDistrictNamed, placeNamed, unitName, type NamedHome } from './place-named.rules';
import * as say from './roster-findings';
import type { Finding } from './roster-findings';
import type { RosterRow } from './roster-row';

/** An exhibitor that the fair has. */
export interface KnownExhibitor extends Home {
  id: string;
  name: string;
  kind: ExhibitorKind;
  taxCode: string | null;
  paysVat: boolean;
  formerDistrict: string | null;
  delegationId: string | null;
  representative: string | null;
  contactPhone: string | null;
}

/** An exhibitor as a row says it; null where the row says nothing. */
export interface SaidExhibitor {
  name: string;
  kind: ExhibitorKind | null;
  taxCode: string | null;
  home: Home;
  formerDistrict: string | null;
  paysVat: boolean | null;
  delegationId: string | null;
  representative: string | null;
  contactPhone: string | null;
}

/** Good rows may be taken at once, doubtful ones wait for a person, known ones would change nothing. */
export type RowState = 'good' | 'doubtful' | 'bad' | 'known';

export interface JudgedExhibitor {
  part: 'exhibitors';
  /** Its place among all rows of the list. */
  at: number;
  row: RosterRow;
  state: RowState;
  findings: Finding[];
  /** Null when the row is bad. */
  said: SaidExhibitor | null;
  /** Who of the fair it is, or looks like. */
  existing: KnownExhibitor | null;
}

export interface ExhibitorsWorld {
  /** The fair's first day: places are as on it. */
  day: string;
  exhibitors: readonly KnownExhibitor[];
  delegations: readonly { id: string; nameVi: string; nameEn: string }[];
}

/** Judges who takes part, one row after the other: a later one may be the same as an earlier one. */
export function exhibitorsJudge(world: ExhibitorsWorld) {
  const reading = readerIn(world);
  const match = matcherIn(world.exhibitors);
  const byId = new Map(world.exhibitors.map((each) => [each.id, each]));
  const firstOf = new Map<string, number>();
  return (at: number, row: RosterRow): JudgedExhibitor => {
    const findings: Finding[] = [];
    const own = byId.get(row.cells.id?.trim().toLowerCase() ?? '') ?? null;
    const said = reading(row, own, findings);
    if (said === null) {
      return { part: 'exhibitors', at, row, state: 'bad', findings, said, existing: null };
    }
    const { existing, isSure, found } = match(own, said);
    const isKindTold = said.kind !== null || kindInName(said.name) !== null;
    if (!isKindTold && !(existing !== null && isSure)) {
      findings.push(say.kindMissing());
      return { part: 'exhibitors', at, row, state: 'bad', findings, said: null, existing: null };
    }
    const differences = existing === null ? [] : differencesOf(said, existing, world.day);
    const isKnown = existing !== null && isSure && differences.length === 0;
    if (existing !== null && !isKnown) {
      findings.push(found ?? say.alreadyHere(existing.name), ...differences);
    }
    if (own === null) findings.push(...repeated(said, row.row, firstOf));
    const isDoubtful = findings.some(({ weight }) => weight === 'doubtful');
    const state = isDoubtful ? 'doubtful' : isKnown ? 'known' : 'good';
    return { part: 'exhibitors', at, row, state, findings, said, existing };
  };
}

/* Twice in the file: the later row is in doubt. */
function repeated(said: SaidExhibitor, row: number, firstOf: Map<string, number>): Finding[] {
  const keys = [
    ['taxCode', said.taxCode],
    ['name', sameName(said.name)],
  ] as const;
  const findings: Finding[] = [];
  for (const [field, value] of keys) {
    if (value === null || value === '') continue;
    const key = `${field}:${value}`;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, row);
    else findings.push(say.sameAsRow(field, first));
  }
  return findings.slice(0, 1);
}

function readerIn({ day, delegations }: ExhibitorsWorld) {
  const places = new Map<string, NamedHome | null>();
  const placeOf = (cells: RosterRow['cells']) => {
    const { place, province, country } = cells;
    const key = [place, province, country].join('\u0001');
    const known = places.get(key);
    if (known !== undefined) return known;
    const named = placeNamed({ place, province, country }, day);
    places.set(key, named);
    return named;
  };
  const delegationIds = new Map(
    delegations.flatMap(({ id, nameVi, nameEn }) => [
      [sameName(nameVi), id],
      [sameName(nameEn), id],
    ]),
  );

  return (
    { cells }: RosterRow,
    own: KnownExhibitor | null,
    findings: Finding[],
  ): SaidExhibitor | null => {
    const text = textsOf(cells, findings);
    const name = text('name', 200);
    if (name === null) findings.push(say.missing('name'));
    const kind = cells.kind === undefined ? null : kindNamed(cells.kind);
    if (cells.kind !== undefined && kind === null) findings.push(say.kindUnknown());
    if (cells.kind === undefined && name !== null && kindInName(name) !== null) {
      findings.push(say.kindFromName());
    }
    const ownHome = own && homeStaysOf(cells, own);
    const named = ownHome === null ? readHome(cells, placeOf, findings, day) : null;
    const home = ownHome ?? named?.home ?? null;
    const paysVat = cells.paysVat === undefined ? null : yesOrNo(cells.paysVat);
    if (cells.paysVat !== undefined && paysVat === null)
      findings.push(say.neitherYesNorNo('paysVat'));
    const said = {
      name: name ?? '',
      kind,
      taxCode: readTaxCode(cells.taxCode, findings),
      formerDistrict: readDistrict(cells.formerDistrict, findings) ?? named?.formerDistrict ?? null,
      paysVat,
      delegationId: readDelegation(cells.delegation, delegationIds, findings),
      representative: text('representative', 200),
      contactPhone: readPhone(cells.contactPhone, findings),
    };
    const isBad = findings.some(({ weight }) => weight === 'bad');
    return isBad || home === null ? null : { ...said, home };
  };
}

/** Reads texts on one line and says what is wrong with them; null when nothing is written. */
export const textsOf =
  (cells: RosterRow['cells'], findings: Finding[]) =>
  (field: string, most: number): string | null => {
    const text = oneLine(cells[field] ?? '');
    if (!isShowable(text)) findings.push(say.notShowable(field));
    if (lengthOf(text) > most) findings.push(say.tooLong(field, most));
    return text === '' ? null : text;
  };

function readTaxCode(typed: string | undefined, findings: Finding[]): string | null {
  if (typed === undefined) return null;
  const code = asTaxCode(typed);
  const fault = taxCodeFault(code);
  if (fault !== null)
    findings.push(say.badBecause('taxCode', `tax_code_${fault}`, taxCodeFaults[fault]));
  else if (/^\d{9}$/.test(typed.trim())) findings.push(say.zeroPutBack(code));
  return code;
}

/* Where an exhibitor of the fair comes from, when its row says so or says nothing. */
function homeStaysOf(cells: RosterRow['cells'], own: KnownExhibitor): Home | null {
  const { countryCode, placeSet, placeCode } = own;
  const { vi, en } = homeName(own);
  const said = [cells.place, cells.province, cells.country].filter(Boolean).join(', ');
  return said === '' || said === vi || said === en
    ? { origin: own.origin, countryCode, placeSet, placeCode }
    : null;
}

function readHome(
  cells: RosterRow['cells'],
  placeOf: (cells: RosterRow['cells']) => NamedHome | null,
  findings: Finding[],
  day: string,
): NamedHome | null {
  const said = [cells.place, cells.province, cells.country].filter(Boolean).join(', ');
  if (said === '') {
    findings.push(say.missing('place'));
    return null;
  }
  const named = placeOf(cells);
  if (named === null) {
    findings.push(say.placeNotFound(said.slice(0, 100)));
    return null;
  }
  if (named.replaced !== null) {
    const { from, to, isOneOfSeveral } = named.replaced;
    const was = from.lives[from.lives.length - 1] ?? from.lives[0];
    const gone = { vi: was.fullNameVi, en: was.fullNameEn };
    findings.push(say.placeReplaced(gone, unitName(to, day), isOneOfSeveral));
  }
  if (named.left !== null) findings.push(say.placeLeft(named.left.slice(0, 100)));
  return named;
}

function readDistrict(typed: string | undefined, findings: Finding[]): string | null {
  if (typed === undefined) return null;
  const code = formerDistrictNamed(typed);
  if (code === null) findings.push(say.districtUnknown(typed.slice(0, 100)));
  return code;
}

function readDelegation(
  typed: string | undefined,
  ids: ReadonlyMap<string, string>,
  findings: Finding[],
): string | null {
  if (typed === undefined) return null;
  const id = ids.get(sameName(typed)) ?? null;
  if (id === null) findings.push(say.delegationNotFound(typed.slice(0, 100)));
  return id;
}

function readPhone(typed: string | undefined, findings: Finding[]): string | null {
  if (typed === undefined) return null;
  const phone = oneLine(typed);
  if (!PHONE_SHAPE.test(phone)) findings.push(say.phoneWrong());
  return phone;
}

interface Match {
  existing: KnownExhibitor | null;
  /** It is that exhibitor, and not somebody who looks alike. */
  isSure: boolean;
  found: Finding | null;
}

function matcherIn(exhibitors: readonly KnownExhibitor[]) {
  const byTaxCode = firstBy(exhibitors, ({ taxCode }) => taxCode);
  const byName = firstBy(exhibitors, ({ name }) => sameName(name));
  const alike = new Likenesses(exhibitors);
  return (own: KnownExhibitor | null, { name, taxCode }: SaidExhibitor): Match => {
    if (own) return { existing: own, isSure: true, found: null };
    const taxed = taxCode === null ? undefined : byTaxCode.get(taxCode);
    if (taxed)
      return { existing: taxed, isSure: true, found: say.looksLike(taxed.name, 'taxCode') };
    const named = byName.get(sameName(name));
    if (named) return { existing: named, isSure: true, found: null };
    const like = alike.find(name);
    return { existing: like, isSure: false, found: like && say.looksLike(like.name, 'name') };
  };
}

function firstBy<Each>(all: readonly Each[], keyOf: (each: Each) => string | null) {
  const found = new Map<string, Each>();
  for (const each of all) {
    const key = keyOf(each);
    if (key !== null && key !== '' && !found.has(key)) found.set(key, each);
  }
  return found;
}

/* Cells that say something else than the fair knows, each with what it knows. */
function differencesOf(said: SaidExhibitor, known: KnownExhibitor, day: string): Finding[] {
  const fields = ['name', 'taxCode', 'representative', 'contactPhone'] as const;
  const findings = fields
    .filter((field) => said[field] !== null && said[field] !== known[field])
    .map((field) => say.differsThere(field, known[field] ?? '–'));
  const differs = (field: 'kind' | 'paysVat' | 'formerDistrict' | 'delegationId') =>
    said[field] !== null && said[field] !== known[field];
  if (differs('kind')) findings.push(say.changesThere('kind'));
  if (differs('paysVat')) findings.push(say.changesThere('paysVat'));
  if (differs('formerDistrict')) findings.push(say.changesThere('formerDistrict'));
  if (differs('delegationId')) findings.push(say.standsThere('delegation'));
  const isHomeSame = isSameHome(said.home, known, day);
  if (!isHomeSame) findings.push(say.homeStands(homeName(known)));
  return findings;
}

/* A place and what it became are one. */
function isSameHome(said: Home, known: Home, day: string): boolean {
  if (said.countryCode !== known.countryCode) return false;
  if (said.placeSet === known.placeSet && said.placeCode === known.placeCode) return true;
  if (known.placeSet === null || known.placeCode === null) return known.countryCode !== 'VN';
  const place = findPlace(known.placeSet, known.placeCode);
  return (
    place !== null &&
    successorsOn(place, day).some(
      ({ set, code }) => set === said.placeSet && code === said.placeCode,
    )
  );
}

/** The full name of where somebody comes from; nothing for a place in Vietnam that nobody named. */
export function homeName({ countryCode, placeSet, placeCode }: Home): Sentence {
  const place = placeSet !== null && placeCode !== null ? findPlace(placeSet, placeCode) : null;
  const life = place?.lives[place.lives.length - 1];
  if (life) return { vi: life.fullNameVi, en: life.fullNameEn };
  return countryCode === 'VN'
    ? { vi: '', en: '' }
    : { vi: countryName(countryCode, 'vi'), en: countryName(countryCode, 'en') };
}
