import { readFileSync } from 'node:fs';
import { printable } from '@phien/kernel';
import { create, type Font, type GlyphRun } from 'fontkit';

export type Weight = 'regular' | 'semibold' | 'bold';

/* The paths stay whole literals, so that a bundler or a reader can find the files. */
const fontFiles: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  semibold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
};

/** Half of the height of Noto Sans's capitals, by its size: what centres a line on its capitals. */
export const HALF_CAPITAL = 0.357;

/*
 * Noto Sans takes ị, ọ and ụ apart into a letter and a dot, and then a page cannot be searched: the
 * dot has no letter of its own to stand for. Kept whole they look the same.
 */
export const wholeLetters = { ccmp: false } as const;

/** The letters of a sheet: their shapes, and how wide a line of them is. */
export class PrintLetters {
  private readonly files = new Map<Weight, Buffer>();
  private readonly fonts = new Map<Weight, Font>();
  private readonly widths = new Map<string, number>();

  fileOf(weight: Weight): Buffer {
    let file = this.files.get(weight);
    if (!file) {
      file = readFileSync(require.resolve(fontFiles[weight]));
      this.files.set(weight, file);
    }
    return file;
  }

  /** The letters of a line, in units of a thousandth of its size. */
  lineOf(text: string, weight: Weight): GlyphRun {
    return this.fontOf(weight).layout(printable(text), wholeLetters);
  }

  widthOf(text: string, size: number, weight: Weight): number {
    const key = `${weight} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = this.lineOf(text, weight).advanceWidth / this.fontOf(weight).unitsPerEm;
      this.widths.set(key, width);
    }
    return width * size;
  }

  private fontOf(weight: Weight): Font {
    let font = this.fonts.get(weight);
    if (!font) {
      font = create(this.fileOf(weight));
      this.fonts.set(weight, font);
    }
    return font;
  }
}
