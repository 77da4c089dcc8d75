import { Injectable } from '@nestjs/common';
import { Rounds } from '@phien/store';
import { WriteDaysToCome } from './write-days-to-come';

/* A fair with an open end knows a month of its days, so that missing some rounds loses nothing. */
const PAUSE_MS = 600_000;

@Injectable()
export class DaysToComeLoop extends Rounds {
  constructor(private readonly writeDaysToCome: WriteDaysToCome) {
    super(PAUSE_MS);
  }

  protected async walk(): Promise<void> {
    await this.writeDaysToCome.run();
  }
}
