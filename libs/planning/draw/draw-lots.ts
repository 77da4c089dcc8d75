import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId, newId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import type { DrawDto, DrawLotsDto } from './draw.dto';
import { DrawOutcome } from './draw-outcome.entity';
import { DrawWithdrawal } from './draw-withdrawal.entity';
import { Draw } from './draw.entity';
import { drawNotFound, drawWithdrawn, lotsAlreadyDrawn, seedTooShort } from './draw.refusals';
import { drawLots, seedOf, SHORTEST_SEED } from './draw.rules';
import { readDraws } from './read-draws';

/** The draw, held to the end of the transaction, so that drawing and withdrawing take turns. */
export async function holdDraw(em: EntityManager, fairId: string, drawId: string): Promise<Draw> {
  const draw =
    isId(fairId) && isId(drawId)
      ? await em.findOne(Draw, {
          where: { fairId, id: drawId },
          lock: { mode: 'pessimistic_write' },
        })
      : null;
  if (!draw) throw drawNotFound();
  return draw;
}

/**
 * Draws the lots by the seed that was said, once and for ever; the same seed again answers the same.
 * Refuses `seed_too_short`, `draw_not_found`, `draw_withdrawn`, `lots_already_drawn`.
 */
@Injectable()
export class DrawLots {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, drawId }: { fairId: string; drawId: string },
    wanted: DrawLotsDto,
  ): Promise<DrawDto> {
    const seed = seedOf(wanted.seed);
    if (seed.length < SHORTEST_SEED) throw seedTooShort();
    await inTransaction(this.source, async (em) => {
      const { seal, kind } = await holdDraw(em, fairId, drawId);
      const [draw] = await readDraws(em, fairId, drawId);
      if (!draw) throw drawNotFound();
      const drawn = await em.findOneBy(DrawOutcome, { fairId, drawId });
      if (drawn) {
        if (drawn.seed !== seed) throw lotsAlreadyDrawn();
        return;
      }
      if (await em.existsBy(DrawWithdrawal, { fairId, drawId })) throw drawWithdrawn();
      const lots = drawLots(draw, { listHash: draw.listHash, seal, seed });
      await em.insert(DrawOutcome, {
        fairId,
        drawId,
        seed,
        lots: lots.map((lot) => ({ ...lot, allocationId: kind === 'places' ? newId() : null })),
        drawnBy: accountId,
        drawnAt: this.clock.now(),
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'lots_drawn',
        subjectId: drawId,
        detail: { seed },
      });
    });
    const [draw] = await readDraws(this.source.manager, fairId, drawId);
    if (!draw) throw drawNotFound();
    return draw;
  }
}
