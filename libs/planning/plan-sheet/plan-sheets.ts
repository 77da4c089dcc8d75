import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { askThread } from '../thread/ask-thread';
import { planSheetTooSlow } from './plan-sheet.refusals';
import type { SheetFile } from './plan-sheet.dto';
import type { SheetSubject } from './sheet-subject';

export interface SheetWish {
  subject: SheetSubject;
  file: SheetFile;
}

/** Draws plan sheets as files. */
export abstract class PlanSheets {
  /** The bytes of a sheet. Refuses `plan_sheet_too_slow`. */
  abstract draw(wish: SheetWish): Promise<Buffer>;
}

/** In this very thread. */
@Injectable()
export class PlanSheetsHere extends PlanSheets {
  override async draw(wish: SheetWish): Promise<Buffer> {
    /* Loaded by whoever needs it: a door opens without a maker of PDF. */
    const { makePlanSheet } = await import('./make-plan-sheet');
    return makePlanSheet(wish);
  }
}

const THREAD = join(__dirname, 'plan-sheets.thread.js');
const BOUNDS = { longestMs: 30_000, heapMb: 384 } as const;

/** In a thread of its own, in which fonts are read and 2,000 booths are drawn: the api goes on. */
export class PlanSheetsInThread extends PlanSheets {
  override async draw(wish: SheetWish): Promise<Buffer> {
    const word = await askThread<Uint8Array>(THREAD, wish, BOUNDS);
    if (!('said' in word)) throw planSheetTooSlow();
    const { said } = word;
    return Buffer.from(said.buffer, said.byteOffset, said.byteLength);
  }
}
