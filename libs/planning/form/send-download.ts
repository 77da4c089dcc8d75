import type { Response } from 'express';
import { extname } from 'node:path';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const JSON_FILE = 'application/json';

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.json': JSON_FILE,
};

/** A file with the name under which it is saved. */
export interface Download {
  bytes: Buffer;
  name: string;
}

/** Answers with a workbook, or with what its name ends with, to be saved and never kept on the way. */
export function sendDownload(response: Response, { bytes, name }: Download): void {
  response
    .set({
      'Content-Type': TYPES[extname(name)] ?? XLSX,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .send(bytes);
}
