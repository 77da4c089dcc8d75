import { kindInName } from './cells.rules';
import type { JudgedExhibitor, KnownExhibitor } from './judge-exhibitors.rules';
import { knownSeller, type JudgedProduct, type Seller } from './judge-products.rules';
import type { JudgedRow } from './judge-roster.rules';
import type { SaidProduct } from '../product/product.rules';

/** What a doubtful row means: somebody new, or the one that the fair has. */
export type TakenAs = 'new' | 'existing';

export interface TakingWish {
  /** Good rows that are not wanted, by their place in the list. */
  left: readonly number[];
  /** Doubtful rows that are wanted. */
  doubtful: readonly { at: number; as: TakenAs }[];
}

export type ExhibitorWrite = Omit<KnownExhibitor, 'id'>;

export interface TakingPlan {
  addedExhibitors: { at: number; exhibitor: ExhibitorWrite }[];
  changedExhibitors: { id: string; before: KnownExhibitor; after: KnownExhibitor }[];
  /** `sellerAt` is a row that is added; else the exhibitor has an id. */
  addedProducts: { seller: { at: number } | { id: string }; product: SaidProduct }[];
  changedProducts: { id: string; exhibitorId: string; before: SaidProduct; after: SaidProduct }[];
}

/** What taking a list would write; null when a wish names a row that cannot be taken so. */
export function planTaking(judged: readonly JudgedRow[], wish: TakingWish): TakingPlan | null {
  const left = new Set(wish.left);
  const asked = new Map(wish.doubtful.map(({ at, as }) => [at, as]));
  const plan: TakingPlan = {
    addedExhibitors: [],
    changedExhibitors: [],
    addedProducts: [],
    changedProducts: [],
  };
  for (const { at, state, existing } of judged) {
    const as = asked.get(at);
    if (as !== undefined && (state !== 'doubtful' || (as === 'existing' && existing === null)))
      return null;
  }
  if (asked.size > 0 && ![...asked.keys()].every((at) => judged.some((row) => row.at === at)))
    return null;
  const takenAs = (row: JudgedRow): TakenAs | null => {
    if (row.state === 'doubtful') return asked.get(row.at) ?? null;
    return row.state === 'good' && !left.has(row.at) ? 'new' : null;
  };
  const isAdded = new Set<JudgedExhibitor>();
  const isHere = new Set<JudgedExhibitor>();
  for (const row of judged) {
    if (row.part !== 'exhibitors' || row.said === null) continue;
    const as = takenAs(row);
    if (row.state === 'known') isHere.add(row);
    if (as === 'new') {
      isAdded.add(row);
      plan.addedExhibitors.push({ at: row.at, exhibitor: newExhibitor(row) });
    } else if (as === 'existing' && row.existing) {
      isHere.add(row);
      plan.changedExhibitors.push({ id: row.existing.id, ...changeOf(row, row.existing) });
    }
  }
  const sellerIn = (seller: Seller): { at: number } | { id: string } | null => {
    if (!('part' in seller)) return { id: seller.id };
    if (isAdded.has(seller)) return { at: seller.at };
    return isHere.has(seller) && seller.existing ? { id: seller.existing.id } : null;
  };
  for (const row of judged) {
    if (row.part === 'products') planProduct(row, { plan, as: takenAs(row), sellerIn });
  }
  return plan;
}

function planProduct(
  { said, seller, existing, state }: JudgedProduct,
  {
    plan,
    as,
    sellerIn,
  }: {
    plan: TakingPlan;
    as: TakenAs | null;
    sellerIn: (seller: Seller) => { at: number } | { id: string } | null;
  },
): void {
  if (said === null || seller === null) return;
  const sold = sellerIn(seller);
  if (sold === null) return;
  /* Known of whom the row looked like: of somebody new it is new. */
  const isNewAgain = 'at' in sold && (state === 'known' || as === 'existing');
  if (as === 'new' || isNewAgain) plan.addedProducts.push({ seller: sold, product: said });
  else if (as === 'existing' && existing && knownSeller(seller)) {
    const { id, exhibitorId, ...before } = existing;
    plan.changedProducts.push({ id, exhibitorId, before, after: said });
  }
}

function newExhibitor({ said, existing }: JudgedExhibitor): ExhibitorWrite {
  if (said === null) throw new Error('a bad row is never taken');
  const { home, kind, paysVat, ...exhibitor } = said;
  return {
    ...exhibitor,
    ...home,
    /* A row that tells none is one that the fair has. */
    kind: kind ?? kindInName(said.name) ?? existing?.kind ?? 'enterprise',
    paysVat: paysVat ?? true,
  };
}

/* Where it comes from stands for good, and so does the delegation: figures are made from them. */
function changeOf({ said }: JudgedExhibitor, before: KnownExhibitor) {
  const after = {
    ...before,
    name: said?.name ?? before.name,
    kind: said?.kind ?? before.kind,
    taxCode: said?.taxCode ?? before.taxCode,
    paysVat: said?.paysVat ?? before.paysVat,
    formerDistrict: said?.formerDistrict ?? before.formerDistrict,
    representative: said?.representative ?? before.representative,
    contactPhone: said?.contactPhone ?? before.contactPhone,
  };
  return { before, after };
}
