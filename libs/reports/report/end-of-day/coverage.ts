import { oneLine, type Page, whole } from './page';
import { ink } from './sheet';

/** A paragraph never grows past a page. */
const NAMES_IN_A_PARAGRAPH = 40;

export async function coverage({ closing, words, language, sheet }: Page): Promise<void> {
  const { booths: all, coverage: known } = closing.figures;
  sheet.heading(words.coverage);
  sheet.paragraph(
    words.coverageNote(whole(known.boothsHeard, language), whole(known.boothsAllocated, language)),
  );
  const silent = all.filter((booth) => booth.isAllocated && !booth.isHeard);
  const silentTitle = `${words.silentBooths} (${silent.length})`;
  if (silent.length === 0) {
    sheet.subheading(silentTitle);
    sheet.paragraph(words.allHeard);
  } else {
    await sheet.table({
      subheading: silentTitle,
      columns: [
        { title: words.boothColumn, width: 54 },
        { title: words.zoneColumn, width: 40 },
        { title: words.exhibitorColumn },
      ],
      rows: silent.map((booth) => [
        booth.boothCode,
        booth.zoneCode,
        booth.exhibitorNames.join(', '),
      ]),
    });
  }
  const unclosedTitle = `${words.unclosedRegisters} (${known.unclosedRegisters.length})`;
  if (known.unclosedRegisters.length === 0) {
    sheet.subheading(unclosedTitle);
    sheet.paragraph(words.noneUnclosed);
  } else {
    await sheet.table({
      subheading: unclosedTitle,
      columns: [
        { title: words.boothColumn, width: 54 },
        { title: words.registerColumn, width: 130 },
        { title: words.exhibitorColumn },
      ],
      rows: known.unclosedRegisters.map((register) => [
        register.boothCode,
        register.name,
        register.exhibitorName,
      ]),
    });
  }
  if (known.silentRegisters.length > 0) {
    sheet.subheading(`${words.silentRegisters} (${known.silentRegisters.length})`);
    for (let at = 0; at < known.silentRegisters.length; at += NAMES_IN_A_PARAGRAPH) {
      const named = known.silentRegisters
        .slice(at, at + NAMES_IN_A_PARAGRAPH)
        .map(({ boothCode, name }) => {
          const short = oneLine(sheet, name, 160, { size: 9 });
          return name.includes(boothCode) ? short : `${boothCode} – ${short}`;
        });
      sheet.paragraph(named.join('; '));
      await sheet.pause();
    }
  }
  if (known.setAsideCount > 0) {
    sheet.y += 4;
    sheet.paragraph(words.setAside(whole(known.setAsideCount, language)), {
      size: 9,
      colour: ink.warn.text,
    });
  }
}
