import { Refusal } from '@phien/kernel';
import type { MailedClosing, StoredReport } from '@phien/reports';
import type { RequestHandler, Response } from 'express';
import { escaped } from './escaped';

/** What stands behind the links in mails. */
export interface MailedClosings {
  run(token: string, from: string): Promise<MailedClosing>;
  file(token: string, file: string, from: string): Promise<StoredReport>;
}

const ADDRESS = /^\/mail(?:\/([a-z_.]+))?\/?$/;

/**
 * Serves `/mail?key=…`, the page behind the link in the mail of a closing, and its files below: no
 * script, nothing to sign in to. The key is in the query, which is logged nowhere, and is told to no
 * other site. Expired and ended links are 410, unknown ones 404.
 */
export function mailedClosingPage(closings: () => MailedClosings): RequestHandler {
  return (request, response, next) => {
    const address = ADDRESS.exec(request.path);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (address === null || !isReading) return next();
    const key = typeof request.query.key === 'string' ? request.query.key : '';
    const [, file] = address;
    const from = request.ip ?? '';
    response.set({
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
    const answered =
      file === undefined
        ? closings()
            .run(key, from)
            .then((closing) => void response.type('html').send(pageOf(closing, key)))
        : closings()
            .file(key, file, from)
            .then((report) => sendFile(response, report));
    answered.catch((fault: unknown) => {
      if (!(fault instanceof Refusal)) return next(fault);
      response.status(statusOf(fault)).type('html').send(refusalPage(fault));
    });
  };
}

const GONE = ['mail_link_expired', 'mail_link_ended'];

function statusOf({ code, kind }: Refusal): number {
  if (kind === 'too_many') return 429;
  return GONE.includes(code) ? 410 : 404;
}

function sendFile(response: Response, report: StoredReport): void {
  response
    .set({
      'Content-Type': report.contentType,
      'Content-Disposition': report.contentDisposition,
      'X-Content-Type-Options': 'nosniff',
    })
    .send(report.bytes);
}

const words = {
  vi: {
    demo: 'DỮ LIỆU THỬ NGHIỆM',
    revision: (revision: number) => `Bản ${revision}`,
    complete: 'đã chốt mọi ca',
    provisional: 'tạm thời: còn máy chưa chốt ca',
    asOf: (moment: string) => `Tính đến ${moment}`,
    newer: (revision: number, moment: string) =>
      `Ngày này đã có bản ${revision}, chốt lúc ${moment}. Các tệp dưới đây là của bản cũ hơn.`,
    files: 'Tệp báo cáo',
    none: 'Chưa có tệp nào. Tệp được lập trong vài phút sau khi chốt; hãy tải lại trang này.',
    languages: { vi: 'tiếng Việt', en: 'tiếng Anh' },
    formats: { pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' },
    hash: 'Mã băm bản chốt (SHA-256)',
    compare: 'Phải giống hệt mã trong thư và mã in trong báo cáo.',
    ends: (moment: string) => `Đường dẫn này dùng được đến ${moment}.`,
  },
  en: {
    demo: 'DEMO DATA',
    revision: (revision: number) => `Revision ${revision}`,
    complete: 'every shift closed',
    provisional: 'provisional: some tills have an open shift',
    asOf: (moment: string) => `As of ${moment}`,
    newer: (revision: number, moment: string) =>
      `This day has a revision ${revision}, closed at ${moment}. The files below are of the earlier one.`,
    files: 'Reports',
    none: 'No file yet. Files are made within minutes of the closing; load this page again.',
    languages: { vi: 'in Vietnamese', en: 'in English' },
    formats: { pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' },
    hash: 'Hash of the closing (SHA-256)',
    compare: 'It must be the same as in the mail and on the printed report.',
    ends: (moment: string) => `This link opens until ${moment}.`,
  },
};

function pageOf(closing: MailedClosing, key: string): string {
  const { language, fairName, day, revision, asOf, isComplete, hash, files, newer } = closing;
  const said = words[language];
  const state = isComplete ? said.complete : said.provisional;
  const items = files.map(({ file, format, language: of, sizeBytes, sha256 }) => {
    const name = `${said.formats[format]}, ${said.languages[of]}`;
    const address = `/mail/${file}?key=${encodeURIComponent(key)}`;
    return `<li><a href="${address}">${name}</a> <small>${sizeWords(sizeBytes, language)}</small><br><small>SHA-256 <code>${sha256}</code></small></li>`;
  });
  return whole(
    language,
    `${day} · ${fairName}`,
    [
      closing.isDemo ? `<p class="note">${said.demo}</p>` : '',
      `<h1>${escaped(fairName)}</h1>`,
      `<p><strong>${escaped(day)}</strong><br>${said.revision(revision)} (${state})<br>${escaped(said.asOf(asOf))}</p>`,
      newer === null
        ? ''
        : `<p class="note">${escaped(said.newer(newer.revision, newer.asOf))}</p>`,
      `<h2>${said.files}</h2>`,
      items.length === 0 ? `<p>${said.none}</p>` : `<ul>${items.join('')}</ul>`,
      `<h2>${said.hash}</h2><p><code>${hash}</code></p><p>${said.compare}</p>`,
      `<p><small>${escaped(said.ends(closing.endsAt))}</small></p>`,
    ].join(''),
  );
}

const refusalPage = ({ sentence }: Refusal) =>
  whole('vi', 'Phiên', `<p>${escaped(sentence.vi)}</p><p lang="en">${escaped(sentence.en)}</p>`);

const STYLE = `
  :root { color-scheme: light dark; }
  body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  h1 { font-size: 1.4rem; line-height: 1.3; }
  h2 { margin-top: 2rem; font-size: 1.05rem; }
  ul { padding: 0; list-style: none; }
  li { margin: 0.75rem 0; }
  li > a { display: inline-block; padding: 0.6rem 0; font-weight: 650; }
  .note { padding: 0.75rem 1rem; border-inline-start: 4px solid #b26a00; }`;

const whole = (language: 'vi' | 'en', title: string, inside: string) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${inside}</main></body></html>`;

const sizeWords = (bytes: number, language: 'vi' | 'en') =>
  `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 0 }).format(Math.ceil(bytes / 1024))} KB`;
