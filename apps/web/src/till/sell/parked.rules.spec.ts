import { expect, test } from '@playwright/test';
import { totalOf, withFreePrice, withoutItem } from './cart.rules';
import type { Cart } from './cart.rules';
import { emptyCart } from './empty-cart';
import { bringingBack, dropping, parking, puttingBack } from './parked.rules';
import type { Counter } from './parked.rules';

const at = (minute: number) => ({
  at: new Date(Date.UTC(2025, 10, 20, 3, minute)),
  cashier: 'Lan',
});

const cartOf = (unitVnd: number): Cart =>
  withFreePrice(emptyCart(), { name: 'Trà', unit: 'gói', unitVnd, vatRatePercent: null });

const totals = ({ cart, parked }: Counter) => ({
  cart: totalOf(cart),
  parked: parked.map(({ name, cart: each }) => `${name} ${totalOf(each)}`),
});

const start = (unitVnd: number): Counter => ({ cart: cartOf(unitVnd), parked: [] });

test('a cart waits under a name while another customer is served', () => {
  const parked = parking('  khách áo đỏ ')(start(10_000), at(1));
  expect(totals(parked)).toEqual({ cart: 0, parked: ['khách áo đỏ 10000'] });
  expect(parked.parked[0]).toMatchObject({ parkedBy: 'Lan', parkedAt: '2025-11-20T03:01:00.000Z' });
  expect(parking('')(parked, at(2))).toEqual(parked);
});

test('bringing one back parks what is in the cart, under the name it had, and loses neither', () => {
  const first = parking('khách áo đỏ')(start(10_000), at(1));
  const second = parking('')({ ...first, cart: cartOf(20_000) }, at(2));
  const red = second.parked[0]?.cart.saleId ?? '';
  const other = second.parked[1]?.cart.saleId ?? '';
  const back = bringingBack(red)({ ...second, cart: cartOf(30_000) }, at(3));
  expect(totals(back)).toEqual({ cart: 10_000, parked: [' 20000', ' 30000'] });
  expect(back.cart.saleId).toBe(red);
  const turned = bringingBack(other)(back, at(4));
  expect(totals(turned)).toEqual({ cart: 20_000, parked: [' 30000', 'khách áo đỏ 10000'] });
});

test('one that another window has taken is refused, and changes nothing', () => {
  const counter = parking('')(start(10_000), at(1));
  expect(() => bringingBack('gone')(counter, at(2))).toThrow(/parked_ticket_gone/);
  expect(totals(counter)).toEqual({ cart: 0, parked: [' 10000'] });
});

test('a discarded one can be had again where it stood, and only once', () => {
  const first = parking('một')(start(10_000), at(1));
  const both = parking('hai')({ ...first, cart: cartOf(20_000) }, at(2));
  const [ticket] = both.parked;
  if (!ticket) throw new Error('two tickets were parked');
  const dropped = dropping(new Set([ticket.cart.saleId]))(both, at(3));
  expect(totals(dropped).parked).toEqual(['hai 20000']);
  const again = puttingBack(ticket)(puttingBack(ticket)(dropped, at(4)), at(4));
  expect(totals(again).parked).toEqual(['một 10000', 'hai 20000']);
});

test('a cart that was emptied has nobody’s name any more', () => {
  const cart = { ...cartOf(10_000), name: 'khách áo đỏ' };
  expect(withoutItem(cart, cart.items[0]?.key ?? '').name).toBeUndefined();
});
