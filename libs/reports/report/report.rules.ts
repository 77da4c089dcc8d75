export type ReportKind = 'end_of_day';
export type ReportLanguage = 'vi' | 'en';
export type ReportFormat = 'pdf' | 'xlsx' | 'csv';

export interface ReportName {
  kind: ReportKind;
  language: ReportLanguage;
  format: ReportFormat;
}

/** A revision that files are made of. */
export interface ClosedRevision {
  fairId: string;
  /** 'YYYY-MM-DD' */
  day: string;
  revision: number;
}

/** One file of one revision. */
export type ReportFile = ClosedRevision & ReportName;

export const REPORT_KINDS = ['end_of_day'] as const;
export const REPORT_LANGUAGES = ['vi', 'en'] as const;
export const REPORT_FORMATS = ['pdf', 'xlsx', 'csv'] as const;

/** Every file a revision can have, in the order people look for them. */
export const REPORT_NAMES: readonly ReportName[] = REPORT_LANGUAGES.flatMap((language) =>
  REPORT_FORMATS.map((format) => ({ kind: 'end_of_day' as const, language, format })),
);

/**
 * Made by themselves after each closing: the Vietnamese ones that people read. Another language, and a
 * file of plain lines, is made when asked for.
 */
export const makesItself = ({ language, format }: ReportName) =>
  language === 'vi' && format !== 'csv';

export const contentTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** `end_of_day.vi.pdf`: the last part of the download's address. */
export const reportFileName = ({ kind, language, format }: ReportName) =>
  `${kind}.${language}.${format}`;

/** Reads `end_of_day.vi.pdf`; null when no such report exists. */
export function readReportName(file: string): ReportName | null {
  return REPORT_NAMES.find((name) => reportFileName(name) === file) ?? null;
}

/** Reads a revision's number out of an address; null when it is not one. */
export function readRevision(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

/**
 * `Content-Disposition` of a stored report: an ASCII name for old clients and the same name with
 * the fair's own letters after RFC 5987.
 */
export function reportDisposition(report: {
  fairCode: string;
  fairName: string;
  day: string;
  revision: number;
  language: ReportLanguage;
  format: ReportFormat;
}): string {
  const { fairCode, fairName, day, revision, language, format } = report;
  const title = language === 'vi' ? 'Báo cáo cuối ngày' : 'End-of-day report';
  const edition = language === 'vi' ? `bản ${revision}` : `revision ${revision}`;
  return attachmentNamed({
    ascii: `end-of-day-${fairCode.slice(0, 80)}-${day}-r${revision}.${language}`,
    name: `${title} ${day} (${edition}) - ${fairName}`,
    format,
  });
}

/** `Content-Disposition` of a download under two names, neither with its ending. */
export function attachmentNamed(of: { ascii: string; name: string; format: string }): string {
  const { ascii, format } = of;
  const name = of.name.replace(/[/\\:*?"<>|\s\p{Cc}\p{Cf}]+/gu, ' ');
  const short = [...name].slice(0, 120).join('');
  return `attachment; filename="${ascii}.${format}"; filename*=UTF-8''${rfc5987(`${short}.${format}`)}`;
}

/* encodeURIComponent leaves these five alone, RFC 5987 does not allow them. */
function rfc5987(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
