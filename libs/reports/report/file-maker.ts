import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { endThread } from '@phien/kernel';
import type { FileSubject } from './report-subject';

/** Makes the bytes of a file and tells how far it is; waits for the telling, so that none comes late. */
export abstract class FileMaker {
  abstract make(subject: FileSubject, onStep: (percent: number) => Promise<void>): Promise<Buffer>;
}

/** Tells steps one after another, and of those that pile up only the last. */
class Steps {
  private latest: number | null = null;
  private telling: Promise<void> = Promise.resolve();
  private isTelling = false;

  constructor(private readonly tell: (percent: number) => Promise<void>) {}

  take(percent: number): void {
    this.latest = percent;
    if (this.isTelling) return;
    this.isTelling = true;
    this.telling = this.tellAll();
  }

  private async tellAll(): Promise<void> {
    while (this.latest !== null) {
      const percent = this.latest;
      this.latest = null;
      /* A step that could not be told costs nobody a file. */
      await this.tell(percent).catch(() => undefined);
    }
    this.isTelling = false;
  }

  ended(): Promise<void> {
    return this.telling;
  }
}

/** Makes files in this very thread. */
@Injectable()
export class FileMakerHere extends FileMaker {
  override async make(
    subject: FileSubject,
    onStep: (percent: number) => Promise<void>,
  ): Promise<Buffer> {
    const steps = new Steps(onStep);
    /* Loaded by whoever makes files alone: fonts and PDF are a tenth of what a process reads to open. */
    const { makeFile } = await import('./make-file');
    const bytes = await makeFile(subject, (percent) => steps.take(percent));
    await steps.ended();
    return bytes;
  }
}

/** What the thread says. */
export type ThreadWord = { percent: number } | { bytes: Uint8Array };

const THREAD = join(__dirname, 'make-file.thread.js');
/** Far longer than any step of the longest report takes on a slow machine. */
const SILENCE_MS = 5 * 60_000;

/**
 * Makes each file in a thread of its own: fonts are cut and pages packed in single works of up to
 * 300 ms, which would hold up the fold and every timer of the worker. A thread that says nothing for
 * so long is ended, and the file is tried again: the others wait behind it.
 */
export class FileMakerInThread extends FileMaker {
  constructor(
    private readonly program: string | URL = THREAD,
    private readonly silenceMs = SILENCE_MS,
  ) {
    super();
  }

  override async make(
    subject: FileSubject,
    onStep: (percent: number) => Promise<void>,
  ): Promise<Buffer> {
    const steps = new Steps(onStep);
    const thread = new Worker(this.program, { workerData: subject });
    let silence: NodeJS.Timeout | undefined;
    try {
      const bytes = await new Promise<Uint8Array>((resolve, reject) => {
        const giveUp = () => reject(new Error(`the thread was silent for ${this.silenceMs} ms`));
        silence = setTimeout(giveUp, this.silenceMs);
        thread.on('message', (word: ThreadWord) => {
          silence?.refresh();
          if ('bytes' in word) resolve(word.bytes);
          else steps.take(word.percent);
        });
        thread.on('error', reject);
        thread.on('exit', (code) => reject(new Error(`the thread ended with ${code}, no file`)));
      });
      await steps.ended();
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } finally {
      clearTimeout(silence);
      void endThread(thread);
    }
  }
}
