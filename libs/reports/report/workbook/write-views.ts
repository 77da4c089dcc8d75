import writeExcelFile from 'write-excel-file/node';
import type { Progress } from '../report-subject';
import { pinned } from './pinned-zip';
import { printedPages } from './printed-pages';
import { sheetOf, type View } from './view';

/** Views as a workbook, a sheet each; the same views are the same bytes. */
export async function writeViews(
  views: readonly View[],
  onProgress: Progress = () => undefined,
): Promise<Buffer> {
  onProgress(10);
  const sheets = views.map(sheetOf);
  onProgress(40);
  const bytes = await writeExcelFile(sheets, {
    fontFamily: 'Arial',
    fontSize: 11,
    features: [printedPages(views)],
  }).toBuffer();
  onProgress(100);
  return pinned(bytes);
}
