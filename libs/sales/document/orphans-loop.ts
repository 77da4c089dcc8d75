import { Injectable } from '@nestjs/common';
import { Rounds } from '@phien/store';
import { BookOrphans } from './book-orphans';

const PAUSE_MS = 15_000;

/** Looks every 15 seconds for refunds whose sale has arrived. */
@Injectable()
export class OrphansLoop extends Rounds {
  constructor(private readonly bookOrphans: BookOrphans) {
    super(PAUSE_MS);
  }

  protected override async walk(): Promise<void> {
    await this.bookOrphans.run();
  }
}
