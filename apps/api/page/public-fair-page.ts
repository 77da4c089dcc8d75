import { formatVnd, Refusal } from '@phien/kernel';
import type { PublicFiguresDto } from '@phien/reports';
import type { RequestHandler } from 'express';
import { existsSync, readFileSync } from 'node:fs';

type Read = (code: string, from: string) => Promise<PublicFiguresDto>;

const ADDRESS = /^\/f\/([^/]+)\/?$/;

/**
 * Serves `/f/code` with the fair's published totals written into the page, for browsers without
 * scripts and for whoever reads pages by machine. A fair that publishes nothing is 404 here too.
 */
export function publicFairPage(template: string, read: Read): RequestHandler {
  return (request, response, next) => {
    const code = ADDRESS.exec(request.path)?.[1];
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (code === undefined || !isReading || !existsSync(template)) return next();
    read(code, request.ip ?? '').then(
      (figures) => {
        response
          .set('Cache-Control', 'public, max-age=15')
          .type('html')
          .send(written(template, figures.nameVi, plainFigures(figures)));
      },
      (fault: unknown) => {
        if (!(fault instanceof Refusal)) return next(fault);
        const { vi, en } = fault.sentence;
        response
          .status(fault.kind === 'too_many' ? 429 : 404)
          .set('Cache-Control', 'no-store')
          .type('html')
          .send(written(template, null, `<p>${vi}</p><p lang="en">${en}</p>`));
      },
    );
  };
}

function written(template: string, name: string | null, plain: string): string {
  const page = readFileSync(template, 'utf8').replace(
    /<noscript>[\s\S]*?<\/noscript>/,
    () => `<noscript>${plain}</noscript>`,
  );
  return name === null
    ? page
    : page.replace(/<title>[^<]*/, () => `<title>${escaped(name)} · Phiên`);
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The totals as plain words, both languages beside each other. */
function plainFigures(figures: PublicFiguresDto): string {
  const { nameVi, nameEn, venueVi, isDemo, asOf, timeZone, total, days } = figures;
  const lines = [
    isDemo && 'Dữ liệu thử nghiệm (demo data)',
    asOf !== null && `Tính đến (as of) ${momentIn(timeZone, asOf)}`,
    total.revenueVnd !== null && `Doanh thu (revenue): ${revenueWords(total.revenueVnd, figures)}`,
    total.visits !== null && `Lượt khách (visits): ${visitsWords(total.visits, figures)}`,
    ...days.map((day) => dayWords(day, figures)),
  ];
  const items = lines.filter((line) => line !== false).map((line) => `<li>${escaped(line)}</li>`);
  return [
    `<h1>${escaped(nameVi)}</h1>`,
    `<p lang="en">${escaped(nameEn)}</p>`,
    `<p>${escaped(venueVi)}</p>`,
    `<ul>${items.join('')}</ul>`,
  ].join('');
}

const SAID = {
  coming: 'chưa diễn ra (to come)',
  running: 'đang diễn ra, tạm thời (running, provisional)',
  unclosed: 'chưa chốt, tạm thời (not closed, provisional)',
  closed: 'đã chốt (closed)',
  shut: 'nghỉ (no fair)',
};

function dayWords(day: PublicFiguresDto['days'][number], figures: PublicFiguresDto): string {
  const { revenueVnd, visits, boothsSelling, isRevenueWithheld } = day;
  return [
    `${day.day}: ${day.opensAt === null ? '' : `${day.opensAt}–${day.closesAt}, `}${SAID[day.state]}`,
    day.isComplete === false && 'còn máy chưa chốt ca, tạm thời (open shifts, provisional)',
    revenueVnd !== null && `doanh thu (revenue) ${revenueWords(revenueVnd, figures)}`,
    isRevenueWithheld && 'doanh thu không nêu: dưới 3 gian bán (not told: fewer than 3 booths)',
    visits !== null && `lượt khách (visits) ${visitsWords(visits, figures)}`,
    boothsSelling !== null && `gian có bán (booths selling) ${boothsSelling}`,
  ]
    .filter((words) => words !== false)
    .join('; ');
}

const revenueWords = (vnd: number, { revenueStepVnd }: PublicFiguresDto) =>
  roundedWords(vnd, revenueStepVnd, (amount) => formatVnd(amount, 'vi'));

const visitsWords = (visits: number, { visitsStep }: PublicFiguresDto) =>
  roundedWords(visits, visitsStep, (count) => new Intl.NumberFormat('vi-VN').format(count));

const roundedWords = (figure: number, step: number, write: (figure: number) => string) =>
  figure === 0 ? `dưới (below) ${write(step)}` : `ít nhất (at least) ${write(figure)}`;

const momentIn = (timeZone: string, instant: string) =>
  new Intl.DateTimeFormat('vi-VN', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
