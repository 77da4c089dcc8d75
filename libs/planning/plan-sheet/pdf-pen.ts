import { printable } from '@phien/kernel';
import PDFDocument from 'pdfkit';
import { PAPERS, type Paper, type SheetSize } from './paper.rules';
import type { Letters, Look, Part, Pen, Place } from './pen';
import { HALF_CAPITAL, type PrintLetters, wholeLetters } from './print-letters';

const WEIGHTS = ['regular', 'semibold', 'bold'] as const;
/* The layout engine takes an object of features, the types of pdfkit only know the list. */
const features = wholeLetters as unknown as PDFKit.Mixins.OpenTypeFeatures[];

/** Draws a sheet as one page of a tagged PDF, every line a line and every letter a letter. */
export class PdfPen implements Pen {
  private readonly doc: PDFKit.PDFDocument;
  private readonly whole: Promise<Buffer>;
  private readonly root: PDFKit.PDFStructureElement;
  private isInPart = false;

  constructor(
    private readonly letters: PrintLetters,
    about: { title: string; author: string; language: string; madeAt: Date },
    paper: Paper,
    { width, height }: SheetSize,
  ) {
    const { times } = PAPERS[paper];
    this.doc = new PDFDocument({
      size: [width * times, height * times],
      margin: 0,
      tagged: true,
      displayTitle: true,
      pdfVersion: '1.7',
      lang: about.language,
      info: {
        ...{ Title: printable(about.title), Author: printable(about.author) },
        ...{ Creator: 'Phiên', Producer: 'Phiên' },
        ...{ CreationDate: about.madeAt, ModDate: about.madeAt },
      },
    });
    const chunks: Buffer[] = [];
    this.whole = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.doc.on('error', reject);
    });
    for (const weight of WEIGHTS) this.doc.registerFont(weight, letters.fileOf(weight));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.doc.scale(times);
  }

  widthOf(text: string, { size, weight = 'regular' }: Letters): number {
    return this.letters.widthOf(text, size, weight);
  }

  box({ x, y, width, height }: Place, look: Look): void {
    this.mark(() => {
      this.doc.rect(x, y, width, height);
      this.paint(look);
    });
  }

  line(points: readonly (readonly [number, number])[], look: Look): void {
    this.mark(() => {
      for (const [at, [x, y]] of points.entries()) {
        if (at === 0) this.doc.moveTo(x, y);
        else this.doc.lineTo(x, y);
      }
      if (look.fill !== undefined) this.doc.closePath();
      this.paint(look);
    });
  }

  write(text: string, { x, y }: { x: number; y: number }, letters: Letters): void {
    const { size, weight = 'regular', colour = '#000000', align = 'center' } = letters;
    const width = this.widthOf(text, letters);
    const left = align === 'center' ? x - width / 2 : align === 'right' ? x - width : x;
    this.mark(() => {
      this.doc.save();
      if (letters.turnedDegrees) this.doc.rotate(letters.turnedDegrees, { origin: [x, y] });
      this.doc
        .font(weight)
        .fontSize(size)
        .fillColor(colour, letters.opacity ?? 1)
        .text(printable(text), left, y + HALF_CAPITAL * size, {
          ...{ lineBreak: false, baseline: 'alphabetic', features },
        });
      this.doc.restore();
    });
  }

  part(part: Part, draw: () => void): void {
    const [kind, said] =
      typeof part === 'string' ? [part, {}] : ['Figure', { alt: printable(part.figure) }];
    const element = this.doc.struct(kind, said, () => {
      this.isInPart = true;
      draw();
      this.isInPart = false;
    });
    this.root.add(element);
    element.end();
  }

  finish(): Promise<Buffer> {
    this.root.end();
    this.doc.end();
    return this.whole;
  }

  private mark(draw: () => void): void {
    if (this.isInPart) return draw();
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  private paint({ fill, stroke, thickness = 0.5, dash }: Look): void {
    this.doc.lineWidth(thickness);
    if (dash !== undefined) this.doc.dash(dash, { space: dash });
    if (fill !== undefined && stroke !== undefined) this.doc.fillAndStroke(fill, stroke);
    else if (fill !== undefined) this.doc.fill(fill);
    else this.doc.stroke(stroke ?? '#000000');
    if (dash !== undefined) this.doc.undash();
  }
}
