import { boothsIn, sumsOf, type CountedRow } from './sums.rules';

const AS_OF = new Date('2025-10-20T02:00:00Z');
const row = (more: Partial<CountedRow>): CountedRow => ({
  delegationId: 'd',
  nameVi: 'Đoàn',
  nameEn: 'Delegation',
  quota: 2,
  keptBooths: 0,
  keptFreeSixths: 0,
  keptHeldByOthersSixths: 0,
  givenInsideSixths: 0,
  givenOutsideSixths: 0,
  exhibitors: 0,
  exhibitorsWithoutBooth: 0,
  ...more,
});
const alone = row({ delegationId: null, nameVi: null, nameEn: null, quota: null });
const codes = (notes: { code: string }[]) => notes.map(({ code }) => code);

it('says of each delegation what does not fit together', () => {
  const cases = [
    [row({}), []],
    [row({ keptBooths: 2 }), []],
    [row({ givenInsideSixths: 6, givenOutsideSixths: 6 }), []],
    [row({ givenInsideSixths: 6, givenOutsideSixths: 8 }), ['over_quota']],
    [row({ quota: null, givenOutsideSixths: 99, keptBooths: 1 }), []],
    [row({ quota: 0, givenOutsideSixths: 1 }), ['over_quota']],
    [row({ keptBooths: 1 }), ['cluster_below_quota']],
    [row({ keptBooths: 2, keptHeldByOthersSixths: 3 }), ['cluster_held_by_others']],
  ] as const;
  for (const [counted, expected] of cases) {
    const { rows } = sumsOf(
      [counted, alone],
      { booths: 100, givenSixths: 0, exhibitors: 0, leadsUntil: null },
      AS_OF,
    );
    expect(codes(rows[0]!.notes)).toEqual(expected);
  }
});

it('says of the whole what the fair cannot keep, and when parts are not the whole', () => {
  const two = [row({ quota: 3 }), row({ quota: 2, givenInsideSixths: 6, exhibitors: 1 }), alone];
  const cases = [
    [two, { booths: 5, givenSixths: 6, exhibitors: 1, leadsUntil: null }, []],
    [
      two,
      { booths: 4, givenSixths: 6, exhibitors: 1, leadsUntil: null },
      ['quotas_beyond_booths', 'quotas_beyond_free'],
    ],
    /* One is over its quota, so the other finds less free than it was promised. */
    [
      [row({ quota: 3 }), row({ quota: 1, givenInsideSixths: 12 }), alone],
      { booths: 4, givenSixths: 12, exhibitors: 0, leadsUntil: null },
      ['quotas_beyond_free'],
    ],
    [
      [row({ quota: null }), alone],
      { booths: 4, givenSixths: 0, exhibitors: 0, leadsUntil: null },
      ['quotas_undecided'],
    ],
    [two, { booths: 9, givenSixths: 7, exhibitors: 1, leadsUntil: null }, ['sums_differ']],
    [two, { booths: 9, givenSixths: 6, exhibitors: 2, leadsUntil: null }, ['sums_differ']],
  ] as const;
  for (const [rows, fair, expected] of cases) {
    expect(codes(sumsOf(rows, fair, AS_OF).total.notes)).toEqual(expected);
  }
});

it('adds quotas, gifts and what is left so that the whole is its parts', () => {
  const { rows, total } = sumsOf(
    [row({ quota: 3, givenInsideSixths: 2 }), row({ quota: null, givenOutsideSixths: 5 }), alone],
    { booths: 9, givenSixths: 7, exhibitors: 0, leadsUntil: null },
    AS_OF,
  );
  expect(rows.map(({ quotaLeftSixths }) => quotaLeftSixths)).toEqual([16, null, null]);
  expect(total).toMatchObject({
    quota: 3,
    quotaLeftSixths: 16,
    givenSixths: 7,
    fairFreeSixths: 47,
  });
});

it('tells sixths as booths', () => {
  expect([0, 6, 75, 3, -2, -14].map(boothsIn)).toEqual([
    '0',
    '1',
    '12 3/6',
    '3/6',
    '−2/6',
    '−2 2/6',
  ]);
});
