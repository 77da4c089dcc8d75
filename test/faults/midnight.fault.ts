import { FairServer } from '../fair-server';
import { eventually } from '../trade-day/caller';
import { count } from './count';
import type { Fault, Found } from './fault';
import { FaultTill } from './fault-till';
import { Shop } from './shop';

/** The last night of a year, and on the first of January the fair is shut. */
const NIGHT = [
  '2025-12-31T23:59:59+07:00',
  '2026-01-01T00:00:00+07:00',
  '2026-01-01T03:59:59+07:00',
  '2026-01-01T04:00:00+07:00',
];
const BEFORE_THE_NIGHT = '2025-12-31T20:00:00+07:00';
const AFTER_THE_NIGHT = '2026-01-01T05:00:00+07:00';
const ALL_IS_OVER = '2026-01-02T05:00:00+07:00';
const SHUT = '2026-01-01';

/** Of each sale of the night, by the minute at which the fair's days are cut. */
const RIGHT_DAYS = {
  0: ['2025-12-31', SHUT, SHUT, SHUT],
  240: ['2025-12-31', '2025-12-31', '2025-12-31', SHUT],
} as const;
type Cut = keyof typeof RIGHT_DAYS;

interface Row {
  day: string;
  revision: number | null;
  measuredVnd: number | null;
}

export const fault: Fault = {
  name: 'midnight',
  promise:
    "around the midnight of a year's end every sale is booked and closed under its day in the fair's zone, by either day cut, whatever zone the server stands in",
  control: 'a fair that takes the zone of its server for its own',
  storyOfShortForm: 'libs/reports/closing/midnight.db.spec.ts',
  async run({ isProtected }) {
    const zones = isProtected ? ['UTC', 'America/Los_Angeles'] : ['America/Los_Angeles'];
    let all: Found | undefined;
    for (const timeZone of zones) {
      const server = await FairServer.open({ timeZone, opensAt: BEFORE_THE_NIGHT });
      try {
        const nights: Night[] = [];
        for (const cut of [0, 240] as const) {
          const zoneOfFair = isProtected ? 'Asia/Ho_Chi_Minh' : timeZone;
          nights.push(await openFor(server, cut, zoneOfFair));
        }
        /* Phones that were away all night: what they sold comes at once. */
        await server.moveClock(AFTER_THE_NIGHT);
        for (const { till } of nights) await till.drain();
        await server.moveClock(ALL_IS_OVER);
        for (const night of nights) {
          const found = await lookBack(night, isProtected ? 90_000 : 5_000);
          all = all ? together(all, found) : found;
        }
      } finally {
        await server.close();
      }
    }
    if (!all) throw new Error('a night');
    return all;
  },
};

interface Night {
  shop: Shop;
  till: FaultTill;
  right: readonly string[];
}

async function openFor(server: FairServer, cut: Cut, timeZone: string): Promise<Night> {
  const shop = await Shop.open(server);
  await shop.query(`UPDATE fair SET day_cut_minutes = $2, time_zone = $3 WHERE id = $1`, [
    ...[shop.fairId, cut, timeZone],
  ]);
  await shop.query(`UPDATE fair_day SET is_open = false WHERE fair_id = $1 AND day = $2`, [
    ...[shop.fairId, SHUT],
  ]);
  const { code } = await shop.nextBooth();
  const now = { ms: 0 };
  const till = await FaultTill.enrol(server.url, code, () => now.ms);
  for (const [at, instant] of NIGHT.entries()) {
    now.ms = Date.parse(instant);
    till.sell(amountVnd(at));
  }
  return { shop, till, right: RIGHT_DAYS[cut] };
}

async function lookBack({ shop, till, right }: Night, patienceMs: number): Promise<Found> {
  const booked = await shop.query<{ vnd: string; day: string }>(
    `SELECT total_vnd AS vnd, fair_day::text AS day FROM document WHERE fair_id = $1`,
    [shop.fairId],
  );
  const dayOf = (at: number) => booked.find(({ vnd }) => Number(vnd) === amountVnd(at))?.day;
  const wrongDay = right.filter((day, at) => dayOf(at) !== day).length;

  const days = [...new Set(right)];
  const closed = async () =>
    (await shop.organizer.get<Row[]>(`/api/fairs/${shop.fairId}/days`)).filter(
      ({ revision }) => revision !== null,
    );
  /* The worker looks once when it starts, and then every minute. */
  const areClosed = async () => (await closed()).length >= days.length;
  await eventually(areClosed, patienceMs).catch(() => undefined);
  const soldOn = (day: string) =>
    right.reduce((sum, of, at) => sum + (of === day ? amountVnd(at) : 0), 0);
  const rows = await closed();
  const wronglyClosed = days.filter(
    (day) => rows.find((row) => row.day === day)?.measuredVnd !== soldOn(day),
  ).length;
  const faults = { nights: 1, 'sales at a border': NIGHT.length };
  return count(shop, [till], faults, { 'wrong day': wrongDay, 'wrongly closed': wronglyClosed });
}

/* Each sale another, so that it is known by what it costs. */
const amountVnd = (at: number) => 1_000 * 2 ** at;

function together(one: Found, other: Found): Found {
  const sum = (a: Record<string, number>, b: Record<string, number>) =>
    Object.fromEntries(Object.keys(b).map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));
  const { faults, broken, boardLagMs, ...counts } = one;
  const { faults: _, broken: __, boardLagMs: ___, ...more } = other;
  return {
    ...(sum(counts, more) as typeof counts),
    faults: sum(faults, other.faults),
    broken: sum(broken, other.broken),
    boardLagMs: Math.max(boardLagMs, other.boardLagMs),
  };
}
