import type { Sentence } from '@phien/kernel';
import type { EntityManager } from 'typeorm';

/**
 * What names an exhibitor and is never written again: facts, and what was printed or sent of them.
 * What stands above this library is named by its table, as the foreign keys of its rows are.
 */
export const HOLDERS = {
  allocation: { vi: 'gian đã phân', en: 'booths that it was given' },
  application: { vi: 'đơn đăng ký đã nhận', en: 'applications that were accepted' },
  exhibitor_points: { vi: 'lần cho điểm ưu tiên', en: 'entries of priority points' },
  fee_charge: { vi: 'khoản phí gian hàng', en: 'charges for booths' },
  fee_payer: { vi: 'thông báo phí', en: 'fee notices' },
  fee_relief: { vi: 'mục miễn phí', en: 'reliefs from fees' },
  register: { vi: 'máy bán hàng, kèm chứng từ của máy', en: 'tills, with their documents' },
  declared_sale: { vi: 'doanh số đã khai', en: 'sales that it declared' },
  declare_link: { vi: 'liên kết khai doanh số', en: 'links to declare sales' },
  cashier: { vi: 'thu ngân', en: 'cashiers' },
  paper: { vi: 'bản kê đã lập', en: 'statements that were made' },
} as const satisfies Record<string, Sentence>;

const DRAWS: Sentence = { vi: 'lượt bốc thăm đã công bố', en: 'draws that were published' };

/** Something that holds an exhibitor, and how often. */
export interface Holder {
  what: Sentence;
  count: number;
}

const COUNTS = Object.keys(HOLDERS)
  .map(
    (table) =>
      `SELECT exhibitor_id AS id, '${table}' AS holder, count(*)::int AS count FROM ${table}
        WHERE fair_id = $1 AND exhibitor_id = ANY($2) GROUP BY exhibitor_id`,
  )
  .join(' UNION ALL ');
/* The list of a draw is the text that was hashed. */
const DRAWN = `
  SELECT e.id, count(*)::int AS count FROM unnest($2::uuid[]) e (id)
    JOIN draw d ON d.fair_id = $1 AND position('exhibitor ' || e.id IN d.list) > 0
   GROUP BY e.id`;

/** What holds each of some exhibitors; one that nothing holds is not there. */
export async function whatHolds(
  em: EntityManager,
  fairId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Holder[]>> {
  const holders = new Map<string, Holder[]>();
  const add = (id: string, holder: Holder) => holders.set(id, [...(holders.get(id) ?? []), holder]);
  const counts = await em.query<{ id: string; holder: keyof typeof HOLDERS; count: number }[]>(
    COUNTS,
    [fairId, ids],
  );
  for (const { id, holder, count } of counts) add(id, { what: HOLDERS[holder], count });
  const drawn = await em.query<{ id: string; count: number }[]>(DRAWN, [fairId, ids]);
  for (const { id, count } of drawn) add(id, { what: DRAWS, count });
  return holders;
}
