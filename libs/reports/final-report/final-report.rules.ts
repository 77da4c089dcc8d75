import type { PaperContent } from '../paper/paper.rules';
import type { PaperFair } from '../statement/exhibitor-facts';
import type { ComparisonDto, ComparisonLineDto } from '../history/comparison.dto';
import type { Basis, Bound, Measure, NoGrowth } from '../history/comparison.rules';
import type { FinalField } from './final-field.rules';

/** A day of the fair as the report tells it. */
export interface FinalDay {
  day: string;
  /** Null while it is not closed. */
  revision: number | null;
  isComplete: boolean | null;
  closingHash: string | null;
  /** Measured and declared. */
  revenueVnd: number;
  declaredVnd: number;
  salesCount: number;
  entries: number;
}

/** One measure of ours beside the base's. Percents are in tenths: what is hashed is whole. */
export interface FinalComparisonLine {
  measure: Measure;
  basis: Basis;
  ownValue: number | null;
  base: { low: number; high: number; bound: Bound; isConflict: boolean } | null;
  growth: { lowTenths: number; highTenths: number; bound: Bound; formula: string } | null;
  noGrowth: NoGrowth | null;
  /** Who published what the base's value stands on. */
  sources: string[];
}

export interface FinalComparison {
  nameVi: string;
  nameEn: string;
  firstDay: string | null;
  lastDay: string | null;
  lines: FinalComparisonLine[];
}

/** The frame that a language is printed in; null for the house's own. */
export interface FrameUsed {
  revision: number;
  /** Hex. */
  sha256: string;
}

/** The report on a fair: its fields, its days, and what it is compared with. */
export interface FinalReportContent extends PaperContent {
  fair: PaperFair;
  fields: FinalField[];
  days: FinalDay[];
  comparison: FinalComparison | null;
  frames: { vi: FrameUsed | null; en: FrameUsed | null };
}

/** A comparison as it is frozen. */
export function frozenComparison({ base, lines }: ComparisonDto): FinalComparison {
  return {
    nameVi: base.nameVi,
    nameEn: base.nameEn,
    firstDay: base.firstDay,
    lastDay: base.lastDay,
    lines: lines.map(frozenLine),
  };
}

function frozenLine(line: ComparisonLineDto): FinalComparisonLine {
  const { measure, basis, ownValue, base, growth, noGrowth } = line;
  return {
    measure,
    basis,
    ownValue,
    base: base && {
      low: base.low,
      high: base.high,
      bound: base.bound,
      isConflict: base.isConflict,
    },
    growth: growth && {
      lowTenths: Math.round(growth.lowPercent * 10),
      highTenths: Math.round(growth.highPercent * 10),
      bound: growth.bound,
      formula: growth.formula,
    },
    noGrowth,
    sources: [
      ...new Set(
        line.figures.map(({ source }) =>
          [source.publisher, source.title, source.publishedOn].filter(Boolean).join(', '),
        ),
      ),
    ],
  };
}
