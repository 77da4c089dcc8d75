import { type BoothClass, boothClasses } from '../../closing/booth-classes.rules';
import type { DayPlan, Ground } from '../../closing/day-plan';
import { type BoothFigures, splitsShown, type ZoneFigures } from '../../closing/figures.rules';
import { sharesOf } from '../shares.rules';
import { fitted, linesWithin, millions, oneLine, type Page, percent, whole } from './page';
import { ink, type Ink, type Place, type Sheet } from './sheet';

/** From the class that earned least to the one that earned most: darker is more, on grey paper too. */
const HEAT: readonly { fill: string; text: string }[] = [
  { fill: '#EAF3EF', text: ink.text },
  { fill: '#BFE0D3', text: ink.text },
  { fill: '#7FC2AB', text: ink.text },
  { fill: '#2C7A66', text: '#FFFFFF' },
  { fill: '#0B5A4A', text: '#FFFFFF' },
  { fill: '#063028', text: '#FFFFFF' },
];
/* Where power and water come from is nothing that an official signs. */
const DRAWN = new Set<DayPlan['features'][number]['kind']>([
  'aisle',
  'gate',
  'exit',
  'stage',
  'text',
]);
const HIGHEST = 535;
const LEGEND_HEIGHT = 66;
const SILENT = '#8A9691';

/* Points a centimetre from which words on the ground have their whole size. */
const WHOLE_TYPE = 0.07;

/** The hall on the page. */
interface Hall extends Place {
  /** By what words on the ground are smaller where the hall is. */
  type: number;
}

/** How a booth is drawn. */
interface Face {
  state: 'earning' | 'nothing' | 'silent' | 'notAllocated';
  heat: BoothClass | undefined;
  /** Under its code. */
  sign: string;
}

/** The plan with each booth in the class of its revenue; who may not see money sees ranks and classes. */
export function plan(page: Page): void {
  const { closing, words, sheet } = page;
  const { plan: stood, booths } = closing.figures;
  if (stood === undefined || stood.booths.length === 0) return;
  const classes = boothClasses(booths);
  const faces = facesOf(page, classes);
  const scale = Math.min(sheet.width / stood.hallWidthCm, HIGHEST / stood.hallDepthCm);
  const height = stood.hallDepthCm * scale;
  const note = page.isBoothMoneyShown ? words.planMoney : words.planRanks;
  sheet.heading(words.plan, 32 + height + LEGEND_HEIGHT);
  sheet.paragraph(note);
  const top = sheet.y + 2;
  const left = sheet.left + (sheet.width - stood.hallWidthCm * scale) / 2;
  const on = ({ xCm, yCm, widthCm, depthCm }: Ground): Place => ({
    x: left + xCm * scale,
    y: top + yCm * scale,
    width: widthCm * scale,
    height: depthCm * scale,
  });
  sheet.figure(spokenPlan(page, classes, faces), () => {
    const whole = { xCm: 0, yCm: 0, widthCm: stood.hallWidthCm, depthCm: stood.hallDepthCm };
    const type = Math.max(0.55, Math.min(1, scale / WHOLE_TYPE));
    drawGround(page, stood, on, { ...on(whole), type });
    for (const booth of stood.booths) {
      const known = booths.find(({ boothId }) => boothId === booth.boothId);
      if (known) drawBooth(sheet, on(booth), known.boothCode, faces.get(known.boothId));
    }
  });
  sheet.y = top + height + 8;
  legend(page, classes, faces);
}

function facesOf(
  { closing, language, isBoothMoneyShown }: Page,
  classes: readonly BoothClass[],
): Map<string, Face> {
  const heats = new Map(
    classes.flatMap((heat) => heat.boothIds.map((boothId) => [boothId, heat] as const)),
  );
  const faceOf = (booth: BoothFigures): Face => {
    const heat = heats.get(booth.boothId);
    if (heat !== undefined) {
      const sign = isBoothMoneyShown ? millions(booth.revenueVnd, language) : String(heat.heat);
      return { state: 'earning', heat, sign };
    }
    if (booth.isHeard) return { state: 'nothing', heat, sign: '0' };
    return booth.isAllocated
      ? { state: 'silent', heat, sign: '?' }
      : { state: 'notAllocated', heat, sign: '' };
  };
  return new Map(closing.figures.booths.map((booth) => [booth.boothId, faceOf(booth)]));
}

