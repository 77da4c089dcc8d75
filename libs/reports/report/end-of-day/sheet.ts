import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { printable } from '@phien/kernel';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';

/** Colours of print: the light palette of the screens, on white. */
export const ink = {
  text: '#14211D',
  muted: '#52635D',
  line: '#CBD5D1',
  quiet: '#F6F8F7',
  brand: '#0B5A4A',
  bar: '#7FC2AB',
  hall: '#EEF2F0',
  edge: '#5F6F6A',
  accent: '#B4470B',
  onBrand: '#FFFFFF',
  onBrandQuiet: '#BFE0D3',
  ok: { text: '#0B4F34', ground: '#BFE6D3' },
  warn: { text: '#6B3E00', ground: '#FFE9B8' },
} as const;

const WEIGHTS = ['regular', 'semibold', 'bold'] as const;
type Weight = (typeof WEIGHTS)[number];

const fontFiles: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  semibold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
};
const fonts = new Map<Weight, Buffer>();

/* The paths stay whole literals in one table so that a bundler or a reader can find the files. */
function fontOf(weight: Weight): Buffer {
  let font = fonts.get(weight);
  if (!font) {
    font = readFileSync(require.resolve(fontFiles[weight]));
    fonts.set(weight, font);
  }
  return font;
}

export interface Ink {
  size: number;
  weight?: Weight;
  colour?: string;
  align?: 'left' | 'right' | 'center';
}

/** A cell of text; with `share` (0 to 1) a bar of that length stands before the text. */
export type Cell = string | { text: string; share: number };

export interface Column {
  title: string;
  /** Points; the columns without a width divide the rest. */
  width?: number;
  align?: 'left' | 'right';
}

export interface TableWish {
  /** A section's title, kept on the page of its table. */
  heading?: string;
  /** A smaller title, kept in the same way. */
  subheading?: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Printed bold after a rule. */
  closingRows?: readonly (readonly Cell[])[];
}

/** In points, from the page's top left corner. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Structure = PDFKit.PDFStructureElement;

/*
 * Noto Sans takes ị, ọ and ụ apart into a letter and a dot, and then the page cannot be searched or
 * read aloud: the dot has no letter of its own to stand for. Kept whole they look the same. The
 * layout engine takes an object of features, the types of pdfkit only know the list.
 */
const wholeLetters = { ccmp: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];

/** What pdfkit keeps of the font that it writes with; its types do not know it. */
interface Writing {
  _font: { layoutRun(text: string, features: unknown): object };
}

/*
 * A text is laid out each time that it is measured or drawn, three times at least, and that is most
 * of what a page costs; pdfkit remembers it only where no features are asked for. Nobody changes a
 * layout.
 */
function rememberLayouts(doc: PDFKit.PDFDocument): void {
  const { _font: font } = doc as unknown as Writing;
  const layOut = font.layoutRun.bind(font);
  const known = new Map<string, object>();
  font.layoutRun = (text, features) => {
    if (features !== wholeLetters) return layOut(text, features);
    const layout = known.get(text) ?? layOut(text, features);
    known.set(text, layout);
    return layout;
  };
}

const A4 = { width: 595.28, height: 841.89 };
const MARGIN = { side: 42, top: 58, bottom: 52 };
const CELL = { x: 5, y: 3.6 };
/* From the top of a line of Noto Sans to the middle of its capitals, by its size. */
const CAPITALS_MIDDLE = 0.712;
const TURN_MS = 10;
const SHORT_TABLE = 12;

/**
 * A tagged A4 document that flows: headings with bookmarks, paragraphs, tables whose head repeats
 * on every page. The same calls with the same dates make the same bytes. It gives the event loop a
 * turn every ten milliseconds, so a long table never holds up the worker.
 */
export class Sheet {
  readonly left = MARGIN.side;
  readonly width = A4.width - 2 * MARGIN.side;
  /** Where the next thing goes, in points from the top. */
  y = MARGIN.top;

  private readonly doc: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly whole: Promise<Buffer>;
  private readonly root: Structure;
  private pages = 1;
  private turnBegan = performance.now();

