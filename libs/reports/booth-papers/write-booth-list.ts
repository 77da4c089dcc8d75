import { timeAndDay } from '../paper/paper-sheet';
import { ink, Sheet } from '../report/end-of-day/sheet';
import type { BoothPaperSubject } from './booth-paper.rules';
import { boothPaperWords } from './booth-paper.words';
import { linesOf } from './booth-list-view';

/** The list of booths and exhibitors to be hung up: no phone is on it, nor whom a booth is held for. */
export async function writeBoothList({ content, language }: BoothPaperSubject): Promise<Buffer> {
  const words = boothPaperWords[language];
  const pick = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const { fair, asOf } = content;
  const fairName = pick(fair.nameVi, fair.nameEn);
  const sheet = new Sheet(
    {
      title: `${words.titles.list} – ${fairName}`,
      author: fairName,
      language: language === 'vi' ? 'vi-VN' : 'en-GB',
      madeAt: new Date(asOf),
    },
    () => undefined,
  );
  await sheet.openFonts();
  sheet.paragraph(fairName, { size: 14, weight: 'bold' });
  sheet.paragraph(words.asOf(timeAndDay(asOf, fair.timeZone)));
  await sheet.table({
    heading: words.titles.list,
    columns: [
      { title: words.booth, width: 44 },
      { title: words.zone, width: 92 },
      { title: words.exhibitor },
      { title: words.place, width: 116 },
      { title: words.state, width: 62 },
    ],
    rows: linesOf(content).map(({ booth, share }) => {
      const head = [booth.code, pick(booth.zoneVi, booth.zoneEn)];
      const state = words.states[share?.state ?? 'free'];
      if (share?.state !== 'confirmed') return [...head, '', '', state];
      const { exhibitorName, sixths } = share;
      const name = sixths === 6 ? exhibitorName : `${exhibitorName} (${sixths}/6)`;
      return [...head, name, pick(share.placeVi, share.placeEn), state];
    }),
  });
  return sheet.finish((paper, page, pages) =>
    paper.write(
      words.page(page, pages),
      { x: paper.left, y: 806, width: paper.width },
      { size: 8, colour: ink.muted, align: 'right' },
    ),
  );
}
