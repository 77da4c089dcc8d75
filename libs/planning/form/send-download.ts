import type { Response } from 'express';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file with the name under which it is saved. */
export interface Download {
  bytes: Buffer;
  name: string;
}

/** Answers with a workbook, or with plain lines, to be saved and never kept on the way. */
export function sendDownload(response: Response, { bytes, name }: Download): void {
  response
    .set({
      'Content-Type': name.endsWith('.csv') ? 'text/csv; charset=utf-8' : XLSX,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .send(bytes);
}
