import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock, fairMoment } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import { gateNotFound } from '../gate/gate.refusals';
import type { RecordHandCountDto } from './calibration.dto';
import { handCountConflict, handCountNotOver, handCountOverlaps } from './calibration.refusals';
import { HAND_COUNT_MINUTES } from './calibration.rules';
import { HandCount } from './hand-count.entity';

const A_MINUTE_MS = 60_000;
const OLDEST_MS = 7 * 24 * 60 * A_MINUTE_MS;

/**
 * Writes what a person counted by hand beside a machine. The same again is the same. Refuses
 * `gate_not_found`, `hand_count_conflict`, `hand_count_not_over`, `hand_count_overlaps`.
 */
@Injectable()
export class RecordHandCount {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ accountId }: Caller, fairId: string, wanted: RecordHandCountDto): Promise<void> {
    const { id, gateId, method, entries } = wanted;
    const startedAt = wholeMinute(new Date(wanted.startedAt));
    await inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'gate', fairId);
      const fair = await fairOfGate(em, fairId, gateId);
      const known = await em.findOneBy(HandCount, { fairId, id });
      if (known !== null) {
        const isSame =
          known.gateId === gateId.toLowerCase() &&
          known.method === method &&
          known.entries === entries &&
          known.startedAt.getTime() === startedAt.getTime();
        if (!isSame) throw handCountConflict();
        return;
      }
      const receivedAt = this.clock.now();
      const agoMs = receivedAt.getTime() - startedAt.getTime();
      if (!(agoMs >= HAND_COUNT_MINUTES * A_MINUTE_MS && agoMs <= OLDEST_MS)) {
        throw handCountNotOver();
      }
      const [overlap] = await em.query<unknown[]>(
        `SELECT 1 FROM hand_count h
          WHERE h.fair_id = $1 AND h.gate_id = $2 AND h.method = $3
            AND abs(extract(epoch FROM h.started_at - $4::timestamptz)) < $5
            AND NOT EXISTS (SELECT 1 FROM hand_count_struck x
              WHERE x.fair_id = h.fair_id AND x.hand_count_id = h.id)`,
        [fairId, gateId, method, startedAt, HAND_COUNT_MINUTES * 60],
      );
      if (overlap) throw handCountOverlaps();
      const moment = fairMoment(startedAt, fair.timeZone, fair.dayCutMinutes);
      await em.insert(HandCount, {
        fairId,
        id,
        gateId,
        method,
        fairDay: moment.day,
        fromMinute: moment.minute,
        entries,
        countedBy: accountId,
        startedAt,
        receivedAt,
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'hand_count_recorded',
        subjectId: id,
        detail: { gateId, method, entries, startedAt: startedAt.toISOString() },
      });
    });
  }
}

const wholeMinute = (at: Date) => new Date(Math.floor(at.getTime() / A_MINUTE_MS) * A_MINUTE_MS);

async function fairOfGate(em: EntityManager, fairId: string, gateId: string) {
  const [fair]: { timeZone: string; dayCutMinutes: number }[] = await em.query(
    `SELECT f.time_zone AS "timeZone", f.day_cut_minutes AS "dayCutMinutes"
       FROM gate g JOIN fair f ON f.id = g.fair_id WHERE g.fair_id = $1 AND g.id = $2`,
    [fairId, gateId],
  );
  if (!fair) throw gateNotFound(gateId);
  return fair;
}
