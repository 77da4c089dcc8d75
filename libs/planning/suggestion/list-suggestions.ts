import { Injectable } from '@nestjs/common';
import { fairNotFound } from '@phien/identity';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { readSuggestions } from './read-suggestions';
import type { SuggestionDto } from './suggestion.dto';

/** The last suggestions of a fair, the newest first. Refuses `fair_not_found`. */
@Injectable()
export class ListSuggestions {
  constructor(private readonly source: DataSource) {}

  run(fairId: string): Promise<SuggestionDto[]> {
    return isId(fairId)
      ? readSuggestions(this.source.manager, fairId)
      : Promise.reject(fairNotFound());
  }
}
