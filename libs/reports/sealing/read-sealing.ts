import { Injectable } from '@nestjs/common';
import { Clock, fairMoment } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { STILL_WAITS } from '@phien/sales';
import { DataSource, type EntityManager } from 'typeorm';
import { readDays } from '../closing/read-days';
import { readWaitingVisits } from '../closing/read-waiting-visits';
import type { SealingDto } from './sealing.dto';
import { obstaclesTo, type Obstacle } from './sealing.rules';

/** Who proposed to seal a fair and who sealed it, and what stands in the way. */
@Injectable()
export class ReadSealing {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(accountId: string, fairId: string): Promise<SealingDto> {
    const em = this.source.manager;
    const [seal] = await em.query<
      {
        proposedBy: string;
        proposedByName: string;
        proposedAt: Date;
        sealedByName: string | null;
        sealedAt: Date | null;
      }[]
    >(
      `SELECT s.proposed_by AS "proposedBy", p.name AS "proposedByName", s.proposed_at AS "proposedAt",
              a.name AS "sealedByName", s.sealed_at AS "sealedAt"
         FROM fair_seal s JOIN account p ON p.id = s.proposed_by
         LEFT JOIN account a ON a.id = s.sealed_by WHERE s.fair_id = $1`,
      [fairId],
    );
    const isSealed = (seal?.sealedAt ?? null) !== null;
    const days = await readDays(em, fairId);
    return {
      isSealed,
      proposedByName: seal?.proposedByName ?? null,
      proposedAt: seal?.proposedAt ?? null,
      isOwnProposal: seal?.proposedBy === accountId,
      sealedByName: seal?.sealedByName ?? null,
      sealedAt: seal?.sealedAt ?? null,
      obstacles: isSealed ? [] : await readObstacles(em, fairId, this.clock.now()),
      provisionalDays: days.filter(({ isComplete }) => isComplete === false).map(({ day }) => day),
    };
  }
}

/** What keeps a fair from being sealed at this instant. */
export async function readObstacles(
  em: EntityManager,
  fairId: string,
  now: Date,
): Promise<Obstacle[]> {
  const fair = await em.getRepository(Fair).findOneByOrFail({ id: fairId });
  const visits = await readWaitingVisits(em, fairId);
  const days = (await readDays(em, fairId)).map((day) => ({
    day: day.day,
    revision: day.revision,
    waitingCount: day.waitingDocumentCount + day.waitingDeclaredCount,
    hasWaitingVisits: visits.has(day.day),
  }));
  const [waiting] = await em.query<[{ count: number }]>(
    `SELECT count(*) AS count FROM set_aside s WHERE s.fair_id = $1 AND ${STILL_WAITS}`,
    [fairId],
  );
  const { day: today } = fairMoment(now, fair.timeZone, fair.dayCutMinutes);
  return obstaclesTo(days, { today, setAsideCount: waiting.count });
}
