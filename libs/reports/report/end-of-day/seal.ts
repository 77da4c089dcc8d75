import { fitted, type Page, whole } from './page';
import { ink } from './sheet';

const QR_SIZE = 104;

/** What the code on paper says: the page that tells whether it is genuine, or the bare hash. */
export const codeOf = (hash: string, url: string | undefined) =>
  url === undefined ? hash : `${url}/verify/#${hash}`;

export function seal({ closing, words, language, sheet }: Page): void {
  const { heads } = closing;
  const signedHeads = heads.filter((head) => head.signedSequence === head.sequence);
  const uncovered = heads.reduce(
    (sum, head) => sum + head.sequence - (head.signedSequence ?? 0),
    0,
  );
  const wordsOfHeads = words.headsNote(
    whole(heads.length, language),
    whole(signedHeads.length, language),
  );
  const { url } = closing.figures.fair;
  sheet.heading(words.seal, 360);
  sheet.paragraph(wordsOfHeads);
  if (uncovered > 0) sheet.paragraph(words.headsUncovered(whole(uncovered, language)));
  const rows = [
    [words.documentCount, whole(closing.documentCount, language)],
    [words.documentsHash, closing.documentsHash],
    ...(closing.declaredHash === null
      ? []
      : ([
          [words.declaredFacts, whole(closing.declaredCount ?? 0, language)],
          [words.declaredHash, closing.declaredHash],
        ] as const)),
    [words.closingHash, closing.hash],
  ] as const;
  const top = sheet.y + 2;
  const height = Math.max(rows.length * 31 + 12, QR_SIZE + 16);
  sheet.box({ x: sheet.left, y: top, width: sheet.width, height }, ink.quiet, 6);
  for (const [at, [label, text]] of rows.entries()) {
    const y = top + 9 + at * 31;
    const place = { x: sheet.left + 12, width: sheet.width - QR_SIZE - 30 };
    sheet.put('P', label, { ...place, y }, { size: 8, colour: ink.muted });
    sheet.put(
      'P',
      text,
      { ...place, y: y + 12 },
      fitted(sheet, text, place.width, { size: 9.5, weight: 'semibold' }, 7),
    );
  }
  sheet.qr(codeOf(closing.hash, url), words.qrLabel, {
    x: sheet.right - QR_SIZE - 8,
    y: top + (height - QR_SIZE) / 2,
    size: QR_SIZE,
  });
  sheet.y = top + height + 8;
  sheet.paragraph(words.sealNote);
  sheet.paragraph(words.verifyNote(url === undefined ? null : `${url}/verify`));

  sheet.y += 12;
  const half = sheet.width / 2;
  for (const [at, [title, name]] of [
    [words.preparedBy, closing.figures.closedByName ?? ''],
    [words.onBehalf, ''],
  ].entries()) {
    const place = { x: sheet.left + at * half, width: half };
    const centred = { align: 'center' as const };
    sheet.put(
      'P',
      title ?? '',
      { ...place, y: sheet.y },
      { size: 10, weight: 'semibold', ...centred },
    );
    sheet.put(
      'P',
      words.signHere,
      { ...place, y: sheet.y + 15 },
      { size: 8.5, colour: ink.muted, ...centred },
    );
    if (name) sheet.put('P', name, { ...place, y: sheet.y + 84 }, { size: 10, ...centred });
  }
  sheet.y += 100;
}
