import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import { choiceOf } from './choice-of';
import { FairPublication } from './fair-publication.entity';
import type { PublicationDto } from './public-figures.dto';
import { nothingPublished } from './public-figures.rules';

/** Chooses what a fair tells people without an account. The same choice again is no deed. */
@Injectable()
export class SetPublication {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(accountId: string, fairId: string, wanted: PublicationDto): Promise<PublicationDto> {
    const after = { ...wanted };
    return inTransaction(this.source, async (em) => {
      await em.getRepository(Fair).findOneOrFail({
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      const row = await em.findOneBy(FairPublication, { fairId });
      const before = row === null ? nothingPublished : choiceOf(row);
      if (row !== null && isSame(before, after)) return after;
      await em.upsert(
        FairPublication,
        { ...after, fairId, setBy: accountId, setAt: this.clock.now() },
        ['fairId'],
      );
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'publication_set',
        subjectId: fairId,
        detail: { before, after },
      });
      return after;
    });
  }
}

const isSame = (a: PublicationDto, b: PublicationDto) =>
  (Object.keys(a) as (keyof PublicationDto)[]).every((name) => a[name] === b[name]);
