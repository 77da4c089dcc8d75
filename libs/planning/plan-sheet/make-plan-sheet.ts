import { drawPlanSheet, layoutOf, nameOfFair } from './draw-plan-sheet';
import { PdfPen } from './pdf-pen';
import type { SheetWish } from './plan-sheets';
import { PrintLetters } from './print-letters';
import { SvgPen } from './svg-pen';

/** The bytes of a plan sheet; the same subject makes the same bytes. */
export async function makePlanSheet({ subject, file }: SheetWish): Promise<Buffer> {
  const letters = new PrintLetters();
  const layout = layoutOf(subject.plan);
  const { language, paper, madeAt } = subject;
  const title = nameOfFair(subject);
  if (file === 'svg') {
    const pen = new SvgPen(letters, { title, language }, paper, layout.size);
    drawPlanSheet(pen, subject, layout);
    return pen.finish();
  }
  const pen = new PdfPen(letters, { title, author: 'Phiên', language, madeAt }, paper, layout.size);
  drawPlanSheet(pen, subject, layout);
  return pen.finish();
}
