import { calibrationLines } from '../calibration-lines';
import { type Page, whole } from './page';

export async function visits({ closing, words, language, sheet }: Page): Promise<void> {
  const { gates, entries, exits } = closing.figures.visits;
  if (gates.length === 0) {
    sheet.heading(words.byGate);
    return sheet.paragraph(words.noGates);
  }
  await sheet.table({
    heading: words.byGate,
    columns: [
      { title: words.gateColumn },
      { title: words.entriesColumn, width: 100, align: 'right' },
      { title: words.exitsColumn, width: 100, align: 'right' },
    ],
    rows: gates.map((gate) => [
      `${gate.code} · ${words.pick(gate.nameVi, gate.nameEn)}`,
      whole(gate.entries, language),
      whole(gate.exits, language),
    ]),
    closingRows: [[words.total, whole(entries, language), whole(exits, language)]],
  });
  for (const line of calibrationLines(closing.figures.visits, words, language)) {
    sheet.paragraph(line);
  }
}
