import { Injectable, Logger } from '@nestjs/common';
import { Refusal } from '@phien/kernel';
import { CloseDay } from './close-day';
import type { ClosingDto } from './closing.dto';
import { REASON_HOURS_OVER, REASON_LATE } from './closing.rules';
import { FindDueDays } from './find-due-days';

/**
 * Closes every day that is due, each once however many workers look: the revision is named, and the
 * day's lock lets the first one write it. A day that cannot be closed holds up no other. Answers what
 * this call closed.
 */
@Injectable()
export class CloseDueDays {
  private readonly log = new Logger(CloseDueDays.name);

  constructor(
    private readonly findDueDays: FindDueDays,
    private readonly closeDay: CloseDay,
  ) {}

  async run(): Promise<ClosingDto[]> {
    const closed: ClosingDto[] = [];
    for (const { fairId, day, revision } of await this.findDueDays.run()) {
      try {
        closed.push(
          await this.closeDay.run({
            fairId,
            day,
            accountId: null,
            reason: revision === 1 ? REASON_HOURS_OVER : REASON_LATE,
            becomes: revision,
          }),
        );
      } catch (error) {
        const isDone =
          error instanceof Refusal &&
          ['nothing_new_to_close', 'day_is_signed'].includes(error.code);
        if (!isDone) this.log.error(`${day} of ${fairId} did not close: ${String(error)}`);
      }
    }
    return closed;
  }
}
