import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { figurePartOf } from './figure-part.rules';
import type { AddPastFigureDto, NewPastSourceDto } from './past-fair.dto';
import { PastFair } from './past-fair.entity';
import { pastFairNotFound, pastFigureConflict, pastSourceMissing } from './past-fair.refusals';
import { PastFigure } from './past-figure.entity';
import { PastSource } from './past-source.entity';

/**
 * Writes what a source says of a past fair, beside what others say. The same again is the same.
 * Refuses `past_source_missing`, `past_part_unclear`, `past_fair_not_found`, `past_figure_conflict`.
 */
@Injectable()
export class AddPastFigure {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, pastFairCode }: { fairId: string; pastFairCode: string },
    wanted: AddPastFigureDto,
  ): Promise<void> {
    const { kind, value, exactness, firstDays, isPlanned } = wanted;
    const id = wanted.id.toLowerCase();
    const source = sourceOf(wanted.source);
    if (source.title === null && source.address === null) throw pastSourceMissing();
    const part = figurePartOf(wanted);
    const figure = { pastFairCode, kind, value, exactness, firstDays, isPlanned, ...part };
    await inTransaction(this.source, async (em) => {
      if (!(await em.existsBy(PastFair, { code: pastFairCode }))) throw pastFairNotFound();
      /* The source takes the figure's id: whoever comes second waits here for the first. */
      const written = await em
        .createQueryBuilder()
        .insert()
        .into(PastSource)
        .values({ id, pastFairCode, ...source })
        .orIgnore()
        .returning('id')
        .execute();
      if ((written.raw as unknown[]).length === 0) {
        const [knownSource, known] = [
          await em.findOneByOrFail(PastSource, { id }),
          await em.findOneBy(PastFigure, { id }),
        ];
        const isSame = holds(known, { ...figure, addedIn: fairId }) && holds(knownSource, source);
        if (!isSame) throw pastFigureConflict();
        return;
      }
      await em.insert(PastFigure, {
        id,
        sourceId: id,
        ...figure,
        addedAs: 'organizer',
        addedIn: fairId,
        addedBy: accountId,
        addedAt: this.clock.now(),
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'past_figure_added',
        subjectId: id,
        detail: { ...figure, source },
      });
    });
  }
}

function sourceOf({ publisher, title, address, publishedOn }: NewPastSourceDto) {
  const tidy = (text: string) => text.normalize('NFC').trim();
  /* What may be left out may also come as null. */
  const tidyOrNull = (text?: string | null) => (text ? tidy(text) : null);
  return {
    publisher: tidy(publisher),
    title: tidyOrNull(title),
    address: tidyOrNull(address),
    publishedOn: publishedOn ?? null,
  };
}

const holds = <Row extends object>(row: Row | null, wanted: Partial<Row>): boolean =>
  row !== null && Object.entries(wanted).every(([name, value]) => row[name as keyof Row] === value);
