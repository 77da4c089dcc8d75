import { formatVnd, printable } from '@phien/kernel';
import type { SealedClosing } from '../closing/closing.rules';
import { endOfDayWords } from '../report/end-of-day.words';
import type { ReportLanguage } from '../report/report.rules';
import { closingMailWords } from './closing-mail.words';

/** All that the mail of a revision is made of. */
export interface ClosingMailSubject {
  closing: SealedClosing;
  language: ReportLanguage;
  /** Of the person who reads it. */
  name: string;
  /** Opens the files of the revision until then. */
  link: string;
  linkEndsAt: Date;
}

export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

const LONGEST_NAME_IN_SUBJECT = 120;

/**
 * The mail of a revision: totals alone, each with what it stands on, and the closing's hash in its
 * text. The hash is kept by every mailbox that it reached, out of reach of whoever holds the
 * database: that is what later proves that nobody wrote the day anew.
 */
export function writeClosingMail(subject: ClosingMailSubject): WrittenMail {
  const { closing, language, link, linkEndsAt } = subject;
  const words = closingMailWords[language];
  const { fair } = closing.figures;
  const name = printable(subject.name);
  const fairName = printable(endOfDayWords[language].pick(fair.nameVi, fair.nameEn));
  const day = dayOf(closing.day, language);
  const state = closing.isComplete ? words.complete : words.provisional;
  const demo = fair.isDemo ? [endOfDayWords[language].demo] : [];
  const head = words.head({ day, revision: closing.revision, state });
  const facts = factsOf(closing, fairName, language);
  const ends = words.linkEnds(momentOf(linkEndsAt, fair.timeZone, language));
  return {
    subject: [...demo, `${head} – ${shortened(fairName)}`].join(' · '),
    text: [
      ...demo,
      words.greeting(name),
      '',
      head,
      '',
      ...facts.map(([label, fact]) => `${label}: ${fact}`),
      '',
      `${words.hash}:`,
      closing.hash,
      '',
      words.keep,
      '',
      `${words.files}:`,
      link,
      ends,
      '',
      words.why,
      '',
    ].join('\n'),
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(head)}</title></head>`,
      '<body style="font-family:sans-serif;font-size:15px;line-height:1.5">',
      ...demo.map((line) => `<p><strong>${escaped(line)}</strong></p>`),
      `<p>${escaped(words.greeting(name))}</p>`,
      `<p><strong>${escaped(head)}</strong></p>`,
      '<table cellpadding="4" style="border-collapse:collapse">',
      ...facts.map(
        ([label, fact]) =>
          `<tr><td valign="top">${escaped(label)}</td><td valign="top">${escaped(fact)}</td></tr>`,
      ),
      '</table>',
      `<p>${escaped(words.hash)}:<br><code style="word-break:break-all">${closing.hash}</code></p>`,
      `<p>${escaped(words.keep)}</p>`,
      `<p><a href="${escaped(link)}">${escaped(words.files)}</a><br>${escaped(ends)}</p>`,
      `<p>${escaped(words.why)}</p>`,
      '</body></html>',
    ].join('\n'),
  };
}

type Fact = readonly [label: string, fact: string];

function factsOf(closing: SealedClosing, fairName: string, language: ReportLanguage): Fact[] {
  const words = closingMailWords[language];
  const report = endOfDayWords[language];
  const { fair, closedByName, totals, coverage, visits } = closing.figures;
  const unclosed = coverage.unclosedRegisters.length;
  const money = (vnd: number) => formatVnd(vnd, language);
  const count = (whole: number) => countOf(whole, language);
  const calibrated = visits.calibration;
  return [
    [report.fairName, fairName],
    [report.day, dayOf(closing.day, language)],
    [report.revisionLabel, String(closing.revision)],
    [report.reasonLabel, printable(report.reason(closing.reason))],
    [report.closedByLabel, printable(closedByName ?? report.closedByItself)],
    [
      report.stateLabel,
      closing.isComplete ? report.completeNote : report.provisionalNote(unclosed),
    ],
    [words.asOf, momentOf(closing.closedAt, fair.timeZone, language)],
    [report.revenue, money(totals.revenueVnd)],
    [`– ${report.measured}`, `${money(totals.measuredVnd)} (${words.measuredFrom})`],
    [
      `– ${report.declared}`,
      totals.isDeclaredCollected
        ? `${money(totals.declaredVnd)} (${report.declaredNote(count(totals.declaredBooths ?? 0))})`
        : `${report.notCollected} (${report.notCollectedNote})`,
    ],
    [report.entries, `${count(visits.entries)} (${report.entriesNote(visits.gates.length)})`],
    ...(calibrated?.entries != null && calibrated.error !== null
      ? [[words.calibrated, `${count(calibrated.entries)} ± ${count(calibrated.error)}`] as const]
      : []),
    [report.boothsHeard, `${count(coverage.boothsHeard)}/${count(coverage.boothsAllocated)}`],
    [report.registersUnclosed, count(unclosed)],
    ...(coverage.setAsideCount > 0
      ? [[report.setAsideLabel, count(coverage.setAsideCount)] as const]
      : []),
  ];
}

/** A name as it fits into a subject. */
export const shortened = (name: string) => {
  const letters = [...name];
  const isLong = letters.length > LONGEST_NAME_IN_SUBJECT;
  return isLong ? `${letters.slice(0, LONGEST_NAME_IN_SUBJECT).join('')}…` : name;
};

const countOf = (whole: number, language: ReportLanguage) =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(whole);

/** "Thứ Năm, 20/11/2025" */
export function dayOf(day: string, language: ReportLanguage): string {
  const weekday = endOfDayWords[language].weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${weekday}, ${day.split('-').reverse().join('/')}`;
}

/** "22:30 20/11/2025 (giờ Việt Nam)" */
export function momentOf(instant: Date, timeZone: string, language: ReportLanguage): string {
  const parts = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(instant);
  const time = parts({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const date = parts({ day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${time} ${date} (${endOfDayWords[language].timeZone(timeZone)})`;
}

export const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
