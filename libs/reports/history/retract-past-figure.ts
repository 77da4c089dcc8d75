import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { pastFigureNotFound, pastFigureNotYours } from './past-fair.refusals';
import { PastFigureRetracted } from './past-figure-retracted.entity';
import { PastFigure } from './past-figure.entity';

/**
 * Takes a figure out of every comparison; it stays on record. Twice is once. Refuses
 * `past_figure_not_found`, `past_figure_not_yours`.
 */
@Injectable()
export class RetractPastFigure {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, figureId }: { fairId: string; figureId: string },
    wanted: { reason: string },
  ): Promise<void> {
    if (!isId(figureId)) throw pastFigureNotFound();
    const reason = wanted.reason.normalize('NFC').trim();
    await inTransaction(this.source, async (em) => {
      const figure = await em.findOneBy(PastFigure, { id: figureId });
      if (figure === null) throw pastFigureNotFound();
      if (figure.addedIn !== fairId) throw pastFigureNotYours();
      const retracted = await em
        .createQueryBuilder()
        .insert()
        .into(PastFigureRetracted)
        .values({
          figureId,
          retractedIn: fairId,
          reason,
          retractedBy: accountId,
          retractedAt: this.clock.now(),
        })
        .orIgnore()
        .returning('reason')
        .execute();
      if ((retracted.raw as unknown[]).length === 0) return;
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'past_figure_retracted',
        subjectId: figureId,
        detail: { reason },
      });
    });
  }
}
