import { boothPath, fairPath } from '@phien/kernel';
import { ink, type Place, type Sheet } from '../report/end-of-day/sheet';
import type { Progress } from '../report/report-subject';
import { badgesOf, type Badge, type BoothPaperSubject } from './booth-paper.rules';
import { boothPaperWords } from './booth-paper.words';
import { drawCards, openCutSheet } from './cut-sheet';
import { putFitted } from './fitted-text';

const EDGE = 16;
const BAND = 38;
const QR = 66;

/** A card of A7 for everyone, eight on a page. */
export async function writeBadges(
  subject: BoothPaperSubject,
  onProgress?: Progress,
): Promise<Buffer> {
  const { content, language } = subject;
  const sheet = openCutSheet(boothPaperWords[language].titles.badges, content, language);
  await sheet.openFonts();
  const badges = badgesOf(content, language);
  let drawn = 0;
  return drawCards(sheet, badges, { rows: 4, columns: 2 }, (badge, card) => {
    drawBadge(sheet, badge, card, subject);
    drawn += 1;
    onProgress?.(Math.floor((90 * drawn) / badges.length));
  });
}

function drawBadge(
  sheet: Sheet,
  { name, role, exhibitorName, boothCodes, of }: Badge,
  card: Place,
  { content: { fair }, language }: BoothPaperSubject,
): void {
  const words = boothPaperWords[language];
  const left = card.x + EDGE;
  const width = card.width - 2 * EDGE;
  sheet.box(
    { ...card, x: card.x + 6, y: card.y + 6, width: card.width - 12, height: BAND },
    ink.brand,
    4,
  );
  putFitted(
    sheet,
    language === 'vi' ? fair.nameVi : fair.nameEn,
    { x: left, y: card.y + 11, width, height: BAND - 9 },
    { size: 12, weight: 'semibold', colour: ink.onBrand, align: 'center' },
  );
  const nameTop = card.y + BAND + 15;
  if (name === null) {
    sheet.put('P', words.name, { x: left, y: nameTop, width }, { size: 9, colour: ink.muted });
    sheet.rule(nameTop + 34, ink.edge, 0.8, left, left + width);
  } else {
    putFitted(
      sheet,
      name,
      { x: left, y: nameTop, width, height: 48 },
      { size: 22, weight: 'bold' },
    );
  }
  const hasCode = fair.url !== null;
  const textWidth = hasCode ? width - QR - 10 : width;
  const middle = nameTop + 50;
  putFitted(
    sheet,
    exhibitorName ?? of ?? '',
    { x: left, y: middle, width: textWidth, height: 44 },
    { size: 12 },
  );
  const footTop = card.y + card.height - EDGE - 36;
  sheet.put(
    'P',
    words.roles[role],
    { x: left, y: footTop - 4, width: textWidth },
    { size: 10, weight: 'semibold', colour: ink.accent },
  );
  if (boothCodes.length > 0) {
    putFitted(
      sheet,
      `${words.booth} ${boothCodes.join(', ')}`,
      { x: left, y: footTop + 10, width: textWidth, height: 28 },
      { size: 18, weight: 'bold', colour: ink.brand },
    );
  }
  if (fair.url === null) return;
  const [booth] = boothCodes;
  sheet.qr(
    `${fair.url}${booth === undefined ? fairPath(fair.code) : boothPath(fair.code, booth)}`,
    booth === undefined ? fair.code : words.codeOf(booth),
    { x: card.x + card.width - EDGE - QR, y: card.y + card.height - EDGE - QR, size: QR },
  );
}
