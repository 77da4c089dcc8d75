import { drawBoothGround, drawHall, drawMark } from './draw-hall';
import { fitted, linesWithin, oneLine } from './fitted.rules';
import {
  barMetres,
  LONG_SIDE,
  PAPERS,
  pointsACm,
  roundScale,
  SHORT_SIDE,
  type SheetSize,
} from './paper.rules';
import type { Letters, Pen, Place } from './pen';
import { print } from './print-colours';
import { sheetWords, type SheetWords } from './plan-sheet.words';
import type { SheetSubject } from './sheet-subject';

const MARGIN = 30;
const HEAD = 54;
const FOOT = 16;
const GAP = 18;
const PANEL_WIDTH = 224;
const PANEL_HEIGHT = 214;
/* Sizes of the hall stand along its north and west walls. */
const MEASURES = 16;

/** How a sheet is divided: the hall beside its legend on a broad one, above it on a high one. */
export interface SheetLayout {
  size: SheetSize;
  hall: Place;
  columns: Place[];
  /** The n of 1:n on A3. */
  scale: number;
}

/** The way round on which the hall is larger. */
export function layoutOf(plan: { hallWidthCm: number; hallDepthCm: number }): SheetLayout {
  const top = MARGIN + HEAD;
  const at = (size: SheetSize, hall: Place, columns: Place[]): SheetLayout => ({
    size,
    hall,
    columns,
    scale: roundScale([
      { lengthCm: plan.hallWidthCm, points: hall.width },
      { lengthCm: plan.hallDepthCm, points: hall.height },
    ]),
  });
  const broad = { width: LONG_SIDE, height: SHORT_SIDE };
  const broadHeight = broad.height - top - MARGIN - FOOT;
  const panelX = broad.width - MARGIN - PANEL_WIDTH;
  const lying = at(
    broad,
    {
      x: MARGIN + MEASURES,
      y: top + MEASURES,
      width: panelX - GAP - MARGIN - MEASURES,
      height: broadHeight - MEASURES,
    },
    [{ x: panelX, y: top, width: PANEL_WIDTH, height: broadHeight }],
  );
  const high = { width: SHORT_SIDE, height: LONG_SIDE };
  const panelY = high.height - MARGIN - FOOT - PANEL_HEIGHT;
  const column = (high.width - 2 * MARGIN - 2 * GAP) / 3;
  const standing = at(
    high,
    {
      x: MARGIN + MEASURES,
      y: top + MEASURES,
      width: high.width - 2 * MARGIN - MEASURES,
      height: panelY - GAP - top - MEASURES,
    },
    [0, 1, 2].map((place) => ({
      ...{ x: MARGIN + place * (column + GAP), y: panelY, width: column, height: PANEL_HEIGHT },
    })),
  );
  return standing.scale < lying.scale ? standing : lying;
}

export function drawPlanSheet(pen: Pen, subject: SheetSubject, layout: SheetLayout): void {
  const words = sheetWords[subject.language];
  const { plan, edition } = subject;
  const countOf = (kind: string) => plan.features.filter((each) => each.kind === kind).length;
  drawHead(pen, subject, words, layout.size);
  const { hall, scale } = layout;
  const points = pointsACm(scale);
  const width = plan.hallWidthCm * points;
  const corner = {
    x: hall.x + (hall.width - width) / 2,
    y: hall.y + Math.max(0, (hall.height - plan.hallDepthCm * points) / 2),
  };
  const facts = { booths: plan.booths.length, zones: plan.zones.length };
  const said = words.figure({ ...facts, gates: countOf('gate'), exits: countOf('exit') });
  pen.part({ figure: said }, () => {
    drawHall(pen, subject, words, corner, scale);
    drawMeasures(pen, subject, corner, points);
    if (edition.of === 'draft') drawDraftMark(pen, words, hall);
  });
  drawPanel(pen, subject, words, layout);
  const y = layout.size.height - MARGIN - 2;
  const foot: Letters = { size: 7, colour: print.muted };
  const made = words.madeOn(told(subject, subject.madeAt));
  pen.part('P', () => pen.write(made, { x: MARGIN, y }, { ...foot, align: 'left' }));
  pen.write(
    'Phiên',
    { x: layout.size.width - MARGIN, y },
    { ...foot, weight: 'bold', align: 'right' },
  );
}

/** An instant in the fair's own zone, to the minute. */
function told({ language, fair }: SheetSubject, instant: Date): string {
  return new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    ...{ day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZone: fair.timeZone,
  }).format(instant);
}

