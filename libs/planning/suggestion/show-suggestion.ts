import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSuggestionDetail } from './read-suggestions';
import type { SuggestionDetailDto } from './suggestion.dto';

/** One suggestion with its places; while it searches, of the best plan so far. Refuses `suggestion_not_found`. */
@Injectable()
export class ShowSuggestion {
  constructor(private readonly source: DataSource) {}

  run(fairId: string, suggestionId: string): Promise<SuggestionDetailDto> {
    return readSuggestionDetail(this.source.manager, fairId, suggestionId);
  }
}
