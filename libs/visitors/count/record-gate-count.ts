import { Inject, Injectable } from '@nestjs/common';
import { Clock, fairMoment, isId, newId } from '@phien/kernel';
import { FAIR_STATE_RULES, fairIsDraft, type FairState } from '@phien/planning';
import { announce, FactsBell, inTransaction, lockExclusive, lockShared } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import { gateNotFound } from '../gate/gate.refusals';
import type { GateCounterDto, GateCountDto } from './gate-count.dto';
import { GateCount } from './gate-count.entity';
import { countRefused, deviceNeedsKey } from './gate-count.refusals';
import { believedInstant, judgeCount, standingEntries, standingExits } from './gate-count.rules';

/** A clicker in somebody's hand, or a sensor that has proved its key. */
export type WhoCounts = { fairId: string; gateId: string } & (
  | { accountId: string; sensorId?: undefined }
  | { sensorId: string; accountId?: undefined }
);

interface FairOfGate {
  timeZone: string;
  dayCutMinutes: number;
  state: FairState;
  isSensor: boolean;
}

/**
 * Stores a device's cumulative counter once and answers where that counter stands. The same word
 * again changes nothing. Refuses `gate_not_found`, `fair_is_draft`, `device_needs_key`, `undone_exceeds_counted`,
 * `count_conflict`, `counter_went_backwards`.
 */
@Injectable()
export class RecordGateCount {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly bell: FactsBell,
  ) {}

  async run(who: WhoCounts, count: GateCountDto): Promise<GateCounterDto> {
    const { state, isNew } = await inTransaction(this.source, async (em) => {
      const deviceId = count.deviceId.toLowerCase();
      const fair = await this.fairOfGate(em, who, deviceId);
      if (fair.isSensor !== (who.sensorId === deviceId)) throw deviceNeedsKey();
      const counter = {
        fairId: who.fairId,
        gateId: who.gateId,
        deviceId,
        epoch: count.epoch,
      };
      await lockExclusive(
        em,
        'gate',
        who.fairId,
        who.gateId,
        counter.deviceId,
        String(count.epoch),
      );
      const around = await this.storedAround(em, counter, count.sequence);
      const verdict = judgeCount(count, around);
      if (verdict.answer === 'refuse') throw countRefused(verdict.code);
      if (verdict.answer === 'store') {
        const receivedAt = this.clock.now();
        const countedAt = believedInstant(new Date(count.countedAt), receivedAt);
        const moment = fairMoment(countedAt, fair.timeZone, fair.dayCutMinutes);
        await lockShared(em, 'day', who.fairId, moment.day);
        const id = newId();
        await em.insert(GateCount, {
          ...counter,
          sequence: count.sequence,
          id,
          entries: count.entries,
          exits: count.exits,
          undoneEntries: count.undoneEntries,
          undoneExits: count.undoneExits,
          entriesAdded: verdict.entriesAdded,
          exitsAdded: verdict.exitsAdded,
          countedBy: who.accountId ?? null,
          sensorId: who.sensorId ?? null,
          countedAt,
          receivedAt,
          fairDay: moment.day,
          fairMinute: moment.minute,
        });
        await announce(em, [
          { fairId: who.fairId, reader: 'fold', topic: 'gate_count', subjectId: id },
        ]);
      }
      const newest = await em.findOneOrFail(GateCount, {
        where: counter,
        order: { sequence: 'DESC' },
      });
      return {
        isNew: verdict.answer === 'store',
        state: {
          gateId: newest.gateId,
          deviceId: newest.deviceId,
          epoch: newest.epoch,
          sequence: newest.sequence,
          entries: standingEntries(newest),
          exits: standingExits(newest),
          receivedAt: newest.receivedAt.toISOString(),
        },
      };
    });
    if (isNew) this.bell.ring();
    return state;
  }

  private async fairOfGate(
    em: EntityManager,
    { fairId, gateId }: WhoCounts,
    deviceId: string,
  ): Promise<FairOfGate> {
    if (!isId(gateId)) throw gateNotFound(gateId);
    const [fair]: FairOfGate[] = await em.query(
      `SELECT f.time_zone AS "timeZone", f.day_cut_minutes AS "dayCutMinutes", f.state,
              EXISTS (SELECT 1 FROM gate_sensor s
                WHERE s.fair_id = g.fair_id AND s.id = $3) AS "isSensor"
         FROM gate g JOIN fair f ON f.id = g.fair_id WHERE g.fair_id = $1 AND g.id = $2`,
      [fairId, gateId, deviceId],
    );
    if (!fair) throw gateNotFound(gateId);
    if (!FAIR_STATE_RULES[fair.state].isPublic) throw fairIsDraft();
    return fair;
  }

  private async storedAround(
    em: EntityManager,
    counter: { fairId: string; gateId: string; deviceId: string; epoch: number },
    sequence: number,
  ) {
    const stored = em.createQueryBuilder(GateCount, 'c').where(counter);
    const [upTo, above] = [
      await stored
        .clone()
        .andWhere('c.sequence <= :sequence', { sequence })
        .orderBy('c.sequence', 'DESC')
        .limit(1)
        .getOne(),
      await stored
        .clone()
        .andWhere('c.sequence > :sequence', { sequence })
        .orderBy('c.sequence', 'ASC')
        .limit(1)
        .getOne(),
    ];
    return {
      same: upTo?.sequence === sequence ? upTo : undefined,
      below: upTo && upTo.sequence < sequence ? upTo : undefined,
      above: above ?? undefined,
    };
  }
}
