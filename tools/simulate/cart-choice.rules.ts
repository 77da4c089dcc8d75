import type { CartLine, CartPayment } from '@phien/till';
import { grossVnd } from '@phien/till';
import type { Chance } from './chance.rules';
import { loadProfile } from './load-profile';

/** What an exhibitor sells, as its till knows it. */
export interface SoldProduct {
  id: string;
  name: string;
  classCode: string | null;
  star: number | null;
  priceVnd: number;
  unit: string;
  vatRatePercent: number | null;
}

export interface ChosenCart {
  lines: CartLine[];
  /** Taken off so that cash need not be counted below the smallest note. */
  discountVnd: number;
  payment: CartPayment['method'];
}

const smallestNoteVnd = 1_000;
const notesVnd = [10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
/* Sold by weight on a scale that shows 50 g. */
const weighed = { unit: 'kg', stepMilli: 50 };

/**
 * What one customer buys: products of this exhibitor for about a log-normal ticket, on so many lines
 * as the profile says, and how it is paid. A seller without products rings up an amount.
 */
export function chooseCart(products: readonly SoldProduct[], chance: Chance): ChosenCart {
  const { ticket, paymentMix } = loadProfile;
  const wishedVnd = Math.max(
    ticket.roundToVnd,
    Math.round(chance.logNormal(ticket.medianVnd, ticket.p90Vnd) / ticket.roundToVnd) *
      ticket.roundToVnd,
  );
  const lines = products.length === 0 ? [amountOnly(wishedVnd)] : fill(products, wishedVnd, chance);
  const drawn = chance.next();
  const payment =
    drawn < paymentMix.cash
      ? 'cash'
      : drawn < paymentMix.cash + paymentMix.vietqr
        ? 'vietqr'
        : chance.pick(['card', 'wallet'] as const);
  const totalVnd = lines.reduce((sum, line) => sum + grossVnd(line.quantityMilli, line.unitVnd), 0);
  return { lines, payment, discountVnd: payment === 'cash' ? totalVnd % smallestNoteVnd : 0 };
}

function amountOnly(unitVnd: number): CartLine {
  return {
    productId: null,
    name: 'Hàng chưa có trong danh mục',
    classCode: null,
    star: null,
    quantityMilli: 1_000,
    unit: 'phần',
    unitVnd,
    vatRatePercent: null,
  };
}

function fill(products: readonly SoldProduct[], wishedVnd: number, chance: Chance): CartLine[] {
  const taken = takeWithin(products, wishedVnd, chance);
  let leftVnd = wishedVnd;
  return taken.map((product, at) => {
    const others = taken.slice(at + 1);
    const sparedVnd = others.reduce((sum, other) => sum + leastVnd(other), 0);
    const spendableVnd = leftVnd - sparedVnd;
    const shareVnd = others.length === 0 ? leftVnd : spendableVnd * (0.2 + 0.6 * chance.next());
    const quantityMilli = quantityFor(product, shareVnd);
    leftVnd -= grossVnd(quantityMilli, product.priceVnd);
    return {
      productId: product.id,
      name: product.name,
      classCode: product.classCode,
      star: product.star,
      quantityMilli,
      unit: product.unit,
      unitVnd: product.priceVnd,
      vatRatePercent: product.vatRatePercent,
    };
  });
}

/** Products of which the ticket covers at least the least one can buy; the cheapest when it covers none. */
function takeWithin(
  products: readonly SoldProduct[],
  wishedVnd: number,
  chance: Chance,
): SoldProduct[] {
  const most = lineCount(chance);
  const taken: SoldProduct[] = [];
  let leftVnd = wishedVnd;
  for (const product of chance.shuffled(products)) {
    if (taken.length === most) break;
    if (leastVnd(product) > leftVnd) continue;
    taken.push(product);
    leftVnd -= leastVnd(product);
  }
  if (taken.length > 0) return taken;
  return [products.reduce((a, b) => (leastVnd(b) < leastVnd(a) ? b : a))];
}

function stepMilliOf(product: SoldProduct): number {
  return product.unit === weighed.unit ? weighed.stepMilli : 1_000;
}

function leastVnd(product: SoldProduct): number {
  return grossVnd(stepMilliOf(product), product.priceVnd);
}

/**
 * Geometric, cut at the profile's longest. Drawn longer than the profile's mean: a ticket that covers
 * only some of a booth's two or three products shortens it again, to about that mean.
 */
function lineCount(chance: Chance): number {
  const { mean, max } = loadProfile.linesWished;
  let count = 1;
  while (count < max && chance.happens(1 - 1 / mean)) count += 1;
  return count;
}

function quantityFor(product: SoldProduct, shareVnd: number): number {
  const steps = Math.round(shareVnd / Math.max(1, leastVnd(product)));
  return Math.min(Math.max(steps, 1), 500) * stepMilliOf(product);
}

/** The notes a customer hands over: exact now and then, else up to the next note that covers it. */
export function tenderFor(amountVnd: number, chance: Chance): number {
  if (chance.happens(0.25)) return amountVnd;
  const noteVnd = chance.pick(notesVnd);
  return Math.ceil(amountVnd / noteVnd) * noteVnd;
}

export type AfterSale = 'nothing' | 'refund' | 'void';

/** What becomes of a sale right after it. */
export function chooseAfterSale(chance: Chance): AfterSale {
  const drawn = chance.next();
  if (drawn < loadProfile.voidShare) return 'void';
  return drawn < loadProfile.voidShare + loadProfile.refundShare ? 'refund' : 'nothing';
}

/** The drawer is counted right as a rule, and a note off at times. */
export function countDrawer(expectedVnd: number, chance: Chance): number {
  const offVnd = chance.happens(0.05) ? chance.pick([-20_000, -10_000, 10_000]) : 0;
  return Math.max(0, expectedVnd + offVnd);
}
