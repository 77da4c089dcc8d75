import fc from 'fast-check';
import {
  balanceOf,
  changesHash,
  chargeFor,
  givenDays,
  priceOfSixths,
  rateFor,
  reckon,
  type ChargedAllocation,
  type GivingStep,
  type Rate,
  type Relief,
  type StandingCharge,
} from './fee.rules';
import { feeReference } from './reference.rules';

const booth = (changes: Partial<ChargedAllocation> = {}): ChargedAllocation => ({
  allocationId: 'a1',
  exhibitorId: 'e1',
  exhibitorName: 'HTX chả mực Hạ Long',
  exhibitorKind: 'cooperative',
  delegationId: null,
  delegationNameVi: null,
  delegationNameEn: null,
  bestStar: null,
  boothCode: 'A01',
  zoneCode: 'A',
  boothKind: 'standard',
  widthCm: 300,
  depthCm: 300,
  sixths: [0, 1, 2, 3, 4, 5],
  givenOn: '2026-09-10',
  ...changes,
});

const rate = (id: string, changes: Partial<Rate> = {}): Rate => ({
  id,
  zoneCode: null,
  boothKind: null,
  areaFromM2: null,
  areaBelowM2: null,
  validFrom: null,
  validTo: null,
  per: 'booth',
  priceVnd: 8_000_000,
  vatRatePercent: 8,
  ...changes,
});

const relief = (id: string, changes: Partial<Relief>): Relief => ({
  id,
  ground: 'exhibitor',
  minStar: null,
  exhibitorKind: null,
  exhibitorId: null,
  delegationId: null,
  reason: 'Kế hoạch 12/KH-SCT',
  ...changes,
});

const tariff = (rates: Rate[], reliefs: Relief[] = []) => ({ rates, reliefs, fairDays: 7 });

describe('the tariff', () => {
  const all = rate('all');
  const custom = rate('custom', { boothKind: 'custom' });
  const large = rate('large', { areaFromM2: 18 });
  const zoneB = rate('zoneB', { zoneCode: 'B' });
  const zoneBCustom = rate('zoneBCustom', { zoneCode: 'B', boothKind: 'custom' });
  const early = rate('early', { zoneCode: 'C', validTo: '2026-08-31' });
  const late = rate('late', { zoneCode: 'C', validFrom: '2026-09-01' });
  const rates = [all, custom, large, zoneB, zoneBCustom, early, late];

  it.each<[string, Partial<ChargedAllocation>, string]>([
    ['any booth', {}, 'all'],
    ['a kind', { boothKind: 'custom' }, 'custom'],
    ['a size', { widthCm: 600 }, 'large'],
    ['a size of exactly its lower end', { widthCm: 600, depthCm: 300 }, 'large'],
    ['a size just below it', { widthCm: 599 }, 'all'],
    ['a kind before a size', { boothKind: 'custom', widthCm: 600 }, 'custom'],
    ['a zone before a kind', { zoneCode: 'B', widthCm: 600 }, 'zoneB'],
    ['a kind in a zone before both', { zoneCode: 'B', boothKind: 'custom' }, 'zoneBCustom'],
    ['the last early day', { zoneCode: 'C', givenOn: '2026-08-31' }, 'early'],
    ['the day after', { zoneCode: 'C', givenOn: '2026-09-01' }, 'late'],
  ])('prices %s by the line that says most', (_, changes, id) => {
    expect(rateFor(booth(changes), rates)?.id).toBe(id);
    expect(rateFor(booth(changes), [...rates].reverse())?.id).toBe(id);
  });

  it('says nothing where no line reaches', () => {
    expect(chargeFor(booth(), tariff([zoneB]))).toBeNull();
  });

  it.each([
    ['a booth', rate('r'), {}, 8_000_000, 1_000],
    [
      '7.5 square metres',
      rate('r', { per: 'square_metre', priceVnd: 850_001 }),
      { widthCm: 250 },
      6_375_008,
      7_500,
    ],
    ['seven days', rate('r', { per: 'day', priceVnd: 1_200_000 }), {}, 8_400_000, 7_000],
  ] as const)('charges for %s', (_, line, changes, priceVnd, quantityMilli) => {
    expect(chargeFor(booth(changes), tariff([line]))).toMatchObject({ priceVnd, quantityMilli });
  });
});

