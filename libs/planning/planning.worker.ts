import { Module } from '@nestjs/common';
import { RunOutLoop } from './allocation/run-out-loop';
import { DaysToComeLoop } from './fair/days-to-come-loop';
import { PlanningModule } from './planning.module';
import { DueSuggestionsLoop } from './suggestion/due-suggestions-loop';
import { ExplainSuggestion } from './suggestion/explain-suggestion';
import { SearchSuggestion } from './suggestion/search-suggestion';
import { SuggestionJobs } from './suggestion/suggestion-jobs';
import { SuggestionQueueModule } from './suggestion/suggestion-queue';

/**
 * What planning does without being asked: booths held for a while come free, and fairs with an open
 * end get their days; and what it does when asked: suggestions.
 */
@Module({
  imports: [PlanningModule, SuggestionQueueModule],
  providers: [
    RunOutLoop,
    DaysToComeLoop,
    ExplainSuggestion,
    SearchSuggestion,
    SuggestionJobs,
    DueSuggestionsLoop,
  ],
})
export class PlanningWorkerModule {}
