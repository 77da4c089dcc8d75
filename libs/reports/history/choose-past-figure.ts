import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { inTransaction } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import type { ChoosePastFigureDto } from './past-fair.dto';
import { PastFair } from './past-fair.entity';
import { pastFairNotFound, pastFigureNotFound, pastFigureNotWhole } from './past-fair.refusals';
import { PastFigureChoice } from './past-figure-choice.entity';
import { PastFigureRetracted } from './past-figure-retracted.entity';
import { PastFigure } from './past-figure.entity';

/**
 * Decides, with a reason, which of several statements a fair is compared with; without a figure the
 * range of all of them again. The same decision again is the same. Refuses `past_fair_not_found`,
 * `past_figure_not_found`, `past_figure_not_whole`.
 */
@Injectable()
export class ChoosePastFigure {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, pastFairCode }: { fairId: string; pastFairCode: string },
    wanted: ChoosePastFigureDto,
  ): Promise<void> {
    const { kind } = wanted;
    const figureId = wanted.figureId?.toLowerCase() ?? null;
    const reason = wanted.reason.normalize('NFC').trim();
    await inTransaction(this.source, async (em) => {
      await em.getRepository(Fair).findOneOrFail({
        select: { id: true },
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!(await em.existsBy(PastFair, { code: pastFairCode }))) throw pastFairNotFound();
      if (figureId !== null) await checkFigure(em, { id: figureId, pastFairCode, kind });
      const latest = await em.findOne(PastFigureChoice, {
        where: { fairId, pastFairCode, kind },
        order: { revision: 'DESC' },
      });
      if ((latest?.figureId ?? null) === figureId && (!latest || latest.reason === reason)) return;
      await em.insert(PastFigureChoice, {
        fairId,
        pastFairCode,
        kind,
        revision: (latest?.revision ?? 0) + 1,
        figureId,
        reason,
        chosenBy: accountId,
        chosenAt: this.clock.now(),
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'past_figure_chosen',
        subjectId: pastFairCode,
        detail: { kind, before: latest?.figureId ?? null, after: figureId, reason },
      });
    });
  }
}

async function checkFigure(
  em: EntityManager,
  asked: Pick<PastFigure, 'id' | 'pastFairCode' | 'kind'>,
): Promise<void> {
  const figure = await em.findOneBy(PastFigure, asked);
  if (figure === null) throw pastFigureNotFound();
  const isRetracted = await em.existsBy(PastFigureRetracted, { figureId: asked.id });
  if (figure.part !== 'whole' || figure.firstDays !== 0 || isRetracted) throw pastFigureNotWhole();
}
