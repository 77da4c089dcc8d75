import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AddPastFair } from './add-past-fair';
import { AddPastFigure } from './add-past-figure';
import { ChoosePastFigure } from './choose-past-figure';
import { ComparisonDto, ComparisonQuery } from './comparison.dto';
import { ListPastFairs } from './list-past-fairs';
import {
  AddPastFairDto,
  AddPastFigureDto,
  ChoosePastFigureDto,
  PastFairDto,
  RetractPastFigureDto,
} from './past-fair.dto';
import { ReadComparison } from './read-comparison';
import { RetractPastFigure } from './retract-past-figure';

@Controller('fairs/:fairId')
export class PastFairsController {
  constructor(
    private readonly listPastFairs: ListPastFairs,
    private readonly readComparison: ReadComparison,
    private readonly addPastFair: AddPastFair,
    private readonly addPastFigure: AddPastFigure,
    private readonly retractPastFigure: RetractPastFigure,
    private readonly choosePastFigure: ChoosePastFigure,
  ) {}

  /** Past fairs with what each source says of them, the latest first. */
  @Get('past-fairs')
  @Roles('organizer', 'official')
  list(@Param('fairId') fairId: string): Promise<PastFairDto[]> {
    return this.listPastFairs.run(fairId);
  }

  /** This fair beside a past one, or beside another of this house. */
  @Get('comparison')
  @Roles('organizer', 'official')
  compare(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Query() { base }: ComparisonQuery,
  ): Promise<ComparisonDto> {
    return this.readComparison.run(caller, fairId, base);
  }

  /** Puts a past fair on record; the same again is the same. */
  @Post('past-fairs')
  @HttpCode(200)
  @Roles('organizer')
  async add(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() wanted: AddPastFairDto,
  ): Promise<PastFairDto> {
    const code = await this.addPastFair.run(caller, fairId, wanted);
    return this.listPastFairs.one(fairId, code);
  }

  /** Writes what a source says of a past fair; the same again is the same. */
  @Post('past-fairs/:code/figures')
  @HttpCode(200)
  @Roles('organizer')
  async addFigure(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('code') code: string,
    @Body() wanted: AddPastFigureDto,
  ): Promise<PastFairDto> {
    await this.addPastFigure.run(caller, { fairId, pastFairCode: code }, wanted);
    return this.listPastFairs.one(fairId, code);
  }

  /** Takes a figure that this fair added out of comparisons, with a reason; it stays on record. */
  @Post('past-figures/:figureId/retract')
  @HttpCode(204)
  @Roles('organizer')
  retract(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('figureId') figureId: string,
    @Body() wanted: RetractPastFigureDto,
  ): Promise<void> {
    return this.retractPastFigure.run(caller, { fairId, figureId }, wanted);
  }

  /** Decides which of several statements this fair is compared with. */
  @Post('past-fairs/:code/choices')
  @HttpCode(200)
  @Roles('organizer')
  async choose(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('code') code: string,
    @Body() wanted: ChoosePastFigureDto,
  ): Promise<PastFairDto> {
    await this.choosePastFigure.run(caller, { fairId, pastFairCode: code }, wanted);
    return this.listPastFairs.one(fairId, code);
  }
}
