import { printable } from '@phien/kernel';

const CHUNK_LETTERS = 64_000;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within XML; the two letters that XML does not know are left out. */
export const xmlText = (text: string): string =>
  text.replace(/[&<>"\uFFFE\uFFFF]/g, (letter) => ESCAPES[letter] ?? '');

/**
 * The texts of a workbook, each once. A text is always of the type text, whatever it begins with: a
 * name like `=HYPERLINK(…)` is a name and never a formula.
 */
export class SharedTexts {
  private readonly places = new Map<string, number>();

  /** Where the text stands among all. */
  place(text: string): number {
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.places.size;
      this.places.set(text, place);
    }
    return place;
  }

  /** The part of a workbook that holds them, piece by piece. */
  *xml(): Generator<string> {
    let piece =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    for (const text of this.places.keys()) {
      piece += `<si><t xml:space="preserve">${xmlText(printable(text))}</t></si>`;
      if (piece.length < CHUNK_LETTERS) continue;
      yield piece;
      piece = '';
    }
    yield `${piece}</sst>`;
  }
}
