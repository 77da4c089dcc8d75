import { newId } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { inTransaction } from '@phien/store';
import type { DataSource } from 'typeorm';
import { Paper } from './paper.entity';
import {
  basisHash,
  contentHash,
  type DayBasis,
  type PaperContent,
  type PaperSubject,
  subjectText,
} from './paper.rules';

export interface PaperToKeep {
  subject: PaperSubject;
  content: PaperContent;
  /** Of closed days: then these revisions name the paper. */
  basis: readonly DayBasis[] | null;
  accountId: string;
}

/**
 * Keeps what a paper says, or finds that it is kept already: the same facts are the same paper, by
 * whomever and however often it is asked for. Answers its id.
 */
export function keepPaper(
  source: DataSource,
  { subject, content, basis, accountId }: PaperToKeep,
): Promise<string> {
  const { fairId } = subject;
  const text = subjectText(subject);
  const hash = basisHash(text, content, basis);
  return inTransaction(source, async (em) => {
    await em.getRepository(Fair).findOneOrFail({
      select: { id: true },
      where: { id: fairId },
      lock: { mode: 'for_no_key_update' },
    });
    const papers = em.getRepository(Paper);
    const known = await papers.findOne({
      select: { id: true },
      where: { fairId, basisHash: hash },
    });
    if (known) return known.id;
    const latest = await papers.findOne({
      select: { id: true, edition: true },
      where: { fairId, subject: text },
      order: { edition: 'DESC' },
    });
    const id = newId();
    await papers.insert({
      ...subject,
      id,
      subject: text,
      edition: (latest?.edition ?? 0) + 1,
      isProvisional: content.isProvisional,
      asOf: new Date(content.asOf),
      content,
      contentHash: contentHash(content),
      basisHash: hash,
      orderedBy: accountId,
    });
    return id;
  });
}
