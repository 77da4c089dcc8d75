import { Injectable } from '@nestjs/common';
import { Rounds } from '@phien/store';
import { DataSource } from 'typeorm';
import { SuggestionOrders } from './suggestion-queue';
import { findDueSuggestions } from './taken-suggestion';

const PAUSE_MS = 10_000;

/** Orders every few seconds, and at the start, what waits or whose worker died: a lost nudge loses nothing. */
@Injectable()
export class DueSuggestionsLoop extends Rounds {
  constructor(
    private readonly source: DataSource,
    private readonly orders: SuggestionOrders,
  ) {
    super(PAUSE_MS);
  }

  protected override async walk(): Promise<void> {
    for (const which of await findDueSuggestions(this.source.manager)) this.orders.place(which);
  }
}
