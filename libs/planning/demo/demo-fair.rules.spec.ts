import { ocop160Plan } from '../plan/ocop-160.plan.rules';
import { isGtin13 } from '../product/gtin.rules';
import { demoCast } from './demo-fair.rules';
import { PUBLISHED_PRODUCERS } from './published-producers';

const plan = ocop160Plan();
const cast = demoCast('demo', '2026-11-20', plan.booths);
const { exhibitors, delegations } = cast;
const products = exhibitors.flatMap((exhibitor) => exhibitor.products);

describe('the cast of a demo fair', () => {
  it('fills all 160 booths, every sixth once', () => {
    const given = exhibitors.flatMap(({ booths }) =>
      booths.flatMap(({ code, from, sixths }) =>
        Array.from({ length: sixths }, (_, at) => `${code}/${from + at}`),
      ),
    );
    const all = plan.booths.flatMap(({ code }) =>
      [0, 1, 2, 3, 4, 5].map((sixth) => `${code}/${sixth}`),
    );
    expect([...given].sort()).toEqual([...all].sort());
  });

  it('has 150 exhibitors with names that differ, shared booths within delegations, and some with two', () => {
    expect(exhibitors).toHaveLength(150);
    expect(new Set(exhibitors.map(({ name }) => name)).size).toBe(150);
    const sharers = new Map<string, Set<string | null>>();
    for (const { booths, delegationKey } of exhibitors) {
      for (const { code, sixths } of booths) {
        if (sixths < 6) sharers.set(code, (sharers.get(code) ?? new Set()).add(delegationKey));
      }
    }
    expect(sharers.size).toBe(18);
    expect([...sharers.values()].every((keys) => keys.size === 1 && !keys.has(null))).toBe(true);
    expect(exhibitors.filter(({ booths }) => booths.length === 2)).toHaveLength(34);
  });

  it('puts two booths of one exhibitor side by side', () => {
    for (const { booths } of exhibitors.filter(({ booths: held }) => held.length === 2)) {
      const [a, b] = booths.map(({ code }) => plan.booths.find((booth) => booth.code === code)!);
      expect([b!.xCm - a!.xCm, b!.yCm - a!.yCm]).toEqual([300, 0]);
    }
  });

  it('keeps Quảng Ninh in zone 1 and guests in zone 2, with foreign ones among them', () => {
    for (const { booths, origin } of exhibitors) {
      expect(booths[0]!.code[0]).toBe(origin === 'inProvince' ? 'A' : 'B');
    }
    const countries = exhibitors
      .filter(({ origin }) => origin === 'foreign')
      .map((e) => e.countryCode);
    expect(new Set(countries)).toEqual(new Set(['TH', 'KR', 'LA', 'CN', 'JP', 'KH']));
    expect(
      new Set(exhibitors.filter((e) => e.origin === 'otherProvince').map((e) => e.placeCode)).size,
    ).toBe(33);
  });

  it('invites every published producer under its own name and marks everyone else as made for the demo', () => {
    const real = exhibitors.filter(({ isDemo }) => !isDemo).map(({ name }) => name);
    expect([...real].sort()).toEqual(PUBLISHED_PRODUCERS.map(({ name }) => name).sort());
    for (const { name, isDemo } of exhibitors) expect(/thử nghiệm/.test(name)).toBe(isDemo);
  });

  it('gives every exhibitor two to eight products, priced in whole thousands, with a barcode of its own', () => {
    for (const exhibitor of exhibitors) {
      expect(exhibitor.products.length).toBeGreaterThanOrEqual(2);
      expect(exhibitor.products.length).toBeLessThanOrEqual(8);
    }
    expect(products.every(({ priceVnd }) => priceVnd >= 5000 && priceVnd % 1000 === 0)).toBe(true);
    expect(products.every(({ barcode }) => isGtin13(barcode))).toBe(true);
    expect(new Set(products.map(({ barcode }) => barcode)).size).toBe(products.length);
  });

  it('prices so that half of the goods cost less than about 100,000 VND', () => {
    const prices = products.map(({ priceVnd }) => priceVnd).sort((a, b) => a - b);
    const median = prices[Math.floor(prices.length / 2)]!;
    expect(median).toBeGreaterThan(70_000);
    expect(median).toBeLessThan(140_000);
  });

  it('charges VAT for enterprises and cooperatives only, 10 % on spirits', () => {
    for (const { kind, products: goods } of exhibitors) {
      const paysVat = kind === 'enterprise' || kind === 'cooperative';
      for (const { classCode, vatRatePercent } of goods) {
        expect(vatRatePercent).toBe(paysVat ? (classCode.startsWith('II.1') ? 10 : 8) : null);
      }
    }
  });

  it('invents no certificate and no star for a producer that exists', () => {
    for (const { isDemo, products: goods, name } of exhibitors) {
      if (isDemo) continue;
      const known = PUBLISHED_PRODUCERS.find((producer) => producer.name === name)!.products;
      for (const product of goods) {
        expect(product.certificateExpiresOn).toBeNull();
        const published = known.find(([published]) => published === product.name);
        expect([product.star, product.starYear]).toEqual(
          published ? [published[2], published[3]] : [null, null],
        );
      }
    }
  });

  it('gives delegations a quota that holds what they use', () => {
    expect(delegations.reduce((sum, { quota }) => sum + quota, 0)).toBe(160 - 39 - 6);
    expect(delegations.every(({ quota }) => quota > 0)).toBe(true);
  });

  it('is the same for the same word, another for another', () => {
    expect(demoCast('demo', '2026-11-20', plan.booths)).toEqual(cast);
    expect(demoCast('other', '2026-11-20', plan.booths)).not.toEqual(cast);
  });

  it('speaks of districts and 63 provinces before the reform', () => {
    const before = demoCast('demo', '2025-06-01', plan.booths).exhibitors;
    expect(before).toHaveLength(150);
    expect(new Set(before.map(({ placeSet }) => placeSet))).toEqual(
      new Set(['63', 'qn-districts', null]),
    );
  });
});