export const nameOfFair = ({ language, fair }: SheetSubject) =>
  language === 'vi' ? fair.nameVi : fair.nameEn;

function drawHead(pen: Pen, subject: SheetSubject, words: SheetWords, { width }: SheetSize): void {
  const { language, fair, edition } = subject;
  const draft: Letters = { size: 13, weight: 'bold', colour: print.warn.text };
  const isDraft = edition.of === 'draft';
  const tag = isDraft ? pen.widthOf(words.draft, draft) + 20 : 0;
  const room = width - 2 * MARGIN - (isDraft ? tag + GAP : 0);
  const name = nameOfFair(subject);
  const title: Letters = { size: 20, weight: 'bold', colour: print.text, align: 'left' };
  const style = fitted(pen, name, room, title, 13);
  const isOneLine = pen.widthOf(name, style) <= room;
  const lines = isOneLine ? [name] : linesWithin(pen, name, room, { ...title, size: 13 }, 2);
  const first = isOneLine ? MARGIN + 12 : MARGIN + 7;
  pen.part('H1', () => {
    for (const [at, line] of lines.entries()) {
      pen.write(
        line,
        { x: MARGIN, y: first + at * 16 },
        isOneLine ? style : { ...title, size: 13 },
      );
    }
  });
  const which =
    edition.of === 'draft'
      ? words.draftOf(edition.save, edition.publishedVersion, edition.differences)
      : words.publishedAs(edition.version, told(subject, edition.publishedAt));
  const venue = language === 'vi' ? fair.venueVi : fair.venueEn;
  const line = [which, venue].filter(Boolean).join(' · ');
  const under: Letters = { size: 9.5, colour: print.muted, align: 'left' };
  const at = { x: MARGIN, y: MARGIN + 38 };
  pen.part('P', () => pen.write(oneLine(pen, line, room, under), at, under));
  if (!isDraft) return;
  const box = { x: width - MARGIN - tag, y: MARGIN, width: tag, height: 26 };
  pen.box(box, { fill: print.warn.ground });
  pen.part('P', () => pen.write(words.draft, { x: box.x + tag / 2, y: box.y + 13 }, draft));
}

/* A draft that lies about is seen to be one from afar. */
function drawDraftMark(pen: Pen, words: SheetWords, hall: Place): void {
  const size = Math.min(hall.width, hall.height) / 5;
  pen.write(
    words.draft,
    { x: hall.x + hall.width / 2, y: hall.y + hall.height / 2 },
    { size, weight: 'bold', colour: print.accent, opacity: 0.12, turnedDegrees: -24 },
  );
}

const metresOf = (cm: number, { language }: SheetSubject) =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 }).format(
    cm / 100,
  );

/* How wide and how deep the hall is, along its walls. */
function drawMeasures(
  pen: Pen,
  subject: SheetSubject,
  corner: { x: number; y: number },
  points: number,
): void {
  const { plan } = subject;
  const [x, y] = [corner.x - 9, corner.y - 9];
  const [east, south] = [
    corner.x + plan.hallWidthCm * points,
    corner.y + plan.hallDepthCm * points,
  ];
  const look = { stroke: print.muted, thickness: 0.4 };
  const letters: Letters = { size: 7.5, colour: print.muted };
  const across = `${metresOf(plan.hallWidthCm, subject)} m`;
  const down = `${metresOf(plan.hallDepthCm, subject)} m`;
  const tick = (atX: number, atY: number, isUpright: boolean) =>
    pen.line(
      isUpright
        ? [
            [atX, atY - 3],
            [atX, atY + 3],
          ]
        : [
            [atX - 3, atY],
            [atX + 3, atY],
          ],
      look,
    );
  const gapX = pen.widthOf(across, letters) / 2 + 4;
  const gapY = pen.widthOf(down, letters) / 2 + 4;
  const [middleX, middleY] = [(corner.x + east) / 2, (corner.y + south) / 2];
  for (const [from, to] of [
    [corner.x, middleX - gapX],
    [middleX + gapX, east],
  ] as const) {
    if (to <= from) continue;
    pen.line(
      [
        [from, y],
        [to, y],
      ],
      look,
    );
  }
  for (const [from, to] of [
    [corner.y, middleY - gapY],
    [middleY + gapY, south],
  ] as const) {
    if (to <= from) continue;
    pen.line(
      [
        [x, from],
        [x, to],
      ],
      look,
    );
  }
  tick(corner.x, y, true);
  tick(east, y, true);
  tick(x, corner.y, false);
  tick(x, south, false);
  pen.write(across, { x: middleX, y }, letters);
  pen.write(down, { x, y: middleY }, { ...letters, turnedDegrees: -90 });
}

