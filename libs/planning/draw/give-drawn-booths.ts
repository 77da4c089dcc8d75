import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { isId } from '@phien/kernel';
import { DataSource, In } from 'typeorm';
import { AllocationStepDto } from '../allocation/allocation.dto';
import { boothNotFound } from '../allocation/allocation.refusals';
import { ChangeAllocations } from '../allocation/change-allocations';
import { sixthsOf } from '../allocation/sixths.rules';
import { Booth } from '../plan/booth.entity';
import { DrawOutcome } from './draw-outcome.entity';
import { DrawWithdrawal } from './draw-withdrawal.entity';
import { Draw } from './draw.entity';
import { drawGivesNoPlaces, drawNotFound, drawWithdrawn, lotsNotDrawn } from './draw.refusals';

/**
 * Gives everyone the booth that was drawn, in one step that can be undone: all of them or none.
 * Twice is once. Refuses as giving does (`booth_not_found` when the plan has lost one since), and `draw_not_found`, `lots_not_drawn`, `draw_withdrawn`,
 * `draw_gives_no_places`.
 */
@Injectable()
export class GiveDrawnBooths {
  constructor(
    private readonly source: DataSource,
    private readonly changeAllocations: ChangeAllocations,
  ) {}

  async run(
    caller: Caller,
    { fairId, drawId }: { fairId: string; drawId: string },
  ): Promise<AllocationStepDto> {
    const em = this.source.manager;
    const draw =
      isId(fairId) && isId(drawId) ? await em.findOneBy(Draw, { fairId, id: drawId }) : null;
    if (!draw) throw drawNotFound();
    if (await em.existsBy(DrawWithdrawal, { fairId, drawId })) throw drawWithdrawn();
    if (draw.kind === 'order') throw drawGivesNoPlaces();
    const outcome = await em.findOneBy(DrawOutcome, { fairId, drawId });
    if (!outcome) throw lotsNotDrawn();
    const codes = outcome.lots.flatMap(({ boothCode }) => boothCode ?? []);
    const booths = await em.findBy(Booth, { fairId, code: In(codes) });
    /* The plan may have been published anew since, without one of them. */
    if (booths.length < codes.length) throw boothNotFound();
    const idOf = new Map(booths.map(({ id, code }) => [code, id]));
    return this.changeAllocations.run(caller, fairId, {
      action: 'booths_drawn',
      changes: outcome.lots.flatMap(({ exhibitorId, boothCode, allocationId }) =>
        boothCode === null || allocationId === null
          ? []
          : {
              freeId: null,
              gift: {
                id: allocationId,
                exhibitorId,
                boothId: idOf.get(boothCode) ?? '',
                sixths: sixthsOf('whole'),
              },
            },
      ),
    });
  }
}
