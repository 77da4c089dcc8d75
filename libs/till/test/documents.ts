import fc from 'fast-check';
import { bytesToHex } from '@noble/hashes/utils.js';
import { newId } from '@phien/kernel';
import { priceCart } from '../cart/price-cart';
import type { CartLine, PricedCart } from '../cart/price-cart';
import type { ChainHead } from '../chain/chain.rules';
import { genesisHash } from '../chain/chain.rules';
import { TillChain } from '../chain/till-chain';
import type { TillMoment } from '../document/draft';

/** Where a chain of a made-up register starts. */
export function newHead(publicKeySpkiHex = '00'): ChainHead {
  const epoch = { fairId: newId(), registerId: newId(), epoch: 1 };
  const genesis = genesisHash({ ...epoch, publicKeySpkiHex });
  return { ...epoch, sequence: 0, hash: bytesToHex(genesis) };
}

export function newChain(): TillChain {
  return new TillChain(newHead());
}

export function newMoment(changes: Partial<TillMoment> = {}): TillMoment {
  return {
    at: new Date('2025-11-01T02:30:00.000Z'),
    clockOffsetMs: -1_250,
    lastContactAt: new Date('2025-11-01T02:29:30.000Z'),
    exhibitorId: newId(),
    boothId: newId(),
    boothCode: 'A12',
    zoneId: newId(),
    shiftId: newId(),
    cashier: 'Quầy A12',
    ...changes,
  };
}

export const squid: CartLine = {
  productId: newId(),
  name: 'Chả mực Hạ Long',
  classCode: 'I.3.d',
  star: 5,
  quantityMilli: 350,
  unit: 'kg',
  unitVnd: 450_000,
  vatRatePercent: 8,
};

export const tea: CartLine = {
  productId: null,
  name: 'Chè vằng “loại 1”',
  classCode: null,
  star: null,
  quantityMilli: 2_000,
  unit: 'gói',
  unitVnd: 35_000,
  vatRatePercent: null,
};

export function squidAndTea(): PricedCart {
  return priceCart([squid, tea], { payments: [{ method: 'cash', tenderedVnd: 250_000 }] });
}

/** Names as people type them: any well-formed text without U+0000. */
export const names = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((name) => name.length <= 200 && !name.includes('\u0000'));

export const cartLines: fc.Arbitrary<CartLine> = fc
  .record({
    name: names,
    star: fc.constantFrom(null, 3, 4, 5),
    quantityMilli: fc.integer({ min: 1, max: 500_000 }),
    unit: fc.constantFrom('kg', 'hộp', 'chai'),
    unitVnd: fc.integer({ min: 0, max: 3_000_000 }),
    discountPercent: fc.integer({ min: 0, max: 100 }),
    vatRatePercent: fc.constantFrom(null, 0, 5, 8, 10),
  })
  .map(({ discountPercent, ...line }) => ({
    ...line,
    productId: null,
    classCode: null,
    discountVnd: Math.floor(
      ((line.quantityMilli * line.unitVnd) / 100_000) * discountPercent * 0.99,
    ),
  }))
  .map((line) => ({
    ...line,
    discountVnd: Math.min(
      line.discountVnd,
      Math.floor((line.quantityMilli * line.unitVnd) / 1_000),
    ),
  }));

export const carts = fc.array(cartLines, { minLength: 1, maxLength: 6 });
