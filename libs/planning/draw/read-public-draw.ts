import { Injectable } from '@nestjs/common';
import { WrongTries } from '@phien/identity';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { FAIR_STATE_RULES } from '../fair/fair-state.rules';
import { Fair } from '../fair/fair.entity';
import type { DrawDto, DrawSummaryDto, PublicDrawDto } from './draw.dto';
import { drawNotFound, tooManyDrawsAsked } from './draw.refusals';
import { readDraws } from './read-draws';

/**
 * A draw for anybody who has its link: the frozen list before, all that repeats it after, and what
 * else was drawn at the fair. Refuses `draw_not_found`, `too_many_draws_asked`.
 */
@Injectable()
export class ReadPublicDraw {
  private readonly missed = new WrongTries(tooManyDrawsAsked);

  constructor(private readonly source: DataSource) {}

  async run(code: string, drawId: string, from: string): Promise<PublicDrawDto> {
    const em = this.source.manager;
    const fair = isId(drawId) ? await em.findOneBy(Fair, { code: code.toLowerCase() }) : null;
    const isTold = fair !== null && FAIR_STATE_RULES[fair.state].isPublic;
    const draws = isTold ? await readDraws(em, fair.id) : [];
    const draw = draws.find(({ id }) => id === drawId);
    if (!fair || !draw) {
      this.missed.add(from);
      throw drawNotFound();
    }
    return {
      fairNameVi: fair.nameVi,
      fairNameEn: fair.nameEn,
      timeZone: fair.timeZone,
      draw,
      all: draws.map(summaryOf),
    };
  }
}

const summaryOf = (draw: DrawDto): DrawSummaryDto => ({
  id: draw.id,
  title: draw.title,
  kind: draw.kind,
  byPoints: draw.byPoints,
  exhibitorCount: draw.exhibitorCount,
  preparedAt: draw.preparedAt,
  drawnAt: draw.drawnAt,
  withdrawnAt: draw.withdrawnAt,
  withdrawnReason: draw.withdrawnReason,
});
