import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AskSuggestion } from './ask-suggestion';
import { ListSuggestions } from './list-suggestions';
import { ShowSuggestion } from './show-suggestion';
import { StopSuggestion } from './stop-suggestion';
import { AskSuggestionDto, SuggestionDetailDto, SuggestionDto } from './suggestion.dto';

@Roles('organizer')
@Controller('fairs/:fairId/suggestions')
export class SuggestionsController {
  constructor(
    private readonly askSuggestion: AskSuggestion,
    private readonly listSuggestions: ListSuggestions,
    private readonly showSuggestion: ShowSuggestion,
    private readonly stopSuggestion: StopSuggestion,
  ) {}

  /** Asks the engine for places; the same id twice is once. */
  @Post()
  ask(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: AskSuggestionDto,
  ): Promise<SuggestionDto> {
    return this.askSuggestion.run(caller, fairId, body);
  }

  /** The last suggestions, the newest first. */
  @Get()
  list(@Param('fairId') fairId: string): Promise<SuggestionDto[]> {
    return this.listSuggestions.run(fairId);
  }

  /** A suggestion with its places; while it searches, of the best plan so far. */
  @Get(':suggestionId')
  show(
    @Param('fairId') fairId: string,
    @Param('suggestionId') suggestionId: string,
  ): Promise<SuggestionDetailDto> {
    return this.showSuggestion.run(fairId, suggestionId);
  }

  /** Ends the search with the best plan so far. */
  @Post(':suggestionId/stop')
  @HttpCode(200)
  stop(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('suggestionId') suggestionId: string,
  ): Promise<SuggestionDto> {
    return this.stopSuggestion.run(caller, fairId, suggestionId);
  }
}
