import type { EntityManager } from 'typeorm';
import type { FinalReportContent } from '../final-report/final-report.rules';
import type { LateListContent } from '../late-list/late-list.rules';
import { PaperFile } from '../paper/paper-file.entity';
import { Paper } from '../paper/paper.entity';
import type { DayBasis } from '../paper/paper.rules';
import type { SalesExportContent } from '../sales-export/sales-export.rules';
import type { PaperFair } from '../statement/exhibitor-facts';
import type { StatementContent } from '../statement/statement.rules';
import type {
  NewerEditionDto,
  VerifiedPaperDayDto,
  VerifiedPaperDto,
  VerifiedPaperFigureDto,
  VerifiedPaperFileDto,
} from './verify.dto';
import { documentEmpty } from './verify.refusals';

/** What a paper of any kind says of itself. */
interface Said {
  fair: PaperFair;
  exhibitor?: { name: string };
  days: DayBasis[];
}

interface Found {
  paper: Paper;
  file: VerifiedPaperFileDto | null;
}

/**
 * The paper that has this hash, or of whose files one has it; null when there is none. Names and figures
 * are those that stand on it: of a newer edition only that it exists. Refuses `document_empty`.
 */
export async function verifiedPaper(
  em: EntityManager,
  hash: string,
): Promise<VerifiedPaperDto | null> {
  const found = await find(em, Buffer.from(hash, 'hex'));
  if (found === null) return null;
  const { paper, file } = found;
  const { kind, day, edition, isProvisional, asOf } = paper;
  const { fair, exhibitor, days } = paper.content as unknown as Said;
  return {
    kind,
    fairNameVi: fair.nameVi,
    fairNameEn: fair.nameEn,
    timeZone: fair.timeZone,
    isDemo: fair.isDemo,
    exhibitorName: exhibitor?.name ?? null,
    day,
    edition,
    isProvisional,
    asOf: asOf.toISOString(),
    days: await withLatest(em, paper.fairId, days),
    file,
    figures: figuresOf(paper),
    newer: await newerThan(em, paper),
  };
}

async function find(em: EntityManager, hash: Buffer): Promise<Found | null> {
  const papers = em.getRepository(Paper);
  const said = await papers.findOneBy({ contentHash: hash });
  if (said !== null) return { paper: said, file: null };
  /* Plain lines may be the same in several editions: then the last one is meant. */
  const [last] = await em.query<{ fairId: string; paperId: string }[]>(
    `SELECT f.fair_id AS "fairId", f.paper_id AS "paperId"
       FROM paper_file f JOIN paper p ON p.fair_id = f.fair_id AND p.id = f.paper_id
      WHERE f.sha256 = $1 ORDER BY p.as_of DESC, p.id DESC LIMIT 1`,
    [hash],
  );
  if (last === undefined) return null;
  const { fairId, paperId } = last;
  const paper = await papers.findOneByOrFail({ fairId, id: paperId });
  const { language, format, madeAt } = await em.getRepository(PaperFile).findOneOrFail({
    select: { language: true, format: true, madeAt: true },
    where: { fairId, paperId, sha256: hash },
    order: { language: 'DESC' },
  });
  if (format === 'csv' && isEmptyTable(paper)) throw documentEmpty();
  return { paper, file: { language, format, madeAt: madeAt.toISOString() } };
}

/*
 * A table of no rows is the same bytes whosever it is, and anybody can make them: who asked for one is
 * nobody's business.
 */
function isEmptyTable({ kind, content }: Paper): boolean {
  if (kind === 'sales_export') return (content as SalesExportContent).lines.length === 0;
  if (kind !== 'late_list') return false;
  const { late, setAside } = content as LateListContent;
  return late.length + setAside.length === 0;
}

function figuresOf({ kind, content }: Paper): VerifiedPaperFigureDto[] {
  switch (kind) {
    case 'statement': {
      const { totals } = content as StatementContent;
      return [
        { measure: 'revenue_vnd', value: totals.revenueVnd },
        { measure: 'sales', value: totals.salesCount },
        { measure: 'documents', value: totals.documentCount },
      ];
    }
    case 'sales_export': {
      const { totals, lines } = content as SalesExportContent;
      return [
        { measure: 'revenue_vnd', value: totals.amountVnd },
        { measure: 'documents', value: totals.documentCount },
        { measure: 'lines', value: lines.length },
      ];
    }
    case 'late_list': {
      const { late, setAside } = content as LateListContent;
      return [
        { measure: 'late', value: late.length },
        { measure: 'set_aside', value: setAside.length },
      ];
    }
    case 'final_report': {
      const { days } = content as FinalReportContent;
      const sum = (of: (day: (typeof days)[number]) => number) =>
        days.reduce((total, day) => total + of(day), 0);
      return [
        { measure: 'revenue_vnd', value: sum(({ revenueVnd }) => revenueVnd) },
        { measure: 'sales', value: sum(({ salesCount }) => salesCount) },
        { measure: 'visits', value: sum(({ entries }) => entries) },
      ];
    }
  }
}

async function withLatest(
  em: EntityManager,
  fairId: string,
  days: readonly DayBasis[],
): Promise<VerifiedPaperDayDto[]> {
  const latest = await em.query<{ day: string; revision: number }[]>(
    `SELECT day, max(revision) AS revision FROM closing WHERE fair_id = $1 GROUP BY day`,
    [fairId],
  );
  const byDay = new Map(latest.map(({ day, revision }) => [day, revision]));
  return days.map(({ day, revision }) => ({
    day,
    revision,
    latestRevision: byDay.get(day) ?? null,
  }));
}

async function newerThan(
  em: EntityManager,
  { fairId, subject, edition }: Paper,
): Promise<NewerEditionDto | null> {
  const latest = await em.getRepository(Paper).findOneOrFail({
    select: { edition: true, asOf: true, isProvisional: true },
    where: { fairId, subject },
    order: { edition: 'DESC' },
  });
  if (latest.edition === edition) return null;
  const { asOf, isProvisional } = latest;
  return { edition: latest.edition, asOf: asOf.toISOString(), isProvisional };
}
