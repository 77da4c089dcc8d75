import { printable } from '@phien/kernel';
import { PAPERS, type Paper, type SheetSize } from './paper.rules';
import type { Letters, Look, Part, Pen, Place } from './pen';
import { HALF_CAPITAL, type PrintLetters, type Weight } from './print-letters';

/**
 * Draws a sheet as an SVG that needs nothing beside itself: its letters are shapes, each drawn once
 * and used where it stands, so that it looks the same wherever it is opened. What a part says stands
 * with it in words.
 */
export class SvgPen implements Pen {
  private readonly marks: string[] = [];
  private readonly shapes = new Map<string, string>();

  constructor(
    private readonly letters: PrintLetters,
    private readonly about: { title: string; language: string },
    private readonly paper: Paper,
    private readonly size: SheetSize,
  ) {}

  widthOf(text: string, { size, weight = 'regular' }: Letters): number {
    return this.letters.widthOf(text, size, weight);
  }

  box({ x, y, width, height }: Place, look: Look): void {
    const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
    this.marks.push(`<rect ${place}${painted(look)}/>`);
  }

  line(points: readonly (readonly [number, number])[], look: Look): void {
    const path = points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`);
    const end = look.fill === undefined ? '' : 'Z';
    this.marks.push(`<path d="${path.join('')}${end}"${painted(look)}/>`);
  }

  write(text: string, { x, y }: { x: number; y: number }, letters: Letters): void {
    const { size, weight = 'regular', colour = '#000000', align = 'center' } = letters;
    const { glyphs, positions, advanceWidth } = this.letters.lineOf(text, weight);
    const by = size / 1_000;
    const width = advanceWidth * by;
    const left = align === 'center' ? x - width / 2 : align === 'right' ? x - width : x;
    let reached = 0;
    const uses = glyphs.map((glyph, at) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
      const from = reached + xOffset;
      reached += xAdvance;
      const name = this.shapeOf(weight, glyph.id, () => glyph.path.toSVG());
      if (name === null) return '';
      const place = [from && ` x="${short(from)}"`, yOffset && ` y="${short(yOffset)}"`];
      return `<use href="#${name}"${place.filter(Boolean).join('')}/>`;
    });
    const turn = letters.turnedDegrees
      ? `rotate(${letters.turnedDegrees} ${short(x)} ${short(y)})`
      : '';
    const opacity = letters.opacity === undefined ? '' : ` opacity="${letters.opacity}"`;
    const place = `translate(${short(left)} ${short(y + HALF_CAPITAL * size)})`;
    this.marks.push(
      `<g transform="${turn}${place}scale(${fine(by)} ${fine(-by)})" fill="${colour}"${opacity} aria-label="${escaped(text)}">${uses.join('')}</g>`,
    );
  }

  part(part: Part, draw: () => void): void {
    const said = typeof part === 'string' ? '' : ` role="img" aria-label="${escaped(part.figure)}"`;
    this.marks.push(`<g${said}>`);
    draw();
    this.marks.push('</g>');
  }

  finish(): Buffer {
    const { width, height } = this.size;
    const { times } = PAPERS[this.paper];
    const millimetres = (points: number) => `${((points * times * 25.4) / 72).toFixed(1)}mm`;
    return Buffer.from(
      [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres(width)}" height="${millimetres(height)}" viewBox="0 0 ${short(width)} ${short(height)}" lang="${this.about.language}">`,
        `<title>${escaped(this.about.title)}</title>`,
        `<defs>${[...this.shapes].map(([name, path]) => `<path id="${name}" d="${path}"/>`).join('')}</defs>`,
        `<rect width="100%" height="100%" fill="#FFFFFF"/>`,
        ...this.marks,
        '</svg>',
        '',
      ].join('\n'),
    );
  }

  /* A blank has no shape. */
  private shapeOf(weight: Weight, glyph: number, draw: () => string): string | null {
    const name = `${weight[0]}${glyph}`;
    if (!this.shapes.has(name)) {
      const path = draw();
      if (path === '') return null;
      this.shapes.set(name, path);
    }
    return name;
  }
}

const short = (value: number) => String(Math.round(value * 100) / 100);
const fine = (value: number) => String(Math.round(value * 1e6) / 1e6);

const escaped = (text: string) =>
  printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function painted({ fill, stroke, thickness = 0.5, dash }: Look): string {
  const line = stroke ?? (fill === undefined ? '#000000' : undefined);
  return [
    ` fill="${fill ?? 'none'}"`,
    line === undefined ? '' : ` stroke="${line}" stroke-width="${short(thickness)}"`,
    dash === undefined ? '' : ` stroke-dasharray="${dash}"`,
  ].join('');
}
