import { AskSuggestion } from './ask-suggestion';
import { ExportInstance } from './export-instance';
import { ListSuggestions } from './list-suggestions';
import { ShowSuggestion } from './show-suggestion';
import { StopSuggestion } from './stop-suggestion';

/** What is done with suggestions, for the module. */
export const suggestionVerbs = [
  AskSuggestion,
  ExportInstance,
  ListSuggestions,
  ShowSuggestion,
  StopSuggestion,
];
