import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AllocationStepDto } from '../allocation/allocation.dto';
import { AcceptSuggestion } from './accept-suggestion';
import { AcceptSuggestionDto } from './suggestion.dto';

@Controller('fairs/:fairId/suggestions/:suggestionId/acceptances')
export class AcceptancesController {
  constructor(private readonly acceptSuggestion: AcceptSuggestion) {}

  /** Gives places as suggested, all or some, as one step of the plan; twice is once. */
  @Post()
  @HttpCode(200)
  @Roles('organizer')
  accept(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('suggestionId') suggestionId: string,
    @Body() body: AcceptSuggestionDto,
  ): Promise<AllocationStepDto> {
    return this.acceptSuggestion.run(caller, { fairId, suggestionId }, body);
  }
}