const countOf = (faces: ReadonlyMap<string, Face>, state: Face['state']) =>
  [...faces.values()].filter((face) => face.state === state).length;

function spokenPlan(
  page: Page,
  classes: readonly BoothClass[],
  faces: ReadonlyMap<string, Face>,
): string {
  const { words, language } = page;
  const parts = [
    ...classes.map((heat) => `${spanOf(page, heat)}: ${words.boothCount(heat.boothIds.length)}`),
    ...restOf(page, faces).map(({ text }) => text),
  ];
  return `${words.planSpoken(whole(faces.size, language))} ${parts.join('; ')}.`;
}

/** What a class stands for: amounts, or ranks alone. */
function spanOf({ words, language, isBoothMoneyShown }: Page, heat: BoothClass): string {
  const [from, to] = isBoothMoneyShown
    ? [millions(heat.leastVnd, language), millions(heat.mostVnd, language)]
    : [whole(heat.firstRank, language), whole(heat.lastRank, language)];
  const span = from === to ? from : `${from} – ${to}`;
  return isBoothMoneyShown ? words.millions(span) : words.ranks(span);
}

function drawGround(page: Page, stood: DayPlan, on: (ground: Ground) => Place, hall: Hall): void {
  const { closing, words, sheet, isBoothMoneyShown } = page;
  const { zones } = splitsShown(closing.figures, isBoothMoneyShown);
  const shares = sharesOf(zones.map(({ revenueVnd }) => revenueVnd));
  const nameOf = (named: { nameVi: string; nameEn: string }) =>
    words.pick(named.nameVi, named.nameEn);
  sheet.box(hall, ink.hall);
  for (const feature of stood.features.filter(({ kind }) => kind === 'aisle')) {
    sheet.box(on(feature), '#FFFFFF');
  }
  for (const feature of stood.features.filter(({ kind }) => DRAWN.has(kind))) {
    drawFeature(sheet, on(feature), hall, { ...feature, name: nameOf(feature) });
  }
  for (const zone of stood.zones) {
    const place = on(zone);
    if (zone.kind !== 'selling') {
      sheet.frame(place, ink.line, 0.7);
      const style = fitted(
        sheet,
        nameOf(zone),
        place.width - 8,
        { size: 7.5, weight: 'semibold' },
        4.5,
      );
      const at = { x: place.x + place.width / 2, y: place.y + place.height * 0.8 };
      sheet.label(oneLine(sheet, nameOf(zone), place.width - 8, style), at, style);
      continue;
    }
    const known = zones.findIndex(({ code }) => code === zone.code);
    nameZone(page, place, hall, {
      title: `${words.zoneColumn} ${zone.code}`,
      name: nameOf(zone),
      earned: earnedIn(page, zones[known], shares[known] ?? null),
    });
  }
  sheet.frame(hall, ink.edge, 1.2);
}

/* A booth that was not heard from is not known to have sold nothing, nor is a zone of such booths. */
function earnedIn(
  { closing, words, language, isBoothMoneyShown }: Page,
  zone: ZoneFigures | undefined,
  share: number | null,
): string {
  if (zone === undefined) return '';
  if (zone.boothsHeard === 0 && zone.revenueVnd === 0) return words.planStates.silent;
  const { isDeclaredIn } = splitsShown(closing.figures, isBoothMoneyShown);
  const part = share === null ? '' : ` (${percent(share, language)})`;
  return `${words.millions(millions(zone.revenueVnd, language))}${part}${isDeclaredIn ? '' : ' *'}`;
}

