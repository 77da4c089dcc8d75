const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
/* 1980-01-01 00:00, the first moment a zip can name. */
const FIRST_TIME = 0;
const FIRST_DATE = (1 << 5) | 1;

/**
 * The same zip with every file dated 1980: a zip holds the hour it was packed, and the same workbook
 * would have other bytes each time. Changes `zip` itself. Throws when it is no zip.
 */
export function pinned(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('not a zip');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('a zip whose directory is broken');
    date(zip, at + 12);
    date(zip, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

function date(zip: Buffer, at: number): void {
  zip.writeUInt16LE(FIRST_TIME, at);
  zip.writeUInt16LE(FIRST_DATE, at + 2);
}