describe('a shared booth', () => {
  it('loses no đồng, whoever takes which sixths', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e11 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
        (wholeVnd, takers) => {
          const parts = [0, 1, 2, 3].map((taker) =>
            priceOfSixths(
              wholeVnd,
              takers.flatMap((one, sixth) => (one === taker ? [sixth] : [])),
            ),
          );
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(wholeVnd);
        },
      ),
    );
  });

  it.each([
    [8_000_000, [4_000_000, 4_000_000], [2_666_667, 2_666_666, 2_666_667]],
    [1_000_001, [500_001, 500_000], [333_334, 333_333, 333_334]],
  ])('asks halves and thirds of %d for %j and %j', (wholeVnd, halves, thirds) => {
    const cut = (into: number) =>
      Array.from({ length: into }, (_, part) =>
        priceOfSixths(
          wholeVnd,
          [0, 1, 2, 3, 4, 5].slice((part * 6) / into, ((part + 1) * 6) / into),
        ),
      );
    expect([cut(2), cut(3)]).toEqual([halves, thirds]);
  });
});

describe('what is free, and who pays', () => {
  const ocop = relief('ocop', { ground: 'ocop', minStar: 4 });
  const kind = relief('kind', { ground: 'kind', exhibitorKind: 'cooperative' });
  const hand = relief('hand', { ground: 'exhibitor', exhibitorId: 'e1' });
  const group = relief('group', { ground: 'delegation', delegationId: 'd1' });

  it.each<[string, Partial<ChargedAllocation>, Relief[], string | null, number, string | null]>([
    ['nothing said', {}, [], null, 8_000_000, null],
    ['enough stars', { bestStar: 4 }, [ocop], 'ocop', 0, null],
    ['too few stars', { bestStar: 3 }, [ocop], null, 8_000_000, null],
    ['no stars', {}, [ocop], null, 8_000_000, null],
    ['its kind', {}, [kind], 'kind', 0, null],
    ['another kind', { exhibitorKind: 'household' }, [kind], null, 8_000_000, null],
    ['by hand before its kind', {}, [kind, hand], 'hand', 0, null],
    ['its delegation pays', { delegationId: 'd1' }, [group], 'group', 8_000_000, 'd1'],
    ['another delegation pays', { delegationId: 'd2' }, [group], null, 8_000_000, null],
    ['free, in a delegation that pays', { delegationId: 'd1' }, [group, kind], 'kind', 0, 'd1'],
  ])('%s', (_, changes, reliefs, reliefId, amountVnd, delegationId) => {
    const charge = chargeFor(booth(changes), tariff([rate('r')], reliefs));
    expect(charge).toMatchObject({ reliefId, amountVnd, priceVnd: 8_000_000 });
    expect(charge?.payer.delegationId).toBe(delegationId);
    expect((charge?.amountVnd ?? 0) + (charge?.waivedVnd ?? 0)).toBe(charge?.priceVnd);
    expect(charge?.vatVnd).toBe(amountVnd === 0 ? 0 : 592_593);
  });
});

describe('a reckoning', () => {
  const lines = tariff([rate('r')]);
  const stands = (turn = 1): StandingCharge => ({
    ...chargeFor(booth(), lines)!,
    turn,
    dueOn: '2026-10-15',
  });
  const charged = (standing: StandingCharge | null, lastTurn = standing?.turn ?? 0) => [
    { allocationId: 'a1', lastTurn, standing },
  ];

  it('charges what was never charged', () => {
    expect(reckon([booth()], lines, []).changes).toMatchObject([
      { turn: 1, takenBack: null, made: { amountVnd: 8_000_000 } },
    ]);
  });

  it('changes nothing the second time, nor for a line that was written anew with the same price', () => {
    expect(reckon([booth()], lines, charged(stands())).changes).toEqual([]);
    expect(reckon([booth()], tariff([rate('again')]), charged(stands())).changes).toEqual([]);
  });

  it('takes a wrong charge back and makes another', () => {
    const changes = reckon([booth({ sixths: [0, 1, 2] })], lines, charged(stands())).changes;
    expect(changes).toMatchObject([
      { turn: 3, takenBack: { turn: 1 }, made: { amountVnd: 4_000_000 } },
    ]);
  });

  it('takes back what nobody stands in any more, and charges whoever comes back', () => {
    expect(reckon([], lines, charged(stands())).changes).toMatchObject([
      { turn: 2, takenBack: { turn: 1 }, made: null },
    ]);
    expect(reckon([booth()], lines, charged(null, 2)).changes).toMatchObject([
      { turn: 3, takenBack: null },
    ]);
  });

  it('leaves a charge alone when its line is withdrawn and no other says what the booth costs', () => {
    const { changes, unpriced } = reckon([booth()], tariff([]), charged(stands()));
    expect(changes).toEqual([]);
    expect(unpriced.map(({ boothCode }) => boothCode)).toEqual(['A01']);
  });

  it('has one hash for the same changes, in whatever order they were found', () => {
    const two = [booth(), booth({ allocationId: 'a2', boothCode: 'A02' })];
    const hash = changesHash(reckon(two, lines, []).changes);
    expect(changesHash(reckon([...two].reverse(), lines, []).changes)).toBe(hash);
    const dearer = tariff([rate('r', { priceVnd: 8_000_001 })]);
    expect(changesHash(reckon(two, dearer, []).changes)).not.toBe(hash);
  });
});