/** A thing of the panel: as high as it is, drawn wherever it comes to stand. */
interface Entry {
  height: number;
  /** Kept with what follows it, by so much. */
  following?: number;
  draw(at: Place): void;
}

function drawPanel(pen: Pen, subject: SheetSubject, words: SheetWords, layout: SheetLayout): void {
  const zones = zoneEntries(pen, subject, words, layout.columns[0]?.width ?? PANEL_WIDTH);
  const legend = legendEntries(pen, subject, words);
  const headed = (text: string, under: readonly Entry[]) =>
    under.length > 0 ? [headingEntry(pen, text)] : [];
  const entries = [
    scaleEntry(pen, subject, words, layout),
    ...headed(words.legend, legend),
    ...legend,
    ...headed(words.zones, zones),
  ];
  const free = [...layout.columns];
  let column = free.shift();
  let y = column?.y ?? 0;
  const put = (entry: Entry, spared: number): boolean => {
    const { height, following = 0 } = entry;
    const ends = () => (column ? column.y + column.height : 0);
    const isLast = free.length === 0;
    if (y + height + following > ends() - (isLast ? spared : 0)) {
      if (isLast) return false;
      column = free.shift();
      y = column?.y ?? 0;
    }
    if (!column || y + height > ends()) return false;
    entry.draw({ x: column.x, y, width: column.width, height });
    y += height;
    return true;
  };
  for (const entry of entries) put(entry, 0);
  const shown = zones.findIndex((zone, at) => !put(zone, at === zones.length - 1 ? 0 : 14));
  if (shown === -1 || !column) return;
  const more = words.moreZones(zones.length - shown);
  const { x } = column;
  pen.part('P', () =>
    pen.write(more, { x, y: y + 7 }, { size: 8, colour: print.muted, align: 'left' }),
  );
}

function headingEntry(pen: Pen, text: string): Entry {
  return {
    ...{ height: 24, following: 40 },
    draw: ({ x, y }) =>
      pen.part('P', () =>
        pen.write(
          text,
          { x, y: y + 14 },
          { size: 10.5, weight: 'bold', colour: print.brand, align: 'left' },
        ),
      ),
  };
}

function scaleEntry(
  pen: Pen,
  subject: SheetSubject,
  words: SheetWords,
  { scale }: SheetLayout,
): Entry {
  const { plan, paper } = subject;
  const { times, name } = PAPERS[paper];
  const number = new Intl.NumberFormat(subject.language === 'vi' ? 'vi-VN' : 'en-GB');
  const area = number.format(Math.round((plan.hallWidthCm * plan.hallDepthCm) / 10_000));
  const told = words.scale(number.format(scale / times), name);
  const hall = words.hall(
    metresOf(plan.hallWidthCm, subject),
    metresOf(plan.hallDepthCm, subject),
    area,
  );
  return {
    height: 76,
    draw({ x, y, width }) {
      const arrow = x + 10;
      pen.line(
        [
          [arrow, y + 2],
          [arrow + 7, y + 26],
          [arrow, y + 20],
          [arrow - 7, y + 26],
        ],
        { fill: print.text },
      );
      pen.write(words.north, { x: arrow, y: y + 35 }, { size: 9, weight: 'bold' });
      const left: Letters = { size: 9, colour: print.text, align: 'left' };
      pen.part('P', () => {
        pen.write(told, { x: x + 30, y: y + 8 }, { ...left, weight: 'semibold' });
        pen.write(hall, { x: x + 30, y: y + 22 }, fitted(pen, hall, width - 32, left, 6));
      });
      const metres = barMetres(scale, width - 60);
      const length = metres * 100 * pointsACm(scale);
      const bar = { x: x + 4, y: y + 50, height: 4.5 };
      for (const part of [0, 1, 2, 3]) {
        pen.box(
          { ...bar, x: bar.x + (part * length) / 4, width: length / 4 },
          {
            ...{ fill: part % 2 === 0 ? print.text : '#FFFFFF' },
            ...{ stroke: print.text, thickness: 0.5 },
          },
        );
      }
      const small: Letters = { size: 7.5, colour: print.text };
      pen.write('0', { x: bar.x, y: y + 63 }, small);
      pen.write(metresOf(metres * 50, subject), { x: bar.x + length / 2, y: y + 63 }, small);
      pen.write(`${metresOf(metres * 100, subject)} m`, { x: bar.x + length, y: y + 63 }, small);
    },
  };
}

