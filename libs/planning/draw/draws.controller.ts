import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AllocationStepDto } from '../allocation/allocation.dto';
import { DrawDto, DrawLotsDto, PrepareDrawDto, WithdrawDrawDto } from './draw.dto';
import { DrawLots } from './draw-lots';
import { GiveDrawnBooths } from './give-drawn-booths';
import { ListDraws } from './list-draws';
import { PrepareDraw } from './prepare-draw';
import { WithdrawDraw } from './withdraw-draw';

@Roles('organizer')
@Controller('fairs/:fairId/draws')
export class DrawsController {
  constructor(
    private readonly listDraws: ListDraws,
    private readonly prepareDraw: PrepareDraw,
    private readonly drawLots: DrawLots,
    private readonly giveDrawnBooths: GiveDrawnBooths,
    private readonly withdrawDraw: WithdrawDraw,
  ) {}

  /** The draws of lots, the newest first. */
  @Get()
  list(@Param('fairId') fairId: string): Promise<DrawDto[]> {
    return this.listDraws.run(fairId);
  }

  /** Freezes who draws lots for what; the same id twice is once. */
  @Post()
  prepare(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: PrepareDrawDto,
  ): Promise<DrawDto> {
    return this.prepareDraw.run(caller, fairId, body);
  }

  /** Draws the lots by a seed that was said aloud; once for ever. */
  @Post(':drawId/outcome')
  @HttpCode(200)
  draw(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('drawId') drawId: string,
    @Body() body: DrawLotsDto,
  ): Promise<DrawDto> {
    return this.drawLots.run(caller, { fairId, drawId }, body);
  }

  /** Gives the booths as drawn, in one step. */
  @Post(':drawId/allocations')
  @HttpCode(200)
  give(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('drawId') drawId: string,
  ): Promise<AllocationStepDto> {
    return this.giveDrawnBooths.run(caller, { fairId, drawId });
  }

  /** Says that a draw does not count; it stays to be seen. */
  @Post(':drawId/withdrawal')
  @HttpCode(200)
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('drawId') drawId: string,
    @Body() body: WithdrawDrawDto,
  ): Promise<DrawDto> {
    return this.withdrawDraw.run(caller, { fairId, drawId }, body);
  }
}
