import { fitted } from './page';
import { ink, type Ink, type Sheet } from './sheet';

/** One column of a chart, with its figure as it is written above it. */
export interface Bar {
  label: string;
  value: number;
  shown: string;
}

const HEIGHT = { title: 17, figure: 11, plot: 62, label: 13 };
export const CHART_HEIGHT = HEIGHT.title + HEIGHT.figure + HEIGHT.plot + HEIGHT.label + 14;

/** A chart of upright bars; the highest stands out, and a reader aloud hears `spoken`. Leaves `y` below. */
export function barChart(
  sheet: Sheet,
  { title, note, spoken, bars }: { title: string; note: string; spoken: string; bars: Bar[] },
): void {
  sheet.ensure(CHART_HEIGHT);
  const titled: Ink = { size: 9, weight: 'semibold' };
  const titleWidth = sheet.widthOf(title, titled) + 12;
  sheet.put('P', title, { x: sheet.left, y: sheet.y, width: titleWidth }, titled);
  const room = sheet.width - titleWidth;
  sheet.put(
    'P',
    note,
    { x: sheet.right - room, y: sheet.y, width: room },
    fitted(sheet, note, room - 2, { size: 8.6, colour: ink.muted, align: 'right' }, 6),
  );
  const top = sheet.y + HEIGHT.title;
  const floor = top + HEIGHT.figure + HEIGHT.plot;
  const step = sheet.width / bars.length;
  const most = Math.max(...bars.map(({ value }) => value), 0);
  sheet.figure(spoken, () => {
    for (const [at, { label, value, shown }] of bars.entries()) {
      const middle = sheet.left + (at + 0.5) * step;
      const width = Math.min(30, step * 0.64);
      const height = most === 0 ? 0 : (Math.max(0, value) / most) * HEIGHT.plot;
      const isMost = value === most && value > 0;
      const place = { x: middle - width / 2, y: floor - height, width, height };
      if (height > 0) sheet.box(place, isMost ? ink.brand : ink.bar);
      const figure: Ink = {
        size: 7.6,
        weight: isMost ? 'bold' : 'regular',
        colour: value === 0 ? ink.muted : ink.text,
      };
      const written = fitted(sheet, shown, step - 2, figure, 4);
      sheet.label(shown, { x: middle, y: floor - height - 6 }, written);
      const named: Ink = { size: 7.6, colour: ink.muted };
      sheet.label(label, { x: middle, y: floor + 8 }, fitted(sheet, label, step - 2, named, 4));
    }
    sheet.rule(floor, ink.edge, 0.7);
  });
  sheet.y = top + CHART_HEIGHT - HEIGHT.title;
}