const SIGN = { width: 18, height: 11 };

function legendEntries(pen: Pen, subject: SheetSubject, words: SheetWords): Entry[] {
  const { plan, givenIds } = subject;
  const given = plan.booths.filter(({ id }) => givenIds.has(id)).length;
  const countOf = (kind: string) => plan.features.filter((each) => each.kind === kind).length;
  const solid = (colour: string) => (place: Place) => pen.box(place, { fill: colour });
  const mark = (kind: keyof SheetWords['marks']) => (place: Place) =>
    drawMark(pen, { ...place, x: place.x + 3.5, width: 11 }, kind, words);
  const ground = (isGiven: boolean) => (place: Place) =>
    pen.box(place, {
      fill: isGiven ? print.given : print.free,
      ...{ stroke: print.edge, thickness: 0.5 },
    });
  const rows: { text: string; count: number; sign: (place: Place) => void }[] = [
    { text: words.boothFree, count: plan.booths.length - given, sign: ground(false) },
    { text: words.boothGiven, count: given, sign: ground(true) },
    { text: words.gate, count: countOf('gate'), sign: solid(print.brand) },
    { text: words.exit, count: countOf('exit'), sign: solid(print.accent) },
    {
      text: words.aisle,
      count: countOf('aisle'),
      sign: (place) => pen.box(place, { fill: print.aisle, stroke: print.line }),
    },
    {
      text: words.stage,
      count: countOf('stage'),
      sign: (place) => pen.box(place, { fill: print.aisle, stroke: print.edge, thickness: 0.7 }),
    },
    { text: words.power, count: countOf('power'), sign: mark('power') },
    { text: words.water, count: countOf('water'), sign: mark('water') },
    { text: words.ventilation, count: countOf('ventilation'), sign: mark('ventilation') },
  ];
  const number = new Intl.NumberFormat(subject.language === 'vi' ? 'vi-VN' : 'en-GB');
  const told = rows.filter(({ count }) => count > 0);
  const openSide = {
    text: words.openSide,
    count: null,
    sign: (place: Place) => drawBoothGround(pen, place, 'south', false),
  };
  return [...told, ...(plan.booths.length > 0 ? [openSide] : [])].map(({ text, count, sign }) => ({
    height: 16,
    draw({ x, y, width }) {
      sign({ x, y: y + 2, ...SIGN });
      const letters: Letters = { size: 8.5, colour: print.text, align: 'left' };
      const at = { x: x + SIGN.width + 7, y: y + 7.5 };
      pen.part('P', () => {
        pen.write(text, at, letters);
        if (count === null) return;
        const end = { x: x + width, y: at.y };
        pen.write(number.format(count), end, { ...letters, align: 'right', colour: print.muted });
      });
    },
  }));
}

function zoneEntries(pen: Pen, subject: SheetSubject, words: SheetWords, width: number): Entry[] {
  const { plan, language } = subject;
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  const letters: Letters = { size: 8.5, colour: print.text, align: 'left' };
  const byCode = [...plan.zones].sort((a, b) =>
    a.code.localeCompare(b.code, 'vi', { numeric: true }),
  );
  return byCode.map((zone) => {
    const booths = plan.booths.filter(({ zoneId }) => zoneId === zone.id);
    const areaCm2 = booths.reduce((sum, each) => sum + each.widthCm * each.depthCm, 0);
    const name = (language === 'vi' ? zone.nameVi : zone.nameEn) || zone.nameVi;
    const lines = linesWithin(pen, name, width - 40, letters, 2);
    const facts =
      booths.length > 0
        ? words.zoneFacts(number.format(booths.length), number.format(Math.round(areaCm2 / 10_000)))
        : null;
    return {
      height: 11.5 * lines.length + (facts ? 10.5 : 0) + 6,
      draw({ x, y }) {
        const code: Letters = { ...letters, weight: 'bold' };
        pen.part('P', () => {
          pen.write(zone.code, { x, y: y + 6 }, fitted(pen, zone.code, 36, code, 4));
          for (const [at, line] of lines.entries()) {
            pen.write(line, { x: x + 40, y: y + 6 + at * 11.5 }, letters);
          }
          if (facts === null) return;
          const under = { x: x + 40, y: y + 6 + lines.length * 11.5 - 0.5 };
          pen.write(facts, under, { ...letters, size: 7.5, colour: print.muted });
        });
      },
    };
  });
}
