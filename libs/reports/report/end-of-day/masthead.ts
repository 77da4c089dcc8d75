import { ink, type Ink } from './sheet';
import type { EndOfDayWords } from '../end-of-day.words';
import type { Page } from './page';

function localTime(instant: Date, timeZone: string): { time: string; date: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  const [date = '', time = ''] = parts.split(', ');
  return { time, date };
}

function weekday(day: string, words: EndOfDayWords): string {
  return words.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

export function masthead({ closing, words, sheet, date }: Page): void {
  const { fair, hours, closedByName } = closing.figures;
  const fairName = words.pick(fair.nameVi, fair.nameEn);
  const text = { x: sheet.left, width: sheet.width };
  const name: Ink = { size: 17, weight: 'bold', colour: ink.onBrand };
  const nameHeight = sheet.heightOf(fairName, sheet.width, name);
  const venue = words.pick(fair.venueVi, fair.venueEn);
  const quiet: Ink = { size: 9, colour: ink.onBrandQuiet };
  const venueHeight = sheet.heightOf(venue, sheet.width, quiet);
  const height = 34 + 18 + nameHeight + 2 + venueHeight + 18;

  sheet.box({ x: 0, y: 0, width: 596, height }, ink.brand);
  sheet.put(
    'P',
    words.title,
    { ...text, y: 30 },
    { size: 10.5, weight: 'semibold', colour: ink.onBrandQuiet },
  );
  sheet.put('H1', fairName, { ...text, y: 48 }, name);
  sheet.put('P', venue, { ...text, y: 50 + nameHeight }, quiet);

  let y = height + 16;
  if (fair.isDemo) {
    const note = `${words.demo} – ${words.demoNote}`;
    const style: Ink = { size: 9, weight: 'semibold', colour: ink.warn.text };
    const noteHeight = sheet.heightOf(note, sheet.width - 20, style);
    sheet.box(
      { x: sheet.left, y, width: sheet.width, height: noteHeight + 12 },
      ink.warn.ground,
      5,
    );
    sheet.put('P', note, { x: sheet.left + 10, y: y + 6, width: sheet.width - 20 }, style);
    y += noteHeight + 12 + 14;
  }

  const day: Ink = { size: 15, weight: 'bold' };
  const dayText = `${weekday(closing.day, words)}, ${date}`;
  sheet.put('P', dayText, { ...text, y }, day);
  const opening =
    hours === null
      ? words.outsideDays
      : hours.isOpen
        ? words.openHours(hours.opensAt, hours.closesAt)
        : words.closedDay;
  sheet.put(
    'P',
    opening,
    { x: sheet.left + sheet.widthOf(dayText, day) + 10, y: y + 6, width: 160 },
    { size: 9, colour: ink.muted },
  );
  const state = closing.isComplete ? ink.ok : ink.warn;
  const pill = `${words.revision(closing.revision)} · ${closing.isComplete ? words.complete : words.provisional}`;
  const pillStyle: Ink = { size: 10, weight: 'semibold', colour: state.text };
  const pillWidth = sheet.widthOf(pill, pillStyle) + 24;
  sheet.box(
    { x: sheet.right - pillWidth, y: y - 1, width: pillWidth, height: 23 },
    state.ground,
    11.5,
  );
  sheet.put(
    'P',
    pill,
    { x: sheet.right - pillWidth, y: y + 3.5, width: pillWidth },
    { ...pillStyle, align: 'center' },
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