it('knows since when a booth is held through moves, shares and undoing', () => {
  const step = (
    id: string,
    day: string,
    freed: string | null,
    given: string | null,
    undoes: string | null = null,
  ) => ({
    id,
    day,
    undoes,
    changes: [
      {
        exhibitorId: 'e1',
        freed: freed === null ? null : { allocationId: freed },
        given: given === null ? null : { allocationId: given },
      },
    ],
  });
  const days = givenDays(
    [
      step('s1', '2026-08-01', null, 'a'),
      step('s2', '2026-09-01', 'a', 'b'),
      step('s3', '2026-09-05', 'b', null),
      step('s4', '2026-09-06', null, 'c', 's3'),
      step('s5', '2026-09-07', null, 'd'),
      step('s6', '2026-09-08', 'seeded', 'e'),
    ],
    '2026-07-01',
  );
  expect(Object.fromEntries(days)).toEqual({
    a: '2026-08-01',
    b: '2026-08-01',
    c: '2026-08-01',
    d: '2026-09-07',
    e: '2026-07-01',
  });
});

it('takes a booth that was held or offered as given when it was confirmed, and keeps that day after', () => {
  type Place = GivingStep['changes'][number]['freed'];
  const step = (id: string, day: string, freed: Place, given: Place, undoes?: string) => ({
    ...{ id, day, undoes: undoes ?? null },
    changes: [{ exhibitorId: 'e1', freed, given }],
  });
  const held: Place = { allocationId: 'h', state: 'held' };
  const offered: Place = { allocationId: 'o', state: 'offered' };
  const confirmed: Place = { allocationId: 'c', state: 'confirmed' };
  const moved: Place = { allocationId: 'm', state: 'confirmed' };
  const back: Place = { allocationId: 'b', state: 'confirmed' };
  const again: Place = { allocationId: 'a', state: 'confirmed' };
  const days = givenDays(
    [
      step('s1', '2026-08-01', null, held),
      step('s2', '2026-08-10', held, offered),
      step('s3', '2026-09-01', offered, confirmed),
      step('s4', '2026-09-05', confirmed, moved),
      step('s5', '2026-09-06', moved, null),
      step('s6', '2026-09-07', null, back, 's5'),
      step('s7', '2026-09-08', confirmed, offered, 's3'),
      step('s8', '2026-09-09', offered, again, 's7'),
    ],
    '2026-07-01',
  );
  expect(['c', 'm', 'b', 'a'].map((id) => days.get(id))).toEqual(Array(4).fill('2026-09-01'));
});

it.each([
  [{ chargedVnd: 0, dueBeforeTodayVnd: 0, paidVnd: 0 }, 0, 0, 0],
  [{ chargedVnd: 8, dueBeforeTodayVnd: 0, paidVnd: 0 }, 8, 0, 0],
  [{ chargedVnd: 8, dueBeforeTodayVnd: 8, paidVnd: 3 }, 5, 0, 5],
  [{ chargedVnd: 8, dueBeforeTodayVnd: 5, paidVnd: 3 }, 5, 0, 2],
  [{ chargedVnd: 8, dueBeforeTodayVnd: 5, paidVnd: 5 }, 3, 0, 0],
  [{ chargedVnd: 8, dueBeforeTodayVnd: 8, paidVnd: 9 }, 0, 1, 0],
  [{ chargedVnd: 4, dueBeforeTodayVnd: 8, paidVnd: 1 }, 3, 0, 3],
])('owes of %j %d, overpaid %d, overdue %d', (sums, owedVnd, overpaidVnd, overdueVnd) => {
  expect(balanceOf(sums)).toMatchObject({ owedVnd, overpaidVnd, overdueVnd });
  expect(owedVnd - overpaidVnd).toBe(sums.chargedVnd - sums.paidVnd);
});

it('gives references of which no wrong letter makes another one', () => {
  const bytes = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(bytes, fc.nat(4), fc.integer({ min: 1, max: 31 }), (some, at, more) => {
      const [one, other] = [
        some,
        some.map((byte, place) => (place === at ? (byte + more) % 32 : byte)),
      ].map(feeReference);
      expect(one).toMatch(/^PH[2-9A-HJ-NP-Z]{6}$/);
      const apart = [...(one ?? '')].filter((letter, place) => letter !== other?.[place]);
      expect(apart).toHaveLength(2);
    }),
  );
});
