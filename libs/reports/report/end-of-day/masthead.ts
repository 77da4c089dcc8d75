import { band, dayInWords, demoBox, localTime, pill } from './head-parts';
import { ink, type Ink } from './sheet';
import type { Page } from './page';

export function masthead({ closing, words, sheet }: Page): void {
  const { fair, hours, closedByName } = closing.figures;
  band(sheet, {
    title: words.title,
    name: words.pick(fair.nameVi, fair.nameEn),
    place: words.pick(fair.venueVi, fair.venueEn),
  });
  if (fair.isDemo) demoBox(sheet, words);

  const { y } = sheet;
  const day: Ink = { size: 15, weight: 'bold' };
  const dayText = dayInWords(closing.day, words);
  sheet.put('P', dayText, { x: sheet.left, width: sheet.width, y }, day);
  const opening =
    hours === null
      ? words.outsideDays
      : hours.isOpen
        ? words.openHours(hours.opensAt, hours.closesAt)
        : hours.isOpening
          ? words.openingEvening(hours.opensAt, hours.closesAt)
          : words.closedDay;
  sheet.put(
    'P',
    opening,
    { x: sheet.left + sheet.widthOf(dayText, day) + 10, y: y + 6, width: 160 },
    { size: 9, colour: ink.muted },
  );
  pill(
    sheet,
    `${words.revision(closing.revision)} · ${closing.isComplete ? words.complete : words.provisional}`,
    closing.isComplete ? 'ok' : 'warn',
  );

  const { time, date: asOfDate } = localTime(closing.closedAt, fair.timeZone);
  sheet.y = y + 27;
  sheet.paragraph(words.asOf(time, asOfDate, words.timeZone(fair.timeZone)), { size: 9 });
  sheet.paragraph(
    closing.isComplete
      ? words.completeNote
      : words.provisionalNote(closing.figures.coverage.unclosedRegisters.length),
  );
  sheet.paragraph(words.closedBy(closedByName, words.reason(closing.reason)));
  sheet.y += 5;
}
