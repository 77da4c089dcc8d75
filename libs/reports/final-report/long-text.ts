import { printable } from '@phien/kernel';

const LONGEST_PIECE = 500;

/**
 * A person's text as paragraphs that can be printed: its own lines, and long ones cut between words,
 * for a cell or a line of print holds only so much.
 */
export function paragraphsOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const pieces: string[] = [];
    let piece = '';
    for (const word of line.split(/\s+/u)) {
      for (const part of word.match(/.{1,400}/gsu) ?? []) {
        if (piece !== '' && piece.length + 1 + part.length > LONGEST_PIECE) {
          pieces.push(piece);
          piece = '';
        }
        piece = piece === '' ? part : `${piece} ${part}`;
      }
    }
    return [...pieces, piece].filter((each) => each.trim() !== '').map(printable);
  });
}
