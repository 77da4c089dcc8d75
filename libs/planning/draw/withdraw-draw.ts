import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { DrawDto, WithdrawDrawDto } from './draw.dto';
import { DrawWithdrawal } from './draw-withdrawal.entity';
import { holdDraw } from './draw-lots';
import { drawNotFound } from './draw.refusals';
import { readDraws } from './read-draws';

/**
 * Says that a draw does not count, and why; what was drawn stays to be seen, booths that were given
 * stay given. Twice is once, with the first reason. Refuses `draw_not_found`.
 */
@Injectable()
export class WithdrawDraw {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, drawId }: { fairId: string; drawId: string },
    wanted: WithdrawDrawDto,
  ): Promise<DrawDto> {
    const reason = wanted.reason.normalize('NFC').trim();
    await inTransaction(this.source, async (em) => {
      await holdDraw(em, fairId, drawId);
      if (await em.existsBy(DrawWithdrawal, { fairId, drawId })) return;
      const withdrawnAt = this.clock.now();
      await em.insert(DrawWithdrawal, {
        fairId,
        drawId,
        reason,
        withdrawnBy: accountId,
        withdrawnAt,
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'draw_withdrawn',
        subjectId: drawId,
        detail: { reason },
      });
    });
    const [draw] = await readDraws(this.source.manager, fairId, drawId);
    if (!draw) throw drawNotFound();
    return draw;
  }
}
