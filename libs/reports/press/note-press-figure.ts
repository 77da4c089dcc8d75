import { Inject, Injectable } from '@nestjs/common';
import { type Caller, recordAudit } from '@phien/identity';
import { Clock, isFairDay } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { Closing } from '../closing/closing.entity';
import { closingNotFound } from '../report/report.refusals';
import type { NotePressFigureDto } from './press.dto';
import { PressFigure } from './press-figure.entity';
import {
  figureNotInRevision,
  otherPressFigure,
  toldBeforeClosing,
  toldInTheFuture,
} from './press.refusals';
import { pressValue } from './press.rules';

const tidy = (text: string) => text.normalize('NFC').trim();

/**
 * Keeps which figure of which revision was given to whom; its value is the revision's own. Twice is
 * once. Refuses `closing_not_found`, `told_in_the_future`, `told_before_closing`,
 * `figure_not_in_revision`, `other_press_figure`.
 */
@Injectable()
export class NotePressFigure {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run({ accountId }: Caller, fairId: string, wanted: NotePressFigureDto): Promise<void> {
    const { id, day, revision, figure } = wanted;
    if (!isFairDay(day)) throw closingNotFound();
    const closing = await this.source.getRepository(Closing).findOneBy({ fairId, day, revision });
    if (closing === null) throw closingNotFound();
    const notedAt = this.clock.now();
    const toldAt = new Date(wanted.toldAt);
    if (toldAt > notedAt) throw toldInTheFuture();
    if (toldAt.getTime() < aMinuteOf(closing.closedAt)) throw toldBeforeClosing();
    const value = pressValue(figure, closing);
    if (value === null) throw figureNotInRevision();
    const said = {
      day,
      revision,
      figure,
      toldAs: tidy(wanted.toldAs),
      toldTo: tidy(wanted.toldTo),
      toldBy: tidy(wanted.toldBy),
    };
    await inTransaction(this.source, async (em) => {
      const noted = await em
        .createQueryBuilder()
        .insert()
        .into(PressFigure)
        .values({ fairId, id, ...said, value, toldAt, notedBy: accountId, notedAt })
        .orIgnore()
        .returning('id')
        .execute();
      if ((noted.raw as unknown[]).length === 0) {
        const same = await em.existsBy(PressFigure, { fairId, id, ...said, toldAt });
        if (!same) throw otherPressFigure();
        return;
      }
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'press_figure_noted',
        subjectId: id,
        detail: { ...said, value },
      });
    });
  }
}

/* People tell the time to the minute. */
const aMinuteOf = (instant: Date) => Math.floor(instant.getTime() / 60_000) * 60_000;
