import { fairNotFound } from '@phien/identity';
import { isId } from '@phien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import { fairPlanIsFixed } from '../fair/fair.refusals';
import { depthCmOf } from './backdrop.rules';
import { PlanBackdrop } from './plan-backdrop.entity';
import type { BackdropDto, BackdropStateDto } from './plan-backdrop.dto';

/** What lies under the plan of a fair. Refuses `fair_not_found`. */
@Injectable()
export class ReadBackdrop {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<BackdropStateDto> {
    const { manager } = this.source;
    const fair = isId(fairId) ? await manager.findOneBy(Fair, { id: fairId }) : null;
    if (!fair) throw fairNotFound();
    return { backdrop: await backdropOf(manager, fairId) };
  }
}

/** What lies under a plan, without its bytes. */
export async function backdropOf(em: EntityManager, fairId: string): Promise<BackdropDto | null> {
  const laid = await em.findOne(PlanBackdrop, {
    select: {
      ...{ fairId: true, sha256: true, widthPx: true, heightPx: true },
      ...{ xCm: true, yCm: true, widthCm: true, opacityPercent: true, isLocked: true },
    },
    where: { fairId },
  });
  if (!laid) return null;
  const { xCm, yCm, widthCm, widthPx, heightPx, opacityPercent, isLocked } = laid;
  const version = laid.sha256.toString('hex').slice(0, 16);
  return {
    ...{ xCm, yCm, widthCm, widthPx, heightPx, opacityPercent, isLocked },
    depthCm: depthCmOf(laid),
    picturePath: `/api/fairs/${fairId}/plan/backdrop/picture?v=${version}`,
  };
}

/** A fair whose plan is still drawn. Refuses `fair_not_found`, `fair_plan_is_fixed`. */
export async function drawnFair(em: EntityManager, fairId: string): Promise<Fair> {
  const fair = isId(fairId) ? await em.findOneBy(Fair, { id: fairId }) : null;
  if (!fair) throw fairNotFound();
  if (fair.state === 'closed' || fair.state === 'sealed') throw fairPlanIsFixed();
  return fair;
}
