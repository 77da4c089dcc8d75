import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { type Exhibitor, Product } from '@phien/planning';
import { DataSource, type EntityManager } from 'typeorm';
import { ReadFinalReport } from '../final-report/read-final-report';
import { lateListOf } from '../late-list/late-list.rules';
import { readLateList } from '../late-list/read-late-list';
import { salesExportOf } from '../sales-export/sales-export.rules';
import type { PaperDay } from '../statement/exhibitor-facts';
import { readExhibitorFacts, readFairOfPaper } from '../statement/read-exhibitor-facts';
import { statementOf } from '../statement/statement.rules';
import type { DayBasis, PaperContent, PaperKind } from './paper.rules';

/** What is asked for: the exhibitor is known to be the caller's to ask about. */
export interface PaperWanted {
  fairId: string;
  kind: PaperKind;
  exhibitor: Exhibitor | null;
  day: string | null;
  /** What the report on a fair is compared with. */
  base: string | null;
}

export interface ReadPaper {
  content: PaperContent;
  basis: DayBasis[] | null;
}

/**
 * What a paper would say now. Read in one snapshot: documents go on coming, and its parts must sum; the
 * report on a fair is made of days that are each a snapshot of their own. Refuses `past_fair_not_found`.
 */
@Injectable()
export class ReadPaperContent {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly readFinalReport: ReadFinalReport,
  ) {}

  async run(caller: Caller, wanted: PaperWanted): Promise<ReadPaper> {
    if (wanted.kind === 'final_report') {
      const content = await this.readFinalReport.freeze(caller, wanted.fairId, wanted.base);
      return { content, basis: null };
    }
    const now = this.clock.now();
    return this.source.transaction('REPEATABLE READ', (em) => read(em, wanted, now));
  }
}

async function read(em: EntityManager, wanted: PaperWanted, now: Date): Promise<ReadPaper> {
  const { fairId, kind, exhibitor, day } = wanted;
  const of = await readFairOfPaper(em, fairId, now);
  if (exhibitor === null) {
    return { content: lateListOf(await readLateList(em, { of, day, now })), basis: null };
  }
  const facts = await readExhibitorFacts(em, { of, exhibitor, day, now });
  const content =
    kind === 'statement'
      ? statementOf(facts)
      : salesExportOf(facts, await barcodesOf(em, exhibitor));
  return settled(content, facts.days);
}

/* Of closed days alone it is as of their closing: whoever asks later gets the same paper. */
function settled<Content extends PaperContent>(content: Content, days: PaperDay[]): ReadPaper {
  const closings = days.flatMap(({ closedAt }) => closedAt ?? []).sort();
  const asOf = closings[closings.length - 1];
  if (content.isProvisional || asOf === undefined) return { content, basis: null };
  return { content: { ...content, asOf }, basis: days };
}

async function barcodesOf(
  em: EntityManager,
  { fairId, id }: Exhibitor,
): Promise<Map<string, string>> {
  const products = await em.findBy(Product, { fairId, exhibitorId: id });
  return new Map(products.map((product) => [product.id, product.barcode ?? '']));
}
