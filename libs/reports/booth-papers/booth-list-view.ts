import { count, eachOf, text, type Value, type View } from '../report/workbook/view';
import { wallTime } from '../report/workbook/wall-time';
import { timeAndDay } from '../paper/paper-sheet';
import type { BoothPaperContent, ListedBooth, ListedShare } from './booth-paper.rules';
import { boothPaperWords } from './booth-paper.words';
import type { ReportLanguage } from '../report/report.rules';

interface Line {
  booth: ListedBooth;
  share: ListedShare | null;
}

/** Each booth by its shares, a free one with none. */
export const linesOf = ({ booths }: BoothPaperContent): Line[] =>
  booths.flatMap((booth): Line[] =>
    booth.shares.length === 0
      ? [{ booth, share: null }]
      : booth.shares.map((share) => ({ booth, share })),
  );

/** The list of booths and exhibitors as one table. */
export function boothListView(content: BoothPaperContent, language: ReportLanguage): View {
  const words = boothPaperWords[language];
  const pick = (vi: string | null, en: string | null) => (language === 'vi' ? vi : en) ?? '';
  const column = (title: string, width: number) => ({ title, width });
  const number = (title: string, width: number) => ({ title, width, isNumber: true });
  return {
    name: words.titles.list,
    title: `${words.titles.list} – ${pick(content.fair.nameVi, content.fair.nameEn)}`,
    note: words.asOf(timeAndDay(content.asOf, content.fair.timeZone)),
    columns: [
      column(words.booth, 8),
      column(words.zone, 24),
      number(words.area, 8),
      column(words.state, 12),
      column(words.share, 8),
      column(words.exhibitor, 50),
      column(words.place, 28),
      column(words.delegation, 24),
      number(words.star, 10),
      column(words.representative, 26),
      column(words.phone, 18),
      column(words.until, 20),
    ],
    rows: eachOf(linesOf(content), ({ booth, share }): readonly Value[] => [
      text(booth.code),
      text(pick(booth.zoneVi, booth.zoneEn)),
      text(squareMetres(booth.areaCm2, language)),
      text(words.states[share?.state ?? 'free']),
      text(share ? `${share.sixths}/6` : ''),
      text(share?.exhibitorName ?? ''),
      text(share ? pick(share.placeVi, share.placeEn) : ''),
      text(share ? pick(share.delegationVi, share.delegationEn) : ''),
      count(share?.star ?? null),
      text(share?.representative ?? ''),
      text(share?.phone ?? ''),
      share?.heldUntil
        ? { moment: wallTime(new Date(share.heldUntil), content.fair.timeZone) }
        : text(''),
    ]),
  };
}

const squareMetres = (areaCm2: number, language: ReportLanguage): string =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 }).format(
    areaCm2 / 10_000,
  );
