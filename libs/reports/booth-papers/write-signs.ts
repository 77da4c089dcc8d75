import { boothPath } from '@phien/kernel';
import { ink, type Place, type Sheet } from '../report/end-of-day/sheet';
import type { Progress } from '../report/report-subject';
import type { BoothPaperSubject, ListedBooth, ListedShare } from './booth-paper.rules';
import { boothPaperWords, type BoothPaperWords } from './booth-paper.words';
import { drawCards, openCutSheet } from './cut-sheet';
import { putFitted } from './fitted-text';

const EDGE = 30;
const QR = 128;

/** A sign of A5 for each booth whose place is confirmed, two on a page. */
export async function writeSigns(
  { content, language }: BoothPaperSubject,
  onProgress?: Progress,
): Promise<Buffer> {
  const words = boothPaperWords[language];
  const sheet = openCutSheet(words.titles.signs, content, language);
  await sheet.openFonts();
  const booths = content.booths
    .map((booth) => ({
      ...booth,
      shares: booth.shares.filter(({ state }) => state === 'confirmed'),
    }))
    .filter(({ shares }) => shares.length > 0);
  let drawn = 0;
  return drawCards(sheet, booths, { rows: 2, columns: 1 }, (booth, card) => {
    drawSign(sheet, booth, card, { content, language, words });
    drawn += 1;
    onProgress?.(Math.floor((90 * drawn) / booths.length));
  });
}

function drawSign(
  sheet: Sheet,
  booth: ListedBooth,
  card: Place,
  {
    content: { fair },
    language,
    words,
  }: Pick<BoothPaperSubject, 'content' | 'language'> & { words: BoothPaperWords },
): void {
  const isVi = language === 'vi';
  const left = card.x + EDGE;
  const right = card.x + card.width - EDGE;
  const width = right - left;
  const top = card.y + EDGE;
  const head = { size: 12, colour: ink.muted };
  putFitted(
    sheet,
    isVi ? fair.nameVi : fair.nameEn,
    { x: left, y: top, width: width * 0.6, height: 32 },
    head,
  );
  putFitted(
    sheet,
    isVi ? booth.zoneVi : booth.zoneEn,
    { x: left + width * 0.64, y: top, width: width * 0.36, height: 32 },
    { ...head, align: 'right' },
  );
  const hasCode = fair.url !== null;
  putFitted(
    sheet,
    booth.code,
    { x: left, y: top + 30, width: hasCode ? width - QR - 16 : width, height: 150 },
    { size: 112, weight: 'bold', colour: ink.brand },
    20,
  );
  if (fair.url !== null) {
    const at = { x: right - QR, y: top + 42 };
    sheet.qr(`${fair.url}${boothPath(fair.code, booth.code)}`, words.codeOf(booth.code), {
      ...at,
      size: QR,
    });
    putFitted(
      sheet,
      words.scan,
      { x: at.x, y: at.y + QR + 1, width: QR, height: 13 },
      { size: 9, colour: ink.muted, align: 'center' },
    );
  }
  const from = top + 190;
  const room = (card.y + card.height - EDGE - from) / booth.shares.length;
  sheet.rule(from - 6, ink.line, 1, left, right);
  for (const [at, share] of booth.shares.entries()) {
    drawShare(sheet, share, { x: left, y: from + at * room, width, height: room }, { isVi, words });
  }
}

function drawShare(
  sheet: Sheet,
  share: ListedShare,
  { x, y, width, height }: Place,
  { isVi, words }: { isVi: boolean; words: BoothPaperWords },
): void {
  const foot = Math.min(26, height * 0.3);
  putFitted(
    sheet,
    share.exhibitorName,
    { x, y, width, height: height - foot - 6 },
    { size: 36, weight: 'bold' },
    8,
  );
  const stars = share.star === null ? null : words.stars(share.star);
  const badge = { size: foot * 0.52, weight: 'bold', colour: ink.warn.text } as const;
  const starsWidth = stars === null ? 0 : sheet.widthOf(stars, badge) + 20;
  const footTop = y + height - foot - 2;
  putFitted(
    sheet,
    isVi ? share.placeVi : share.placeEn,
    { x, y: footTop + foot * 0.12, width: width - starsWidth - 12, height: foot },
    { size: foot * 0.58, colour: ink.muted },
  );
  if (stars === null) return;
  const at = { x: x + width - starsWidth, y: footTop, width: starsWidth, height: foot };
  sheet.box(at, ink.warn.ground, foot / 2);
  sheet.put(
    'P',
    stars,
    { x: at.x, y: at.y + foot * 0.15, width: at.width },
    { ...badge, align: 'center' },
  );
}
