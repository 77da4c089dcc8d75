import { Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { isFairDay } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { closingHash } from '../closing/closing.rules';
import { readClosings } from '../closing/read-closings';
import { readDeclaredOfDay, readDocumentsOfDay } from '../closing/read-day-facts';
import { sumChecks } from '../closing/sums.rules';
import { closingNotFound } from '../report/report.refusals';
import { readRevision } from '../report/report.rules';
import { readSignatures } from './read-signatures';
import type { ClosingReviewDto } from './signature.dto';

/**
 * What is checked of a revision before it is signed: that its figures still give its hash, that
 * parts sum to totals, that nothing newer is there or waits. Refuses `closing_not_found`.
 */
@Injectable()
export class ReviewClosing {
  constructor(private readonly source: DataSource) {}

  async run(
    { accountId }: Caller,
    { fairId, day, revision: typed }: { fairId: string; day: string; revision: string },
  ): Promise<ClosingReviewDto> {
    const revision = readRevision(typed);
    if (revision === null || !isFairDay(day)) throw closingNotFound();
    const em = this.source.manager;
    const closings = await readClosings(em, { fairId, day });
    const closing = closings.find((each) => each.revision === revision);
    if (closing === undefined) throw closingNotFound();
    const documents = await readDocumentsOfDay(em, { fairId, day });
    const declared = await readDeclaredOfDay(em, { fairId, day });
    return {
      day,
      revision,
      hash: closing.hash,
      isUnaltered: closingHash(closing) === closing.hash,
      isLatest: closing === closings.at(-1),
      waitingCount: documents.waitingCount + declared.waitingCount,
      sums: sumChecks(closing.figures),
      signatures: await readSignatures(em, { fairId, day, revision }, accountId),
    };
  }
}
