export type ReportKind = 'end_of_day';
export type ReportLanguage = 'vi' | 'en';
export type ReportFormat = 'pdf';

export interface ReportName {
  kind: ReportKind;
  language: ReportLanguage;
  format: ReportFormat;
}

/** Reads `end_of_day.vi.pdf`; null when no such report exists. */
export function readReportName(file: string): ReportName | null {
  const parts = /^(end_of_day)\.(vi|en)\.(pdf)$/.exec(file);
  if (!parts) return null;
  return {
    kind: parts[1] as ReportKind,
    language: parts[2] as ReportLanguage,
    format: parts[3] as ReportFormat,
  };
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
  const whole = `${title} ${day} (${edition}) - ${fairName}`.replace(
    /[/\\:*?"<>|\s\p{Cc}\p{Cf}]+/gu,
    ' ',
  );
  const short = [...whole].slice(0, 120).join('');
  const ascii = `end-of-day-${fairCode.slice(0, 80)}-${day}-r${revision}.${language}.${format}`;
  return `attachment; filename="${ascii}"; filename*=UTF-8''${rfc5987(`${short}.${format}`)}`;
}

/* encodeURIComponent leaves these five alone, RFC 5987 does not allow them. */
function rfc5987(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
