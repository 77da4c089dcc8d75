import { Injectable } from '@nestjs/common';
import { Bus } from '@phien/store';
import { ReadSuggestionVersions } from './read-suggestion-versions';

/** Lets open pages hear that something about a fair's suggestions changed. Rung after the commit; a lost ring costs time. */
@Injectable()
export class SuggestionBell {
  constructor(
    private readonly bus: Bus,
    private readonly readVersions: ReadSuggestionVersions,
  ) {}

  ring(fairId: string): void {
    this.tell(fairId).catch(() => undefined);
  }

  private async tell(fairId: string): Promise<void> {
    for (const word of await this.readVersions.run([fairId])) {
      await this.bus.publish('suggestion', word);
    }
  }
}
