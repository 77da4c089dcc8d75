import { Inject, Injectable } from '@nestjs/common';
import { type Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { StrikePressFigureDto } from './press.dto';
import { PressFigureStruck } from './press-figure-struck.entity';
import { PressFigure } from './press-figure.entity';
import { pressFigureNotFound } from './press.refusals';

/** Strikes out a note that was wrong; it stays on the list. Twice is once. Refuses `press_figure_not_found`. */
@Injectable()
export class StrikePressFigure {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, pressFigureId }: { fairId: string; pressFigureId: string },
    wanted: StrikePressFigureDto,
  ): Promise<void> {
    if (!isId(pressFigureId)) throw pressFigureNotFound();
    const reason = wanted.reason.normalize('NFC').trim();
    await inTransaction(this.source, async (em) => {
      if (!(await em.existsBy(PressFigure, { fairId, id: pressFigureId }))) {
        throw pressFigureNotFound();
      }
      const struck = await em
        .createQueryBuilder()
        .insert()
        .into(PressFigureStruck)
        .values({ fairId, pressFigureId, reason, struckBy: accountId, struckAt: this.clock.now() })
        .orIgnore()
        .returning('reason')
        .execute();
      if ((struck.raw as unknown[]).length === 0) return;
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'press_figure_struck',
        subjectId: pressFigureId,
        detail: { reason },
      });
    });
  }
}
