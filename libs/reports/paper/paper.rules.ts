import { createHash } from 'node:crypto';
import { canonicalText } from '@phien/till';
import type { ReportLanguage } from '../report/report.rules';

/** Documents of a fair besides the report of a closed day. */
export const PAPER_KINDS = ['statement', 'sales_export', 'late_list', 'final_report'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** In the order in which people are offered them. */
export const formatsOf: Record<PaperKind, readonly PaperFormat[]> = {
  statement: ['pdf', 'xlsx', 'csv'],
  sales_export: ['xlsx', 'csv'],
  late_list: ['xlsx', 'csv'],
  final_report: ['docx', 'pdf'],
};

/** Told of one exhibitor, which may ask for them itself. */
export const isOfExhibitor = (kind: PaperKind): boolean =>
  kind === 'statement' || kind === 'sales_export';

/** What a paper is about. */
export interface PaperSubject {
  fairId: string;
  kind: PaperKind;
  exhibitorId: string | null;
  /** 'YYYY-MM-DD'; null for the whole fair. */
  day: string | null;
}

/** The subject as one text, as the table keeps it. */
export const subjectText = ({ kind, exhibitorId, day }: PaperSubject): string =>
  `${kind}:${exhibitorId ?? 'all'}:${day ?? 'fair'}`;

/** Which closed revision a day's figures are of; null where they are of what is booked by now. */
export interface DayBasis {
  day: string;
  revision: number | null;
}

/** What a paper says, before it is kept. */
export interface PaperContent {
  /** ISO 8601, fair time: everything booked by then is in. */
  asOf: string;
  /** Later facts make another paper of the same subject. */
  isProvisional: boolean;
}

/** One file of one paper. */
export interface PaperFileName {
  fairId: string;
  paperId: string;
  language: ReportLanguage;
  format: PaperFormat;
}

/** `vi.pdf`: the last part of the download's address. */
export const paperFileName = ({ language, format }: Pick<PaperFileName, 'language' | 'format'>) =>
  `${language}.${format}`;

/** Reads `vi.pdf`; null when no paper has such a file. */
export function readPaperFileName(
  file: string,
): { language: ReportLanguage; format: PaperFormat } | null {
  const [language, format, more] = file.split('.');
  const known = PAPER_FORMATS.find((each) => each === format);
  if (more !== undefined || known === undefined) return null;
  return language === 'vi' || language === 'en' ? { language, format: known } : null;
}

/** sha256 of the canonical text (RFC 8785, UTF-8) of what a paper says. */
export const contentHash = (content: object): Buffer =>
  createHash('sha256').update(canonicalText(content), 'utf8').digest();

/**
 * By what two papers are the same: what they are about and, with a basis, the revisions they are made
 * of, whatever was renamed since, for the first one kept is the document. Else what they say, whenever
 * they say it.
 */
export function basisHash(
  subject: string,
  content: PaperContent,
  basis: readonly DayBasis[] | null,
): Buffer {
  if (basis !== null) {
    return contentHash({ subject, basis: basis.map(({ day, revision }) => ({ day, revision })) });
  }
  const { asOf: _, ...facts } = content;
  return contentHash({ subject, facts });
}
