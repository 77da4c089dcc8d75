import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { backdropNotFound } from './backdrop.refusals';
import { PlanBackdrop } from './plan-backdrop.entity';
import type { BackdropPlacingDto, BackdropStateDto } from './plan-backdrop.dto';
import { backdropOf, drawnFair } from './read-backdrop';

/**
 * Says where the picture lies, how large and how clearly; the last word holds, since nothing is
 * computed from it. Refuses `fair_not_found`, `fair_plan_is_fixed`, `backdrop_not_found`.
 */
@Injectable()
export class PlaceBackdrop {
  constructor(private readonly source: DataSource) {}

  run(fairId: string, placing: BackdropPlacingDto): Promise<BackdropStateDto> {
    return inTransaction(this.source, async (em) => {
      await drawnFair(em, fairId);
      const { xCm, yCm, widthCm, opacityPercent, isLocked } = placing;
      const placed = { xCm, yCm, widthCm, opacityPercent, isLocked };
      const { affected } = await em.update(PlanBackdrop, { fairId }, placed);
      if (affected !== 1) throw backdropNotFound();
      return { backdrop: await backdropOf(em, fairId) };
    });
  }
}
