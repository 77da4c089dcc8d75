export type CsvCell = string | number | boolean | null;

/**
 * Lines as a file that a spreadsheet opens (RFC 4180); the mark at its start says that it is UTF-8.
 * Figures are whole numbers: a decimal sign is read as a date, or as thousands, in half of the world.
 */
export const csvText = (lines: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;

/* A text that a spreadsheet would compute is told as a text; a number stays one, below 0 as well. */
function cellOf(value: CsvCell): string {
  const text =
    typeof value === 'string' ? value.replace(/^[=+\-@＝＋－＠\t\r\n]/, "'$&") : `${value ?? ''}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