/* In the aisle above a zone full of booths: what it took, and what it is called. */
function nameZone(
  { sheet }: Page,
  zone: Place,
  hall: Hall,
  { title, name, earned }: { title: string; name: string; earned: string },
): void {
  const width = zone.width - 4;
  const middle = zone.x + zone.width / 2;
  const y = Math.max(zone.y - 18 * hall.type, hall.y + 7);
  /* Whoever named it "Khu 1 – …" said its number already. */
  const bare = name.startsWith(title) ? name.slice(title.length).replace(/^[\s–:·-]+/u, '') : name;
  const lines = [
    {
      text: earned === '' ? title : `${title} · ${earned}`,
      style: { size: 8 * hall.type, weight: 'bold' },
    },
    { text: bare, style: { size: 6.6 * hall.type, colour: ink.muted } },
  ] as const;
  for (const [at, { text, style }] of lines.entries()) {
    const fit = fitted(sheet, text, width, style, 3.5);
    const shown = oneLine(sheet, text, width, fit);
    const wide = sheet.widthOf(shown, fit) + 6;
    const line = y + at * 10 * hall.type;
    const height = 10 * hall.type;
    sheet.box({ x: middle - wide / 2, y: line - height / 2, width: wide, height }, '#FFFFFF');
    sheet.label(shown, { x: middle, y: line }, fit);
  }
}

/* Aisles are named along their length, doors inside the hall beside the wall they are in. */
function drawFeature(
  sheet: Sheet,
  place: Place,
  hall: Hall,
  { kind, name }: { kind: DayPlan['features'][number]['kind']; name: string },
): void {
  const isUpright = place.height > place.width;
  const x = place.x + place.width / 2;
  const y = place.y + place.height / 2;
  const quiet: Ink = { size: 5.6 * hall.type, colour: ink.muted };
  if (kind === 'aisle') {
    const length = Math.max(place.width, place.height) - 8;
    const style = fitted(sheet, name, length, quiet, 3);
    const at = { x, y: isUpright ? place.y + place.height * 0.62 : y };
    if (name !== '') sheet.label(oneLine(sheet, name, length, style), at, style, isUpright);
    return;
  }
  if (kind === 'stage' || kind === 'text') {
    if (kind === 'stage') sheet.frame(place, ink.edge, 0.7);
    const style: Ink = { size: 7 * hall.type, colour: ink.muted, weight: 'semibold' };
    const lines = linesWithin(sheet, name, place.width - 6, style, 2);
    for (const [at, line] of lines.entries()) {
      const step = 9 * hall.type;
      sheet.label(line, { x, y: y + (at - (lines.length - 1) / 2) * step }, style);
    }
    return;
  }
  sheet.box(place, kind === 'gate' ? ink.brand : ink.accent);
  const style: Ink = {
    ...quiet,
    weight: 'semibold',
    colour: kind === 'gate' ? ink.brand : ink.accent,
  };
  /* Beside a wall stands an aisle, and behind it booths. */
  const room = (isUpright ? 25 : 48) * hall.type;
  const lines = linesWithin(sheet, name.replace(/\s*\(.*\)\s*$/u, ''), room, style, 5);
  const isAtSouth = !isUpright && y > hall.y + hall.height / 2;
  const isAtEast = isUpright && x > hall.x + hall.width / 2;
  const line = style.size * 1.3;
  const first = isUpright
    ? y - ((lines.length - 1) * line) / 2
    : isAtSouth
      ? place.y - 1 - line * 0.6 - (lines.length - 1) * line
      : place.y + place.height + 1 + line * 0.7;
  for (const [at, text] of lines.entries()) {
    const half = sheet.widthOf(text, style) / 2 + 3;
    const inHall = Math.min(Math.max(x, hall.x + half), hall.x + hall.width - half);
    const from = isUpright ? (isAtEast ? place.x - 3 : place.x + place.width + 3) : inHall;
    const align = isUpright ? (isAtEast ? 'right' : 'left') : 'center';
    sheet.label(text, { x: from, y: first + at * line }, { ...style, align });
  }
}

