import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ReadReasons } from './read-reasons';
import { StopReasons } from './stop-reasons';
import { SuggestionDto, SuggestionReasonsDto } from './suggestion.dto';

@Roles('organizer')
@Controller('fairs/:fairId/suggestions/:suggestionId/reasons')
export class ReasonsController {
  constructor(
    private readonly readReasons: ReadReasons,
    private readonly stopReasons: StopReasons,
  ) {}

  /** Which wishes are kept, what the others would cost, and who would rather stand elsewhere. */
  @Get()
  read(
    @Param('fairId') fairId: string,
    @Param('suggestionId') suggestionId: string,
  ): Promise<SuggestionReasonsDto> {
    return this.readReasons.run(fairId, suggestionId);
  }

  /** Ends working out reasons, with those that are there. */
  @Post('stop')
  @HttpCode(200)
  stop(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('suggestionId') suggestionId: string,
  ): Promise<SuggestionDto> {
    return this.stopReasons.run(caller, fairId, suggestionId);
  }
}
