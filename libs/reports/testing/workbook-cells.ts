import { inflateRawSync } from 'node:zlib';

/** A cell as the file says it: a number, a text, and how a number is written. */
export interface ReadCell {
  /** As in the file: `A1`. */
  at: string;
  value: number | string;
  isText: boolean;
  /** The number format; null for the plain one. */
  format: string | null;
  hasFormula: boolean;
}

/** The files of a zip, by path. */
export function unzipped(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = zip.readUInt32LE(end + 16);
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    files.set(name, zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

const plain = (xml: string) =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** The cells of every sheet by its name, row by row, as a spreadsheet would read them. */
export function workbookCells(workbook: Buffer): Map<string, ReadCell[][]> {
  const files = unzipped(workbook);
  const read = (path: string) => files.get(path)?.toString('utf8') ?? '';
  const strings = [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    plain([...(item ?? '').matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, words]) => words).join('')),
  );
  const styles = read('xl/styles.xml');
  const formats = new Map(
    [...styles.matchAll(/<numFmt [^>]*>/g)].map(([element]) => [
      /numFmtId="(\d+)"/.exec(element)?.[1] ?? '',
      plain(/formatCode="([^"]*)"/.exec(element)?.[1] ?? ''),
    ]),
  );
  const styleFormats = [
    ...(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '').matchAll(/<xf [^>]*>/g),
  ].map(([element]) => formats.get(/numFmtId="(\d+)"/.exec(element)?.[1] ?? '') ?? null);
  const names = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  return new Map(
    names.map(([, name], at) => [
      plain(name ?? ''),
      [
        ...read(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs),
      ].map(([, row]) =>
        [...(row ?? '').matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
          ([, attributes = '', inside = '']): ReadCell => {
            const isText = /t="(s|str|inlineStr)"/.test(attributes);
            const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1] ?? '';
            return {
              at: /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '',
              value: isText ? (strings[Number(value)] ?? '') : Number(value),
              isText,
              format: styleFormats[Number(/s="(\d+)"/.exec(attributes)?.[1] ?? -1)] ?? null,
              hasFormula: inside.includes('<f'),
            };
          },
        ),
      ),
    ]),
  );
}
