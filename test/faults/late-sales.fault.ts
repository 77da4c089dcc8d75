import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import { sellAllTheWhile } from './killing';
import { Shop } from './shop';

interface Difference {
  documentCount: number;
  booths: { boothId: string; documentCount: number }[];
}

interface Closing {
  revision: number;
  documentCount: number;
  measuredVnd: number;
  hash: string;
  difference: Difference | null;
}

export const fault: Fault = {
  name: 'late sales',
  promise:
    'while tills go on selling into a closed day, every late sale is in the next revision and named there, and no earlier revision changes',
  control: 'a revision that is brought up to date in the place of a new one',
  storyOfShortForm: 'libs/reports/closing/close-due-days.db.spec.ts',
  async run({ seed, isShort, isProtected }, open) {
    const shop = await Shop.open(await open());
    const chance = new Chance(String(seed), 'late-sales');
    const [late, ...others] = await shop.tills(isShort ? 3 : 9, { batch: 5 });
    if (!late) throw new Error('a till that comes late');
    const revisions = isShort ? 3 : 10;
    const sales = isShort ? 11 : 37;
    const faults = {
      'late sales': sales,
      'closed again': revisions,
      'tills selling': others.length,
    };

    const close = (reason: string) =>
      shop.organizer.post<Closing>(`/api/fairs/${shop.fairId}/days/${shop.day}/closings`, {
        reason,
      });
    const kept = new Map<number, string>();
    const work = sellAllTheWhile(others, chance);
    await shop.organizer.post(`/api/fairs/${shop.fairId}/days/${shop.day}/closings`);
    kept.set(1, await asItIs(shop, 1));

    let unnamed = 0;
    for (let again = 0; again < revisions; again += 1) {
      const from = Math.floor((again * sales) / revisions);
      const to = Math.floor(((again + 1) * sales) / revisions);
      for (let sale = from; sale < to; sale += 1) late.sell(10_000 + 1_000 * chance.below(90));
      await late.drain();
      const closing = await close('máy về muộn');
      const ids = late.issued.slice(from, to).map(({ document }) => document.id);
      unnamed += ids.length - (await heldBy(shop, closing.revision, ids));
      const { boothId } = late.enrolment;
      const named = closing.difference?.booths.find((booth) => booth.boothId === boothId);
      unnamed += Math.abs(ids.length - (named?.documentCount ?? 0));
      kept.set(closing.revision, await asItIs(shop, closing.revision));
      if (!isProtected) await bringUpToDate(shop, closing.revision - 1);
    }
    await work.end();
    await close('hết hàng chờ').catch(() => undefined);

    let changed = 0;
    for (const [revision, before] of kept) {
      if ((await asItIs(shop, revision)) !== before) changed += 1;
    }
    return count(shop, [late, ...others], faults, {
      'late sales unnamed': unnamed,
      'revisions changed': changed,
      'difference of the last revision VND': await lastDifferenceVnd(shop),
      'parts that do not sum': await partsThatDoNotSum(shop),
    });
  },
};

/** Everything that a revision consists of, as one text. */
async function asItIs(shop: Shop, revision: number): Promise<string> {
  const [row] = await shop.query<{ text: string }>(
    `SELECT concat(
       (SELECT c::text FROM closing c WHERE c.fair_id = $1 AND c.day = $2 AND c.revision = $3),
       (SELECT string_agg(h::text, ',' ORDER BY h.register_id, h.epoch) FROM closing_head h
         WHERE h.fair_id = $1 AND h.day = $2 AND h.revision = $3),
       (SELECT string_agg(d.document_id::text, ',' ORDER BY d.document_id) FROM closing_document d
         WHERE d.fair_id = $1 AND d.day = $2 AND d.revision = $3)) AS text`,
    [shop.fairId, shop.day, revision],
  );
  return row?.text ?? '';
}

/** How many of the documents the revision was the first to hold. */
async function heldBy(shop: Shop, revision: number, ids: readonly string[]): Promise<number> {
  const [row] = await shop.query<{ count: number }>(
    `SELECT count(*)::int FROM closing_document
      WHERE fair_id = $1 AND revision = $2 AND document_id = ANY($3)`,
    [shop.fairId, revision, ids],
  );
  return row?.count ?? 0;
}

/** Between the last revision and the ledger, once nobody sells any more. */
async function lastDifferenceVnd(shop: Shop): Promise<number> {
  const [row] = await shop.query<{ vnd: string }>(
    `SELECT abs((SELECT total_vnd FROM closing WHERE fair_id = $1 AND day = $2 ORDER BY revision DESC LIMIT 1)
       - (SELECT sum(total_vnd) FROM document WHERE fair_id = $1 AND fair_day = $2)) AS vnd`,
    [shop.fairId, shop.day],
  );
  return Number(row?.vnd);
}

/** Revisions whose count or sum is not that of the documents up to them. */
async function partsThatDoNotSum(shop: Shop): Promise<number> {
  const [row] = await shop.query<{ count: number }>(
    `SELECT count(*)::int FROM closing c CROSS JOIN LATERAL (
       SELECT count(*) AS count, coalesce(sum(d.total_vnd), 0) AS vnd FROM closing_document x
         JOIN document d ON d.fair_id = x.fair_id AND d.id = x.document_id
        WHERE x.fair_id = c.fair_id AND x.day = c.day AND x.revision <= c.revision) f
      WHERE c.fair_id = $1 AND (c.document_count, c.total_vnd) IS DISTINCT FROM (f.count, f.vnd)`,
    [shop.fairId],
  );
  return row?.count ?? 0;
}

/* As who has the database could do, past the trigger that lets nobody: all that is in by now. */
async function bringUpToDate(shop: Shop, revision: number): Promise<void> {
  await shop.query(
    `DO $$ BEGIN SET LOCAL session_replication_role = replica;
       UPDATE closing c SET document_count = f.count, total_vnd = f.vnd
         FROM (SELECT count(*) AS count, sum(total_vnd) AS vnd FROM document
           WHERE fair_id = '${shop.fairId}' AND fair_day = '${shop.day}') f
        WHERE c.fair_id = '${shop.fairId}' AND c.revision = ${revision}; END $$`,
  );
}
