import type { DrawnBooth, DrawnFeature, DrawnZone, Rectangle } from '../plan/plan.rules';
import { fitted, linesWithin, oneLine } from './fitted.rules';
import { pointsACm } from './paper.rules';
import type { Letters, Pen, Place } from './pen';
import { print } from './print-colours';
import type { SheetSubject } from './sheet-subject';
import type { SheetWords } from './plan-sheet.words';

/** The hall on the sheet. */
interface Hall extends Place {
  pointsACm: number;
  on(ground: Rectangle): Place;
  /** Letters of so many centimetres of the hall, neither unreadable nor larger than the sheet's own. */
  type(cm: number, least: number, most: number): number;
}

/** Draws the plan with its north-west corner at a place, at 1:`scale`. */
export function drawHall(
  pen: Pen,
  subject: SheetSubject,
  words: SheetWords,
  corner: { x: number; y: number },
  scale: number,
): void {
  const { plan, language, holders, givenIds } = subject;
  const points = pointsACm(scale);
  const on = ({ xCm, yCm, widthCm, depthCm }: Rectangle): Place => ({
    ...{ x: corner.x + xCm * points, y: corner.y + yCm * points },
    ...{ width: widthCm * points, height: depthCm * points },
  });
  const ground = { xCm: 0, yCm: 0, widthCm: plan.hallWidthCm, depthCm: plan.hallDepthCm };
  const hall: Hall = {
    ...on(ground),
    pointsACm: points,
    on,
    type: (cm, least, most) => Math.min(Math.max(cm * points, least), most),
  };
  const nameOf = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) =>
    (language === 'vi' ? nameVi : nameEn) || nameVi;
  const featuresOf = (...kinds: DrawnFeature['kind'][]) =>
    plan.features.filter(({ kind }) => kinds.includes(kind));

  pen.box(hall, { fill: print.hall });
  for (const aisle of featuresOf('aisle')) pen.box(on(aisle), { fill: print.aisle });
  for (const zone of plan.zones) pen.box(on(zone), frameOf(zone));
  for (const aisle of featuresOf('aisle')) nameAisle(pen, hall, on(aisle), nameOf(aisle));
  for (const stage of featuresOf('stage')) {
    pen.box(on(stage), { fill: print.aisle, stroke: print.edge, thickness: 0.7 });
  }
  pen.box(hall, { stroke: print.edge, thickness: 1.4 });
  for (const booth of plan.booths) {
    drawBooth(pen, hall, booth, givenIds.has(booth.id), holders.get(booth.id) ?? []);
  }
  for (const text of featuresOf('stage', 'text')) {
    nameInside(pen, hall, on(text), nameOf(text) || (text.kind === 'stage' ? words.stage : ''));
  }
  for (const zone of plan.zones) nameZone(pen, hall, zone, nameOf(zone));
  for (const mark of featuresOf('power', 'water', 'ventilation')) {
    drawMark(pen, on(mark), mark.kind as keyof SheetWords['marks'], words);
  }
  for (const door of featuresOf('gate', 'exit')) {
    const isGate = door.kind === 'gate';
    drawDoor(pen, hall, on(door), nameOf(door) || words[isGate ? 'gate' : 'exit'], isGate);
  }
}

const frameOf = ({ kind }: DrawnZone) =>
  kind === 'selling'
    ? { stroke: print.brand, thickness: 0.6, dash: 3 }
    : { fill: print.aisle, stroke: print.line, thickness: 0.7 };

/** The ground of a booth: green where it is given, thick on its open side. */
export function drawBoothGround(
  pen: Pen,
  place: Place,
  faces: DrawnBooth['faces'],
  isGiven: boolean,
): void {
  const { x, y, width, height } = place;
  pen.box(place, {
    fill: isGiven ? print.given : print.free,
    ...{ stroke: print.edge, thickness: 0.5 },
  });
  const inset = Math.min(1.1, width * 0.06, height * 0.06);
  const [west, east, north, south] = [x + inset, x + width - inset, y + inset, y + height - inset];
  const side = (
    {
      north: [west, north, east, north],
      south: [west, south, east, south],
      west: [west, north, west, south],
      east: [east, north, east, south],
    } as const
  )[faces];
  pen.line(
    [
      [side[0], side[1]],
      [side[2], side[3]],
    ],
    { stroke: print.brand, thickness: Math.min(1.3, inset * 1.4) },
  );
}

const NAME_LINE = 1.2;

function drawBooth(
  pen: Pen,
  hall: Hall,
  booth: DrawnBooth,
  isGiven: boolean,
  names: readonly string[],
): void {
  const place = hall.on(booth);
  drawBoothGround(pen, place, booth.faces, isGiven);
  const x = place.x + place.width / 2;
  const within = place.width * 0.88;
  const code: Letters = { size: hall.type(112, 3, 20), weight: 'bold', colour: print.text };
  if (names.length === 0) {
    const size = Math.min(code.size, place.height * 0.5);
    pen.write(
      booth.code,
      { x, y: place.y + place.height / 2 },
      {
        ...fitted(pen, booth.code, within, { ...code, size }, 1.2),
      },
    );
    return;
  }
  const size = Math.min(hall.type(62, 2.6, 12), place.height * 0.26);
  const codeY = place.y + place.height * 0.09 + size * 0.5;
  pen.write(booth.code, { x, y: codeY }, fitted(pen, booth.code, within, { ...code, size }, 1.2));
  const top = codeY + size * 0.66;
  const room = place.y + place.height * 0.93 - top;
  const { letters, lines } = namesWithin(pen, names, within, room, hall.type(44, 2, 9));
  const line = letters.size * NAME_LINE;
  const first = top + (room - lines.length * line) / 2 + line / 2;
  for (const [at, text] of lines.entries()) pen.write(text, { x, y: first + at * line }, letters);
}

