import { type Page, whole } from './page';
import { ink } from './sheet';

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
  sheet.heading(words.seal, 332);
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
  const height = rows.length * 31 + 12;
  sheet.box({ x: sheet.left, y: top, width: sheet.width, height }, ink.quiet, 6);
  for (const [at, [label, text]] of rows.entries()) {
    const y = top + 9 + at * 31;
    const place = { x: sheet.left + 12, width: sheet.width - 24 };
    sheet.put('P', label, { ...place, y }, { size: 8, colour: ink.muted });
    sheet.put('P', text, { ...place, y: y + 12 }, { size: 9.5, weight: 'semibold' });
  }
  sheet.y = top + height + 8;
  sheet.paragraph(words.sealNote);

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
