import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { Fair } from '../fair/fair.entity';
import { fairIsOver } from '../fair/fair.refusals';
import { ExhibitorPoints } from './exhibitor-points.entity';
import type { ExhibitorPointsDto, SetPointsDto } from './points.dto';
import { otherPoints } from './points.refusals';
import { readPoints } from './read-points';

/**
 * Gives an exhibitor its points, and writes down why and what they were. The same id twice is once.
 * Refuses `exhibitor_not_found`, `fair_is_over`, `other_points`.
 */
@Injectable()
export class SetPoints {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, exhibitorId }: { fairId: string; exhibitorId: string },
    wanted: SetPointsDto,
  ): Promise<ExhibitorPointsDto> {
    const { id, points } = wanted;
    const reason = wanted.reason.normalize('NFC').trim();
    if (!isId(fairId) || !isId(exhibitorId)) throw exhibitorNotFound();
    await inTransaction(this.source, async (em) => {
      /* Those who set the points of one exhibitor take turns. */
      const exhibitor = await em.findOne(Exhibitor, {
        where: { fairId, id: exhibitorId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!exhibitor) throw exhibitorNotFound();
      const earlier = await em.findOneBy(ExhibitorPoints, { fairId, id });
      if (earlier) {
        const isSame =
          earlier.exhibitorId === exhibitorId &&
          earlier.points === points &&
          earlier.reason === reason;
        if (!isSame) throw otherPoints();
        return;
      }
      const { state } = await em.findOneByOrFail(Fair, { id: fairId });
      if (state === 'closed' || state === 'sealed') throw fairIsOver();
      const [before] = await readPoints(em, fairId, [exhibitorId]);
      await em.insert(ExhibitorPoints, {
        fairId,
        id,
        exhibitorId,
        revision: (before?.revision ?? 0) + 1,
        points,
        reason,
        setBy: accountId,
        setAt: this.clock.now(),
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'points_set',
        subjectId: exhibitorId,
        detail: { before: before?.points ?? null, after: points, reason },
      });
    });
    const [held] = await readPoints(this.source.manager, fairId, [exhibitorId]);
    if (!held) throw new Error('points that were not kept');
    return held;
  }
}
