import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import {
  AllocationStepDto,
  StepsDto,
  StepsWantedDto,
  UndoStepDto,
  WithoutBoothDto,
} from './allocation.dto';
import { CheckChoice } from './check-choice';
import { BoothChoiceDto, ChoicesWantedDto, ChoiceWantedDto } from './choice.dto';
import { ListSteps } from './list-steps';
import { ListWithoutBooth } from './list-without-booth';
import { ReadChoices } from './read-choices';
import { UndoStep } from './undo-step';

/** Before a step is taken, and after. */
@Roles('organizer')
@Controller('fairs/:fairId/allocations')
export class StepsController {
  constructor(
    private readonly readChoices: ReadChoices,
    private readonly checkChoice: CheckChoice,
    private readonly listSteps: ListSteps,
    private readonly listWithoutBooth: ListWithoutBooth,
    private readonly undoStep: UndoStep,
  ) {}

  /** For every booth: can it be given to this exhibitor, and what is to be said about it. */
  @Get('choices')
  choices(
    @Param('fairId') fairId: string,
    @Query() wanted: ChoicesWantedDto,
  ): Promise<BoothChoiceDto[]> {
    return this.readChoices.run(fairId, wanted);
  }

  /** For one booth: can it be given to this exhibitor, and what is to be said about it. */
  @Get('check')
  check(
    @Param('fairId') fairId: string,
    @Query() wanted: ChoiceWantedDto,
  ): Promise<BoothChoiceDto> {
    return this.checkChoice.run(fairId, wanted);
  }

  /** Who stands nowhere, by name, and who of them gave its last booth back. */
  @Get('without-booth')
  withoutBooth(@Param('fairId') fairId: string): Promise<WithoutBoothDto[]> {
    return this.listWithoutBooth.run(fairId);
  }

  /** Who did what to the plan and when, newest first. */
  @Get('steps')
  steps(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Query() wanted: StepsWantedDto,
  ): Promise<StepsDto> {
    return this.listSteps.run(caller, fairId, wanted);
  }

  /** Undoes a step by another one. */
  @Post('steps/:stepId/undo')
  undo(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('stepId') stepId: string,
    @Body() body: UndoStepDto,
  ): Promise<AllocationStepDto> {
    return this.undoStep.run(caller, fairId, stepId, body);
  }
}
