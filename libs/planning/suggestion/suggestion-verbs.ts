import { AcceptSuggestion } from './accept-suggestion';
import { ExportInstance } from './export-instance';
import { ExportSuggestion } from './export-suggestion';
import { ListSuggestions } from './list-suggestions';
import { ReadReasons } from './read-reasons';
import { ReadSuggestionVersions } from './read-suggestion-versions';
import { ShowSuggestion } from './show-suggestion';
import { StopReasons } from './stop-reasons';
import { StopSuggestion } from './stop-suggestion';
import { SuggestionBell } from './suggestion-bell';

/** What is done with suggestions, for the module. */
export const suggestionVerbs = [
  AcceptSuggestion,
  ExportInstance,
  ExportSuggestion,
  ListSuggestions,
  ReadReasons,
  ReadSuggestionVersions,
  ShowSuggestion,
  StopReasons,
  StopSuggestion,
  SuggestionBell,
];