/* As large as all names are told; where even small letters do not tell them, their ends are left out. */
function namesWithin(
  pen: Pen,
  names: readonly string[],
  width: number,
  room: number,
  largest: number,
): { letters: Letters; lines: string[] } {
  const least = largest * 0.55;
  const at = (size: number): Letters => ({ size, weight: 'semibold', colour: print.text });
  for (let size = largest; size > least; size *= 0.94) {
    const lines = names.flatMap((name) => linesWithin(pen, name, width, at(size), 12));
    const isWhole = lines.every((line) => !line.endsWith('…'));
    if (isWhole && lines.length * size * NAME_LINE <= room) return { letters: at(size), lines };
  }
  const letters = at(least);
  const most = Math.max(1, Math.floor(room / (least * NAME_LINE)));
  const each = Math.max(1, Math.floor(most / names.length));
  const lines = names.flatMap((name) => linesWithin(pen, name, width, letters, each));
  return { letters, lines: lines.slice(0, most) };
}

/* Above a zone full of booths, in the aisle; in any other under what stands in it. */
function nameZone(pen: Pen, hall: Hall, zone: DrawnZone, name: string): void {
  const place = hall.on(zone);
  const letters: Letters = { size: hall.type(120, 5, 15), weight: 'bold', colour: print.brand };
  const width = place.width - 6;
  const style = fitted(pen, name, width, letters, letters.size * 0.5);
  const shown = oneLine(pen, name, width, style);
  const x = place.x + place.width / 2;
  const above = Math.max(place.y - 120 * hall.pointsACm, hall.y + style.size);
  const y = zone.kind === 'selling' ? above : place.y + place.height * 0.84;
  pen.write(shown, { x, y }, style);
}

/* Along its length, off the middle, where a door may have its name. */
function nameAisle(pen: Pen, hall: Hall, place: Place, name: string): void {
  if (name === '') return;
  const isUpright = place.height > place.width;
  const length = Math.max(place.width, place.height) - 8;
  const letters: Letters = { size: hall.type(84, 3.5, 10), colour: print.muted };
  const size = Math.min(letters.size, Math.min(place.width, place.height) * 0.7);
  const style = fitted(pen, name, length, { ...letters, size }, size * 0.5);
  pen.write(
    oneLine(pen, name, length, style),
    {
      x: place.x + place.width / 2,
      y: place.y + place.height * (isUpright ? 0.66 : 0.5),
    },
    { ...style, turnedDegrees: isUpright ? -90 : 0 },
  );
}

function nameInside(pen: Pen, hall: Hall, place: Place, name: string): void {
  if (name === '') return;
  const letters: Letters = { size: hall.type(110, 4, 13), weight: 'semibold', colour: print.muted };
  const line = letters.size * 1.3;
  const most = Math.max(1, Math.floor(place.height / line));
  const lines = linesWithin(pen, name, place.width - 4, letters, Math.min(most, 3));
  const y = place.y + place.height / 2 - ((lines.length - 1) * line) / 2;
  for (const [at, text] of lines.entries()) {
    pen.write(text, { x: place.x + place.width / 2, y: y + at * line }, letters);
  }
}

const MARK_COLOURS = { power: print.warn, water: print.water, ventilation: print.warn } as const;

/** Where power, water or air comes from: a small square with a letter. */
export function drawMark(
  pen: Pen,
  place: Place,
  kind: keyof SheetWords['marks'],
  words: SheetWords,
): void {
  const { text, ground } = MARK_COLOURS[kind];
  pen.box(place, { fill: ground, stroke: text, thickness: 0.5 });
  const size = Math.min(place.width, place.height) * 0.7;
  const at = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  pen.write(words.marks[kind], at, { size, weight: 'bold', colour: text });
}

const ROOM_BESIDE_CM = 420;
/* Beside an east or west wall runs an aisle, and behind it stand booths. */
const ROOM_BESIDE_AISLE_CM = 330;

/* Named inside the hall, beside the wall that the door is in. */
function drawDoor(pen: Pen, hall: Hall, place: Place, name: string, isGate: boolean): void {
  const colour = isGate ? print.brand : print.accent;
  pen.box(place, { fill: colour });
  const letters: Letters = { size: hall.type(76, 3.5, 9), weight: 'bold', colour };
  const isUpright = place.height > place.width;
  const x = place.x + place.width / 2;
  const y = place.y + place.height / 2;
  const room = (isUpright ? ROOM_BESIDE_AISLE_CM : ROOM_BESIDE_CM) * hall.pointsACm;
  const bare = name.replace(/\s*\(.*\)\s*$/u, '');
  const lines = linesWithin(pen, bare, room, letters, 5);
  const line = letters.size * 1.25;
  const isAtSouth = !isUpright && y > hall.y + hall.height / 2;
  const isAtEast = isUpright && x > hall.x + hall.width / 2;
  const first = isUpright
    ? y - ((lines.length - 1) * line) / 2
    : isAtSouth
      ? place.y - line * 0.7 - (lines.length - 1) * line
      : place.y + place.height + line * 0.8;
  for (const [at, text] of lines.entries()) {
    const half = pen.widthOf(text, letters) / 2 + 2;
    const inHall = Math.min(Math.max(x, hall.x + half), hall.x + hall.width - half);
    const from = isUpright ? (isAtEast ? place.x - 3 : place.x + place.width + 3) : inHall;
    const align = isUpright ? (isAtEast ? 'right' : 'left') : 'center';
    pen.write(text, { x: from, y: first + at * line }, { ...letters, align });
  }
}
