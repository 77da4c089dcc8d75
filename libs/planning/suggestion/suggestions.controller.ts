import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Response } from 'express';
import { JSON_FILE, sendDownload } from '../form/send-download';
import { AskSuggestion } from './ask-suggestion';
import { ExportSuggestion } from './export-suggestion';
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
    private readonly exportSuggestion: ExportSuggestion,
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

  /** What the engine read, byte for byte: `fair-alloc/1`, without names, to be saved. */
  @Get(':suggestionId/instance')
  @ApiOkResponse({ content: { [JSON_FILE]: { schema: { type: 'object' } } } })
  async instance(
    @Param('fairId') fairId: string,
    @Param('suggestionId') suggestionId: string,
    @Res() response: Response,
  ): Promise<void> {
    sendDownload(response, await this.exportSuggestion.run(fairId, suggestionId, 'instance'));
  }

  /** The plan that it found, with the seed and all that it takes to find it again, to be saved. */
  @Get(':suggestionId/plan')
  @ApiOkResponse({ content: { [JSON_FILE]: { schema: { type: 'object' } } } })
  async plan(
    @Param('fairId') fairId: string,
    @Param('suggestionId') suggestionId: string,
    @Res() response: Response,
  ): Promise<void> {
    sendDownload(response, await this.exportSuggestion.run(fairId, suggestionId, 'plan'));
  }
}
