import { boothPath, fairPath, foldText, formatVnd } from '@phien/kernel';
import type { PublicBoothDto, PublicExhibitorDto, PublicPlanDto } from '@phien/planning';
import type { PublicFiguresDto } from '@phien/reports';
import { escaped } from './escaped';

/** A page in plain words: no script, both languages beside each other. */
export interface PlainPage {
  status?: number;
  title: string;
  description: string;
  /** Where it stands, whatever it was asked by. */
  path: string;
  /** What it is, as schema.org says it. */
  event?: object;
  /** HTML; everything in it is escaped. */
  body: string;
}

const byCode = new Intl.Collator('vi', { numeric: true });

/** A fair with its hours and every booth, with who stands there and what they bring. */
export function plainFair(plan: PublicPlanDto): PlainPage {
  const { code, nameVi, nameEn, venueVi, isDemo, days, booths } = plan;
  const taken = booths
    .filter(({ exhibitors }) => exhibitors.length > 0)
    .sort((a, b) => byCode.compare(a.code, b.code));
  const hours = days.map(
    ({ day, opensAt, closesAt, isOpen }) =>
      `<li>${written(day)}: ${isOpen ? `${opensAt}–${closesAt}` : 'nghỉ (closed)'}</li>`,
  );
  return {
    title: nameVi,
    description: [
      venueVi,
      daysWords(plan),
      `${taken.length} gian hàng: đơn vị, sản phẩm OCOP và sơ đồ`,
    ]
      .filter(Boolean)
      .join(' · '),
    path: fairPath(code),
    event: eventOf(plan),
    body: [
      `<h1>${escaped(nameVi)}</h1>`,
      `<p lang="en">${escaped(nameEn)}</p>`,
      `<p>${escaped(venueVi)}</p>`,
      isDemo ? '<p>Dữ liệu thử nghiệm (demo data)</p>' : '',
      hours.length === 0
        ? ''
        : `<h2>Ngày và giờ mở cửa (days and hours)</h2><ul>${hours.join('')}</ul>`,
      '<h2>Gian hàng (booths)</h2>',
      ...taken.map((booth) => boothWords(plan, booth, 3)),
    ].join(''),
  };
}

/* 20/11/2025, as people here write a day. */
const written = (day: string) => day.split('-').reverse().join('/');

function daysWords({ days }: PublicPlanDto): string {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? `${written(first.day)} – ${written(last.day)}` : '';
}

/** One booth of it; null where the plan has no such code. */
export function plainBooth(plan: PublicPlanDto, boothCode: string): PlainPage | null {
  const booth =
    plan.booths.find(({ code }) => code === boothCode) ??
    plan.booths.find(({ code }) => foldText(code) === foldText(boothCode));
  if (booth === undefined) return null;
  const holders = holdersOf(plan, booth);
  const names = holders.map(({ name }) => name).join(', ') || 'gian trống';
  const products = holders.flatMap((holder) => holder.products.map(({ name }) => name));
  return {
    title: `Gian ${booth.code}: ${names} · ${plan.nameVi}`,
    description: products.slice(0, 8).join(', ') || names,
    path: boothPath(plan.code, booth.code),
    body: [
      boothWords(plan, booth, 1),
      `<p><a href="${fairPath(plan.code)}">${escaped(plan.nameVi)}: mọi gian (all booths)</a></p>`,
    ].join(''),
  };
}

const holdersOf = ({ exhibitors }: PublicPlanDto, booth: PublicBoothDto): PublicExhibitorDto[] =>
  booth.exhibitors.flatMap((place) => exhibitors[place] ?? []);

function boothWords(plan: PublicPlanDto, booth: PublicBoothDto, level: 1 | 3): string {
  const zone = plan.zones.find(({ code }) => code === booth.zoneCode);
  const link = `<a href="${boothPath(plan.code, booth.code)}">Gian ${escaped(booth.code)}</a>`;
  const where = zone === undefined ? '' : ` · ${escaped(zone.nameVi)}`;
  return [
    `<h${level}>${link}${where}</h${level}>`,
    ...holdersOf(plan, booth).map(holderWords),
  ].join('');
}

function holderWords({ name, placeVi, products }: PublicExhibitorDto): string {
  const items = products.map(({ name: product, star, traceUrl }) => {
    const stars = star === null ? '' : ` (OCOP ${star} sao)`;
    const trace =
      traceUrl === null
        ? ''
        : ` <a href="${escaped(traceUrl)}" rel="nofollow noopener">truy xuất nguồn gốc</a>`;
    return `<li><bdi>${escaped(product)}</bdi>${stars}${trace}</li>`;
  });
  return `<p><strong><bdi>${escaped(name)}</bdi></strong> · ${escaped(placeVi)}</p>${
    items.length === 0 ? '' : `<ul>${items.join('')}</ul>`
  }`;
}

function eventOf({ nameVi, venueVi, days }: PublicPlanDto): object | undefined {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || venueVi === '') return undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: nameVi,
    startDate: `${first.day}T${first.opensAt}`,
    endDate: `${last.day}T${last.closesAt}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: venueVi, address: venueVi },
  };
}

/** The totals that a fair publishes; nothing where it publishes none. */
export function plainFigures(figures: PublicFiguresDto): string {
  const { asOf, timeZone, total, days, showsVisits, showsRevenue, showsBooths } = figures;
  if (!showsVisits && !showsRevenue && !showsBooths) return '';
  const lines = [
    asOf !== null && `Tính đến (as of) ${momentIn(timeZone, asOf)}`,
    total.revenueVnd !== null && `Doanh thu (revenue): ${revenueWords(total.revenueVnd, figures)}`,
    total.visits !== null && `Lượt khách (visits): ${visitsWords(total.visits, figures)}`,
    ...days.map((day) => dayWords(day, figures)),
  ];
  const items = lines.filter((line) => line !== false).map((line) => `<li>${escaped(line)}</li>`);
  return `<h2>Số liệu công bố (published figures)</h2><ul>${items.join('')}</ul>`;
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
