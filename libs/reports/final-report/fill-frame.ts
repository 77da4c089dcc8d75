import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { endOfDayWords } from '../report/end-of-day.words';
import { pinned } from '../report/workbook/pinned-zip';
import type { ReportLanguage } from '../report/report.rules';
import type { FinalReportContent } from './final-report.rules';
import { finalReportWords } from './final-report.words';
import { paragraphsOf } from './long-text';
import { toldReport } from './told-report';

const LARGEST_UNPACKED = 20_000_000;
const MOST_PARTS = 300;

/** Everything that a frame may ask for between braces. */
function placesOf(
  content: FinalReportContent,
  contentHash: string,
  language: ReportLanguage,
): Record<string, unknown> {
  const words = finalReportWords[language];
  const common = endOfDayWords[language];
  const told = toldReport(content, language);
  const text = (of: string) => paragraphsOf(of).join('\n');
  const organizer = content.fields.findIndex(({ field }) => field === 'organizer');
  return {
    title: told.title,
    fair_name: text(told.fairName),
    place: text(told.venue),
    organizer: text(told.fields[organizer]?.text ?? words.unsaid),
    as_of: told.asOf,
    state: told.state,
    state_note: told.stateNote,
    is_demo: content.fair.isDemo,
    demo: `${common.demo} – ${common.demoNote}`,
    content_hash: contentHash,
    fields: told.fields.map((field) => ({
      no: field.no,
      name: text(field.name),
      text: text(field.text),
      source: text(field.source),
    })),
    days: told.days,
    total_label: told.total.day,
    total_revenue: told.total.revenue,
    total_declared: told.total.declared,
    total_sales: told.total.sales,
    total_visits: told.total.visits,
    comparison: told.comparison !== null,
    comparison_title: text(told.comparison?.title ?? ''),
    comparison_note: told.comparison?.note ?? '',
    base_sources: text(told.comparison?.sources.join('; ') ?? ''),
    measures: told.comparison?.lines ?? [],
    measure_column: words.measureColumn,
    own_column: words.ownColumn,
    base_column: words.baseColumn,
    growth_column: words.growthColumn,
  };
}

/**
 * The report as a Word file: a frame whose places are filled. A place that is not known stays empty.
 * The same content in the same frame is the same bytes. Throws where the frame cannot be filled.
 */
export function fillFrame(
  frame: Buffer,
  of: { content: FinalReportContent; contentHash: string; language: ReportLanguage },
): Buffer {
  const document = new Docxtemplater(new PizZip(frame), {
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: () => '',
    errorLogging: false,
  });
  document.render(placesOf(of.content, of.contentHash, of.language));
  return pinned(document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
}

interface Entry {
  _data?: { uncompressedSize?: number };
}

/** What is wrong with a frame that somebody brought; null when it can be filled. */
export function checkFrame(bytes: Buffer, language: ReportLanguage): string | null {
  try {
    const { files } = new PizZip(bytes) as unknown as { files: Record<string, Entry> };
    const names = Object.keys(files);
    const unpacked = Object.values(files).reduce(
      (sum, { _data }) => sum + (_data?.uncompressedSize ?? 0),
      0,
    );
    if (unpacked > LARGEST_UNPACKED || names.length > MOST_PARTS) return 'too_large';
    if (!names.includes('word/document.xml')) return 'not_a_word_file';
    if (names.some((name) => name.endsWith('vbaProject.bin'))) return 'has_macros';
    fillFrame(bytes, { content: emptyContent, contentHash: '0'.repeat(64), language });
    return null;
  } catch (error) {
    return faultOf(error);
  }
}

interface TemplateError {
  properties?: { id?: string; xtag?: string; errors?: TemplateError[] };
}

function faultOf(error: unknown): string {
  const { properties } = error as TemplateError;
  const first = properties?.errors?.[0]?.properties ?? properties;
  if (first?.id === undefined) return 'not_a_word_file';
  return first.xtag === undefined ? first.id : `${first.id} {${first.xtag}}`;
}

const emptyContent: FinalReportContent = {
  asOf: '2026-01-01T00:00:00.000Z',
  isProvisional: true,
  fair: {
    code: '',
    nameVi: '',
    nameEn: '',
    venueVi: '',
    venueEn: '',
    timeZone: 'Asia/Ho_Chi_Minh',
    isDemo: true,
  },
  fields: [],
  days: [],
  comparison: { nameVi: '', nameEn: '', firstDay: null, lastDay: null, lines: [] },
  frames: { vi: null, en: null },
};