  constructor(
    about: { title: string; author: string; language: string; madeAt: Date },
    private readonly runningHead: (sheet: Sheet) => void,
  ) {
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      autoFirstPage: false,
      tagged: true,
      displayTitle: true,
      pdfVersion: '1.7',
      lang: about.language,
      info: {
        Title: about.title,
        Author: about.author,
        Creator: 'Phiên',
        Producer: 'Phiên',
        CreationDate: about.madeAt,
        ModDate: about.madeAt,
      },
    });
    this.whole = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.doc.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.doc.on('error', reject);
    });
    for (const weight of WEIGHTS) this.doc.registerFont(weight, fontOf(weight));
    this.doc.addPage();
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  /** Reads the fonts one by one, each in a turn of its own: their tables are the longest single work. */
  async openFonts(): Promise<void> {
    for (const weight of WEIGHTS) {
      await nextTurn();
      rememberLayouts(this.doc.font(weight));
      this.doc.fontSize(10).widthOfString('Hội chợ 0 ₫', { features: wholeLetters });
    }
    await nextTurn();
    this.turnBegan = performance.now();
  }

  get right(): number {
    return this.left + this.width;
  }

  private get floor(): number {
    return A4.height - MARGIN.bottom;
  }

  /** Starts a page when less than `height` points are left. */
  ensure(height: number): void {
    if (this.y + height <= this.floor) return;
    this.doc.addPage();
    this.pages += 1;
    this.decorate(() => this.runningHead(this));
    this.y = MARGIN.top;
  }

  /** Height of a text wrapped into `width`. Most cells are one line: they are not laid out twice. */
  heightOf(text: string, width: number, { size, weight = 'regular' }: Ink): number {
    const shown = printable(text);
    this.doc.font(weight).fontSize(size);
    return this.doc.widthOfString(shown, { features: wholeLetters }) < width - 1
      ? this.doc.currentLineHeight(true)
      : this.doc.heightOfString(shown, { width, features: wholeLetters });
  }

  widthOf(text: string, { size, weight = 'regular' }: Ink): number {
    return this.doc
      .font(weight)
      .fontSize(size)
      .widthOfString(printable(text), { features: wholeLetters });
  }

  /** Text of the document at a place; `y` does not move. */
  put(kind: string, text: string, at: { x: number; y: number; width: number }, style: Ink): void {
    const element = this.doc.struct(kind, {}, () => this.write(text, at, style));
    this.root.add(element);
    element.end();
  }

  /** Text that repeats or adorns, and that a reader aloud leaves out. Inside `decorate` only. */
  write(text: string, at: { x: number; y: number; width: number }, style: Ink): void {
    const { size, weight = 'regular', colour = ink.text, align = 'left' } = style;
    this.doc
      .font(weight)
      .fontSize(size)
      .fillColor(colour)
      .text(printable(text), at.x, at.y, { width: at.width, align, features: wholeLetters });
  }

  box(at: Place, colour: string, radius = 0): void {
    this.decorate(() => {
      if (radius > 0) this.doc.roundedRect(at.x, at.y, at.width, at.height, radius);
      else this.doc.rect(at.x, at.y, at.width, at.height);
      this.doc.fill(colour);
    });
  }

  /** A frame around a place; `dash` breaks its line. */
  frame(at: Place, colour: string, thickness: number, dash?: number): void {
    this.decorate(() => {
      this.doc.lineWidth(thickness);
      if (dash !== undefined) this.doc.dash(dash, { space: dash });
      this.doc.rect(at.x, at.y, at.width, at.height).stroke(colour);
      if (dash !== undefined) this.doc.undash();
    });
  }

  /** Slanted lines over a place, `step` points apart. */
  hatch({ x, y, width, height }: Place, colour: string, step: number): void {
    this.decorate(() => {
      this.doc.lineWidth(0.5);
      for (let at = step; at < width + height; at += step) {
        this.doc
          .moveTo(x + Math.max(0, at - height), y + Math.min(at, height))
          .lineTo(x + Math.min(at, width), y + Math.max(0, at - width));
      }
      this.doc.stroke(colour);
    });
  }

  /** One line with its capitals centred on `at`; inside a figure or `decorate` only. */
  label(text: string, at: { x: number; y: number }, style: Ink, isUpright = false): void {
    const width = this.widthOf(text, style);
    const { align = 'center', size } = style;
    const left = align === 'center' ? at.x - width / 2 : align === 'right' ? at.x - width : at.x;
    if (isUpright) this.doc.save().rotate(-90, { origin: [at.x, at.y] });
    const place = { x: left, y: at.y - CAPITALS_MIDDLE * size, width: width + 2 };
    this.write(text, place, { ...style, align: 'left' });
    if (isUpright) this.doc.restore();
  }

  /** A drawing: all that `draw` draws and writes is one figure, and a reader aloud hears `label`. */
  figure(label: string, draw: () => void): void {
    const figure = this.doc.struct('Figure', { alt: label.normalize('NFC') }, () => {
      this.isDecorating = true;
      draw();
      this.isDecorating = false;
    });
    this.root.add(figure);
    figure.end();
  }

  /** A QR code, black on white; `label` is what a reader hears in its place. */
  qr(text: string, label: string, at: { x: number; y: number; size: number }): void {
    const { data, size } = encode(text, { ecc: 'M', border: 2 });
    const dot = at.size / size;
    const figure = this.doc.struct('Figure', { alt: label }, () => {
      this.doc.rect(at.x, at.y, at.size, at.size).fill('#FFFFFF');
      for (const [row, dots] of data.entries()) {
        for (const [from, length] of darkRuns(dots)) {
          this.doc.rect(at.x + from * dot, at.y + row * dot, length * dot, dot);
        }
      }
      this.doc.fill('#000000');
    });
    this.root.add(figure);
    figure.end();
  }

  rule(y: number, colour: string, thickness: number, from = this.left, to = this.right): void {
    this.decorate(() => {
      this.doc.moveTo(from, y).lineTo(to, y).lineWidth(thickness).stroke(colour);
    });
  }

  /* Also true inside a figure: what is drawn there is marked already. */
  private isDecorating = false;

  /** Draws what carries no meaning for a reader aloud. */
  decorate(draw: () => void): void {
    if (this.isDecorating) return draw();
    this.isDecorating = true;
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
    this.isDecorating = false;
  }

  /** A heading with a bookmark; keeps `following` points of what comes after it on its page. */
  heading(text: string, following = 70): void {
    this.ensure(34 + following);
    this.y += 16;
    this.doc.outline.addItem(printable(text));
    this.put(
      'H2',
      text,
      { x: this.left, y: this.y, width: this.width },
      { size: 12.5, weight: 'semibold', colour: ink.brand },
    );
    this.y += 21;
  }

  subheading(text: string, following = 26): void {
    this.ensure(24 + following);
    this.y += 8;
    this.put(
      'H3',
      text,
      { x: this.left, y: this.y, width: this.width },
      { size: 9.5, weight: 'semibold' },
    );
    this.y += 16;
  }

  paragraph(text: string, style: Ink = { size: 9, colour: ink.muted }): void {
    const height = this.heightOf(text, this.width, style);
    this.ensure(height);
    this.put('P', text, { x: this.left, y: this.y, width: this.width }, style);
    this.y += height + 5;
  }

  /** A term in bold and its meaning, wrapped beside it. */
  definition(term: string, meaning: string): void {
    const termWidth = 132;
    const size = 8.8;
    const height = Math.max(
      this.heightOf(term, termWidth - 10, { size, weight: 'semibold' }),
      this.heightOf(meaning, this.width - termWidth, { size }),
    );
    this.ensure(height);
    this.put(
      'P',
      term,
      { x: this.left, y: this.y, width: termWidth - 10 },
      { size, weight: 'semibold' },
    );
    this.put(
      'P',
      meaning,
      { x: this.left + termWidth, y: this.y, width: this.width - termWidth },
      { size, colour: ink.muted },
    );
    this.y += height + 4;
  }

  async table(wish: TableWish): Promise<void> {
    const { heading, subheading, columns, rows, closingRows = [] } = wish;
    const widths = this.widthsOf(columns);
    const kept = this.keptHeight(rows, closingRows, widths);
    if (heading !== undefined) this.heading(heading, kept);
    else if (subheading !== undefined) this.subheading(subheading, kept);
    else this.ensure(kept);
    const table = this.doc.struct('Table');
    this.root.add(table);
    const draw = (cells: readonly Cell[], look: RowLook, height: number) =>
      this.row(table, columns, widths, cells, look, height);
    const head = columns.map((column) => column.title);
    const headHeight = this.rowHeight(head, widths, headStyle);
    draw(head, 'head', headHeight);
    const breakable = async (cells: readonly Cell[], look: RowLook) => {
      const style = look === 'sum' ? sumStyle : rowStyle;
      const height = this.rowHeight(cells, widths, style);
      const pageBefore = this.pages;
      this.ensure(height);
      if (this.pages !== pageBefore) draw(head, 'repeated head', headHeight);
      draw(cells, look, height);
      await this.pause();
    };
    for (const [at, cells] of rows.entries()) {
      await breakable(cells, at % 2 === 1 ? 'even' : 'odd');
    }
    for (const cells of closingRows) await breakable(cells, 'sum');
    table.end();
    this.rule(this.y, ink.line, 0.6);
    this.y += 4;
    await this.pause();
  }

  /** Lets others run when this document has held the event loop for long enough. */
  async pause(): Promise<void> {
    if (performance.now() - this.turnBegan < TURN_MS) return;
    await nextTurn();
    this.turnBegan = performance.now();
  }

  /* A short table stays whole on its page; of a long one at least the head and three rows. */
  private keptHeight(
    rows: readonly (readonly Cell[])[],
    closingRows: readonly (readonly Cell[])[],
    widths: readonly number[],
  ): number {
    const head = 22;
    if (rows.length > SHORT_TABLE) return head + 3 * 20;
    const heightOf = (style: Ink) => (total: number, cells: readonly Cell[]) =>
      total + this.rowHeight(cells, widths, style);
    return closingRows.reduce(heightOf(sumStyle), rows.reduce(heightOf(rowStyle), head));
  }

  private widthsOf(columns: readonly Column[]): number[] {
    const fixed = columns.reduce((total, column) => total + (column.width ?? 0), 0);
    const flexible = columns.filter((column) => column.width === undefined).length;
    return columns.map((column) => column.width ?? (this.width - fixed) / flexible);
  }

  private rowHeight(cells: readonly Cell[], widths: readonly number[], style: Ink): number {
    const heights = cells.map((cell, at) =>
      this.heightOf(textOf(cell) || ' ', (widths[at] ?? 0) - 2 * CELL.x, style),
    );
    return Math.max(...heights) + 2 * CELL.y;
  }

  private row(
    table: Structure,
    columns: readonly Column[],
    widths: readonly number[],
    cells: readonly Cell[],
    look: RowLook,
    height: number,
  ): void {
    const isHead = look === 'head' || look === 'repeated head';
    const style = isHead ? headStyle : look === 'sum' ? sumStyle : rowStyle;
    const top = this.y;
    if (look === 'even') this.box({ x: this.left, y: top, width: this.width, height }, ink.quiet);
    if (look === 'sum') this.rule(top, ink.brand, 0.8);

    const row = look === 'repeated head' ? null : this.doc.struct('TR');
    if (row) table.add(row);
    let x = this.left;
    for (const [at, cell] of cells.entries()) {
      const width = widths[at] ?? 0;
      const text = textOf(cell);
      const place = { x: x + CELL.x, y: top + CELL.y, width: width - 2 * CELL.x };
      const inked = { ...style, align: columns[at]?.align ?? ('left' as const) };
      if (typeof cell !== 'string') this.bar(cell.share, place);
      if (row === null) {
        this.decorate(() => this.write(text, place, inked));
      } else {
        const element = this.doc.struct(isHead ? 'TH' : 'TD', {}, () =>
          this.write(text, place, inked),
        );
        row.add(element);
        element.end();
      }
      x += width;
    }
    row?.end();
    this.y = top + height;
    if (isHead) this.rule(this.y, ink.brand, 0.8);
  }

  /* The bar shares its cell with the figure: it ends 44 points before the right edge. */
  private bar(share: number, place: { x: number; y: number; width: number }): void {
    const length = Math.max(0, Math.min(1, share)) * (place.width - 44);
    if (length < 0.4) return;
    this.box({ x: place.x, y: place.y + 3.6, width: length, height: 5 }, ink.bar, 1);
  }

  /** Ends the document: draws `foot` on every page, then answers the bytes. */
  async finish(foot: (sheet: Sheet, page: number, pages: number) => void): Promise<Buffer> {
    this.root.end();
    for (let page = 0; page < this.pages; page++) {
      this.doc.switchToPage(page);
      this.decorate(() => foot(this, page + 1, this.pages));
      await this.pause();
    }
    await nextTurn();
    this.doc.end();
    return this.whole;
  }
}

/* Where dark dots begin in a row of a QR code, and how many stand together. */
function darkRuns(dots: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [at, isDark] of dots.entries()) {
    const last = runs.at(-1);
    if (isDark && last !== undefined && last[0] + last[1] === at) last[1] += 1;
    else if (isDark) runs.push([at, 1]);
  }
  return runs;
}

type RowLook = 'head' | 'repeated head' | 'odd' | 'even' | 'sum';

const headStyle: Ink = { size: 8, weight: 'semibold', colour: ink.muted };
const rowStyle: Ink = { size: 8.8 };
const sumStyle: Ink = { size: 8.8, weight: 'bold' };

const textOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text);
