import { Inject, Injectable } from '@nestjs/common';
import { Clock, fairMoment } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import type { DayFiguresDto, DayStateDto } from './closing.dto';
import { dayState } from './closing.rules';
import { closesByItselfAt } from './due.rules';
import { PreviewClosing } from './preview-closing';
import { readGates } from './read-day-facts';
import { type DayRow, readDays } from './read-days';

/**
 * Every day of a fair, and every day outside them with something booked, each with its latest
 * revision, or with its figures as of now before the first, and with what waits for the next one.
 */
@Injectable()
export class ListDays {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly previewClosing: PreviewClosing,
  ) {}

  async run(fairId: string): Promise<DayStateDto[]> {
    const fair = await this.source.getRepository(Fair).findOneByOrFail({ id: fairId });
    const now = this.clock.now();
    const today = fairMoment(now, fair.timeZone, fair.dayCutMinutes).day;
    const days: DayStateDto[] = [];
    for (const row of await readDays(this.source.manager, fairId)) {
      const {
        isComplete,
        closedAt,
        lastWaitingAt: _,
        declaredCount: __,
        isOpening: ___,
        ...day
      } = row;
      const figures = await this.figuresOf(fairId, row, today);
      const closesAt = row.revision === null ? closesByItselfAt(row, fair) : null;
      const waitingCount = row.waitingDocumentCount + row.waitingDeclaredCount;
      const isEmpty = waitingCount === 0 && (figures?.entries ?? 0) === 0;
      days.push({
        ...day,
        closedAt: closedAt?.toISOString() ?? null,
        state: dayState(day.day, today, isComplete === null ? null : { isComplete }, waitingCount),
        figures,
        closesByItselfAt:
          closesAt === null || (isEmpty && closesAt <= now) ? null : closesAt.toISOString(),
      });
    }
    return days;
  }

  private async figuresOf(
    fairId: string,
    row: DayRow,
    today: string,
  ): Promise<DayFiguresDto | null> {
    if (row.figures !== null || row.day > today) return row.figures;
    if (row.day < today && row.waitingDocumentCount + row.waitingDeclaredCount === 0) {
      const gates = await readGates(this.source.manager, { fairId, day: row.day });
      if (gates.every(({ entries, exits }) => entries === 0 && exits === 0)) return null;
    }
    const {
      totalVnd,
      declaredVnd,
      salesCount,
      entries,
      boothsHeard,
      boothsAllocated,
      unclosedRegisters,
    } = await this.previewClosing.run(fairId, row.day);
    return {
      totalVnd,
      declaredVnd,
      salesCount,
      entries,
      boothsHeard,
      boothsAllocated,
      unclosedRegisterCount: unclosedRegisters.length,
    };
  }
}
