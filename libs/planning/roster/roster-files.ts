import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { askThread } from '../thread/ask-thread';
import type { RosterFile } from './read-roster';
import { ROSTER_BOUNDS } from './roster-bounds';
import type { ReadRoster } from './roster-tables';
import { rosterUnread, type RosterFault } from './roster.refusals';
import type { WorkbookWish } from './write-roster';

/** Reads lists that people bring, and writes workbooks. */
export abstract class RosterFiles {
  /** The rows of a list; refuses with what is wrong with the whole file (`roster.refusals.ts`). */
  async read(file: RosterFile): Promise<ReadRoster> {
    const word = await this.ask({ read: file });
    if ('fault' in word) throw rosterUnread(word.fault);
    if (!('roster' in word)) throw new Error('asked to read, and told of bytes');
    return word.roster;
  }

  /** The bytes of a workbook. */
  async write(workbook: WorkbookWish): Promise<Buffer> {
    const word = await this.ask({ write: workbook });
    if ('fault' in word) throw rosterUnread(word.fault);
    if (!('bytes' in word)) throw new Error('asked to write, and told of rows');
    const { bytes } = word;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  protected abstract ask(wish: RosterWish): Promise<RosterWord>;
}

export type RosterWish = { read: RosterFile } | { write: WorkbookWish };
/** What the thread says. */
export type RosterWord = { roster: ReadRoster } | { bytes: Uint8Array } | { fault: RosterFault };

/** In this very thread. */
@Injectable()
export class RosterFilesHere extends RosterFiles {
  protected override ask(wish: RosterWish): Promise<RosterWord> {
    return wordOn(wish);
  }
}

/** A list, a workbook, or what is wrong with the list. */
export async function wordOn(wish: RosterWish): Promise<RosterWord> {
  /* Loaded by whoever needs it: a door opens without readers and writers of workbooks. */
  if ('write' in wish) {
    const { writeRosterWorkbook } = await import('./write-roster');
    return { bytes: await writeRosterWorkbook(wish.write) };
  }
  const { readRoster } = await import('./read-roster');
  const { RosterUnread } = await import('./roster-unread');
  try {
    return { roster: await readRoster(wish.read) };
  } catch (failure) {
    if (failure instanceof RosterUnread) return { fault: failure.fault };
    throw failure;
  }
}

const THREAD = join(__dirname, 'roster-files.thread.js');

/** In a thread with bounds of its own: a list is somebody's file, and may be made to burst. */
export class RosterFilesInThread extends RosterFiles {
  constructor(
    private readonly program: string | URL = THREAD,
    private readonly bounds: { readMs: number; heapMb: number } = ROSTER_BOUNDS,
  ) {
    super();
  }

  protected override async ask(wish: RosterWish): Promise<RosterWord> {
    const { readMs: longestMs, heapMb } = this.bounds;
    const word = await askThread<RosterWord>(this.program, wish, { longestMs, heapMb });
    if ('said' in word) return word.said;
    const code = word.stoppedAt === 'time' ? 'roster_too_slow' : 'roster_too_heavy';
    return { fault: { code } };
  }
}