function drawBooth(sheet: Sheet, place: Place, code: string, face: Face | undefined): void {
  if (face === undefined) return;
  const look = swatch(sheet, place, face);
  const size = Math.min(6.8, place.height * 0.34);
  const within = place.width - 2.5;
  const middle = place.x + place.width / 2;
  const named: Ink = { ...look, size, weight: 'semibold' };
  const isBare = face.sign === '';
  const y = place.y + place.height * (isBare ? 0.5 : 0.31);
  if (face.state === 'silent') blank(sheet, place);
  sheet.label(code, { x: middle, y }, fitted(sheet, code, within, named, 1.5));
  if (isBare) return;
  const signed: Ink = { ...look, size };
  const at = { x: middle, y: place.y + place.height * 0.71 };
  sheet.label(face.sign, at, fitted(sheet, face.sign, within, signed, 1.5));
}

/* Words over a hatch stand on white. */
const blank = (sheet: Sheet, { x, y, width, height }: Place) =>
  sheet.box(
    { x: x + width * 0.13, y: y + height * 0.1, width: width * 0.74, height: height * 0.8 },
    '#FFFFFF',
  );

/* The ground of a booth, and how to write on it. */
function swatch(
  sheet: Sheet,
  place: Place,
  { state, heat }: Pick<Face, 'state' | 'heat'>,
): Pick<Ink, 'colour'> {
  const look = heat && HEAT[heat.heat - 1];
  sheet.box(place, look?.fill ?? '#FFFFFF');
  if (state === 'silent') sheet.hatch(place, SILENT, 3);
  sheet.frame(place, ink.edge, 0.4, state === 'notAllocated' ? 1.5 : undefined);
  return { colour: look?.text ?? (state === 'notAllocated' ? ink.muted : ink.text) };
}

/** What stands on the plan beside the classes, where there is any. */
function restOf({ words }: Page, faces: ReadonlyMap<string, Face>) {
  return (['nothing', 'silent', 'notAllocated'] as const)
    .map((state) => ({ state, count: countOf(faces, state) }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => ({
      state,
      text: `${words.planStates[state]}: ${words.boothCount(count)}`,
    }));
}

function legend(
  page: Page,
  classes: readonly BoothClass[],
  faces: ReadonlyMap<string, Face>,
): void {
  const { words, sheet } = page;
  const top = sheet.y;
  const step = sheet.width / HEAT.length;
  for (const [at, heat] of classes.entries()) {
    const x = sheet.left + at * step;
    const mark = { x, y: top + 1, width: 17, height: 17 };
    sheet.decorate(() => {
      const look = swatch(sheet, mark, { state: 'earning', heat });
      /* Booths carry this number where they carry no amount. */
      if (page.isBoothMoneyShown) return;
      sheet.label(
        String(heat.heat),
        { x: x + 8.5, y: top + 9.5 },
        { ...look, size: 7.5, weight: 'semibold' },
      );
    });
    const span = spanOf(page, heat);
    const text = { x: x + 21, width: step - 22 };
    const style = fitted(sheet, span, step - 24, { size: 7.6, weight: 'semibold' }, 5);
    sheet.put('P', span, { ...text, y: top - 1 }, style);
    const booths = words.boothCount(heat.boothIds.length);
    sheet.put('P', booths, { ...text, y: top + 9 }, { size: 7.2, colour: ink.muted });
  }
  sheet.y = top + (classes.length > 0 ? 26 : 0);
  let x = sheet.left;
  for (const { state, text } of restOf(page, faces)) {
    const style: Ink = { size: 7.6 };
    const mark = { x, y: sheet.y, width: 17, height: 11 };
    sheet.decorate(() => swatch(sheet, mark, { state, heat: undefined }));
    const width = sheet.widthOf(text, style);
    sheet.put('P', text, { x: x + 21, y: sheet.y, width: width + 2 }, style);
    x += width + 40;
  }
  sheet.y += x > sheet.left ? 18 : 0;
  const { isDeclaredIn } = splitsShown(page.closing.figures, page.isBoothMoneyShown);
  if (!isDeclaredIn) sheet.paragraph(`* ${words.planMeasured}`, { size: 7.6, colour: ink.muted });
}
