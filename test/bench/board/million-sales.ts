import { RebuildRollups } from '@phien/dashboard';
import { fairDayPlus, fairMoment, systemClock } from '@phien/kernel';
import { makeFair, type SmallFair } from '@phien/planning';
import type { TestTill } from '@phien/sales';
import { PostgresBus } from '@phien/store';
import { openGate } from '@phien/visitors';
import type { DataSource, QueryRunner } from 'typeorm';
import { nowMs } from '../figures';
import { enrolTills } from '../selling';

const SALES = 1_000_000;
const DAYS = 10;
const BOOTHS = 460;

/* From eight in the morning to ten in the evening, the days one after the other as they came. */
const salesFrom = (firstDay: string) => `
  CREATE TEMP TABLE sale AS
  SELECT uuidv7() AS id, t.*, n, date '${firstDay}' + n / ${SALES / DAYS} AS fair_day,
         480 + n % 839 AS fair_minute, 20000 + n % 17 * 5000 AS unit_vnd
    FROM generate_series(0, ${SALES - 1}) n JOIN bench_till t ON t.place = n % ${BOOTHS}`;

const PARTS = [
  `INSERT INTO document_line (fair_id, document_id, line_no, name, class_code, star, quantity_milli,
     unit, unit_vnd, discount_vnd, amount_vnd, vat_rate_percent, vat_vnd)
   SELECT fair_id, id, k, 'Chả mực Hạ Long', (ARRAY['I.3.d', 'I.5.b', 'II.1.a', 'I.4.a', NULL])[1 + (n + k) % 5],
          (ARRAY[3, 4, 5, NULL])[1 + (n + k) % 4], 1000, 'hộp', unit_vnd, 0, unit_vnd, 8, unit_vnd * 8 / 108
     FROM sale, generate_series(1, 2) k`,
  `INSERT INTO document_payment (fair_id, document_id, payment_no, method, amount_vnd, tendered_vnd, change_vnd)
   SELECT fair_id, id, 1, CASE WHEN n % 3 = 0 THEN 'vietqr' ELSE 'cash' END, 2 * unit_vnd,
          CASE WHEN n % 3 > 0 THEN 2 * unit_vnd END, CASE WHEN n % 3 > 0 THEN 0 END
     FROM sale`,
  `INSERT INTO document (fair_id, id, register_id, epoch, sequence, kind, exhibitor_id, booth_id, zone_id, shift_id,
     cashier, total_vnd, till_at, corrected_at, received_at, fair_day, fair_minute, flags)
   SELECT fair_id, id, register_id, 1, 2 + n / ${BOOTHS}, 'sale', exhibitor_id, booth_id, zone_id, register_id,
          'Thu ngân', 2 * unit_vnd, now(), now(), now(), fair_day, fair_minute, '{}'
     FROM sale`,
  `INSERT INTO document (fair_id, id, register_id, epoch, sequence, kind, exhibitor_id, booth_id, zone_id, shift_id,
     cashier, total_vnd, float_vnd, till_at, corrected_at, received_at, fair_day, fair_minute, flags)
   SELECT fair_id, uuidv7(), register_id, 1, 1, 'shift_open', exhibitor_id, booth_id, zone_id, register_id,
          'Thu ngân', 0, 500000, now(), now(), now(), day, 470, '{}'
     FROM bench_till, (SELECT DISTINCT fair_day AS day FROM sale) d`,
];

const COUNTS = `
  INSERT INTO gate_count (fair_id, gate_id, device_id, epoch, sequence, id, entries, exits, undone_entries,
    undone_exits, entries_added, exits_added, counted_by, counted_at, received_at, fair_day, fair_minute)
  SELECT $1::uuid, $2::uuid, $2::uuid, 1, n, uuidv7(), 10 * n, 0, 0, 0, 10, 0, $3::uuid, now(), now(),
         $4::date + ((n - 1) / 840), 480 + (n - 1) % 840
    FROM generate_series(1, 840 * ${DAYS}) n`;

/**
 * A fair of ten days, the last of them today, whose ledger holds a million sales and whose rollups
 * were made by the product. Rows go straight into the tables, parts before their documents as
 * everywhere, with foreign keys and triggers asleep; without the chain of links, which no board reads.
 */
export async function makeMillionSales(url: string, source: DataSource): Promise<SmallFair> {
  const today = fairMoment(systemClock.now(), 'Asia/Ho_Chi_Minh', 0).day;
  const days = Array.from({ length: DAYS }, (_, n) => fairDayPlus(today, n + 1 - DAYS));
  const fair = await makeFair(source.manager, { booths: BOOTHS, days });
  const gate = await openGate(source.manager, fair.fairId);
  const tills = await enrolTills(source.manager, fair, BOOTHS);
  const startedAt = nowMs();
  const db = source.createQueryRunner();
  try {
    await db.query(`SET session_replication_role = replica`);
    await db.query(`SET synchronous_commit = off`);
    await db.query(
      `CREATE TEMP TABLE bench_till (place integer, fair_id uuid, register_id uuid, exhibitor_id uuid, booth_id uuid, zone_id uuid)`,
    );
    await insertTills(db, tills);
    await db.query(salesFrom(days[0]!));
    await db.query(`ANALYZE sale`);
    for (const insert of PARTS) await db.query(insert);
    await db.query(COUNTS, [fair.fairId, gate.gateId, gate.accountId, days[0]]);
    await db.query(`DROP TABLE sale, bench_till`);
    await db.query(`RESET ALL`);
  } finally {
    await db.release();
  }
  const filledAt = nowMs();
  await source.query(`ANALYZE`);
  const bus = new PostgresBus(url);
  try {
    await new RebuildRollups(source, systemClock, bus).run(fair.fairId);
  } finally {
    await bus.close();
  }
  const seconds = (ms: number) => (ms / 1_000).toFixed(0);
  console.log(
    `a million sales of two lines in ${DAYS} days at ${BOOTHS} booths: written in ${seconds(filledAt - startedAt)} s, analysed and rebuilt in ${seconds(nowMs() - filledAt)} s`,
  );
  return fair;
}

async function insertTills(db: QueryRunner, tills: readonly TestTill[]) {
  const rows = tills.map(({ registerId, place }, n) => ({ ...place, registerId, place: n }));
  await db.query(
    `INSERT INTO bench_till
     SELECT place, "fairId", "registerId", "exhibitorId", "boothId", "zoneId"
       FROM json_to_recordset($1) AS x (place integer, "fairId" uuid, "registerId" uuid, "exhibitorId" uuid,
         "boothId" uuid, "zoneId" uuid)`,
    [JSON.stringify(rows)],
  );
}
