import { AcceptSuggestion } from './accept-suggestion';
import { ExportInstance } from './export-instance';
import { ExportSuggestion } from './export-suggestion';
import { ListSuggestions } from './list-suggestions';
import { ReadSuggestionVersions } from './read-suggestion-versions';
import { ShowSuggestion } from './show-suggestion';
import { StopSuggestion } from './stop-suggestion';
import { SuggestionBell } from './suggestion-bell';

/** What is done with suggestions, for the module. */
export const suggestionVerbs = [
  AcceptSuggestion,
  ExportInstance,
  ExportSuggestion,
  ListSuggestions,
  ReadSuggestionVersions,
  ShowSuggestion,
  StopSuggestion,
  SuggestionBell,
];
