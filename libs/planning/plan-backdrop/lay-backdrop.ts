import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, Refusal } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource } from 'typeorm';
import { readDraft, readPublished } from '../plan-draft/read-draft';
import { checkedPicture, laidIn } from './backdrop.rules';
import { PlanBackdrop } from './plan-backdrop.entity';
import type { BackdropStateDto } from './plan-backdrop.dto';
import { backdropOf, drawnFair } from './read-backdrop';

/**
 * Lays a picture under the plan, in place of the one before and as large as the hall that is drawn.
 * The same picture again stays where it lies. Refuses `backdrop_too_large`, `backdrop_type_unknown`,
 * `backdrop_dimensions_refused`, `fair_not_found`, `fair_plan_is_fixed`.
 */
@Injectable()
export class LayBackdrop {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ accountId }: Caller, fairId: string, bytes: Buffer): Promise<BackdropStateDto> {
    const shape = checkedPicture(bytes);
    if (shape instanceof Refusal) throw shape;
    const sha256 = createHash('sha256').update(bytes).digest();
    return inTransaction(this.source, async (em) => {
      await drawnFair(em, fairId);
      await lockExclusive(em, 'plan', fairId);
      const before = await em.findOne(PlanBackdrop, {
        select: { fairId: true, sha256: true },
        where: { fairId },
      });
      if (!before?.sha256.equals(sha256)) {
        const { plan } = await readDraft(em, fairId, await readPublished(em, fairId));
        const { mediaType, widthPx, heightPx } = shape;
        await em.upsert(
          PlanBackdrop,
          {
            ...{ fairId, mediaType, bytes, sha256, widthPx, heightPx },
            ...laidIn(plan, shape),
            ...{ opacityPercent: 50, isLocked: false },
            ...{ addedBy: accountId, addedAt: this.clock.now() },
          },
          ['fairId'],
        );
        await recordAudit(em, {
          ...{ fairId, accountId, action: 'plan_backdrop_laid', subjectId: fairId },
          detail: { mediaType, byteCount: bytes.length, widthPx, heightPx },
        });
      }
      return { backdrop: await backdropOf(em, fairId) };
    });
  }
}
