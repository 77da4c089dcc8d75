import type { EndOfDayWords } from '../end-of-day.words';
import { ink, type Ink, type Sheet } from './sheet';

/** Date and time of an instant on the fair's wall. */
export function localTime(instant: Date, timeZone: string): { time: string; date: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  const [date = '', time = ''] = parts.split(', ');
  return { time, date };
}

/** "Thứ Năm, 30/10/2025" */
export function dayInWords(day: string, words: EndOfDayWords): string {
  const weekday = words.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return `${weekday}, ${day.split('-').reverse().join('/')}`;
}

/** The coloured band at the head of the first page; leaves `y` below it. */
export function band(sheet: Sheet, of: { title: string; name: string; place: string }): void {
  const text = { x: sheet.left, width: sheet.width };
  const name: Ink = { size: 17, weight: 'bold', colour: ink.onBrand };
  const nameHeight = sheet.heightOf(of.name, sheet.width, name);
  const quiet: Ink = { size: 9, colour: ink.onBrandQuiet };
  const placeHeight = sheet.heightOf(of.place, sheet.width, quiet);
  const height = 34 + 18 + nameHeight + 2 + placeHeight + 18;

  sheet.box({ x: 0, y: 0, width: 596, height }, ink.brand);
  sheet.put(
    'P',
    of.title,
    { ...text, y: 30 },
    { size: 10.5, weight: 'semibold', colour: ink.onBrandQuiet },
  );
  sheet.put('H1', of.name, { ...text, y: 48 }, name);
  sheet.put('P', of.place, { ...text, y: 50 + nameHeight }, quiet);
  sheet.y = height + 16;
}

/** Says on the first page that what follows was made up. */
export function demoBox(sheet: Sheet, words: EndOfDayWords): void {
  const note = `${words.demo} – ${words.demoNote}`;
  const style: Ink = { size: 9, weight: 'semibold', colour: ink.warn.text };
  const noteHeight = sheet.heightOf(note, sheet.width - 20, style);
  sheet.box(
    { x: sheet.left, y: sheet.y, width: sheet.width, height: noteHeight + 12 },
    ink.warn.ground,
    5,
  );
  sheet.put('P', note, { x: sheet.left + 10, y: sheet.y + 6, width: sheet.width - 20 }, style);
  sheet.y += noteHeight + 12 + 14;
}

/** A state in a rounded box at the right edge; `y` does not move. */
export function pill(sheet: Sheet, text: string, state: 'ok' | 'warn'): void {
  const colours = ink[state];
  const style: Ink = { size: 10, weight: 'semibold', colour: colours.text };
  const width = sheet.widthOf(text, style) + 24;
  const { y } = sheet;
  sheet.box({ x: sheet.right - width, y: y - 1, width, height: 23 }, colours.ground, 11.5);
  sheet.put(
    'P',
    text,
    { x: sheet.right - width, y: y + 3.5, width },
    { ...style, align: 'center' },
  );
}
